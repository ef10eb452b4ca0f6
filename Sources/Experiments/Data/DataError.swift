// SPDX-License-Identifier: GPL-3.0-or-later

/// A data file that cannot be used. The description is one line: the file, what is wrong, what is allowed.
public struct DataError: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}
