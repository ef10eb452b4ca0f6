// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The exact maximum over the directions of the plane within asin R of x (a right angle for R >= 1): rows of one or two coordinates.
///
/// Opposite directions have the same slab, so a right angle to either side says all. A single row of a reduced draw has two coordinates
/// whatever d: it meets the cone of directions first in the plane of x and itself, so the plane says all there too.
///
/// Neuron s can flip at the direction of angle phi iff phi is within asin(V/||w||) of a direction orthogonal to w_{s,0}; always if ||w||
/// <= V. The maximum over phi of the number of closed intervals that contain it, by sorting their ends. On the line phi is 0, and the
/// neurons that can flip at x are counted.
struct AngularSweep {
    let most: Int
    /// R.
    let reach: Double
    /// A direction where as many intervals overlap.
    let angle: Double

    /// The state there.
    var state: ConeState {
        let side = angle < 0 ? -1.0 : 1
        return ConeState(
            across: [0, side], delta: ConeState.delta(angle: min(abs(angle), ConeState.largestAngle(reach)), perturbation: reach),
            r: [1, 0])
    }

    /// nil for rows of more than two coordinates.
    init?<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>) {
        let n = problem.movable.dimension
        guard n <= 2 else { return nil }
        let R = problem.perturbation
        reach = R
        let end = Double.asin(min(1, R)) * (1 + 1e-15)
        var always = 0
        // Each end with its step: openings before closings at the same angle.
        var ends: [(angle: Double, step: Int)] = []
        problem.movable.forEachTile { tile in
            for s in 0..<tile.count {
                guard n == 2 else {
                    if FlipGeometry.canFlip(tile.rows[s], radius: problem.radius) { always += 1 }
                    continue
                }
                let w = (tile.rows[s * n], tile.rows[s * n + 1])
                let length = Double.hypot(w.0, w.1)
                guard length > problem.radius else {
                    always += 1
                    continue
                }
                // Widened by the rounding of the angles.
                let half = Double.asin(problem.radius / length) + 4e-15
                let middle = Double.atan2(y: w.1, x: w.0) + Double.pi / 2
                // For |phi| <= pi/2 and |middle| <= 3 pi/2, the orthogonal directions are the middle plus multiples of pi.
                for turn in -2...2 {
                    let centre = middle + Double(turn) * Double.pi
                    let (low, high) = (max(-end, centre - half), min(end, centre + half))
                    if low <= high {
                        ends.append((low, 1))
                        ends.append((high, -1))
                    }
                }
            }
        }
        ends.sort { $0.angle < $1.angle || ($0.angle == $1.angle && $0.step > $1.step) }
        var (open, most, angle) = (0, 0, 0.0)
        for k in ends.indices {
            open += ends[k].step
            guard open > most else { continue }
            // The next end is a closing one wherever this one opens the largest overlap.
            (most, angle) = (open, 0.5 * (ends[k].angle + ends[min(k + 1, ends.count - 1)].angle))
        }
        self.angle = angle
        self.most = min(always + most, problem.movable.count)
    }
}
