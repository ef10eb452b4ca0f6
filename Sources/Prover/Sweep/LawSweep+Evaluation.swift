// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
public import Claims
public import Laws

/// A sweep's claim at one point: both sides enclosed, and what follows.
public struct SweepEvaluation: Sendable {
    public let point: SweepPoint
    /// The left side: a probability, a moment or a number.
    public let left: Enclosure
    /// The right side: gamma, or the bound.
    public let right: Enclosure
    /// Whether left <= right, decided on the enclosures.
    public let outcome: Outcome
    /// How the left side was found.
    public let method: String
    /// The variables that matter and their values.
    let variables: [SweepVariable]

    /// The variables that matter, as words: d=2 gamma=0.05.
    public var parameters: String { law.parameters }

    public var law: LawEvaluation {
        LawEvaluation(
            left: left, right: right, outcome: outcome, method: method, variables: variables.map { .init($0.rawValue, point.text($0)) })
    }
}

extension LawSweep: FailureLaw {
    public func evaluation(at parameters: Parameters) throws(ParameterError) -> LawEvaluation? {
        evaluate(at: try SweepPoint(parameters))?.law
    }
}

extension LawSweep {
    /// The precisions tried, in bits beyond what the size of the parameters costs. From 128 on a single probability is good to
    /// 1e-12; a sweep, which only compares, begins with less.
    static let ladder = [128, 256, 512]
    static let sweepLadder = [64] + ladder

    /// The claim at `point`; nil outside its domain and where it says nothing.
    ///
    /// The comparison is decided on balls. Where they overlap the precision is raised; where they still overlap at the last
    /// one the outcome is undecided.
    public func evaluate(at point: SweepPoint) -> SweepEvaluation? { evaluate(at: point, ladder: Self.ladder) }

    func evaluate(at point: SweepPoint, ladder: [Int]) -> SweepEvaluation? {
        guard contains(point) else { return nil }
        var last: SweepEvaluation?
        for bits in ladder {
            guard let evaluation = evaluate(at: point, bits: bits) else { return nil }
            if evaluation.outcome != .undecided { return evaluation }
            last = evaluation
        }
        return last
    }

    private func evaluate(at point: SweepPoint, bits: Int) -> SweepEvaluation? {
        Precision.with(bits, point.parameters) {
            guard let sides = sides(point, bits) else { return nil }
            let (left, right) = (sides.inequality.lhs, sides.inequality.rhs)
            let outcome: Outcome =
                left.isCertainlyAtMost(right) ? .satisfied : right.isCertainlyLess(than: left) ? .violated : .undecided
            return SweepEvaluation(
                point: point, left: Enclosure(left), right: Enclosure(right), outcome: outcome, method: sides.method, variables: variables)
        }
    }
}
