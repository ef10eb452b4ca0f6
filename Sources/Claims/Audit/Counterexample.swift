// SPDX-License-Identifier: GPL-3.0-or-later

/// A point at which a claim fails: parameters as printed, and both sides there.
public struct Counterexample: Sendable, Hashable, Codable {
    /// A parameter and its value, as printed.
    public struct Parameter: Sendable, Hashable, Codable {
        /// As the paper spells it: "d", "C0".
        public let name: String
        /// The value exactly as it was evaluated: "5", "0.1", "1e-30".
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The point.
    public let parameters: [Parameter]
    /// Both sides, rounded to nearest from enclosures that decide the comparison.
    public let lhs: Double
    /// The right side, which the left one exceeds.
    public let rhs: Double
    /// By how much the claim fails: a lower bound of lhs - rhs.
    public let excess: Double

    public init(_ parameters: [Parameter], lhs: Double, rhs: Double, excess: Double) {
        self.parameters = parameters
        self.lhs = lhs
        self.rhs = rhs
        self.excess = excess
    }

    /// "d = 5, m = 58: 9.36 > 7.616".
    public var text: String {
        let sides = shortTexts(lhs, rhs)
        return parameters.map { "\($0.name) = \($0.value)" }.joined(separator: ", ") + ": \(sides.lhs) > \(sides.rhs)"
    }
}
