// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// Every step that an exact law or a closed form decides, in the paper's order.
public enum ExactSteps {
    public static let all: [ExactStep] =
        StepsTools.all + StepsB4.all + StepsB5.all + StepsB6.all + StepsB7.all + StepsB8.all + StepsB9.all

    /// The step of that ID, "B.7/a".
    public static func step(_ id: String) -> ExactStep? { all.first { $0.id == id } }
}

extension ExactProbability {
    /// The exact probability that a cell of `claim` fails (B.4/1, B.4/2, B.4/3, B.5/a), or, for B.6/1 and B.6/2, the probability that the
    /// claim bounds, at the worst delta with ||delta|| <= R. Nil for a claim without an exact law, and out of its domain.
    ///
    /// The first are to be held against gamma, the last two against the claim's right-hand side; ``ExactStep/evaluate(at:)`` does
    /// both with the precision raised as far as the comparison needs. A few milliseconds.
    public static func of(_ claim: BoundedClaim, at parameters: Parameters) -> ExactProbability? {
        guard hasExactLaw(claim), let evaluation = evaluation(of: claim, at: parameters) else { return nil }
        return ExactProbability(evaluation.left, method: evaluation.method)
    }

    /// The same claim decided: left side, right side and outcome.
    public static func evaluation(of claim: BoundedClaim, at parameters: Parameters) -> StepEvaluation? {
        guard hasExactLaw(claim), let step = ExactSteps.step(claim.rawValue), let point = try? StepPoint(parameters)
        else { return nil }
        return step.evaluate(at: point)
    }

    private static func hasExactLaw(_ claim: BoundedClaim) -> Bool {
        switch claim {
        case .flippedNeurons, .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .functionValueAtStart: true
        case .signChange, .signChangeNearby: true
        default: false
        }
    }
}
