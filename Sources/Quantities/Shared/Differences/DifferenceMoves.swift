// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import LazyBall
internal import Sampler

/// The moves behind a supremum over delta.
enum DifferenceMoves {
    /// Only which neurons flip at x + delta counts, so that each may do so by the safest move, and delta have few decimals.
    static func safeFlips(
        _ witness: DifferenceWitness, _ problem: DifferenceProblem<DrawnRows>, _ draw: DenseInitialization, at parameters: Parameters
    ) -> WitnessDraft {
        let delta = witness.perturbation.map { ($0 * (1 - 1e-7) * 1e9).rounded() / 1e9 }
        let input = WitnessGeometry.input(delta)
        let flipped = Set(witness.moves.map(\.index))
        return WitnessDraft(
            moved: moved(of: draw, among: problem, dimension: parameters.d) { index, row in
                flipped.contains(index) ? FlippingMoves.flipped(row, at: input, radius: parameters.ballRadius) : nil
            },
            delta: delta)
    }

    /// The movable rows are some of the draw's, in its order and with its bits: `move` gets their index among them.
    static func moved(
        of draw: DenseInitialization, among problem: DifferenceProblem<DrawnRows>, dimension d: Int, _ move: (Int, [Double]) -> [Double]?
    ) -> [MovedNeuron] {
        var rows: [Double] = []
        problem.movable.forEachTile { rows.append(contentsOf: $0.rows) }
        var index = -1
        return draw.moved { _, row, _ in
            let start = (index + 1) * d
            guard start < rows.count, rows[start..<start + d].elementsEqual(row) else { return nil }
            index += 1
            return move(index, row).map { ($0, nil) }
        }
    }
}
