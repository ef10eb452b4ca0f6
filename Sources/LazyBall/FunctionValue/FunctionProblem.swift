// SPDX-License-Identifier: GPL-3.0-or-later

/// What a draw must tell for the function value at x, Lemma B.5: g_s = <w_{s,0}, x> and a_s of all m neurons.
public struct FunctionProblem: Sendable {
    /// V >= 0.
    public let radius: Double
    /// m numbers.
    public let preactivations: [Double]
    /// m numbers, each +1 or -1.
    public let signs: [Double]

    /// - Precondition: `radius` >= 0, and as many preactivations as signs, at least one.
    public init(radius: Double, preactivations: [Double], signs: [Double]) {
        precondition(radius >= 0 && preactivations.count == signs.count && !signs.isEmpty)
        self.radius = radius
        self.preactivations = preactivations
        self.signs = signs
    }
}
