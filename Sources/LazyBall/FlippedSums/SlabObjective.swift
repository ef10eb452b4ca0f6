// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// What the neurons that can flip at x + delta count for: their number, or a subset's sum of flips along r.
struct SlabObjective: ConeObjective {
    let radius: Double
    /// Whether every flip counts 1, rather than a <w_{s,0}, r> times its direction, if positive.
    let counts: Bool

    struct Prepared {
        let shifted: (Double, Double)
        let reach: Double
        let scale: Double
        let r: (Double, Double, Double)
    }

    func prepare(_ pair: DirectionPair, bandwidth b: Double) -> Prepared {
        let shifted = (1 + pair.delta.0, pair.delta.1)
        return Prepared(shifted: shifted, reach: radius * Double.hypot(shifted.0, shifted.1), scale: 1 / b, r: pair.r)
    }

    @inline(__always)
    func term(_ p: Prepared, _ w: (Double, Double, Double), sign: Double) -> ConeTerm {
        let h = p.shifted.0 * w.0 + p.shifted.1 * w.1
        let near = abs(h * p.scale) < 1
        let inside = FlipGeometry.canFlip(h, radius: p.reach)
        guard near || inside else { return .nothing }
        let product = counts ? 1 : sign * (w.0 * p.r.0 + w.1 * p.r.1 + w.2 * p.r.2)
        var term = ConeTerm.nothing
        // Towards the slab, from both sides, by what the neuron would count for on its better one.
        if near { term.pull = -h * p.scale * abs(product) }
        guard inside else { return term }
        let e: Double = counts || h <= 0 ? 1 : -1
        guard e * product > 0 else { return term }
        term.value = e * product
        term.weight = e * sign
        return term
    }
}
