// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// A parameter that cannot have its value: names the parameter, the value given and what is allowed.
public struct ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with the value.
    public enum Fault: Sendable, Hashable {
        case outOfRange
        /// The text writes no number.
        case notANumber
        /// Not zero, but nearer to it than the least Double.
        case tooCloseToZero
        /// There is none.
        case missing
        /// A name or a word that cannot stand there, and no number.
        case notAllowed
    }

    /// The parameter as the command line spells it: d, m, gamma, c0, c1, radius, epsilon.
    public let parameter: String
    /// The value as given.
    public let value: String
    /// The allowed range in words.
    public let allowed: String
    /// What is wrong with the value.
    public let fault: Fault

    /// - Parameters:
    ///   - parameter: as the command line spells it.
    ///   - value: as given.
    ///   - allowed: the range in words: "a number in (0, 1)".
    ///   - fault: what is wrong.
    public init(parameter: String, value: String, allowed: String, fault: Fault = .outOfRange) {
        (self.parameter, self.value, self.allowed, self.fault) = (parameter, value, allowed, fault)
    }

    /// One line: `gamma = 1.5 is out of range: a number in (0, 1) is allowed`.
    public var description: String {
        let value = value.inOneLine(atMost: 100)
        let shown = value.isEmpty || value.contains(" ") && fault == .notANumber ? "'\(value)'" : value
        switch fault {
        case .outOfRange: return "\(parameter) = \(shown) is out of range: \(allowed) is allowed"
        case .notANumber: return "\(parameter) = \(shown) is not a number: \(allowed) is allowed"
        case .tooCloseToZero: return "\(parameter) = \(shown) is closer to 0 than 5e-324, the least number that can be told from 0"
        case .notAllowed: return "\(parameter) = \(shown) is not allowed: \(allowed) is"
        case .missing: return "\(parameter) has no value: \(allowed) is needed"
        }
    }
}
