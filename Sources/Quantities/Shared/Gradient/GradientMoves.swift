// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import LazyBall
internal import Sampler

/// The moves behind the suprema and infima about the gradient at x.
enum GradientMoves {
    static func problem(_ draws: Draws, _ trial: UInt64, radius: Double) throws -> GradientProblem {
        try draws.problem(trial, dense: { $0.gradientProblem(radius: radius) }, reduced: { $0.gradientProblem(radius: radius) })
    }

    /// The flippable neurons where the witness has them, and the steady active ones moved by a_s times its steady move.
    static func expanded(
        _ witness: GradientWitness, _ problem: GradientProblem, _ draw: DenseInitialization, dimension d: Int
    ) -> WitnessDraft {
        let rows = witness.expand(problem)
        var index = 0
        return WitnessDraft(
            moved: draw.moved { _, row, sign in
                if FlipGeometry.canFlip(row[0], radius: problem.radius) {
                    index += 1
                    return (Array(rows[(index - 1) * d..<index * d]), nil)
                }
                return row[0] > 0 ? (zip(row, witness.steadyMove).map { $0 + sign * $1 }, nil) : nil
            })
    }

    /// Every move that makes the gradient at W0 shorter by itself, u being its direction: a steady active neuron goes by -a_s V u, a
    /// flippable one flips where that takes from the part along u. All together may overshoot. Nil where the gradient is 0.
    static func descent(of draw: DenseInitialization, at parameters: Parameters) -> WitnessDraft? {
        let radius = parameters.ballRadius
        let sum = GradientSumDefinition(.gradient, projected: false).sum(over: draw)
        let length = WitnessGeometry.norm(sum)
        guard length > 0 else { return nil }
        // Shortened by what rounding could add to a move's length.
        let step = sum.map { radius * (1 - 1e-9) * $0 / length }
        let x = WitnessGeometry.axis(0, times: 1, dimension: parameters.d)
        return WitnessDraft(
            moved: draw.moved { _, row, sign in
                if row[0] > radius { return (zip(row, step).map { $0 - sign * $1 }, nil) }
                let along = sign * zip(row, sum).reduce(0) { $0 + $1.0 * $1.1 }
                guard (row[0] > 0) == (along > 0) else { return nil }
                return FlippingMoves.flipped(row, at: x, radius: radius).map { ($0, nil) }
            })
    }

    /// The W that takes the gradient, or its flipped neurons, farthest from where they are at W0.
    static func deviation(
        _ quantity: GradientDeviation.Quantity, of draw: DenseInitialization, at parameters: Parameters, bound: Double
    ) -> WitnessDraft {
        let radius = parameters.ballRadius
        let problem = draw.gradientProblem(radius: radius)
        let witness = GradientDeviation(quantity, problem, certificate: nil, bound: bound).witness
        guard quantity != .projectedDifference else { return expanded(witness, problem, draw, dimension: parameters.d) }
        // Only which neurons flip counts here, so that each may do so by the safest move.
        let x = WitnessGeometry.axis(0, times: 1, dimension: parameters.d)
        var index = 0
        return WitnessDraft(
            moved: draw.moved { _, row, _ in
                guard FlipGeometry.canFlip(row[0], radius: radius) else { return nil }
                index += 1
                guard witness.on[index - 1] != (row[0] > 0) else { return nil }
                return FlippingMoves.flipped(row, at: x, radius: radius).map { ($0, nil) }
            })
    }
}
