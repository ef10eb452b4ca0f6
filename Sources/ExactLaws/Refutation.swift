// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds

extension ExactStep {
    /// The simplest point of the grid that certainly violates the step, shrunk; nil where none does. Stops at the first.
    public func refutation() -> StepEvaluation? {
        for point in grid.points() {
            let evaluation = evaluate(at: point, ladder: Self.sweepLadder)
            if let evaluation, evaluation.outcome == .violated { return shrunk(evaluation) }
        }
        return nil
    }

    /// The same violation at the least d, then the least m, of 1, 2, 5, 10, 20, 50, ... that still violates; the rest as it is.
    func shrunk(_ witness: StepEvaluation) -> StepEvaluation {
        var best = evaluate(at: witness.point) ?? witness
        for variable in [StepVariable.d, .m] where variables.contains(variable) {
            let p = best.point.parameters
            let current = variable == .d ? p.d : p.m
            for count in Self.roundCounts where count < current {
                guard let point = best.point.replacing(variable, by: count), let tried = evaluate(at: point),
                    tried.outcome == .violated
                else { continue }
                best = tried
                break
            }
        }
        return best
    }

    private static let roundCounts: [Int] = (0..<15).flatMap { k in
        let power = (0..<k).reduce(1) { value, _ in 10 * value }
        return [power, 2 * power, 5 * power]
    }
}

extension StepPoint {
    /// The point with another d or m; R and eps stay as they are.
    func replacing(_ variable: StepVariable, by count: Int) -> StepPoint? {
        let p = parameters
        guard
            let moved = try? Parameters(
                d: variable == .d ? count : p.d, m: variable == .m ? count : p.m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius,
                epsilon: p.epsilon)
        else { return nil }
        return try? StepPoint(moved, order: order, threshold: threshold)
    }
}
