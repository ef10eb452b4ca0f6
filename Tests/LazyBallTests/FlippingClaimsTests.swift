// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import LazyBall
import RealModule
import Testing

struct FlippingClaimsTests {
    /// D(t) by a scan of the plain gradient, which can only miss short pieces; 3.1/a at many t, on both orientations.
    @Test func stepBound() throws {
        var random = TestRandom(81)
        for trial in 0..<150 {
            let (d, m) = (1 + trial % 6, 3 + random.below(40))
            let network = FlippingStepTests.network(&random, dimension: d, width: m)
            let x = random.unit(d)
            guard let claims = FlippingClaims(network, at: x) else { continue }
            let g = network.gradient(at: x)
            let square = inner(g, g)
            var (last, scanned) = (0.0, 0.0)
            for k in 1...200 {
                let t = -0.02 * Double(k) * (1 + abs(claims.value))
                let sides = claims.stepBound(at: t)
                #expect(sides.holds, "trial \(trial), t \(t): \(sides)")
                let point = zip(x, g).map { $0 + t / square * $1 }
                #expect(abs(sides.sides.lhs - network.value(at: point)) < 1e-12 * (1 + abs(sides.sides.lhs)))
                // The gradient just before the point; t itself may be a breakpoint.
                let before = zip(x, g).map { $0 + 0.9999 * t / square * $1 }
                scanned = max(scanned, length(zip(network.gradient(at: before), g).map { $0 - $1 }))
                let variation = claims.variation(upTo: t)
                #expect(variation >= last && variation >= scanned - 1e-12)
                last = variation
            }
            #expect(claims.variation(upTo: 0) == 0)
            let far = length(zip(network.gradient(at: zip(x, g).map { $0 - 1e9 * $1 }), g).map { $0 - $1 })
            #expect(claims.variation(upTo: -1e12) >= far - 1e-12)
        }
    }

    /// Every piece of a small network's segment, from its breakpoints by hand: D is attained, not only an upper bound.
    @Test func variationIsAttained() throws {
        var random = TestRandom(82)
        for _ in 0..<100 {
            let (d, m) = (3, 8)
            let network = FlippingStepTests.network(&random, dimension: d, width: m)
            let x = random.unit(d)
            let g = network.gradient(at: x)
            guard let claims = FlippingClaims(network, at: x) else { continue }
            let square = inner(g, g)
            let limit = 3.0
            let breaks = (0..<m).compactMap { s -> Double? in
                let w = Array(network.rows[s * d..<(s + 1) * d])
                let c = inner(w, x) * square / inner(w, g)
                return c > 0 && c < limit ? c : nil
            }
            let cuts = ([0] + breaks + [limit]).sorted()
            let largest =
                zip(cuts, cuts.dropFirst()).map { pair -> Double in
                    let c = 0.5 * (pair.0 + pair.1)
                    return length(zip(network.gradient(at: zip(x, g).map { $0 - c / square * $1 }), g).map { $0 - $1 })
                }.max() ?? 0
            #expect(abs(claims.variation(upTo: -limit) - largest) < 1e-12)
        }
    }

    /// 3.1/b: the fixed point satisfies its equation, makes the right side -f, and the sign does change by then.
    @Test func proofStep() throws {
        var random = TestRandom(83)
        var found = 0
        for trial in 0..<200 {
            let (d, m) = (2 + trial % 40, 100 + random.below(300))
            let x = random.unit(d)
            let network = FlippingClaims.oriented(FlippingStepTests.network(&random, dimension: d, width: m), at: x)
            #expect(network.value(at: x) >= 0)
            let claims = try #require(FlippingClaims(network, at: x))
            guard let step = claims.proofStep() else { continue }
            found += 1
            #expect(step.defect.holds && step.conclusion.holds, "trial \(trial): \(step)")
            #expect(step.variation == claims.variation(upTo: -step.step))
            let t = -2 * claims.value / (1 - step.variation / claims.gradientNorm)
            #expect(abs(t + step.step) < 1e-12 * step.step)
            #expect(FlippingStep(network, at: x).step <= step.step)
            // No smaller t solves it: h(c) = c (1 - D/||g||) is below 2f before.
            for k in 0..<100 {
                let c = step.step * Double(k) / 100
                #expect(c * (1 - claims.variation(upTo: -c) / claims.gradientNorm) < 2 * claims.value)
            }
            // A limit short of the step finds nothing.
            #expect(try #require(FlippingClaims(network, at: x, limit: 0.9 * step.step)).proofStep() == nil)
            #expect(try #require(FlippingClaims(network, at: x, limit: 1.1 * step.step)).proofStep() == step)
        }
        #expect(found > 60, "\(found)")
    }

    @Test func scaleInvariance() {
        var random = TestRandom(84)
        for trial in 0..<300 {
            let (d, m) = (1 + trial % 9, 1 + random.below(100))
            let network = FlippingStepTests.network(&random, dimension: d, width: m)
            let sides = FlippingClaims.scaleInvariance(network, at: random.unit(d), by: Double.exp(random.uniform(-5, 5)))
            #expect(sides.value.holds && sides.point.holds, "trial \(trial): \(sides)")
        }
    }

    @Test func degenerate() {
        let off = Network(dimension: 2, rows: [-1, 0], signs: [1])
        #expect(FlippingClaims(off, at: [1, 0]) == nil)
        let negative = Network(dimension: 1, rows: [2], signs: [-1])
        #expect(FlippingClaims(negative, at: [1])?.proofStep() == nil)
        // One neuron, f = 2 at x = 1: D = 0 up to the origin, beyond which the gradient is gone and D = ||g||.
        let one = Network(dimension: 1, rows: [2], signs: [1])
        #expect(FlippingClaims(one, at: [1])?.variation(upTo: -1.9) == 0)
        #expect(FlippingClaims(one, at: [1])?.variation(upTo: -2.1) == 2)
        #expect(FlippingClaims(one, at: [1])?.proofStep() == nil)
        #expect(!RoundedInequality(.nan, atMost: 0, tolerance: 1).holds)
    }
}
