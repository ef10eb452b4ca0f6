// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Statistics

/// Holds what a witness's file says of the refutation against what its claim and its counts say.
struct RefutationChecker {
    let witness: Witness
    let subject: WitnessSubject
    let prepared: PreparedCell

    /// Trials are repeated where all their draws together have at most so many numbers: a second or so.
    static let cheapNumbers = 1e7
    /// Files hold six significant digits of a probability.
    static let recordedPrecision = 1e-5
    /// The error rate of a run that sets none, which is taken where a file of before it was kept does not say.
    static let usualRate = RunOptions().errorRate

    private var stated: Witness.Refutation { witness.refutation }

    /// Compares without a trial.
    ///
    /// - Returns: what was found, and a sentence for each thing that the file has otherwise.
    func check() throws -> (check: RefutationCheck, mismatches: [String]) {
        if let law = prepared.law, let verdict = prepared.lawVerdict { return check(law, verdict) }
        guard stated.evidence == .trials, let trials = stated.trials, let violations = stated.violations else {
            let none = RefutationCheck(evidence: .trials, probability: .init(lower: 0, upper: 1), allowed: prepared.allowed)
            return (none, ["no exact law decides this cell; the file says that one does"])
        }
        let (alpha, undecided) = (try alpha(), stated.undecided)
        let judge = try CellJudge(allowed: prepared.allowed, alpha: alpha)
            .counting(violations: violations, undecided: undecided ?? 0, trials: trials)
        let limits = judge.limits
        let check = RefutationCheck(
            evidence: .trials, probability: .init(lower: limits.lower, upper: undecided == nil ? 1 : limits.upper),
            allowed: prepared.allowed, trials: trials, violations: violations, undecided: undecided, alpha: alpha, isRepeated: false)
        var mismatches = differences(check.probability.lower, stated.probability.lower, "the lower limit of P(violates) from its counts")
        if undecided != nil {
            mismatches += differences(limits.upper, stated.probability.upper, "the upper limit of P(violates) from its counts")
        } else if stated.probability.upper < limits.upper * (1 - Self.recordedPrecision) {
            mismatches.append("the upper limit of P(violates) from its counts is at least \(limits.upper); the file has less")
        }
        if judge.final != .refuted {
            mismatches.append(
                "\(violations) violations in \(trials) trials do not show that P(violates) exceeds \(prepared.allowed), "
                    + "at error probability \(shortText(alpha))")
        }
        return (check, mismatches)
    }

    private func check(_ law: LawEvaluation, _ verdict: Verdict) -> (RefutationCheck, [String]) {
        let exact = LawAgreement.unitInterval(law.left)
        let check = RefutationCheck(
            evidence: .law, probability: .init(lower: exact.lowerBound, upper: exact.upperBound), allowed: prepared.allowed)
        guard verdict == .refuted else {
            return (check, ["the exact P(violates) is \(exact.lowerBound), which the claim allows: it is not refuted at this cell"])
        }
        guard stated.evidence == .law else { return (check, ["an exact law decides this cell; the file says that trials do"]) }
        return (
            check,
            differences(exact.lowerBound, stated.probability.lower, "the lower end of the exact P(violates)")
                + differences(exact.upperBound, stated.probability.upper, "the upper end of the exact P(violates)")
        )
    }

    private func differences(_ value: Double, _ recorded: Double, _ name: String) -> [String] {
        guard abs(value - recorded) > Self.recordedPrecision * Double.maximum(value, recorded) else { return [] }
        return ["\(name) is \(shortText(value)); the file has \(recorded)"]
    }

    /// The error probability of the limits; where the file has none, that of a run with the usual error rate.
    private func alpha() throws -> Double {
        if let alpha = stated.alpha { return alpha }
        let p = subject.cell.parameters
        let usual = try Parameters(d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1)
        let start = try Cell(
            subject.cell.claim,
            Parameters(
                d: stated.fromD, m: stated.fromM, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius == usual.radius ? nil : p.radius,
                epsilon: p.epsilon == usual.epsilon ? nil : p.epsilon))
        return try ShrunkCells(start: start).alpha(rate: Self.usualRate)
    }

    /// Makes the trials behind the counts again, with the file's seed, where they are few and it is known how they were drawn.
    ///
    /// - Parameter check: what ``check()`` found.
    /// - Returns: the same with what the trials add, and a sentence for each count that is another.
    func repeatingTrials(_ check: RefutationCheck) throws -> (check: RefutationCheck, mismatches: [String]) {
        guard let trials = check.trials, let alpha = check.alpha, let sampler else { return (check, []) }
        let p = subject.cell.parameters
        let numbers = Double(trials) * Double(p.d) * Double(subject.definition.scope.count(width: p.m))
        guard numbers <= Self.cheapNumbers else { return (check, []) }
        var options = RunOptions()
        (options.seed, options.generator, options.sampler) = (witness.draw.seed, subject.generator, sampler)
        let trial = try prepared.trial(options)
        var judge = try CellJudge(allowed: prepared.allowed, alpha: alpha)
        for number in 0..<trials { judge.record(prepared.status(try trial.bracket(UInt64(number)))) }
        var repeated = check
        repeated.isRepeated = true
        repeated.undecided = judge.undecided
        repeated.probability.upper = judge.limits.upper
        func difference(_ name: String, _ count: Int, _ recorded: Int?) -> [String] {
            recorded == nil || recorded == count ? [] : ["of \(trials) trials made again \(count) \(name); the file has \(recorded ?? 0)"]
        }
        return (
            repeated,
            difference("violate", judge.violations, stated.violations) + difference("are undecided", judge.undecided, stated.undecided)
                + difference("overflow", judge.overflowed, 0)
                + differences(judge.limits.upper, stated.probability.upper, "the upper limit of P(violates) from its trials made again")
        )
    }

    /// How the trials were drawn. Those of a shrunk cell are dense; of the cell to begin with, older files do not say.
    private var sampler: SamplerKind? {
        if let sampler = stated.sampler { return sampler }
        let p = subject.cell.parameters
        return (stated.fromD, stated.fromM) == (p.d, p.m) ? nil : .dense
    }
}
