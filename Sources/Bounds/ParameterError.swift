// SPDX-License-Identifier: GPL-3.0-or-later

/// A parameter outside its range: names the parameter, the value given and what is allowed.
public struct ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The parameter as the command line spells it: d, m, gamma, c0, c1, radius, epsilon.
    public let parameter: String
    /// The value as given.
    public let value: String
    /// The allowed range in words.
    public let allowed: String

    public init(parameter: String, value: String, allowed: String) {
        self.parameter = parameter
        self.value = value
        self.allowed = allowed
    }

    /// One line: `gamma = 1.5 is out of range: a number in (0, 1) is allowed`.
    public var description: String { "\(parameter) = \(value) is out of range: \(allowed) is allowed" }
}
