// SPDX-License-Identifier: GPL-3.0-or-later

internal import OrderedSums
internal import RealModule

/// One sample's way through an attack, seen from the neurons: buffers of `count` numbers each.
struct NeuronWay {
    let count: Int
    /// W W', `count` x `count`.
    let gram: UnsafePointer<Double>
    /// a_s/sqrt m.
    let weights: UnsafePointer<Double>
    /// W x at the sample.
    let start: UnsafePointer<Double>
    /// p = W x at the point reached.
    let current: UnsafeMutablePointer<Double>
    /// c: a_s/sqrt m of the active neurons, else 0.
    let signs: UnsafeMutablePointer<Double>
    /// q = W grad f.
    let projections: UnsafeMutablePointer<Double>
    /// The point reached is the sample plus this combination of W's rows.
    let combination: UnsafeMutablePointer<Double>

    /// Where the way stands.
    private struct Standing {
        /// f.
        var value: Double
        /// ||grad f||^2.
        var square: Double
        /// <delta, grad f>, delta the way from the sample.
        var along: Double
    }

    /// Runs the attack; whether a point of the way is misclassified.
    func run(_ attack: ProjectedAttack, label: Double, onlyBroken: Bool) -> Bool {
        var (broken, distance) = (false, 0.0)
        for _ in 0..<attack.steps {
            let standing = self.standing()
            if label * standing.value <= 0 {
                broken = true
                if onlyBroken { return true }
            }
            // The square of a norm that has cancelled to rounding, or to less than 0.
            guard standing.square > 0 else { break }
            let move = attack.move(label: label, value: standing.value, gradientNorm: standing.square.squareRoot())
            let squared = max(0, distance * distance + move * (2 * standing.along + move * standing.square))
            let length = squared.squareRoot()
            let scale = length > attack.radius ? attack.radius / length : 1
            distance = min(length, attack.radius)
            advance(move, scale)
        }
        return broken || label * standing().value <= 0
    }

    private func standing() -> Standing {
        var (value, square, along) = (NeuronLanes.zero, NeuronLanes.zero, NeuronLanes.zero)
        let whole = count & ~3
        for s in stride(from: 0, to: whole, by: 4) {
            let (c, p) = (NeuronLanes(signs, s), NeuronLanes(current, s))
            value += c * p
            square += c * NeuronLanes(projections, s)
            along += c * (p - NeuronLanes(start, s))
        }
        var standing = Standing(value: value.sum(), square: square.sum(), along: along.sum())
        for s in whole..<count {
            standing.value += signs[s] * current[s]
            standing.square += signs[s] * projections[s]
            standing.along += signs[s] * (current[s] - start[s])
        }
        return standing
    }

    /// A step of `move` along the gradient, the way then scaled by `scale`; neurons that change their side change q.
    private func advance(_ move: Double, _ scale: Double) {
        let whole = count & ~3
        for s in stride(from: 0, to: whole, by: 4) {
            let base = NeuronLanes(start, s)
            let next = base + scale * (NeuronLanes(current, s) - base + move * NeuronLanes(projections, s))
            next.store(current, s)
            (scale * (NeuronLanes(combination, s) + move * NeuronLanes(signs, s))).store(combination, s)
        }
        for s in whole..<count {
            current[s] = start[s] + scale * (current[s] - start[s] + move * projections[s])
            combination[s] = scale * (combination[s] + move * signs[s])
        }
        // After the loop above: it reads q.
        for s in stride(from: 0, to: whole, by: 4) {
            let changed = (NeuronLanes(current, s) .> 0) .^ (NeuronLanes(signs, s) .!= 0)
            if any(changed) { for k in s..<s + 4 where changed[k - s] { turn(k) } }
        }
        for s in whole..<count where (current[s] > 0) != (signs[s] != 0) { turn(s) }
    }

    private func turn(_ s: Int) {
        let new = current[s] > 0 ? weights[s] : 0
        ordered_add(Int32(count), new - signs[s], gram + s * count, projections)
        signs[s] = new
    }
}
