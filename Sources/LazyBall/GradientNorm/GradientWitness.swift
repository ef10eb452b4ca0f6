// SPDX-License-Identifier: GPL-3.0-or-later

/// A W of the ball, described by what a gradient problem knows: which flippable neurons are active, how they move, how the steady do.
///
/// Every active flippable neuron is at a mixture (convex combination) of its best answers to a few directions u in the plane of x and
/// `across`; an inactive one that was active is moved to <w, x> = 0; each steady active one moves by a_s `steadyMove`.
public struct GradientWitness: Sendable {
    /// Whether each flippable neuron is active.
    public let on: [Bool]
    /// A unit vector orthogonal to x, or 0.
    public let across: [Double]
    /// Directions u = along x + across p, and weights >= 0 that sum to 1.
    public let mixture: [(weight: Double, along: Double, across: Double)]
    /// The vector, of length at most V, that a steady active neuron of sign +1 moves by (sign -1: by its negative).
    public let steadyMove: [Double]

    /// The moved weights of the flippable neurons, row-major. Activations hold in floating point: coordinate 0, <w, x>, is positive for
    /// the active ones and at most 0 for the others.
    public func expand(_ problem: GradientProblem) -> [Double] {
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        var rows = problem.flippable.rows
        let moves = mixture.map { ActiveMoves(along: $0.along, across: $0.across, radius: problem.radius) }
        for s in 0..<k {
            let g = rows[s * n]
            guard on[s] else {
                rows[s * n] = min(g, 0)
                continue
            }
            var (x, p) = (0.0, 0.0)
            for (part, move) in zip(mixture, moves) {
                let step = move.move(g, problem.flippable.signs[s])
                x += part.weight * step.0
                p += part.weight * step.1
            }
            rows[s * n] = max(g + x, .leastNormalMagnitude)
            for i in 1..<max(n, 1) { rows[s * n + i] += p * across[i] }
        }
        return rows
    }
}
