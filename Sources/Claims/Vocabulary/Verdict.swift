// SPDX-License-Identifier: GPL-3.0-or-later

/// What was shown of a claim, and no more.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
    /// The claim fails: a counterexample inside its stated domain, or a probability of violation that exceeds what it allows, exactly or to
    /// the stated error rate. Of an experiment: networks that contradict it under the rule that its row states.
    case refuted
    /// The claim holds at the points tried: certificates or an exact law close them, exactly or to the stated error rate.
    case holds
    /// Nothing tried refutes the claim, and nothing closes the rest.
    case consistent
    /// The budget ended before the question was decided.
    case inconclusive
    /// Rigorous over the whole stated domain (audit only).
    case proved

    /// Whether the claim stands: proved, or found to hold at the points tried.
    public var isPositive: Bool {
        switch self {
        case .proved, .holds: true
        case .refuted, .consistent, .inconclusive: false
        }
    }
}
