// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// sup over ||delta|| <= R and W of ||(1/sqrt m) sum_s a_s w_{s,0} (1[<w_s, x+delta> > 0] - 1[<w_{s,0}, x+delta> > 0])||, bracketed: B.8/j.
///
/// For given delta any subset of the neurons that can flip at x + delta may flip. 0 where V = 0. With R = 0 it is B.8/i.
public struct PerturbedFlippedSum: Sendable {
    /// The quantity at the witness.
    public let attained: Double
    /// No delta and W have more.
    public let certified: Double
    /// The delta and W that attain `attained`.
    public let witness: DifferenceWitness
    /// The certificate alone; `certified` is the larger of this and `attained`, which rounding might put above it.
    package let limit: Double

    /// - Parameters:
    ///   - problem: the draw.
    ///   - bound: the search is cut short once certified <= bound or attained > bound.
    ///   - passes: at most how many passes over the rows the search makes.
    public init<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, bound: Double? = nil, passes: Int = 30) {
        let root = Double.sqrt(Double(problem.width))
        let zero = [Double](repeating: 0, count: problem.movable.dimension)
        guard problem.movable.count > 0, problem.radius > 0 else {
            (attained, certified, limit) = (0, 0, 0)
            witness = DifferenceWitness(perturbation: zero, across: zero, rest: zero, moves: [])
            return
        }
        let reach = ConeReach(problem)
        var least = SlabCertificate.sum(problem, reach) / root
        if let sweep = AngularSweep(problem) {
            // ||sum over k rows of +-w|| <= sigma sqrt k.
            let square = WeightedGram.bound(problem.movable, fromColumn: 0) { _, _ in 1 }
            least = min(least, Double.sqrt(square * Double(sweep.most)) * (1 + 1e-12) / root)
        }
        limit = least
        let decided = limit <= bound ?? -.infinity
        let search = SlabSearch(
            SlabObjective(radius: problem.radius, counts: false), problem, reach, passes: decided ? min(2, passes) : passes,
            goal: bound.map { $0 * root })
        attained = search.sum / root
        certified = max(limit, attained)
        witness = search.witness
    }
}
