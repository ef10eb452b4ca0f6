// SPDX-License-Identifier: GPL-3.0-or-later

/// sqrt m sup over W of Phi(r, delta; W), as the search sees it: each neuron does its best (``DirectionalChoice``).
struct DifferenceObjective: ConeObjective {
    let radius: Double

    struct Prepared {
        let choice: DirectionalChoice
        /// 1/b and the coordinates of r.
        let scale: Double
        let r: (Double, Double, Double)
    }

    func prepare(_ pair: DirectionPair, bandwidth b: Double) -> Prepared {
        Prepared(choice: DirectionalChoice(pair, radius: radius), scale: 1 / b, r: pair.r)
    }

    @inline(__always)
    func term(_ p: Prepared, _ w: (Double, Double, Double), sign: Double) -> ConeTerm {
        var term = ConeTerm.nothing
        // -a<w, r> 1[<w, x+delta> > 0], smoothed by a parabola of half-width b.
        let h = p.choice.shiftedProduct(w) * p.scale
        if abs(h) < 1 { term.pull = -sign * (w.0 * p.r.0 + w.1 * p.r.1 + w.2 * p.r.2) * (1 - h * h) }
        if p.choice.certainlyAgrees(w.0, w.1) { return term }
        let best = p.choice.best(w, sign: sign)
        guard best.side != .agree else { return term }
        let e = best.side == .xOnly ? sign : -sign
        term.value = best.value
        term.weight = e
        term.move = (e * (best.weight.0 - w.0), e * (best.weight.1 - w.1), e * (best.weight.2 - w.2))
        return term
    }
}
