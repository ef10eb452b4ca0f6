// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Testing

@testable import LazyBall

struct GradientDeviationTests {
    /// What the quantity is at the witness, by the plain sums of the definition.
    static func evaluate(_ q: GradientDeviation.Quantity, _ instance: GradientInstance, _ witness: GradientWitness) -> (
        Double, GradientSplit
    ) {
        let moved = instance.moved(flippable: witness.expand(instance.problem), steadyMove: witness.steadyMove)
        #expect(moved.distance(to: instance.network) <= instance.radius * (1 + 1e-12) + 1e-300)
        let split = GradientSplit(initial: instance.network, moved: moved, at: instance.x)
        // B.7/e at this W.
        #expect(split.difference <= split.rightSide(radius: instance.radius, width: instance.network.width) + 1e-12)
        #expect(split.movement <= instance.radius * Double.sqrt(Double(instance.network.width)) * (1 + 1e-12) + 1e-14)
        switch q {
        case .projectedFlips: return (split.flips, split)
        case .projectedDifference: return (split.difference, split)
        case .flips: return (split.unprojectedFlips, split)
        }
    }

    /// The supremum in the plane orthogonal to x (d = 3) or on the line (d = 2): over a fine grid of directions u the support
    /// function, neuron by neuron, with the general oracle where a neuron moves.
    static func brute(_ q: GradientDeviation.Quantity, _ instance: GradientInstance) -> Double {
        let d = instance.network.dimension
        var best = 0.0
        let angles = d == 2 ? 2 : 720
        for i in 0..<angles {
            let angle = 2 * Double.pi * Double(i) / Double(angles)
            let u = d == 2 ? [0, Double.cos(angle)] : [0, Double.cos(angle), Double.sin(angle)]
            var sum = 0.0
            for s in instance.network.signs.indices {
                let row = Array(instance.network.rows[s * d..<(s + 1) * d])
                let a = instance.network.signs[s]
                let before = row[0] > 0 ? a * inner(u, row) : 0
                let canFlip = instance.radius > 0 && abs(row[0]) <= instance.radius
                if q == .projectedFlips {
                    if canFlip { sum += max(0, (row[0] > 0 ? -1 : 1) * a * inner(u, row)) }
                    continue
                }
                var options: [Double] = []
                if row[0] <= instance.radius { options.append(-before) }
                if let on = try? HalfSpaceOracle.maximize(
                    objective: u.map { a * $0 }, center: row, radius: instance.radius,
                    halfSpaces: [HalfSpace(normal: instance.x, bound: 0)])
                {
                    options.append(on.value - before)
                }
                sum += options.max() ?? 0
            }
            best = max(best, sum)
        }
        return best / Double.sqrt(Double(instance.network.width))
    }

    @Test(arguments: [GradientDeviation.Quantity.projectedFlips, .projectedDifference])
    func agreesWithBruteForceOverDirections(q: GradientDeviation.Quantity) {
        var random = TestRandom(31)
        var exact = 0
        for trial in 0..<40 {
            let instance = GradientInstance(&random, dimension: 2 + trial % 2, width: 3 + trial % 9, radius: random.uniform(0, 0.8))
            let deviation = GradientDeviation(q, instance.problem, certificate: .init(instance.problem))
            let value = Self.evaluate(q, instance, deviation.witness).0
            #expect(abs(value - deviation.attained) <= 1e-9 * (1 + value), "trial \(trial): \(value), claimed \(deviation.attained)")
            let brute = Self.brute(q, instance)
            // A grid of 720 directions misses the maximum by at most 1 - cos(pi/720).
            #expect(deviation.attained <= brute * (1 + 1e-5) + 1e-12, "trial \(trial)")
            #expect(brute <= deviation.certified + 1e-12, "trial \(trial): \(brute) > \(deviation.certified)")
            if deviation.attained >= brute * (1 - 1e-5) - 1e-12 { exact += 1 }
        }
        #expect(exact >= 36, "\(exact) of 40 ascents found the supremum")
    }

    /// B.8/i and B.7/f over all 2^k sets of flips.
    @Test func agreesWithEnumerationOfFlips() {
        var random = TestRandom(32)
        var (exact, tried) = (0, 0)
        for trial in 0..<150 {
            let d = 1 + trial % 6
            let instance = GradientInstance(&random, dimension: d, width: 8 + trial % 12, radius: random.uniform(0.05, 0.9))
            let p = instance.problem
            let k = p.flippable.count
            guard k <= 10 else { continue }
            let certificate = GradientDeviation.Certificate(p)
            for q in [GradientDeviation.Quantity.flips, .projectedFlips] {
                var best = 0.0
                for code in 0..<(1 << k) {
                    var sum = [Double](repeating: 0, count: d)
                    for s in 0..<k where code >> s & 1 == 1 {
                        let e = p.flippable.rows[s * d] > 0 ? -p.flippable.signs[s] : p.flippable.signs[s]
                        for i in (q == .flips ? 0 : 1)..<max(d, 1) { sum[i] += e * p.flippable.rows[s * d + i] }
                    }
                    best = max(best, length(sum))
                }
                best /= Double.sqrt(Double(p.width))
                let deviation = GradientDeviation(q, p, certificate: certificate)
                #expect(deviation.attained <= best + 1e-12 && best <= deviation.certified + 1e-12, "trial \(trial)")
                #expect(abs(Self.evaluate(q, instance, deviation.witness).0 - deviation.attained) <= 1e-10 * (1 + best))
                tried += 1
                if deviation.attained > best - 1e-10 { exact += 1 }
            }
        }
        #expect(tried > 150 && 10 * exact >= 9 * tried, "\(exact) of \(tried)")
    }

    /// The operator norm is never below a long power iteration's and within half a percent of it, whichever side is smaller.
    @Test(arguments: [(1, 5), (40, 9), (9, 40), (70, 71), (140, 20), (200, 3)])
    func operatorNormIsAnUpperBound(k: Int, d: Int) {
        var random = TestRandom(UInt64(33 + k))
        for degenerate in [false, true] {
            var rows = random.normals(k * d)
            if degenerate { for s in 0..<k { for i in 0..<d { rows[s * d + i] = rows[i] * (1 + Double(s)) } } }
            let p = GradientProblem(
                width: k, radius: 9, flippable: ResidentRows(dimension: d, rows: rows, signs: (0..<k).map { _ in random.sign() }),
                steadySum: [Double](repeating: 0, count: d), steadyCount: 0)
            let bound = GradientDeviation.Certificate(p).projectedNorm
            var v = random.unit(d)
            v[0] = 0
            var norm = 0.0
            for _ in 0..<400 {
                let image = (0..<k).map { s in (1..<d).reduce(0) { $0 + rows[s * d + $1] * v[$1] } }
                norm = length(image) / length(v)
                var next = [Double](repeating: 0, count: d)
                for s in 0..<k { for i in 1..<d { next[i] += image[s] * rows[s * d + i] } }
                let scale = 1 / length(next)
                v = next.map { $0 * scale }
            }
            #expect(norm <= bound * (1 + 1e-12) && bound <= norm * 1.005, "\(norm), \(bound)")
        }
    }

    /// Rows whose top direction is orthogonal to the iteration's start: an iteration sees 0.1 where the norm is 10, the proof does not.
    /// One neuron that is off, and no other: the move that turns it on takes it to its plane, and leaves sqrt(V^2 - g^2) of V across x,
    /// where it adds to the length of P w. Here the certificate is the supremum, whatever the ascent finds.
    @Test func certificateOfOneNeuron() {
        let (g, across, radius) = (-0.3, 2.0, 0.5)
        let problem = GradientProblem(
            width: 1, radius: radius, flippable: ResidentRows(dimension: 2, rows: [g, across], signs: [1]), steadySum: [0, 0],
            steadyCount: 0)
        #expect(abs(DeviationAscent(.projectedDifference, problem).certified(across) - (across + 0.4)) < 1e-10)
        #expect(abs(DeviationAscent(.projectedFlips, problem).certified(across) - across) < 1e-10)
    }

    @Test func operatorNormDoesNotTrustTheIteration() {
        let golden = 0.618_033_988_749_894_9
        let start = [0.5 + golden, 0.5 + (2 * golden - 1)]
        let size = length(start)
        let (seen, hidden) = (start.map { 0.1 * $0 / size }, [-10 * start[1] / size, 10 * start[0] / size])
        let p = GradientProblem(
            width: 2, radius: 9, flippable: ResidentRows(dimension: 3, rows: [0] + seen + [0] + hidden, signs: [1, 1]),
            steadySum: [0, 0, 0], steadyCount: 0)
        // 1e-9 above 10 is the slack; a doubled margin may overshoot lambda by a factor 2.
        let bound = GradientDeviation.Certificate(p).projectedNorm
        #expect(bound >= 10 && bound < 15, "\(bound)")
    }

    @Test func degenerateAndMetamorphic() {
        var random = TestRandom(34)
        let instance = GradientInstance(&random, dimension: 12, width: 300, radius: 0.05)
        var last: [GradientDeviation.Quantity: Double] = [:]
        for radius in [0, 0.01, 0.05, 0.2] {
            let p = GradientInstance(network: instance.network, radius: radius).problem
            let certificate = GradientDeviation.Certificate(p)
            for q in GradientDeviation.Quantity.allCases {
                let deviation = GradientDeviation(q, p, certificate: certificate)
                if radius == 0 { #expect(deviation.attained == 0 && deviation.certified < 1e-12) }
                // The supremum grows with V: what was attained before is still certified.
                #expect(deviation.certified >= last[q] ?? 0)
                last[q] = deviation.attained
            }
        }
        // d = 1: P is 0. k = 0: only the steady neurons move. No certificate asked for: infinity.
        let line = GradientInstance(&random, dimension: 1, width: 30, radius: 0.5)
        for q in [GradientDeviation.Quantity.projectedFlips, .projectedDifference] {
            let deviation = GradientDeviation(q, line.problem, certificate: .init(line.problem))
            #expect(deviation.attained == 0 && deviation.certified < 1e-12)
            #expect(Self.evaluate(q, line, deviation.witness).0 < 1e-14)
        }
        let steady = GradientInstance(network: Network(dimension: 2, rows: [3, 1, 4, 1], signs: [1, -1]), radius: 0.5)
        let deviation = GradientDeviation(.projectedDifference, steady.problem, certificate: nil)
        #expect(abs(deviation.attained - 1 / Double.sqrt(2)) < 1e-15 && deviation.certified == .infinity)
        #expect(abs(Self.evaluate(.projectedDifference, steady, deviation.witness).0 - deviation.attained) < 1e-12)
        // Permuted neurons, and a negated coordinate, leave the certificate alone and brackets overlapping.
        let base = instance.problem
        let mirrored = GradientInstance(
            network: Network(
                dimension: 12,
                rows: (0..<300).reversed().flatMap { s in
                    instance.network.rows[s * 12..<(s + 1) * 12].enumerated().map { $0.offset == 5 ? -$0.element : $0.element }
                }, signs: instance.network.signs.reversed()), radius: 0.05
        ).problem
        for q in GradientDeviation.Quantity.allCases {
            let a = GradientDeviation(q, base, certificate: .init(base))
            let b = GradientDeviation(q, mirrored, certificate: .init(mirrored))
            #expect(abs(a.certified - b.certified) < 3e-3 * a.certified)
            #expect(a.attained <= b.certified && b.attained <= a.certified)
        }
    }
}
