// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// A perturbation delta and a direction r, in the coordinates of the rows; x = e_0.
///
/// Activations at x + delta depend on the direction of x + delta alone. For R < 1 the directions fill the cone of half-angle asin R about
/// x, and the shortest delta of the direction cos(phi) x + sin(phi) p has length sin(phi).
struct ConeState: Sendable {
    /// A unit vector orthogonal to x, or 0 where delta is parallel to x.
    var across: [Double]
    /// delta = delta.0 x + delta.1 `across`, delta.1 >= 0.
    var delta: (Double, Double)
    /// A unit vector.
    var r: [Double]

    /// A delta of length at most R that turns x by an angle in [0, ``largestAngle(_:)``]: the shortest, or, beyond a right angle, one that
    /// leads near 0 and from there a little way along the direction.
    static func delta(angle: Double, perturbation R: Double) -> (Double, Double) {
        let (cosine, sine) = (Double.cos(angle), Double.sin(angle))
        if cosine > 0 { return (-sine * sine, sine * cosine) }
        // ||delta|| <= 1 + step.
        let step = 0.5 * min(1, R - 1)
        return (step * cosine - 1, step * sine)
    }

    /// The largest angle that is searched: asin R, next to a right angle for R = 1, and next to a straight one for R > 1.
    static func largestAngle(_ R: Double) -> Double { R > 1 ? 0.999 * Double.pi : Double.asin(min(R, 0.9999)) }

    /// The angle between x and x + delta.
    var angle: Double { Double.atan2(y: delta.1, x: 1 + delta.0) }

    /// delta in full.
    var perturbation: [Double] {
        var vector = across.map { delta.1 * $0 }
        vector[0] += delta.0
        return vector
    }

    /// x + delta, as the plain network is given it.
    var shifted: [Double] {
        var vector = perturbation
        vector[0] += 1
        return vector
    }

    /// (r_x, r_p, ||rest||) and the rest normalized (0 where there is none).
    func split() -> (pair: DirectionPair, rest: [Double]) {
        let n = Int32(r.count)
        var rest = r
        rest[0] = 0
        var along = 0.0
        // Twice, for accuracy.
        for _ in 0..<2 {
            let part = ordered_dot(n, rest, across)
            ordered_add(n, -part, across, &rest)
            along += part
        }
        let length = ordered_norm(n, rest)
        guard length > 1e-14 else {
            return (DirectionPair(delta: delta, r: (r[0], along, 0)), [Double](repeating: 0, count: r.count))
        }
        ordered_scale(n, 1 / length, &rest)
        return (DirectionPair(delta: delta, r: (r[0], along, length)), rest)
    }

    /// v / ||v||, or nil for 0.
    static func unit(_ v: [Double]) -> [Double]? {
        let length = ordered_norm(Int32(v.count), v)
        guard length > 0, length.isFinite else { return nil }
        return v.map { $0 / length }
    }

    /// The unit vector along the part of v orthogonal to x, or nil.
    static func unitAcross(_ v: [Double]) -> [Double]? {
        var v = v
        v[0] = 0
        return unit(v)
    }
}
