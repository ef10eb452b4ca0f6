// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// B.9: what is attained is what the plain network says; brute force never exceeds the certificate, and seldom the attack.
struct GradientDifferenceTests {
    static func check(_ instance: DifferenceInstance, _ bracket: GradientDifferenceBracket) {
        let value = instance.difference(bracket.witness)
        #expect(abs(value - bracket.attained) <= 1e-9 * (1 + value), "\(value), claimed \(bracket.attained)")
        #expect(bracket.attained <= bracket.limit && bracket.certified.isFinite)
    }

    /// d = 2: deltas and directions on grids. d = 3: coarser ones.
    @Test(arguments: [(2, 12), (3, 4)])
    func agreesWithBruteForce(d: Int, trials: Int) {
        var random = TestRandom(UInt64(50 + d))
        let directions =
            d == 2
            ? (0..<60).map { [Double.cos(2 * Double.pi * Double($0) / 60), Double.sin(2 * Double.pi * Double($0) / 60)] }
            : (0..<60).map { _ in random.unit(3) }
        for trial in 0..<trials {
            let R = trial % 4 == 3 ? 1.3 : random.uniform(0.1, 0.9)
            let instance = DifferenceInstance(
                &random, dimension: d, width: 1 + trial % 8, radius: trial % 5 == 4 ? 0 : random.uniform(0, 0.6), perturbation: R)
            let bracket = GradientDifferenceBracket(instance.problem)
            Self.check(instance, bracket)
            var brute = 0.0
            for y in instance.grid(2, d == 2 ? 40 : 12) { brute = max(brute, instance.bruteDifference(at: y, directions: directions)) }
            #expect(brute <= bracket.limit, "trial \(trial): \(brute) > \(bracket.limit)")
            #expect(brute <= bracket.attained * (1 + 1e-9) + 1e-9, "trial \(trial): brute force \(brute), attack \(bracket.attained)")
        }
    }

    /// Larger instances: the explicit value, and the certificate against random delta and the exact supremum over W.
    @Test(arguments: [(7, 300, 0.05, 0.3), (30, 1200, 0.03, 0.18), (40, 25, 0.2, 0.3), (12, 400, 0, 0.2), (5, 100, 0.1, 2.5)])
    func largerInstances(d: Int, m: Int, V: Double, R: Double) {
        var random = TestRandom(UInt64(d * m))
        let instance = DifferenceInstance(&random, dimension: d, width: m, radius: V, perturbation: R)
        let bracket = GradientDifferenceBracket(instance.problem)
        Self.check(instance, bracket)
        var best = 0.0
        for _ in 0..<20 {
            let y = zip(instance.x, random.unit(d)).map { $0 + R * $1 }
            best = max(best, instance.bruteDifference(at: y, directions: [random.unit(d), random.unit(d)]))
        }
        #expect(best < bracket.attained)
        // A bound that is certified ends the search at once; one that is exceeded too.
        let decided = GradientDifferenceBracket(instance.problem, bound: 1e6)
        Self.check(instance, decided)
        #expect(decided.certified <= 1e6 && decided.attained <= bracket.limit)
        let refuted = GradientDifferenceBracket(instance.problem, bound: 1e-3)
        Self.check(instance, refuted)
        #expect(refuted.attained > 1e-3)
    }

    @Test func sameNumbersWhateverTheTiles() {
        var random = TestRandom(53)
        let base = DifferenceInstance(&random, dimension: 9, width: 1500, radius: 0.03, perturbation: 0.3)
        let V = base.problem.radius, R = base.problem.perturbation
        let reference = GradientDifferenceBracket(base.problem, passes: 6)
        let flips = PerturbedFlippedSum(base.problem, passes: 6)
        let count = PerturbedFlipCount(base.problem, passes: 6)
        for tile in [1, 100, 256, 300, 5000] {
            let p = DifferenceInstance(base.network, radius: V, perturbation: R, tile: tile).problem
            let bracket = GradientDifferenceBracket(p, passes: 6)
            #expect(bracket.attained == reference.attained && bracket.certified == reference.certified)
            #expect(bracket.witness.moves == reference.witness.moves && bracket.witness.perturbation == reference.witness.perturbation)
            let other = PerturbedFlippedSum(p, passes: 6)
            #expect(other.attained == flips.attained && other.certified == flips.certified)
            let number = PerturbedFlipCount(p, passes: 6)
            #expect(number.attained == count.attained && number.certified == count.certified)
        }
    }

    @Test func degenerate() {
        var random = TestRandom(54)
        // R = 0; V = 0; V = R = 0; m = 1; one coordinate, R below, at and above 1; no movable rows; d > rows.
        for (d, m, V, R) in [
            (4, 30, 0.2, 0.0), (4, 30, 0.0, 0.3), (4, 30, 0.0, 0.0), (3, 1, 0.5, 0.4), (1, 20, 0.3, 0.5), (1, 20, 0.3, 1.0),
            (1, 20, 0.3, 1.5),
            (1, 1, 0.0, 2.0), (50, 3, 0.1, 0.9), (2, 5, 3.0, 0.5), (2, 5, 0.1, 1.0),
        ] {
            let instance = DifferenceInstance(&random, dimension: d, width: m, radius: V, perturbation: R)
            let bracket = GradientDifferenceBracket(instance.problem)
            Self.check(instance, bracket)
            if R == 0 || (d == 1 && R < 1) { #expect(bracket.attained == 0 && bracket.certified == 0) }
            if d == 1 && R >= 1 { #expect(bracket.attained > 0 || m == 1) }
        }
        let far = DifferenceInstance(Network(dimension: 2, rows: [5, 0.1, -4, 0.2], signs: [1, -1]), radius: 0.1, perturbation: 0.2)
        #expect(far.problem.movable.count == 0)
        let bracket = GradientDifferenceBracket(far.problem)
        #expect(bracket.attained == 0 && bracket.certified == 0 && far.difference(bracket.witness) == 0)
        // Rows along x: only the ball lets them disagree.
        let parallel = DifferenceInstance(Network(dimension: 2, rows: [0.1, 0, -0.05, 0], signs: [1, -1]), radius: 0.2, perturbation: 0.3)
        let moved = GradientDifferenceBracket(parallel.problem)
        Self.check(parallel, moved)
        #expect(moved.attained > 0)
    }

    /// One neuron by hand: w = (0.1, 1), V = 0. Some delta turns x past the plane if R allows, and the difference is then ||w||.
    @Test func byHand() {
        let network = Network(dimension: 2, rows: [0.1, 1], signs: [1])
        let angle = Double.atan(0.1)
        for (R, value) in [(Double.sin(angle) * 0.99, 0), (Double.sin(angle) * 1.01, Double.sqrt(1.01))] {
            let instance = DifferenceInstance(network, radius: 0, perturbation: R)
            let bracket = GradientDifferenceBracket(instance.problem)
            Self.check(instance, bracket)
            #expect(abs(bracket.attained - value) < 1e-12, "R = \(R)")
        }
    }

    /// The supremum grows with V and with R: what was attained before is certified after.
    @Test func metamorphic() {
        var random = TestRandom(55)
        let base = DifferenceInstance(&random, dimension: 6, width: 200, radius: 0, perturbation: 0)
        var last = 0.0
        for (V, R) in [(0.0, 0.05), (0.0, 0.2), (0.05, 0.2), (0.05, 0.5), (0.3, 0.5), (0.3, 1.2)] {
            let bracket = GradientDifferenceBracket(DifferenceInstance(base.network, radius: V, perturbation: R).problem)
            #expect(last <= bracket.limit)
            last = bracket.attained
        }
    }
}
