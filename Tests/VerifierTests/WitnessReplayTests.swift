// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Laws
import LazyPaper
import Sampler
import Statistics
import Testing

@testable import Verifier

private let checker = WitnessChecker(LazyPaper.catalogue)

/// A cell that a law refutes, and one that trials do.
private func found(_ claim: Claim, d: Int, m: Int, c0: Double) async throws -> Witness {
    let options = RunOptions()
    let result = try await Engine(options).run(Plan(entries: [.init(cell: try cell(claim, d: d, m: m, c0: c0))]))
    return try #require(try WitnessSearch(options, in: LazyPaper.catalogue).findings(for: result).first).witness
}

private func byLaw() async throws -> Witness { try await found(.perturbedFlippedNeurons, d: 25, m: 10_000, c0: 0.5) }
private func byTrials() async throws -> Witness { try await found(.flippedSum, d: 25, m: 100_000, c0: 10) }

private func expectMismatch(_ witness: Witness, _ message: String, _ change: (inout Witness) -> Void) throws {
    var other = witness
    change(&other)
    let replay = try checker.replay(other)
    #expect(!replay.isConfirmed && replay.mismatches.contains { $0.contains(message) }, "\(message): \(replay.mismatches)")
}

@Test("a refutation by law is found anew from the law; what the file has otherwise is named, and no draw is made then")
func refutationByLaw() async throws {
    let witness = try await byLaw()
    let replay = try checker.replay(witness)
    #expect(replay.isConfirmed && replay.refutation?.isWhole == true)
    let p = try #require(replay.refutation).probability
    #expect(p.lower > 0.05 && p.lower <= p.upper && p.upper - p.lower < 1e-9)
    // Dense draws of the cell, whose share of violations is within 5 deviations with probability 1 - 6e-7.
    let prepared = try PreparedCell(try WitnessSubject(witness, in: LazyPaper.catalogue).cell)
    var options = RunOptions()
    options.sampler = .dense
    let trial = try prepared.trial(options)
    let count = try (0..<4000).count { prepared.status(try trial.bracket(UInt64($0))) == .violates }
    #expect(abs(Double(count) / 4000 - p.lower) < 5 * (p.lower * (1 - p.lower) / 4000).squareRoot())
    try expectMismatch(witness, "the lower end of the exact P(violates)") { $0.refutation.probability.lower *= 0.999 }
    try expectMismatch(witness, "the upper end of the exact P(violates)") { $0.refutation.probability.upper = 1 }
    try expectMismatch(witness, "the allowed probability is 0.05") { $0.refutation.allowed = 0.01 }
    try expectMismatch(witness, "an exact law decides this cell") { witness in
        witness.refutation.evidence = .trials
        (witness.refutation.trials, witness.refutation.violations) = (10, 10)
    }
    var bound = witness
    bound.bound = 1e308
    let replayed = try checker.replay(bound)
    #expect(replayed.draw == nil && replayed.mismatches.count == 1 && replayed.mismatches[0].hasPrefix("the bound is"))
}

@Test("a refutation by trials: limits from the counts by the same sequence, the trials made again, each count and limit held to it")
func refutationByTrials() async throws {
    let witness = try await byTrials()
    let replay = try checker.replay(witness)
    let check = try #require(replay.refutation)
    #expect(replay.isConfirmed && check.isRepeated == true && check.isWhole)
    let (trials, violations) = (try #require(check.trials), try #require(check.violations))
    let (undecided, alpha) = (try #require(check.undecided), try #require(check.alpha))
    // The sequence itself, asked without the judge.
    let sequence = try BetaBinomialSequence.tuned(alpha: alpha, target: 0.05)
    #expect(sequence.limits(successes: violations, trials: trials).lower == check.probability.lower)
    #expect(sequence.limits(successes: violations + undecided, trials: trials).upper == check.probability.upper)
    #expect(check.probability == witness.refutation.probability && check.probability.lower > 0.05)
    try expectMismatch(witness, "the lower limit of P(violates)") { $0.refutation.probability.lower = 0.06 }
    try expectMismatch(witness, "the upper limit of P(violates)") { $0.refutation.probability.upper = 0.9 }
    try expectMismatch(witness, "the lower limit of P(violates)") { $0.refutation.alpha = alpha / 2 }
    try expectMismatch(witness, "no exact law decides this cell") { witness in
        witness.refutation.evidence = .law
        (witness.refutation.trials, witness.refutation.violations, witness.refutation.undecided) = (nil, nil, nil)
        (witness.refutation.alpha, witness.refutation.sampler) = (nil, nil)
    }
    // Counts and limits that fit each other, and not the seed.
    try expectMismatch(witness, "trials made again \(violations) violate; the file has \(trials)") { witness in
        let limits = sequence.limits(successes: trials, trials: trials)
        (witness.refutation.violations, witness.refutation.undecided) = (trials, 0)
        witness.refutation.probability = .init(lower: limits.lower, upper: limits.upper)
    }
    // Limits that fit the counts, and refute nothing.
    try expectMismatch(witness, "do not show that P(violates) exceeds 0.05") { witness in
        let limits = sequence.limits(successes: 1, trials: 10)
        (witness.refutation.trials, witness.refutation.violations, witness.refutation.undecided) = (10, 1, 0)
        witness.refutation.probability = .init(lower: limits.lower, upper: limits.upper)
    }
}

@Test("a file of before the error rate was kept is held to a run of the usual one")
func olderFile() async throws {
    var witness = try await byTrials()
    (witness.refutation.undecided, witness.refutation.alpha, witness.refutation.sampler) = (nil, nil, nil)
    let replay = try checker.replay(witness)
    #expect(replay.isConfirmed && replay.refutation?.isRepeated == true)
    try expectMismatch(witness, "the lower limit of P(violates)") { $0.refutation.probability.lower *= 1.01 }
}

@Test("the draw is that of the file's claim and cell: another name is a mismatch, quoted on one line")
func names() async throws {
    let witness = try await byLaw()
    try expectMismatch(witness, "the draw's cell is 'x\\ny'; the file is about B.4/2 d=") { $0.draw.cell = "x\ny" }
    try expectMismatch(witness, "the draw's claim is 'B.4/1'") { $0.draw.claim = "B.4/1" }
    try expectMismatch(witness, "the draw's cell is") { $0.parameters.gamma = 0.04 }
}

@Test("a value or a distance that overflows confirms nothing")
func overflow() async throws {
    let witness = try await byTrials()
    var far = witness
    for k in far.moved.indices { far.moved[k].weights = far.moved[k].weights.map { _ in 1e308 } }
    let replay = try checker.replay(far)
    let draw = try #require(replay.draw)
    #expect(!replay.isConfirmed && !draw.isFinite && !draw.isConfirmed && !draw.feasible)
    // 0 is within any share of an infinite value.
    far.value = 0
    #expect(try !checker.replay(far).isConfirmed)
}

@Test("trials that are many are not repeated, and the replay says so")
func dearTrials() async throws {
    let witness = try await byTrials()
    let subject = try WitnessSubject(witness, in: LazyPaper.catalogue)
    let refutation = RefutationChecker(witness: witness, subject: subject, prepared: try PreparedCell(subject.cell))
    var check = try refutation.check().check
    check.trials = 1 << 40
    let (same, mismatches) = try refutation.repeatingTrials(check)
    #expect(same == check && mismatches.isEmpty && same.isRepeated == false && !same.isWhole)
}
