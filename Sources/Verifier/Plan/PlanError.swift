// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan that cannot be read: one line with file, line and what is allowed.
public struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the file.
    public let file: String
    /// Counted from 1; `nil` where the whole file is at fault.
    public let line: Int?
    /// Counted from 1; `nil` where the line says enough.
    public let column: Int?
    /// What is wrong, and what is allowed.
    public let message: String

    public init(file: String, line: Int?, column: Int? = nil, message: String) {
        (self.file, self.line, self.column, self.message) = (file, line, column, message)
    }

    public var description: String {
        let place = [line, line == nil ? nil : column].compactMap(\.self).map { ":\($0)" }.joined()
        return "\(file)\(place): \(message)"
    }
}
