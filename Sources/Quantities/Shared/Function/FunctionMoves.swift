// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import LazyBall
internal import Sampler

/// One draw's range of f over the ball, and the W that attains an end of it.
enum FunctionMoves {
    static func range(_ draws: Draws, _ trial: UInt64, radius: Double, bias: Double = 0) throws -> FunctionRange {
        try draws.problem(
            trial, dense: { $0.functionRange(radius: radius, bias: bias) }, reduced: { $0.functionRange(radius: radius, bias: bias) })
    }

    /// The W whose value is farthest from `start`.
    static func draft(of draw: DenseInitialization, at parameters: Parameters, from start: (FunctionRange) -> Double) -> WitnessDraft {
        let range = draw.functionRange(radius: parameters.ballRadius)
        let start = start(range)
        let end: FunctionRange.End = range.supremum - start >= start - range.infimum ? .supremum : .infimum
        return WitnessDraft(
            moved: draw.moved { _, row, sign in
                let shift = FunctionRange.shiftAlongX(attaining: end, sign: sign, radius: parameters.ballRadius)
                // Where relu is 0 before and after, the move does nothing.
                guard row[0] > 0 || row[0] + shift > 0 else { return nil }
                var weights = row
                weights[0] += shift
                return (weights, nil)
            })
    }
}
