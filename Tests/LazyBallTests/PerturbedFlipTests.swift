// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// B.8/j and B.4/4: enumerated on grids of delta, and re-evaluated by the plain network.
struct PerturbedFlipTests {
    static func check(_ instance: DifferenceInstance) -> (sum: PerturbedFlippedSum, count: PerturbedFlipCount) {
        let sum = PerturbedFlippedSum(instance.problem)
        let value = instance.flips(sum.witness).sum
        #expect(abs(value - sum.attained) <= 1e-9 * (1 + value), "\(value), claimed \(sum.attained)")
        #expect(sum.attained <= sum.limit && sum.certified.isFinite)
        let count = PerturbedFlipCount(instance.problem)
        #expect(instance.flips(count.witness).count == count.attained)
        #expect(count.attained <= count.limit && count.certified <= instance.problem.movable.count)
        return (sum, count)
    }

    @Test func agreesWithEnumeration() {
        var random = TestRandom(61)
        var (sums, counts) = (0, 0)
        for trial in 0..<40 {
            let d = 2 + trial % 2
            let R = trial % 5 == 3 ? 1.2 : random.uniform(0.1, 0.9)
            let instance = DifferenceInstance(
                &random, dimension: d, width: 1 + trial % 8, radius: random.uniform(0.02, 0.5), perturbation: R)
            let (sum, count) = Self.check(instance)
            var (most, largest) = (0, 0.0)
            for y in instance.grid(3, d == 2 ? 300 : 40) {
                let brute = instance.bruteFlips(at: y)
                most = max(most, brute.count)
                largest = max(largest, brute.sum)
            }
            #expect(most <= count.limit && largest <= sum.limit * (1 + 1e-12), "trial \(trial)")
            // In the plane the count is exact.
            if d == 2 { #expect(count.attained == count.certified && most <= count.attained, "trial \(trial): \(most), \(count)") }
            if count.attained >= most { counts += 1 }
            if sum.attained >= largest * (1 - 1e-9) { sums += 1 }
        }
        #expect(sums >= 36 && counts >= 38, "\(sums), \(counts) of 40")
    }

    /// R = 0: at x itself, the flips of B.8/i and the count of B.4/1.
    @Test func withoutPerturbation() {
        var random = TestRandom(62)
        let network = GradientInstance(&random, dimension: 8, width: 400, radius: 0.05)
        let instance = DifferenceInstance(network.network, radius: 0.05, perturbation: 0)
        let (sum, count) = Self.check(instance)
        let exact = (0..<400).count { FlipGeometry.canFlip(network.network.rows[$0 * 8], radius: 0.05) }
        #expect(count.attained == exact && count.certified == exact)
        let other = GradientDeviation(.flips, network.problem, certificate: .init(network.problem))
        #expect(sum.attained <= other.certified && other.attained <= sum.certified)
        #expect(sum.attained > 0.8 * other.attained)
    }

    @Test func degenerate() {
        var random = TestRandom(63)
        for (d, m, V, R) in [
            (4, 30, 0.0, 0.3), (4, 30, 0.0, 0.0), (3, 1, 0.5, 0.4), (1, 20, 0.3, 0.5), (1, 20, 0.3, 1.0), (1, 20, 0.3, 1.5),
            (50, 3, 0.1, 0.9),
            (2, 5, 30.0, 0.5), (2, 40, 0.1, 1.0), (12, 700, 0.02, 0.3),
        ] {
            let instance = DifferenceInstance(&random, dimension: d, width: m, radius: V, perturbation: R)
            let (sum, count) = Self.check(instance)
            if V == 0 { #expect(sum.certified == 0 && count.certified == 0) }
            if d == 1 {
                #expect(
                    count.attained == instance.network.rows.count { FlipGeometry.canFlip($0, radius: V) }
                        && count.certified == count.attained)
            }
            if V == 30 { #expect(count.attained == 5) }
        }
        let far = DifferenceInstance(Network(dimension: 2, rows: [5, 0.1], signs: [1]), radius: 0.1, perturbation: 0.2)
        let (sum, count) = Self.check(far)
        #expect(sum.certified == 0 && count.certified == 0)
    }

    /// Stopped as soon as the bound is decided either way.
    @Test func bounds() {
        var random = TestRandom(64)
        let p = DifferenceInstance(&random, dimension: 10, width: 600, radius: 0.04, perturbation: 0.3).problem
        let (sum, count) = (PerturbedFlippedSum(p), PerturbedFlipCount(p))
        #expect(PerturbedFlippedSum(p, bound: 1e3).certified == sum.limit)
        #expect(PerturbedFlippedSum(p, bound: 0.1).attained > 0.1)
        #expect(PerturbedFlipCount(p, bound: 600).certified == count.limit)
        #expect(PerturbedFlipCount(p, bound: 3).attained > 3)
    }

    /// 150 of 2000 neurons are planted on one plane within reach of x + delta, and found.
    @Test func findsAPlantedPlane() {
        var random = TestRandom(65)
        let (d, m) = (20, 2000)
        var rows = random.normals(m * d)
        let y = [1] + random.unit(d - 1).map { 0.15 * $0 }
        for s in 0..<150 {
            let part = inner(Array(rows[s * d..<(s + 1) * d]), y) / inner(y, y)
            for i in 0..<d { rows[s * d + i] -= part * y[i] }
        }
        let network = Network(dimension: d, rows: rows, signs: (0..<m).map { _ in random.sign() })
        let (_, count) = Self.check(DifferenceInstance(network, radius: 0.002, perturbation: 0.2))
        #expect(count.attained >= 150, "\(count.attained)")
    }
}
