// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

struct GradientNormBracketTests {
    /// The witness is a W of the ball, and the plain network finds there what the bracket claims.
    static func expectWitnessed(_ instance: GradientInstance, _ bracket: GradientNormBracket, _ comment: Comment = "") {
        let moved = instance.moved(flippable: bracket.witness.expand(instance.problem), steadyMove: bracket.witness.steadyMove)
        #expect(moved.distance(to: instance.network) <= instance.radius * (1 + 1e-12) + 1e-300, comment)
        let norm = length(moved.gradient(at: instance.x))
        let scale = bracket.atInitialization + 1
        #expect(abs(norm - bracket.attained) <= 1e-9 * bracket.attained + 1e-12 * scale, comment)
        for (k, s) in instance.flippable.enumerated() {
            #expect((moved.preactivation(s, at: instance.x) > 0) == bracket.witness.on[k], comment)
        }
        #expect(abs(length(instance.network.gradient(at: instance.x)) - bracket.atInitialization) < 1e-12 * scale, comment)
        #expect(bracket.certified <= bracket.attained, comment)
    }

    /// Every active set, each minimized numerically: the bracket holds the least, and its own active set is minimized exactly.
    @Test func agreesWithEnumeration() {
        var random = TestRandom(21)
        var (exact, positive) = (0, 0)
        for trial in 0..<200 {
            let d = 1 + trial % 4
            let instance = GradientInstance(&random, dimension: d, width: 4 + trial % 9, radius: random.uniform(0.02, 0.7))
            let k = instance.flippable.count
            guard k <= 7 else { continue }
            let root = Double.sqrt(Double(instance.network.width))
            var least = Double.infinity
            var own = Double.infinity
            let bracket = GradientNormBracket(instance.problem, dimension: d)
            for code in 0..<(1 << k) {
                let on = (0..<k).map { code >> $0 & 1 == 1 }
                let value = instance.bruteForce(on: on) / root
                least = min(least, value)
                if on == bracket.witness.on { own = value }
            }
            Self.expectWitnessed(instance, bracket, "trial \(trial)")
            #expect(bracket.certified <= least + 1e-9, "trial \(trial): certified \(bracket.certified) > \(least)")
            #expect(bracket.attained >= least - 1e-6, "trial \(trial): attained \(bracket.attained) < \(least)")
            #expect(abs(bracket.attained - own) < 1e-6, "trial \(trial): active set attains \(own), not \(bracket.attained)")
            positive += 1
            if bracket.attained < least + 1e-5 { exact += 1 }
        }
        // The local search finds the best active set of most problems this small.
        #expect(positive >= 150 && 10 * exact >= 9 * positive, "\(exact) of \(positive)")
    }

    /// Where there are many neurons and the least norm is positive the bracket closes; the witness stands up to the network.
    @Test(arguments: [
        (20, 2000, 0.5), (40, 4000, 1.0), (9, 3000, 2.0), (60, 300, 0.3), (5, 400, 12.0), (100, 5, 0.7), (1, 300, 1.0), (2, 500, 0.2),
    ])
    func brackets(d: Int, m: Int, c0: Double) {
        var random = TestRandom(UInt64(22 + d))
        let instance = GradientInstance(&random, dimension: d, width: m, radius: c0 / Double.sqrt(Double(m)))
        let bracket = GradientNormBracket(instance.problem, dimension: d)
        Self.expectWitnessed(instance, bracket)
        let relative = (bracket.attained - bracket.certified) / Double.sqrt(Double(d) / 2)
        #expect(relative <= 1e-3 || bracket.attained < 1e-12 || bracket.gapReason != nil)
        if m >= 2000 { #expect(bracket.gapReason == nil) }
        // No W of a random sample goes below the certificate.
        for _ in 0..<20 {
            let rows = instance.problem.flippable.rows
            let moves = (0..<instance.flippable.count).flatMap { _ in random.unit(d).map { $0 * instance.radius } }
            let move = random.unit(d).map { $0 * instance.radius }
            let moved = instance.moved(flippable: zip(rows, moves).map { $0 + $1 }, steadyMove: move)
            #expect(length(moved.gradient(at: instance.x)) >= bracket.certified - 1e-9)
        }
    }

    @Test func degenerate() {
        var random = TestRandom(23)
        // V = 0: the norm at W0, exactly certified.
        let still = GradientInstance(&random, dimension: 6, width: 50, radius: 0)
        let point = GradientNormBracket(still.problem, dimension: 6)
        #expect(abs(point.attained - point.atInitialization) < 1e-13 && point.attained - point.certified < 1e-13 && point.gapReason == nil)
        // m = 1: an active neuron is switched off, or is out of reach.
        let one = GradientInstance(network: Network(dimension: 2, rows: [0.3, 2], signs: [-1]), radius: 0.5)
        #expect(GradientNormBracket(one.problem, dimension: 2).attained == 0)
        let far = GradientInstance(network: Network(dimension: 2, rows: [3, 4], signs: [-1]), radius: 0.5)
        let bracket = GradientNormBracket(far.problem, dimension: 2)
        #expect(abs(bracket.attained - 4.5) < 1e-12 && abs(bracket.certified - 4.5) < 1e-12)
        // No neuron is ever active.
        let none = GradientInstance(network: Network(dimension: 3, rows: [-2, 1, 1], signs: [1]), radius: 0.5)
        let zero = GradientNormBracket(none.problem, dimension: 3)
        #expect(zero.attained == 0 && zero.certified == 0 && zero.atInitialization == 0 && zero.gapReason == nil)
        // A bound stops the search once it is decided.
        let instance = GradientInstance(&random, dimension: 30, width: 900, radius: 0.05)
        let full = GradientNormBracket(instance.problem, dimension: 30, relativeGap: 1e-6)
        let low = GradientNormBracket(instance.problem, dimension: 30, bound: 0.5 * full.certified, relativeGap: 1e-6)
        #expect(low.certified >= 0.5 * full.certified && low.iterations <= full.iterations)
        let high = GradientNormBracket(instance.problem, dimension: 30, bound: 2 * full.attained, relativeGap: 1e-6)
        #expect(high.attained < 2 * full.attained && high.iterations <= full.iterations)
    }

    /// Permuting neurons and rotating about x leave the bracket alone; it falls as V grows; scaling W and V scales it.
    @Test func metamorphic() {
        var random = TestRandom(24)
        let (d, m) = (8, 600)
        let instance = GradientInstance(&random, dimension: d, width: m, radius: 0.03)
        let tight = { (i: GradientInstance) in GradientNormBracket(i.problem, dimension: d, relativeGap: 1e-4) }
        let base = tight(instance)
        #expect(base.certified > 0)
        func expectSame(_ rows: [Double], _ signs: [Double], radius: Double = 0.03, scale: Double = 1) {
            let other = tight(GradientInstance(network: Network(dimension: d, rows: rows, signs: signs), radius: radius))
            // Two brackets of the same number overlap.
            #expect(other.certified <= scale * base.attained * (1 + 1e-12) && scale * base.certified <= other.attained * (1 + 1e-12))
            #expect(abs(other.atInitialization - scale * base.atInitialization) < 1e-10)
        }
        let order = Array((0..<m).reversed())
        expectSame(order.flatMap { instance.network.rows[$0 * d..<($0 + 1) * d] }, order.map { instance.network.signs[$0] })
        // A reflection of the coordinates orthogonal to x, and a turn of two of them.
        let axis = random.unit(d - 1)
        var rows = instance.network.rows
        for s in 0..<m {
            let rest = Array(rows[s * d + 1..<(s + 1) * d])
            let part = 2 * inner(axis, rest)
            for i in 1..<d { rows[s * d + i] -= part * axis[i - 1] }
        }
        expectSame(rows, instance.network.signs)
        expectSame(instance.network.rows.map { 3 * $0 }, instance.network.signs, radius: 0.09, scale: 3)
        expectSame(instance.network.rows, instance.network.signs.map { -$0 })
        var last = Double.infinity
        for radius in [0, 0.01, 0.03, 0.06, 0.2, 1] {
            let bracket = tight(GradientInstance(network: instance.network, radius: radius))
            #expect(bracket.certified <= last)
            last = bracket.attained + 1e-12
        }
    }

    /// The certificate from two numbers a neuron is L(u) at u = S/||S||, below the bracket's; with the true transversal
    /// length its pattern attains a norm of that very pattern, above the bracket's certificate.
    /// A search that is told a bound ends early only where it has decided it: the least norm, from a search without one, tells which way.
    @Test func endsWhereTheBoundIsDecided() {
        var random = TestRandom(26)
        for trial in 0..<40 {
            let instance = GradientInstance(&random, dimension: 4 + trial % 5, width: 300, radius: random.uniform(0.01, 0.05))
            let d = instance.network.dimension
            let whole = GradientNormBracket(instance.problem, dimension: d)
            guard whole.gapReason == nil, whole.certified > 0.1 else { continue }
            for share in [0.5, 0.9, 0.97] {
                let bound = share * whole.certified
                #expect(GradientNormBracket(instance.problem, dimension: d, bound: bound).certified >= bound, "trial \(trial), \(share)")
            }
            for share in [1.03, 1.1, 1.5] {
                let bound = share * whole.attained
                #expect(GradientNormBracket(instance.problem, dimension: d, bound: bound).attained < bound, "trial \(trial), \(share)")
            }
        }
    }

    @Test func quickCertificate() {
        var random = TestRandom(25)
        for trial in 0..<30 {
            let d = 2 + trial % 9
            let instance = GradientInstance(&random, dimension: d, width: 200 + 10 * trial, radius: random.uniform(0, 0.1))
            let p = instance.problem
            let norm = length(p.steadySum)
            let u = p.steadySum.map { $0 / norm }
            let k = p.flippable.count
            let row = { (s: Int) in Array(p.flippable.rows[s * d..<(s + 1) * d]) }
            let quick = GradientCertificate.lowerBound(
                uX: u[0], preactivations: (0..<k).map { row($0)[0] }, projections: (0..<k).map { inner(u, row($0)) },
                signs: p.flippable.signs, steadyProjection: norm, steadyCount: p.steadyCount, radius: p.radius, width: p.width)
            // The same sum with the general oracle in place of the closed form.
            var sum = norm - Double(p.steadyCount) * p.radius
            var on: [Int] = []
            for s in 0..<k {
                let a = p.flippable.signs[s]
                let best = try? HalfSpaceOracle.maximize(
                    objective: u.map { -a * $0 }, center: row(s), radius: p.radius, halfSpaces: [HalfSpace(normal: instance.x, bound: 0)])
                if let best, best.value > 0 {
                    sum -= best.value
                    on.append(s)
                }
            }
            let value = max(0, sum / Double.sqrt(Double(p.width)))
            #expect(abs(quick.certified - value) < 1e-10)
            #expect(quick.onCount == on.count)
            let bracket = GradientNormBracket(p, dimension: d)
            #expect(quick.certified <= bracket.attained + 1e-12)
            var base = p.steadySum
            for s in on { for i in 0..<d { base[i] += p.flippable.signs[s] * row(s)[i] } }
            let flat = Double.sqrt(max(0, 1 - u[0] * u[0]))
            let along = (inner(base, u) - u[0] * base[0]) / flat
            #expect(abs(quick.baseAlongX - base[0]) < 1e-9 && abs(quick.baseAlongU - along) < 1e-9 * (1 + norm) / flat)
            let transversal = Double.sqrt(max(0, inner(base, base) - base[0] * base[0] - along * along))
            let attained = quick.attained(transversal: transversal)
            #expect(attained >= bracket.certified - 1e-9)
            if trial % 6 == 0 {
                let brute = instance.bruteForce(on: (0..<k).map { on.contains($0) }) / Double.sqrt(Double(p.width))
                #expect(abs(brute - attained) < 1e-6, "trial \(trial): \(brute), \(attained)")
            }
        }
    }
}
