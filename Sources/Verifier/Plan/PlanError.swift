// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan that cannot be read: one line with file, line and what is allowed.
public struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// Counted from 1; `nil` where the whole file is at fault.
    public let line: Int?
    public let message: String

    public init(file: String, line: Int?, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
