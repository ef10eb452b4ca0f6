// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import ExactLaws
internal import Statistics

/// A cell made ready to be judged: its bound, the failure probability that it allows, and what is known without a trial.
struct Question: Sendable {
    let cell: Cell
    let bound: Double
    let inDomain: Bool
    let vacuous: Bool
    /// The probability that a draw violates the claim (for a claim about a probability, that one), held against what is allowed
    /// in ball arithmetic, where its law is known.
    let law: StepEvaluation?

    init(_ cell: Cell) throws {
        self.cell = cell
        let value = try BoundValue(cell.claim, at: cell.parameters)
        bound = value.value
        inDomain = value.inDomain
        vacuous = value.vacuous
        law = ExactProbability.evaluation(of: cell.claim, at: cell.parameters)
    }

    /// What kind of statement the claim makes of a draw.
    enum Kind: Sendable {
        /// With probability at least 1 - gamma a quantity obeys the bound.
        case quantile
        /// The bound is on the probability of an event.
        case event
        /// The quantity obeys the bound on every draw.
        case sure
    }

    var kind: Kind {
        switch cell.claim {
        case .signChange, .signChangeNearby: .event
        case .functionChange: .sure
        default: .quantile
        }
    }

    /// The probability of failure that the claim allows, below 1.
    var allowed: Double {
        switch kind {
        case .quantile: cell.parameters.gamma
        // A bound of 1 or more on a probability cannot fail, which the exact law says without a trial.
        case .event: Swift.min(bound, 1 - .ulpOfOne)
        case .sure: 0
        }
    }

    func status(_ bracket: TrialBracket) -> TrialStatus {
        switch (kind, cell.claim.direction) {
        case (.event, _): bracket.attained > 0 ? .violates : .satisfied
        case (_, .upper): bracket.status(upperBound: bound)
        case (_, .lower): bracket.status(lowerBound: bound)
        }
    }

    /// The verdict that the exact law gives, unless its enclosure contains the allowed probability.
    var lawVerdict: Verdict? {
        switch law?.outcome {
        case .satisfied: .holds
        case .violated: .refuted
        case .undecided, nil: nil
        }
    }

    func result(
        judge: CellJudge, method: Method, attained: [Double], alpha: Double, expected: Verdict?
    ) -> RunResult.Cell {
        let p = cell.parameters
        let quantile = quantile(of: attained, alpha: alpha)
        let limits = judge.limits
        let probability = law.map { RunResult.Probability(lower: Swift.max(0, $0.left.lower), upper: Swift.min(1, $0.left.upper)) }
            ?? .init(lower: limits.lower, upper: limits.upper)
        return RunResult.Cell(
            claim: cell.claim.rawValue, d: p.d, m: p.m, gamma: p.gamma, c0: cell.value(of: .c0), c1: cell.value(of: .c1),
            radius: cell.value(of: .radius), epsilon: cell.value(of: .epsilon), inDomain: inDomain, vacuous: vacuous,
            bound: bound, method: method, evidence: lawVerdict == nil ? .trials : .law, trials: judge.trials,
            violations: judge.violations, undecided: judge.undecided, probability: probability, quantile: quantile,
            maximum: kind == .event ? nil : cell.claim.direction == .upper ? attained.max() : attained.min(),
            slack: quantile.flatMap { slack(quantile: $0.value) },
            verdict: inDomain ? lawVerdict ?? judge.verdict : nil, expected: inDomain ? expected : nil)
    }

    private func quantile(of attained: [Double], alpha: Double) -> RunResult.Quantile? {
        guard kind == .quantile, !attained.isEmpty else { return nil }
        let gamma = cell.parameters.gamma
        let level = cell.claim.direction == .upper ? 1 - gamma : gamma
        guard let estimate = try? OrderStatisticQuantile(probability: level, alpha: alpha).estimate(attained) else { return nil }
        return .init(value: estimate.value, lower: estimate.lower, upper: estimate.upper)
    }

    private func slack(quantile: Double) -> Double? {
        guard bound.isFinite, bound > 0, quantile > 0 else { return nil }
        return cell.claim.direction == .upper ? bound / quantile : quantile / bound
    }
}
