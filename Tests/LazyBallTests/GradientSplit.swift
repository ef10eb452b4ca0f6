// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule

/// B.7/e (eq. 6), evaluated at one W: ||P grad f(W) - P grad f(W0)|| <= C0 + ||flips||.
///
/// With 1_s = 1[<w_s, x> > 0] and 1_s0 the same at W0,
///
///     w_s 1_s - w_{s,0} 1_s0 = (w_s - w_{s,0}) 1_s + w_{s,0} (1_s - 1_s0),
///
/// so the difference of the gradients is `movement` + `flips`, and ||movement|| <= (1/sqrt m) m V = C0. The inequality holds for
/// every draw and every W; an instance where it does not is a mistake in this code.
struct GradientSplit: Sendable, Hashable {
    /// ||P grad f(W) - P grad f(W0)||, and the same without P.
    let difference: Double
    let unprojectedDifference: Double
    /// ||(1/sqrt m) sum_s a_s P (w_s - w_{s,0}) 1_s||.
    let movement: Double
    /// ||(1/sqrt m) sum_s a_s P w_{s,0} (1_s - 1_s0)||: what B.7/f takes the supremum of. And without P: B.8/i.
    let flips: Double
    let unprojectedFlips: Double

    /// - Parameter x: a unit vector. Plain sums over the definition.
    init(initial: Network, moved: Network, at x: [Double]) {
        precondition(initial.dimension == moved.dimension && initial.signs == moved.signs && initial.width == moved.width)
        let d = initial.dimension
        let zero = [Double](repeating: 0, count: d)
        var (movement, flips) = (zero, zero)
        for s in initial.signs.indices {
            let on = moved.preactivation(s, at: x) > 0
            let before = initial.preactivation(s, at: x) > 0
            let factor = (on ? 1.0 : 0) - (before ? 1.0 : 0)
            for i in 0..<d {
                let start = initial.rows[s * d + i]
                if on { movement[i] += initial.signs[s] * (moved.rows[s * d + i] - start) }
                flips[i] += factor * initial.signs[s] * start
            }
        }
        let root = Double.sqrt(Double(initial.width))
        let difference = zip(moved.gradient(at: x), initial.gradient(at: x)).map { $0 - $1 }
        self.difference = Self.norm(Self.projected(difference, x))
        unprojectedDifference = Self.norm(difference)
        self.movement = Self.norm(Self.projected(movement, x)) / root
        self.flips = Self.norm(Self.projected(flips, x)) / root
        unprojectedFlips = Self.norm(flips) / root
    }

    /// C0 + ||flips||, C0 = V sqrt m: at most the right-hand side of B.7/e.
    func rightSide(radius: Double, width: Int) -> Double { radius * Double.sqrt(Double(width)) + flips }

    private static func projected(_ v: [Double], _ x: [Double]) -> [Double] {
        let part = zip(v, x).reduce(0) { $0 + $1.0 * $1.1 }
        return zip(v, x).map { $0 - part * $1 }
    }

    private static func norm(_ v: [Double]) -> Double { Double.sqrt(v.reduce(0) { $0 + $1 * $1 }) }
}
