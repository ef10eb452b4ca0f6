// SPDX-License-Identifier: GPL-3.0-or-later

/// What was found about a step over its stated domain.
public struct StepFinding: Sendable {
    public enum Verdict: String, Sendable, Hashable {
        /// An argument covers the whole domain, its numerical links evaluated; no point of the grid contradicts it.
        case proved
        /// A witness: a point of the domain where the claim certainly fails.
        case refuted
        /// No argument that closes, and the claim certainly holds at every point of the grid.
        case holds
        /// Some point of the grid could not be decided, and none refutes.
        case inconclusive
    }

    public let step: ExactStep
    public let verdict: Verdict
    /// The simplest point of the grid that refutes, where one does, shrunk to the least round d and m.
    public let witness: StepEvaluation?
    /// How many points of the grid satisfy. Points where the claim says nothing are not counted anywhere.
    public let satisfied: Int
    /// Every point of the grid that refutes, simplest first: where the claim fails.
    public let violations: [StepEvaluation]
    /// How many points of the grid no precision decided.
    public let undecided: Int
    /// The simplest of those.
    public let firstUndecided: StepEvaluation?
    /// The point of the grid with the largest left side relative to its right side.
    public let tightest: StepEvaluation?
    /// The reasoning, where the step is proved.
    public let argument: String?
}

extension ExactStep {
    /// Evaluates the step on its grid, simplest point first, and its argument.
    public func sweep() -> StepFinding {
        var counts = [Outcome: Int]()
        var violations = [StepEvaluation]()
        var firstUndecided: StepEvaluation?
        var tightest: StepEvaluation?
        for point in grid.points() {
            guard let evaluation = evaluate(at: point, ladder: Self.sweepLadder) else { continue }
            counts[evaluation.outcome, default: 0] += 1
            if evaluation.outcome == .violated { violations.append(evaluation) }
            if evaluation.outcome == .undecided, firstUndecided == nil { firstUndecided = evaluation }
            if evaluation.logRatio > tightest?.logRatio ?? -.infinity { tightest = evaluation }
        }
        let undecided = counts[.undecided] ?? 0
        let verdict: StepFinding.Verdict
        if !violations.isEmpty {
            verdict = .refuted
        } else if let argument, argument.holds {
            verdict = .proved
        } else {
            verdict = undecided == 0 ? .holds : .inconclusive
        }
        return StepFinding(
            step: self, verdict: verdict, witness: violations.first.map(shrunk), satisfied: counts[.satisfied] ?? 0,
            violations: violations, undecided: undecided, firstUndecided: firstUndecided, tightest: tightest,
            argument: verdict == .proved ? argument?.text : nil)
    }
}

extension StepEvaluation {
    /// log(left / right), from the logarithms' upper ends; -infinity where it is not defined.
    var logRatio: Double {
        let ratio = left.logUpper - right.logUpper
        return ratio.isNaN ? -.infinity : ratio
    }
}
