// SPDX-License-Identifier: GPL-3.0-or-later

/// sup over ||delta|| <= R of |S'_v(delta)|, the number of neurons that some W flips at x + delta, one delta for all: B.4/4, bracketed.
///
/// S'_v(delta) = { s : <w_{s,0}, x+delta>/||x+delta|| in (-V, V] }, V > 0 (``FlipGeometry/canFlip(_:radius:)``). It is empty where V = 0
/// and at x + delta = 0, where no neuron is active whatever W.
public struct PerturbedFlipCount: Sendable {
    /// The number that flips at the witness.
    public let attained: Int
    /// No delta has more.
    public let certified: Int
    /// The delta and W that attain `attained`.
    public let witness: DifferenceWitness
    /// The certificate alone; `certified` is the larger of this and `attained`, which rounding might put above it.
    package let limit: Int

    /// - Parameters:
    ///   - problem: the draw.
    ///   - bound: the search is cut short once certified <= bound or attained > bound.
    ///   - passes: at most how many passes over the rows the search makes.
    public init<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, bound: Double? = nil, passes: Int = 30) {
        let zero = [Double](repeating: 0, count: problem.movable.dimension)
        guard problem.movable.count > 0, problem.radius > 0 else {
            (attained, certified, limit) = (0, 0, 0)
            witness = DifferenceWitness(perturbation: zero, across: zero, rest: zero, moves: [])
            return
        }
        let reach = ConeReach(problem)
        let sweep = AngularSweep(problem)
        limit = sweep?.most ?? SlabCertificate.count(problem, reach)
        let decided = Double(limit) <= bound ?? -.infinity
        let search = SlabSearch(
            SlabObjective(radius: problem.radius, counts: true), problem, reach, passes: decided ? min(2, passes) : passes, goal: bound,
            extra: problem.movable.dimension == 2 ? sweep.map { [$0.state] } ?? [] : [])
        attained = search.count
        certified = max(limit, attained)
        witness = search.witness
    }
}
