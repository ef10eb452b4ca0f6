// SPDX-License-Identifier: GPL-3.0-or-later

/// A report's or a witness's file that cannot be used: one line with the file and what is allowed.
public struct StoredFileError: Error, Sendable, CustomStringConvertible {
    public let file: String
    public let problem: String
    public var description: String { "\(file): \(problem)" }
}
