// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// What one neuron does with its ball, for one pair (r, delta).
struct DirectionalChoice {
    enum Side { case agree, xOnly, shiftedOnly }

    /// The side, the contribution, and the weight moved there.
    struct Best {
        var side: Side
        var value: Double
        var weight: (Double, Double, Double)
    }

    typealias Weight = (Double, Double, Double)

    let radius: Double
    let r: (Double, Double, Double)
    /// x + delta = (shifted.0, shifted.1, 0), its length, and V times it.
    let shifted: (Double, Double)
    let reach: Double
    /// The frames of wedge A for a = +1 and a = -1; nil where A has no interior, because x + delta is a multiple of x, not negative.
    let plus: HalfSpaceFrame
    let minus: HalfSpaceFrame
    let length: Double

    init(_ pair: DirectionPair, radius: Double) {
        self.radius = radius
        r = pair.r
        shifted = (1 + pair.delta.0, pair.delta.1)
        length = Double.hypot(shifted.0, shifted.1)
        reach = radius * length
        // x + delta parallel to x leaves one half-space, <w, x> > 0, if anything.
        let second = shifted.1 > 0 ? (cosine: -shifted.0 / length, sine: -shifted.1 / length) : nil
        plus = HalfSpaceFrame(objective: (pair.r.0, pair.r.1, pair.r.2), second: second)
        minus = HalfSpaceFrame(objective: (-pair.r.0, -pair.r.1, pair.r.2), second: second)
    }

    /// <w, x + delta>.
    func shiftedProduct(_ w: Weight) -> Double { shifted.0 * w.0 + shifted.1 * w.1 }

    /// a <w, r> (1[<w,x> > 0] - 1[<w,x+delta> > 0]).
    func contribution(_ w: Weight, sign: Double) -> Double {
        let (on, shiftedOn) = (w.0 > 0, shiftedProduct(w) > 0)
        guard on != shiftedOn else { return 0 }
        let product = sign * (w.0 * r.0 + w.1 * r.1 + w.2 * r.2)
        return on ? product : -product
    }

    /// Whether both planes are out of reach on the same side: the neuron then agrees with itself all over its ball. A shortcut, on the
    /// safe side of ``ActivationPair/canDisagree(_:_:)``: it says nothing of x + delta parallel to x, nor of weights whose ball touches a
    /// plane.
    @inline(__always)
    func certainlyAgrees(_ alongX: Double, _ alongDelta: Double) -> Bool {
        let h = shifted.0 * alongX + shifted.1 * alongDelta
        // Three conditions that nearly always hold; a branch on the sign of either number is one that nothing predicts.
        return abs(alongX) > radius && abs(h) > reach && alongX * h > 0
    }

    /// The best contribution over the ball of radius V about w.
    func best(_ w: Weight, sign: Double) -> Best {
        let h = shiftedProduct(w)
        guard radius > 0 else {
            let side: Side = (w.0 > 0) == (h > 0) ? .agree : (w.0 > 0 ? .xOnly : .shiftedOnly)
            return Best(side: side, value: contribution(w, sign: sign), weight: w)
        }
        var best = agreement(w, h)
        // A exists unless x + delta is a positive multiple of x; B, besides, unless x + delta = 0.
        guard shifted.1 > 0 || shifted.0 <= 0 else { return best }
        if let point = wedge(w, h, sign: sign), point.value > best.value {
            best = Best(side: .xOnly, value: point.value, weight: point.weight)
        }
        guard length > 0 else { return best }
        if let point = wedge((-w.0, -w.1, -w.2), -h, sign: sign), point.value > best.value {
            best = Best(side: .shiftedOnly, value: point.value, weight: (-point.weight.0, -point.weight.1, -point.weight.2))
        }
        return best
    }

    /// Contribution 0 where the ball meets {both on} or {both off}; value -infinity where it does not.
    private func agreement(_ w: Weight, _ h: Double) -> Best {
        if (w.0 > 0) == (h > 0) { return Best(side: .agree, value: 0, weight: w) }
        // From inside a wedge the nearer of its two planes is the nearest way out, and behind it both agree.
        let toX = abs(w.0)
        let toShifted = length > 0 ? abs(h) / length : .infinity
        guard min(toX, toShifted) <= radius else { return Best(side: .agree, value: -.infinity, weight: w) }
        if toX <= toShifted { return Best(side: .agree, value: 0, weight: (0, w.1, w.2)) }
        let step = h / (length * length)
        return Best(side: .agree, value: 0, weight: (w.0 - step * shifted.0, w.1 - step * shifted.1, w.2))
    }

    /// max a<w', r> over the closure of A within V of w, with the maximizer; nil where A is out of reach.
    private func wedge(_ w: Weight, _ h: Double, sign: Double) -> (value: Double, weight: Weight)? {
        let frame = sign > 0 ? plus : minus
        let point = frame.maximize(first: -w.0, second: shifted.1 > 0 ? h / length : -.infinity, radius: radius)
        guard point.isFeasible else { return nil }
        // The frame's third axis points along the objective: along r for a = +1, against it for a = -1.
        let moved = (w.0 + point.z1, w.1 + point.z2, w.2 + sign * point.z3)
        return (sign * (moved.0 * r.0 + moved.1 * r.1 + moved.2 * r.2), moved)
    }

    /// The weight of `best` with its activations made certain in floating point, by the least moves of two coordinates.
    func realize(_ w: Weight, _ best: Best) -> Weight {
        var point = best.weight
        let least = Double.leastNormalMagnitude
        switch best.side {
        case .agree:
            if (w.0 > 0) == (shiftedProduct(w) > 0) { return w }
            // Moved out of a wedge: across <w, x> = 0 (point.0 is 0), or across the other plane. Behind <w, x> = 0 from below both are
            // on, unless x + delta is a negative multiple of x: then 0 itself is where both are off.
            if point.0 == 0 {
                if w.0 <= 0 && shifted.1 > 0 { point.0 = least }
                return point
            }
            return settle(point, shiftedOn: w.0 > 0)
        case .xOnly:
            point.0 = max(point.0, least)
            return settle(point, shiftedOn: false)
        case .shiftedOnly:
            point.0 = min(point.0, 0)
            return settle(point, shiftedOn: true)
        }
    }

    /// Moves w along delta's axis by as little as makes 1[<w, x+delta> > 0] what is wanted. The axis is missing only where x decides.
    private func settle(_ w: Weight, shiftedOn: Bool) -> Weight {
        var point = w
        guard shifted.1 > 0 else {
            if shiftedOn && shiftedProduct(point) <= 0 { point.0 = shifted.0 > 0 ? .leastNormalMagnitude : -.leastNormalMagnitude }
            return point
        }
        var step = max(abs(point.1), .leastNormalMagnitude) * .ulpOfOne
        while (shiftedProduct(point) > 0) != shiftedOn {
            point.1 = w.1 + (shiftedOn ? step : -step)
            step *= 2
        }
        return point
    }
}
