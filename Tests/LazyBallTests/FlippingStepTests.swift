// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

struct FlippingStepTests {
    static func network(_ random: inout TestRandom, dimension d: Int, width m: Int) -> Network {
        Network(dimension: d, rows: random.normals(m * d), signs: (0..<m).map { _ in random.sign() })
    }

    /// f along the ray of the theorem, by the definition, oriented to begin positive.
    static func ray(_ network: Network, _ x: [Double]) -> (Double) -> Double {
        let g = network.gradient(at: x)
        let (side, square) = (network.value(at: x) < 0 ? -1.0 : 1, inner(g, g))
        return { c in side * network.value(at: zip(x, g).map { $0 - side * c * $1 / square }) }
    }

    /// The committed values, of 50 digits and no breakpoints.
    @Test func agreesWithReference() {
        for (k, reference) in flippingReference.enumerated() {
            let network = Network(
                dimension: reference.dimension, rows: reference.rows.flatMap { $0.map { $0 / 8 } }, signs: reference.signs)
            let found = FlippingStep(network, at: reference.x.map { $0 / 8 })
            if reference.step == .infinity {
                #expect(found.step > 60 && found.outcome != .zeroAtStart, "case \(k): \(found)")
            } else {
                #expect(abs(found.step - reference.step) <= 1e-13 * max(1, reference.step), "case \(k): \(found)")
                #expect(found.outcome == .flips)
            }
        }
    }

    /// A scan of the plain definition: no change of sign before the step, one just behind it.
    @Test func agreesWithScan() {
        var random = TestRandom(71)
        var finite = 0
        for trial in 0..<400 {
            let (d, m) = (2 + trial % 7, 1 + random.below(60))
            let network = Self.network(&random, dimension: d, width: m)
            let x = trial % 3 == 0 ? random.normals(d) : random.unit(d)
            let (found, end) = FlippingStep.window(network, at: x)
            #expect(found == FlippingStep(network, at: x))
            let f = Self.ray(network, x)
            switch found.outcome {
            case .noGradient: #expect(length(network.gradient(at: x)) == 0)
            case .zeroAtStart: #expect(network.value(at: x) == 0)
            case .neverFlips:
                for k in 0..<400 { #expect(f(Double.exp(-5 + 0.05 * Double(k))) > -1e-9) }
            case .flips:
                finite += 1
                let c = found.step
                let scale = f(0) + c
                #expect(abs(f(c)) < 1e-12 * scale)
                for k in 0..<300 { #expect(f(c * Double(k) / 300) > 0, "trial \(trial)") }
                if end > c * (1 + 1e-6) {
                    let stop = min(end, 4 * c + 1)
                    for k in 1..<100 { #expect(f(c + (stop - c) * Double(k) / 100) < 1e-13 * scale, "trial \(trial)") }
                }
                if end < .infinity { #expect(f(end * (1 + 1e-7) + 1e-9) > -1e-12 * scale, "trial \(trial)") }
            }
            #expect(abs(found.value - network.value(at: x)) < 1e-13 * Double(m))
            #expect(abs(found.distance * found.gradientNorm - found.step) <= 1e-12 * found.step || found.step == .infinity)
        }
        #expect(finite > 250, "\(finite)")
    }

    /// In one dimension every ray reaches the origin, where f = 0, at |t| = |f|.
    @Test func oneDimension() {
        var random = TestRandom(72)
        for _ in 0..<100 {
            let m = 1 + random.below(20)
            let network = Self.network(&random, dimension: 1, width: m)
            let x = [random.sign()]
            let found = FlippingStep(network, at: x)
            guard found.outcome != .zeroAtStart else { continue }
            #expect(abs(found.step - abs(found.value)) < 1e-13 * Double(m), "\(found)")
            #expect(abs(found.distance - 1) < 1e-12)
        }
    }

    @Test func byHand() {
        // f = relu(z_0) - relu(z_1) at (2, 1), times 1/sqrt 2: zero on the diagonal, which lies at z - t (1, -1)/2, t = 1.
        let plane = Network(dimension: 2, rows: [1, 0, 0, 1], signs: [1, -1])
        let found = FlippingStep(plane, at: [2, 1])
        #expect(abs(found.step - 1 / Double.sqrt(2)) < 1e-15 && found.outcome == .flips)
        #expect(abs(found.distance - 1 / Double.sqrt(2)) < 1e-15)
        // x on the diagonal; x where no neuron is active.
        #expect(FlippingStep(plane, at: [1, 1]).outcome == .zeroAtStart)
        #expect(FlippingStep(plane, at: [-1, -1]).step == 0)
        let zero = Network(dimension: 2, rows: [0, 0, 1, 1], signs: [1, -1])
        #expect(FlippingStep(zero, at: [-1, 0]).outcome == .zeroAtStart)
        // f = |z_0| at (1, 0): touches 0 and rises again.
        let touch = Network(dimension: 2, rows: [1, 0, -1, 0], signs: [1, 1])
        let window = FlippingStep.window(touch, at: [1, 0])
        #expect(abs(window.flipping.step - 1 / Double.sqrt(2)) < 1e-15 && window.end == window.flipping.step)
        // g = (1, 1); the second neuron, at exactly 0, turns on at once and f rises from 1.
        let guardian = Network(dimension: 2, rows: [1, 1, -3, 3], signs: [1, 1])
        #expect(abs(FlippingStep(guardian, at: [0.5, 0.5]).step - Double.sqrt(0.5)) < 1e-15)
        let turning = Network(dimension: 2, rows: [1, 0, -3, 0, 0, 1], signs: [1, 1, 1])
        #expect(abs(FlippingStep(turning, at: [0, 1]).step - Double.sqrt(1.0 / 3)) < 1e-15)
        let rising = Network(dimension: 2, rows: [1, 1, 0, -2], signs: [1, 1])
        #expect(FlippingStep(rising, at: [1, 0]).outcome == .neverFlips)
        // f = |z_0| + |z_1|, 0 at the origin alone, which the ray from (2, 1) along (1, 1) misses.
        let level = Network(dimension: 2, rows: [1, 0, -1, 0, 0, 1, 0, -1], signs: [1, 1, 1, 1])
        #expect(FlippingStep(level, at: [2, 1]).outcome == .neverFlips)
    }

    /// Permuting neurons, turning space, splitting a neuron in two and negating the signs leave the step alone; scaling W or x scales it.
    @Test func metamorphic() {
        var random = TestRandom(73)
        for trial in 0..<100 {
            let (d, m) = (2 + trial % 5, 20)
            let network = Self.network(&random, dimension: d, width: m)
            let x = random.unit(d)
            let base = FlippingStep(network, at: x)
            func same(_ other: Network, at y: [Double]? = nil, scale: Double = 1) {
                let found = FlippingStep(other, at: y ?? x)
                #expect(found.outcome == base.outcome)
                if base.step < .infinity { #expect(abs(found.step - scale * base.step) < 1e-10 * scale * (1 + base.step)) }
            }
            let order = (0..<m).map { (random.next(), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
            same(Network(dimension: d, rows: order.flatMap { network.rows[$0 * d..<($0 + 1) * d] }, signs: order.map { network.signs[$0] }))
            same(Network(dimension: d, rows: network.rows, signs: network.signs.map { -$0 }))
            same(Network(dimension: d, rows: network.rows.map { 3 * $0 }, signs: network.signs), scale: 3)
            // x scaled by 2: f doubles, its gradient stays.
            same(network, at: x.map { 2 * $0 }, scale: 2)
            // A reflection of space.
            let axis = random.unit(d)
            func mirror(_ v: [Double]) -> [Double] {
                let part = 2 * inner(v, axis)
                return zip(v, axis).map { $0 - part * $1 }
            }
            let mirrored = (0..<m).flatMap { mirror(Array(network.rows[$0 * d..<($0 + 1) * d])) }
            same(Network(dimension: d, rows: mirrored, signs: network.signs), at: mirror(x))
            // Each neuron twice at half the weight, the width unchanged.
            let halves = network.rows.map { $0 / 2 }
            same(
                Network(width: 4 * m, dimension: d, rows: halves + halves, signs: network.signs + network.signs), scale: 0.5)
        }
    }
}
