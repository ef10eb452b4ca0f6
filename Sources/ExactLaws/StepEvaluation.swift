// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds

/// A step at one point: both sides enclosed, and what follows.
public struct StepEvaluation: Sendable {
    /// The step's ID.
    public let step: String
    public let point: StepPoint
    /// The left side: a probability, a moment or a number.
    public let left: Enclosure
    /// The right side: gamma, or the bound.
    public let right: Enclosure
    /// Whether left <= right, decided on the enclosures.
    public let outcome: Outcome
    /// How the left side was found.
    public let method: String
    /// The variables that matter, as words: d=2 gamma=0.05.
    public let parameters: String

    /// One line: the parameters, both sides and the outcome.
    public var description: String { "\(parameters): \(left.value) against \(right.value), \(outcome.rawValue)" }
}

extension ExactStep {
    /// The precisions tried, in bits beyond what the size of the parameters costs. From 128 on a single probability is good to
    /// 1e-12; a sweep, which only compares, begins with less.
    static let ladder = [128, 256, 512]
    static let sweepLadder = [64] + ladder

    /// The step at `point`; nil outside its domain and where the claim says nothing.
    ///
    /// The comparison is decided on balls. Where they overlap the precision is raised; where they still overlap at the last
    /// one the outcome is undecided.
    public func evaluate(at point: StepPoint) -> StepEvaluation? { evaluate(at: point, ladder: Self.ladder) }

    func evaluate(at point: StepPoint, ladder: [Int]) -> StepEvaluation? {
        guard contains(point) else { return nil }
        var last: StepEvaluation?
        for bits in ladder {
            guard let evaluation = evaluate(at: point, bits: bits) else { return nil }
            if evaluation.outcome != .undecided { return evaluation }
            last = evaluation
        }
        return last
    }

    private func evaluate(at point: StepPoint, bits: Int) -> StepEvaluation? {
        Precision.with(bits, point.parameters) {
            guard let sides = sides(point, bits) else { return nil }
            let outcome: Outcome =
                sides.left.isCertainlyAtMost(sides.right) ? .satisfied
                : sides.right.isCertainlyLess(than: sides.left) ? .violated : .undecided
            return StepEvaluation(
                step: id, point: point, left: Enclosure(sides.left), right: Enclosure(sides.right), outcome: outcome,
                method: sides.method, parameters: variables.map(point.text).joined(separator: " "))
        }
    }
}
