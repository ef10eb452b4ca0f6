// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// How a neuron that is to be active at x = e_0 moves against a direction u: min a<u, w> over its cap, ||w - w_0|| <= V and <w, x> >= 0.
///
/// The direction is u = u_x x + u_p p, with p a unit vector orthogonal to x. Where w_0 - a V u is active the neuron goes there; else
/// it goes to the plane <w, x> = 0 and along -a p: w = w_0 - g x - a sign(u_p) sqrt(V^2 - g^2) p.
struct ActiveMoves {
    let along: Double
    let across: Double
    /// sign(u_p), 0 for 0.
    let side: Double
    let radius: Double

    init(along: Double, across: Double, radius: Double) {
        self.along = along
        self.across = across
        self.radius = radius
        side = across > 0 ? 1 : (across < 0 ? -1 : 0)
    }

    /// The move (in x, in p) of the neuron; for |g| <= V.
    @inline(__always)
    func move(_ g: Double, _ sign: Double) -> (Double, Double) {
        let free = -sign * radius * along
        if free >= -g { return (free, -sign * radius * across) }
        return (-g, -sign * side * Double.sqrt(max(0, (radius - g) * (radius + g))))
    }

    /// min over the moves of a<u, w - w_0>, that is sign times the move along u.
    @inline(__always)
    func gain(_ g: Double, _ sign: Double) -> Double {
        let (x, p) = move(g, sign)
        return sign * (along * x + across * p)
    }
}
