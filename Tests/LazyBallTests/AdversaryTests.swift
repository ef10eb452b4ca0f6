// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

struct AdversaryTests {
    static func trainingPoints(_ random: inout TestRandom, dimension d: Int, count: Int = 8) -> Adversary.TrainingPoints {
        let points = (0..<count).flatMap { _ in random.unit(d) }
        return Adversary.TrainingPoints(points: points, labels: (0..<count).map { _ in random.sign() })
    }

    /// Every W lies in the ball and does what its attack says; the strongest forces no less than W0.
    @Test(arguments: [(1, 40, 1.0), (2, 100, 0.5), (5, 300, 1.0), (20, 500, 2.0), (10, 50, 10.0), (30, 10, 0.3), (4, 1, 1.0), (6, 80, 0.0)])
    func feasible(d: Int, m: Int, c0: Double) throws {
        var random = TestRandom(UInt64(90 + d))
        let radius = c0 / Double.sqrt(Double(m))
        let x = [1] + [Double](repeating: 0, count: d - 1)
        for trial in 0..<8 {
            let initial = FlippingStepTests.network(&random, dimension: d, width: m)
            let attacks = Adversary.attacks(against: initial, radius: radius, training: Self.trainingPoints(&random, dimension: d))
            #expect(attacks.map(\.adversary) == Adversary.allCases)
            for attack in attacks {
                #expect(attack.network.isWithin(radius, of: initial), "\(attack.adversary), trial \(trial)")
                #expect(attack.network.signs == initial.signs && attack.flipping == FlippingStep(attack.network, at: x))
            }
            let strongest = Adversary.strongest(of: attacks)
            #expect(attacks.allSatisfy { $0.flipping.outcome == .noGradient || $0.flipping.step <= strongest?.flipping.step ?? 0 })
            if attacks[0].flipping.outcome != .noGradient { #expect(try #require(strongest).flipping.step >= attacks[0].flipping.step) }
            if c0 == 0 { #expect(attacks.allSatisfy { $0.network.distance(to: initial) == 0 }) }
        }
    }

    /// The ascent's slope against differences of the step itself, by the definition.
    @Test func ascentRises() {
        var random = TestRandom(95)
        var risen = 0
        for _ in 0..<20 {
            let (d, m) = (10, 200)
            let initial = FlippingStepTests.network(&random, dimension: d, width: m)
            let x = random.unit(d)
            let start = FlippingStep(initial, at: x)
            // A first-order slope at V so small that nothing changes sides: the rise is V times the sum of the slope's lengths.
            let small = 1e-7
            let climb = FlippingAscent(from: initial, initial: initial, radius: small, at: x, maximumIterations: 1)
            #expect(climb.flipping.step >= start.step)
            guard start.outcome == .flips else { continue }
            let rise = climb.flipping.step - start.step
            // No random move of the same length rises by more.
            for _ in 0..<20 {
                let moved = (0..<m).flatMap { _ in random.unit(d).map { small * $0 } }
                let other = Network(dimension: d, rows: zip(initial.rows, moved).map { $0 + $1 }, signs: initial.signs)
                #expect(FlippingStep(other, at: x).step - start.step <= rise)
            }
            // Rises in proportion to V.
            let twice = FlippingAscent(from: initial, initial: initial, radius: 2 * small, at: x, maximumIterations: 1)
            if rise > 0 && abs((twice.flipping.step - start.step) / rise - 2) < 1e-2 { risen += 1 }
        }
        #expect(risen >= 15, "\(risen)")
    }

    /// A ball that reaches small gradients holds W that no step flips: the plain definition agrees out to where f is its own cone.
    @Test func neverFlipped() throws {
        var random = TestRandom(98)
        let (d, m) = (20, 400)
        let radius = 10 / Double.sqrt(Double(m))
        let x = [1] + [Double](repeating: 0, count: d - 1)
        var never = 0
        for _ in 0..<5 {
            let initial = FlippingStepTests.network(&random, dimension: d, width: m)
            let strongest = try #require(
                Adversary.strongest(against: initial, radius: radius, training: Self.trainingPoints(&random, dimension: d)))
            guard strongest.flipping.outcome == .neverFlips else { continue }
            never += 1
            let (network, g) = (strongest.network, strongest.network.gradient(at: x))
            #expect(network.isWithin(radius, of: initial) && length(g) > 1e-3, "||g|| \(length(g))")
            let f = FlippingStepTests.ray(network, x)
            for k in 0..<400 { #expect(f(Double.exp(-6 + 0.05 * Double(k))) > 0) }
            // Far out f is c f(-sigma g/||g||)/||g||.
            let side = network.value(at: x) < 0 ? -1.0 : 1
            #expect(side * network.value(at: g.map { -side * $0 }) > 0)
        }
        #expect(never >= 3, "\(never)")
    }

    /// Training lowers the loss, stays in the ball, and its gradient agrees with differences.
    @Test func training() {
        var random = TestRandom(96)
        for trial in 0..<5 {
            let (d, m, n) = (6, 60, 5)
            let initial = FlippingStepTests.network(&random, dimension: d, width: m)
            let points = (0..<n).flatMap { _ in random.unit(d) }
            let labels = (0..<n).map { _ in random.sign() }
            func loss(_ network: Network) -> Double {
                (0..<n).reduce(0) { sum, i in
                    sum + Double.log(onePlus: Double.exp(-labels[i] * network.value(at: Array(points[i * d..<(i + 1) * d])))) / Double(n)
                }
            }
            let radius = 3 / Double.sqrt(Double(m))
            let trained = BallTraining(initial, points: points, labels: labels, radius: radius, steps: 10)
            #expect(abs(trained.initialLoss - loss(initial)) < 1e-12 && abs(trained.loss - loss(trained.network)) < 1e-12)
            #expect(trained.loss < trained.initialLoss, "trial \(trial)")
            #expect(trained.network.isWithin(radius, of: initial))
            // One short step goes down as fast as a step of its length can, neuron by neuron in proportion to the slope.
            let step = BallTraining(initial, points: points, labels: labels, radius: 1e-5, steps: 1)
            let move = zip(step.network.rows, initial.rows).map { $0 - $1 }
            #expect(abs(step.network.distance(to: initial) - 0.25e-5) < 1e-15)
            let drop = step.initialLoss - step.loss
            for _ in 0..<20 {
                let other = random.unit(m * d).map { $0 * length(move) }
                let moved = Network(dimension: d, rows: zip(initial.rows, other).map { $0 + $1 }, signs: initial.signs)
                #expect(loss(initial) - loss(moved) <= drop + 1e-12)
            }
        }
    }

    /// The batch says what each point says alone; the count rises with R.
    @Test func robustError() {
        var random = TestRandom(97)
        let (d, m, n) = (7, 120, 70)
        let network = FlippingStepTests.network(&random, dimension: d, width: m)
        let points = (0..<n).flatMap { _ in random.unit(d) }
        var last = 0
        for perturbation in [0, 0.05, 0.2, 0.5, 1, 3] {
            let batch = RobustError(network, points: points, perturbation: perturbation)
            let alone = (0..<n).map { FlippingStep(network, at: Array(points[$0 * d..<($0 + 1) * d])).distance }
            for (a, b) in zip(batch.distances, alone) { #expect(a == b || abs(a - b) < 1e-9 * b) }
            #expect(batch.flipped == alone.count { $0 <= perturbation } && batch.flipped >= last && batch.points == n)
            last = batch.flipped
        }
        #expect(last > n / 2)
        #expect(RobustError(network, points: [], perturbation: 1).flipped == 0)
    }
}
