// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import Sampler
import Testing

@testable import Experiments

@Test("Where f is linear in the ball the attack is optimal: a sample breaks exactly if y f <= R ||grad f||")
func linearAttack() {
    var random = TestRandom(21)
    let d = 6
    // Every neuron is on: <w_s, x> stays positive within 0.5 of samples near (10, ..., 10).
    // Rows come in pairs, one the other reversed, with opposite signs: f is 0 at (10, ..., 10).
    var rows: [Double] = []
    for _ in 0..<10 {
        let row = (0..<d).map { _ in 1 + random.uniform() }
        rows += row + row.reversed()
    }
    let network = Network(dimension: d, rows: rows, signs: (0..<20).map { $0 % 2 == 0 ? 1 : -1 })
    let samples = Samples(
        inputs: d, width: d, rows: (0..<40 * d).map { _ in 10 + random.normal() },
        labels: (0..<40).map { _ in random.uniform() < 0.5 ? -1 : 1 })
    let gradient = network.gradient(at: samples.row(0))
    let norm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let margins = (0..<40).map { samples.labels[$0] * network.value(at: samples.row($0)) / norm }
    let radius = 0.5
    let outcome = ProjectedAttack(radius: radius)(network, samples)
    #expect(margins.contains { $0 > 0 && $0 < radius * 0.99 } && margins.contains { $0 > radius * 1.01 })
    for i in 0..<40 where abs(margins[i] - radius) > 1e-9 { #expect(outcome.broken[i] == (margins[i] <= radius)) }
    // It ends on the sphere, a gradient's length below the start.
    for i in 0..<40 {
        let end = Array(outcome.rows[i * d..<(i + 1) * d])
        #expect(abs(samples.labels[i] * network.value(at: end) / norm - (margins[i] - radius)) < 1e-9)
    }
}

@Test("No attack leaves its ball, and none with the literal gradient either", arguments: ProjectedAttack.Step.allCases)
func attackInBall(step: ProjectedAttack.Step) {
    var random = TestRandom(8)
    let samples = random.samples(30, inputs: 7, bias: false)
    let network = random.network(m: 64, d: 7)
    let outcome = ProjectedAttack(radius: 0.8, step: step)(network, samples)
    var moved = 0
    for i in 0..<30 {
        let distance = (0..<7).reduce(0) {
            $0 + (outcome.rows[i * 7 + $1] - samples.rows[i * 7 + $1]) * (outcome.rows[i * 7 + $1] - samples.rows[i * 7 + $1])
        }
        #expect(distance.squareRoot() <= 0.8 * (1 + 1e-12))
        moved += distance > 0 ? 1 : 0
        if network.value(at: samples.row(i)) * samples.labels[i] <= 0 { #expect(outcome.broken[i]) }
    }
    #expect(moved == 30)
}

@Test("The attack among the neurons is the attack as written: the same ends and the same misclassified points", arguments: [0.05, 0.8])
func neuronAttack(radius: Double) {
    var random = TestRandom(12)
    for (m, d, step) in [(63, 7, ProjectedAttack.Step.unit), (130, 3, .unit), (64, 20, .gradient), (1, 2, .unit)] {
        let samples = random.samples(70, inputs: d, bias: false)
        let network = random.network(m: m, d: d)
        let attack = ProjectedAttack(radius: radius, step: step)
        let (one, other) = (attack(network, samples), InputAttack(attack).attack(network, samples))
        #expect(one.broken == other.broken && attack(network, samples, onlyBroken: true).broken == other.broken)
        #expect(zip(one.rows, other.rows).allSatisfy { abs($0 - $1) < 1e-10 }, "m = \(m), d = \(d)")
    }
}

@Test("A round of SGD among the attacked samples is the round among the weights")
func attackedDescent() {
    var random = TestRandom(31)
    let samples = random.samples(20, inputs: 6, bias: false)
    let network = random.network(m: 40, d: 6)
    let batches = (0..<30).map { k in (0..<8).map { (5 * k + 3 * $0) % 20 } }
    let descent = AttackedDescent(network, samples.rows, samples, .init())
    let (one, other) = (descent.amongSamples(batches), descent.amongWeights(batches))
    #expect(one.distance(to: other) < 1e-11 && one.distance(to: network) > 0.01)
}

@Test("Algorithm 1 keeps W in the ball, raises robust accuracy, and repeats itself bit for bit on any number of threads")
func algorithmOne() async {
    // Two clusters that a network can separate robustly.
    var random = TestRandom(30)
    var (pixels, labels): ([Double], [Double]) = ([], [])
    for i in 0..<60 {
        labels.append(i % 2 == 0 ? 1 : -1)
        pixels += (0..<16).map { ($0 < 8) == (i % 2 == 0) ? 0.8 + 0.2 * random.uniform() : 0.2 * random.uniform() }
    }
    let images = DigitImages(side: 4, pixels: pixels, labels: labels)
    let data = DigitData(training: images, test: images, source: .other("planted images"))
    let units = [20, 0.001].flatMap { c0 in
        (1...2).map { run in
            var unit = AdversarialUnit(cell: .init(side: 4, m: 50, c0: c0, radius: 0.2), run: run)
            (unit.attacked, unit.tested, unit.settings.stepsPerRound) = (40, 40, 10)
            return unit
        }
    }
    let run = ExperimentRun(units.map(RunUnit.adversarial))
    let one = await run.run(data, threads: 1).adversarial
    let two = await run.run(data, threads: 2).adversarial
    #expect(one == two && one.count == 4)
    for record in one where record.c0 == 20 { #expect(record.robustAccuracy == 1) }
    // A ball of no size leaves W0, which is robust for about half the samples at best.
    #expect(one.filter { $0.c0 == 0.001 }.reduce(0) { $0 + $1.robustAccuracy } / 2 < 0.8)

    let samples = Samples(images, side: 4, scaling: .normalized)
    let initial = random.network(m: 50, d: 16)
    let key = ExperimentStream.key(seed: 1, kind: "test", cell: "", run: 1, .order)
    let trained = AdversarialTraining(
        initial, samples, attack: ProjectedAttack(radius: 0.2), radius: 0.05, units[0].settings, order: RandomStream(key))
    #expect(trained.network.isWithin(0.05, of: initial) && trained.network.distance(to: initial) > 0.049)
    #expect(trained.robustTrainingAccuracy.count == trained.rounds)
}
