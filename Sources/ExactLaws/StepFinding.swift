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
    /// The simplest point of the grid that refutes, where one does.
    public let witness: StepEvaluation?
    /// Points of the grid that satisfy, violate, and are undecided. Points where the claim says nothing are not counted.
    public let satisfied: Int
    public let violated: Int
    public let undecided: Int
    /// The point of the grid with the largest left side relative to its right side.
    public let tightest: StepEvaluation?
    /// The reasoning, where the step is proved.
    public let argument: String?
}

extension ExactStep {
    /// Evaluates the step on its grid, simplest point first, and its argument.
    public func sweep() -> StepFinding {
        var counts = [Outcome: Int]()
        var witness: StepEvaluation?
        var tightest: StepEvaluation?
        for point in grid.points() {
            guard let evaluation = evaluate(at: point) else { continue }
            counts[evaluation.outcome, default: 0] += 1
            if evaluation.outcome == .violated, witness == nil { witness = evaluation }
            if evaluation.logRatio > tightest?.logRatio ?? -.infinity { tightest = evaluation }
        }
        let undecided = counts[.undecided] ?? 0
        let verdict: StepFinding.Verdict
        if witness != nil {
            verdict = .refuted
        } else if let argument, argument.holds {
            verdict = .proved
        } else {
            verdict = undecided == 0 ? .holds : .inconclusive
        }
        return StepFinding(
            step: self, verdict: verdict, witness: witness, satisfied: counts[.satisfied] ?? 0, violated: counts[.violated] ?? 0,
            undecided: undecided, tightest: tightest, argument: verdict == .proved ? argument?.text : nil)
    }
}

extension StepEvaluation {
    /// log(left / right), from the logarithms' upper ends; -infinity where it is not defined.
    var logRatio: Double {
        let ratio = left.logUpper - right.logUpper
        return ratio.isNaN ? -.infinity : ratio
    }
}
