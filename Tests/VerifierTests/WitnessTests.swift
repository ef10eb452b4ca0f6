// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyBall
import LazyPaper
import Sampler
import Testing

@testable import Verifier

private func options(seed: UInt64 = 1) -> RunOptions {
    var options = RunOptions()
    options.seed = seed
    return options
}

private func search(seed: UInt64 = 1) -> WitnessSearch { WitnessSearch(options(seed: seed), in: LazyPaper.catalogue) }

private let checker = WitnessChecker(LazyPaper.catalogue)

/// The cells of the default plan's kind that are refuted, one a claim.
private let refuted: [(Claim, Int, Int, Double)] = [
    (.perturbedFlippedNeurons, 25, 10_000, 0.5), (.gradientNormAtLargeWidth, 25, 100_000, 10), (.flippedSum, 25, 100_000, 10),
]

private func found(against claim: Claim, seed: UInt64 = 1) async throws -> WitnessFinding {
    let (_, d, m, c0) = try #require(refuted.first { $0.0 == claim })
    let result = try await Engine(options(seed: seed)).run(Plan(entries: [.init(cell: try cell(claim, d: d, m: m, c0: c0))]))
    return try #require(try search(seed: seed).findings(for: result).first)
}

private func witness(against claim: Claim, seed: UInt64 = 1) async throws -> Witness { try await found(against: claim, seed: seed).witness }

/// W0, W and a, drawn and assembled by the test.
private struct Draw {
    var initial: [[Double]] = []
    var weights: [[Double]]
    var signs: [Double] = []

    init(_ witness: Witness) throws {
        let name = witness.draw
        let key = StreamKey(
            seed: name.seed, claim: StreamKey.identifier(name.claim), cell: StreamKey.identifier(name.cell), trial: name.trial)
        let d = witness.parameters.d
        weights = []
        try DenseInitialization(key: key, width: witness.parameters.m, dimension: d).forEachTile { tile in
            for k in 0..<tile.count {
                initial.append((0..<d).map { tile.rows[k * d + $0] })
                signs.append(tile.signs[k])
            }
        }
        weights = initial
        for move in witness.moved { weights[move.neuron] = move.weights }
    }

    static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }

    /// f(x; a, W), the paper's formula.
    func value(_ weights: [[Double]], at x: [Double]) -> Double {
        zip(signs, weights).map { $0 * max(0, Self.dot($1, x)) }.reduce(0, +) / Double(signs.count).squareRoot()
    }

    /// ||grad f|| by central differences, exact but for rounding as long as no activation changes within h.
    func slope(_ weights: [[Double]], at x: [Double]) -> Double {
        let h = 1e-7
        return x.indices.map { i in
            var (ahead, behind) = (x, x)
            ahead[i] += h
            behind[i] -= h
            let slope = (value(weights, at: ahead) - value(weights, at: behind)) / (2 * h)
            return slope * slope
        }.reduce(0, +).squareRoot()
    }
}

@Test("each refuted claim has a witness that is shrunk, small and confirmed; the same seed finds it again", arguments: refuted.map(\.0))
func refutations(claim: Claim) async throws {
    let finding = try await found(against: claim)
    let witness = finding.witness
    #expect(finding.check.isConfirmed && !finding.isSaved)
    #expect(witness.parameters.d <= 2 && witness.parameters.m < 20_000)
    #expect(witness.moved.count <= 100)
    // None of the moves can be left out.
    for k in witness.moved.indices {
        var fewer = witness
        fewer.moved.remove(at: k)
        #expect(try !checker.check(fewer).violates)
    }
    #expect(try await found(against: claim).witness == witness)
    let other = try await found(against: claim, seed: 5)
    #expect(other.check.isConfirmed && other.witness != witness)
}

@Test("B.7/2: the slope of f at the witness's W, by differences of f, is the value")
func gradientByDifferences() async throws {
    // A seed whose draw needs moves is not needed: the definition is the same with none.
    let witness = try await found(against: .gradientNormAtLargeWidth).witness
    let draw = try Draw(witness)
    var x = [Double](repeating: 0, count: witness.parameters.d)
    x[0] = 1
    let slope = draw.slope(draw.weights, at: x)
    #expect(abs(slope - witness.value) < 1e-6)
    #expect(slope < witness.bound)
}

@Test("B.7/f: the flips' sum, assembled from its formula, is the value; putting any one neuron back ends the violation")
func flippedSumByFormula() async throws {
    let witness = try await found(against: .flippedSum).witness
    let draw = try Draw(witness)
    func length(without put: Int? = nil) -> Double {
        var sum = [Double](repeating: 0, count: witness.parameters.d)
        for s in draw.signs.indices where s != put {
            let change = (draw.weights[s][0] > 0 ? 1.0 : 0) - (draw.initial[s][0] > 0 ? 1.0 : 0)
            for i in sum.indices.dropFirst() { sum[i] += change * draw.signs[s] * draw.initial[s][i] }
        }
        return Draw.dot(sum, sum).squareRoot() / Double(draw.signs.count).squareRoot()
    }
    #expect(abs(length() - witness.value) < 1e-12)
    #expect(length() > witness.bound)
    for move in witness.moved { #expect(length(without: move.neuron) <= witness.bound * (1 + 1e-8)) }
}

@Test("B.4/2: every moved neuron changes sign at its own delta, within both radii, and there are just enough of them")
func ownDeltas() async throws {
    let witness = try await found(against: .perturbedFlippedNeurons).witness
    let draw = try Draw(witness)
    let radius = try #require(witness.parameters.c0) / Double(witness.parameters.m).squareRoot()
    for move in witness.moved {
        let delta = try #require(move.delta)
        var input = delta
        input[0] += 1
        #expect((Draw.dot(move.weights, input) > 0) != (Draw.dot(draw.initial[move.neuron], input) > 0))
        let offset = zip(move.weights, draw.initial[move.neuron]).map { $0 - $1 }
        #expect(Draw.dot(offset, offset).squareRoot() <= radius)
        #expect(Draw.dot(delta, delta).squareRoot() <= witness.parameters.radius ?? 0)
    }
    #expect(Double(witness.moved.count) > witness.bound && Double(witness.moved.count - 1) <= witness.bound)
    #expect(witness.value == Double(witness.moved.count))
}

/// Every claim but Lemma B.6's, at cells small enough to be quick; two of each, so that d = 1, 2, 3 and more all occur.
private let attacked: [(Claim, Int, Int, Double)] = [
    (.flippedNeurons, 1, 50, 1), (.flippedNeurons, 7, 400, 2), (.perturbedFlippedNeurons, 1, 30, 1), (.perturbedFlippedNeurons, 6, 400, 1),
    (.perturbedFlippedNeuronsFixed, 1, 60, 1), (.perturbedFlippedNeuronsFixed, 5, 300, 2), (.functionValue, 1, 40, 1),
    (.functionValueAtLargeWidth, 4, 300, 3), (.functionValueAtStart, 3, 200, 0), (.functionChange, 2, 300, 2),
    (.gradientNorm, 3, 300, 1), (.gradientNorm, 20, 500, 0.5), (.gradientNormAtLargeWidth, 12, 800, 3), (.flippedSum, 2, 300, 4),
    (.flippedSum, 15, 500, 1), (.projectedGradientChange, 1, 100, 1), (.projectedGradientChange, 10, 400, 2), (.flippedGradient, 1, 200, 2),
    (.flippedGradient, 9, 400, 1), (.directionalDifference, 1, 100, 1), (.directionalDifference, 2, 200, 2),
    (.directionalDifferenceAsProved, 3, 300, 1), (.directionalDifferenceAsProved, 12, 300, 3),
    (.perturbedFlippedNeuronsUniform, 1, 50, 1), (.perturbedFlippedNeuronsUniform, 8, 300, 1), (.perturbedFlippedGradient, 2, 100, 2),
    (.perturbedFlippedGradient, 9, 300, 1), (.gradientDifference, 2, 100, 1), (.gradientDifference, 10, 300, 2),
]

@Test("what a dense trial attains is what the checker finds at its W, which lies in the ball", arguments: attacked)
func attained(claim: Claim, d: Int, m: Int, c0: Double) throws {
    let cell = try cell(claim, d: d, m: m, c0: c0)
    for trial in 0..<5 {
        let (attained, check) = try #require(try search().attack(cell, trial: UInt64(trial)))
        #expect(check.feasible, "\(cell): \(check.distance) > \(check.allowedDistance)")
        // A trial of these ends where its certificate decides, a witness's search goes on.
        let goesFarther = [Claim.flippedSum, .projectedGradientChange, .flippedGradient].contains(claim)
        let difference = check.value - attained
        #expect(
            (goesFarther ? -difference : abs(difference)) <= 1e-9 * max(1, abs(attained)),
            "\(cell) trial \(trial): \(check.value), trial has \(attained)")
    }
}

@Test("Lemma B.6: where the witness's neuron changes sign it is in the ball; at R = 1/2 and a large mesh it sometimes does")
func oneNeuron() throws {
    for (claim, d) in [(Claim.signChange, 2), (.signChange, 9), (.signChangeNearby, 2), (.signChangeNearby, 6)] {
        let cell = try cell(claim, d: d, m: 16, c0: 0.5, radius: 0.5, epsilon: 0.2)
        let checks = try (0..<50).compactMap { try search().attack(cell, trial: UInt64($0))?.check }
        #expect(checks.allSatisfy { $0.feasible && ($0.value == 0 || $0.value == 1) })
        // P is at least 1/6: none of 50 would have probability 1e-4.
        #expect(checks.contains { $0.value == 1 }, "\(cell)")
    }
}

@Test("a tampered witness is not confirmed: outside the ball, not violating, or another value")
func tampered() async throws {
    let witness = try await found(against: .flippedSum).witness
    var far = witness
    far.moved[0].weights[1] += 1
    #expect(try !checker.check(far).feasible)
    // Half again as far as it may go, in the direction in which it moved.
    let draw = try Draw(witness)
    let (start, end) = (draw.initial[witness.moved[0].neuron], witness.moved[0].weights)
    let distance = zip(start, end).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    let v = try #require(witness.parameters.c0) / Double(witness.parameters.m).squareRoot()
    for (scale, isFeasible) in [(0.99, true), (1.5, false)] {
        far.moved[0].weights = zip(start, end).map { $0 + scale * v / distance * ($1 - $0) }
        #expect(try checker.check(far).feasible == isFeasible)
    }
    var few = witness
    few.moved.removeLast(witness.moved.count / 2)
    let check = try checker.check(few)
    #expect(check.feasible && !check.violates && !check.matches && !check.isConfirmed)
    var other = witness
    other.value *= 1.001
    #expect(try checker.check(other).violates && !checker.check(other).isConfirmed)
    var delta = try await found(against: .perturbedFlippedNeurons).witness
    delta.moved[0].delta?[0] += 1
    #expect(try !checker.check(delta).feasible)
}

@Test("a malformed witness: one line that names the field, the value and what is allowed")
func malformed() async throws {
    let witness = try await found(against: .flippedSum).witness
    func expect(_ message: String, _ change: (inout Witness) -> Void) {
        var bad = witness
        change(&bad)
        let error = #expect(throws: ParameterError.self) { try checker.check(bad) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
    expect("schema = 'x'") { $0.schema = "x" }
    expect("claim = 'B.7/9' is out of range: one of B.4/1") { $0.claim = "B.7/9" }
    expect("draw.rng = 'dice'") { $0.draw.rng = "dice" }
    expect("d = 0") { $0.parameters.d = 0 }
    expect("parameters.c0 = (none)") { $0.parameters.c0 = nil }
    expect("parameters.epsilon = 0.5") { $0.parameters.epsilon = 0.5 }
    expect("numbers in W0") { $0.parameters.m = 1_000_000_000_000 }
    expect("moved[0].weights = 1 numbers is out of range: a list of d = 2 finite numbers") { $0.moved[0].weights.removeLast() }
    expect("moved[1].weights = inf") { $0.moved[1].weights[0] = .infinity }
    expect("moved[0].neuron = -1 is out of range: an integer from 0 to \(witness.parameters.m - 1)") { $0.moved[0].neuron = -1 }
    expect("an increasing order") { $0.moved.swapAt(0, 1) }
    expect("moved = \(witness.parameters.m + 1) neurons") { bad in
        bad.moved = Array(repeating: bad.moved[0], count: bad.parameters.m + 1)
    }
    expect("moved[0].delta = 2 numbers is out of range: no vector for B.7/f") { $0.moved[0].delta = [0, 0] }
    expect("delta = 2 numbers") { $0.delta = [0, 0] }
    expect("value = nan") { $0.value = .nan }
    expect("schema = 'a\\nb'") { $0.schema = "a\nb" }
    expect("claim = '\(String(repeating: "x", count: 57))...' is out of range") { $0.claim = String(repeating: "x", count: 1000) }
    expect("refutation.probability.lower = -0.1 is out of range: a number in [0, 1]") { $0.refutation.probability.lower = -0.1 }
    expect("refutation.probability.upper = 1.5") { $0.refutation.probability.upper = 1.5 }
    expect("refutation.probability.upper = 0.01") { $0.refutation.probability = .init(lower: 0.5, upper: 0.01) }
    expect("refutation.probability.lower = nan") { $0.refutation.probability.lower = .nan }
    expect("refutation.allowed = 1.0") { $0.refutation.allowed = 1 }
    expect("refutation.trials = -3") { $0.refutation.trials = -3 }
    expect("refutation.trials = (none)") { $0.refutation.trials = nil }
    expect("refutation.violations = 1000 is out of range: an integer from 0 to") { $0.refutation.violations = 1000 }
    expect("refutation.undecided") { $0.refutation.undecided = $0.refutation.trials }
    expect("refutation.alpha = 0.0") { $0.refutation.alpha = 0 }
    expect("refutation.fromD = 1 is out of range: an integer from 2") { $0.refutation.fromD = 1 }
    expect("refutation.fromM = 0") { $0.refutation.fromM = 0 }
    expect("refutation.movedAtFirst = 0 is out of range: an integer from \(witness.moved.count)") { $0.refutation.movedAtFirst = 0 }
    expect("refutation.trials") { $0.refutation.evidence = .law }
}

@Test("a saved witness of the same seed, cell and error rate spares the search; any other is passed over")
func saved() async throws {
    let (claim, d, m, c0) = refuted[2]
    let result = try await Engine(options()).run(Plan(entries: [.init(cell: try cell(claim, d: d, m: m, c0: c0))]))
    let found = try #require(try search().findings(for: result).first).witness
    let again = try #require(try search().findings(for: result, saved: [found]).first)
    #expect(again.isSaved && again.witness == found)
    func isPassedOver(_ change: (inout Witness) -> Void) throws -> Bool {
        var other = found
        change(&other)
        let fresh = try #require(try search().findings(for: result, saved: [other]).first)
        return !fresh.isSaved && fresh.witness == found
    }
    #expect(try isPassedOver { $0.moved.removeAll() })
    #expect(try isPassedOver { $0.parameters.gamma = 0.01 })
    #expect(try isPassedOver { $0.bound /= 2 })
    #expect(try isPassedOver { $0.refutation.alpha = 1e-9 })
    #expect(try isPassedOver { $0.refutation.violations = $0.refutation.trials })
    #expect(try isPassedOver { $0.refutation.fromM = 200_000 })
    // Whole and true, but of another seed.
    let other = try await witness(against: claim, seed: 5)
    #expect(try checker.replay(other).isConfirmed)
    #expect(try isPassedOver { $0 = other })
}
