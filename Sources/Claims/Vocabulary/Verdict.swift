// SPDX-License-Identifier: GPL-3.0-or-later

/// What was shown of a claim, and no more.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
    /// The claim fails: a counterexample inside its stated domain, or a probability of violation that exceeds what it allows, exactly or to
    /// the stated error rate. Of an experiment: it fails whatever the choices that the paper leaves open, by an argument that its row
    /// states.
    case refuted
    /// The claim holds at the points tried: certificates or an exact law close them, exactly or to the stated error rate.
    case holds
    /// Nothing tried refutes the claim, and nothing closes the rest.
    case consistent
    /// The budget ended before the question was decided.
    case inconclusive
    /// Rigorous over the whole stated domain (audit only).
    case proved
    /// Of an experiment: found again, under the choices and by the rule that its row names.
    case reproduced
    /// Of an experiment: not found again under the choices named; under others it may be.
    case notReproduced = "not reproduced"

    /// Whether the claim stands: proved, or found to hold at the points tried.
    public var isPositive: Bool {
        switch self {
        case .proved, .holds, .reproduced: true
        case .refuted, .consistent, .inconclusive, .notReproduced: false
        }
    }
}
