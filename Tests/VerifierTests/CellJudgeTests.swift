// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Statistics
import Support
import Testing
import Verifier

/// Feeds Bernoulli(p) violations to a judge that allows `gamma`, at most `limit` of them.
private func judged(p: Double, gamma: Double, alpha: Double, limit: Int, seed: UInt64) throws -> Verdict {
    var generator = SplitMix64(seed: seed &* 0x2545_F491_4F6C_DD1D)
    var judge = try CellJudge(allowed: gamma, alpha: alpha)
    for _ in 0..<limit where judge.final == nil {
        judge.record(Double.random(in: 0..<1, using: &generator) < p ? .violates : .satisfied)
    }
    return judge.verdict
}

/// With alpha = 1e-3 a sequence, 2000 seeds a side: 2 wrong verdicts expected at most, and more than 10 has probability below 1e-5.
@Test("planted truths: a Bernoulli slightly above gamma is never called holds, one slightly below never refuted")
func planted() throws {
    let gamma = 0.05, alpha = 1e-3
    var counts: [Verdict: Int] = [:]
    var wrong = 0
    for seed in 1...2000 {
        let above = try judged(p: 0.055, gamma: gamma, alpha: alpha, limit: 3000, seed: UInt64(seed))
        let below = try judged(p: 0.045, gamma: gamma, alpha: alpha, limit: 3000, seed: UInt64(seed + 100_000))
        wrong += (above == .holds || above == .consistent ? 1 : 0) + (below == .refuted ? 1 : 0)
        counts[above, default: 0] += 1
        counts[below, default: 0] += 1
    }
    #expect(wrong <= 10, "\(counts)")
}

@Test("planted truths far from gamma are all decided, and rightly")
func plantedFar() throws {
    for seed in 1...200 {
        #expect(try judged(p: 0.2, gamma: 0.05, alpha: 1e-6, limit: 4000, seed: UInt64(seed)) == .refuted)
        #expect(try judged(p: 0.005, gamma: 0.05, alpha: 1e-6, limit: 4000, seed: UInt64(seed)) == .holds)
    }
}

@Test("undecided trials: consistent, never holds")
func undecidedTrials() throws {
    var judge = try CellJudge(allowed: 0.05, alpha: 1e-6)
    while judge.final == nil && judge.trials < 4000 { judge.record(.undecided) }
    #expect(judge.final == .consistent)
    #expect(judge.limits.upper == 1)
}

/// The quickest way to a wrong `holds` is to ask of the violations alone: with 3 of 100 draws undecided they are excluded long before
/// the violations or undecided are.
@Test("holds only once P(violates or undecided) is below gamma, consistent only where it is above, refuted only by violations")
func limitsBehindVerdicts() throws {
    var generator = SplitMix64(seed: 77)
    for undecidedShare in [0.0, 0.01, 0.03, 0.049, 0.06, 0.3] {
        for violatingShare in [0.0, 0.01, 0.2] {
            for _ in 0..<20 {
                var judge = try CellJudge(allowed: 0.05, alpha: 1e-4)
                var statuses: [TrialStatus] = []
                while judge.final == nil, statuses.count < 3000 {
                    let draw = Double.random(in: 0..<1, using: &generator)
                    let status: TrialStatus =
                        draw < violatingShare ? .violates : draw < violatingShare + undecidedShare ? .undecided : .satisfied
                    statuses.append(status)
                    judge.record(status)
                }
                // The two intervals again, each from a judge of plain Bernoulli draws.
                var (violations, either) = (try CellJudge(allowed: 0.05, alpha: 1e-4), try CellJudge(allowed: 0.05, alpha: 1e-4))
                for status in statuses {
                    violations.record(status == .violates ? .violates : .satisfied)
                    either.record(status == .satisfied ? .satisfied : .violates)
                }
                #expect(judge.limits.lower == violations.limits.lower && judge.limits.upper == either.limits.upper)
                switch judge.verdict {
                case .holds: #expect(either.limits.upper <= 0.05)
                case .consistent: #expect(violations.limits.upper <= 0.05 && either.limits.upper > 0.05)
                case .refuted: #expect(violations.limits.lower > 0.05)
                case .inconclusive: #expect(violations.limits.lower <= 0.05 && either.limits.upper > 0.05)
                case .proved, .reproduced, .notReproduced: Issue.record("a run proves nothing")
                }
            }
        }
    }
}

@Test("a trial whose value overflows decides nothing, and neither does its cell")
func overflowedTrials() throws {
    for allowed in [0, 0.05] {
        var judge = try CellJudge(allowed: allowed, alpha: 1e-6)
        judge.record(.satisfied)
        judge.record(.overflowed)
        #expect(judge.final == .inconclusive && judge.overflowed == 1)
        for _ in 0..<4000 { judge.record(.satisfied) }
        #expect(judge.final == .inconclusive && judge.verdict == .inconclusive)
    }
    for value in [Double.infinity, -.infinity, .nan] {
        #expect(TrialBracket(exactly: value).status(upperBound: 1) == .overflowed)
        #expect(TrialBracket(exactly: value).status(lowerBound: 1) == .overflowed)
    }
}

@Test("what rounding may have done to an attained value violates nothing")
func roundingOfTheAttained() {
    let bracket = TrialBracket(attained: 1.25, certified: 1.5, rounding: 0.25)
    #expect(bracket.status(upperBound: 1) == .undecided && bracket.status(upperBound: 0.9) == .violates)
    #expect(bracket.status(upperBound: 1.5) == .satisfied)
    let lower = TrialBracket(attained: 0.75, certified: 0.5, rounding: 0.25)
    #expect(lower.status(lowerBound: 1) == .undecided && lower.status(lowerBound: 1.1) == .violates)
}

@Test("a sure claim: one violation refutes, and it holds only if every trial was certified")
func sure() throws {
    var judge = try CellJudge(allowed: 0, alpha: 1e-6, sureTrials: 20)
    judge.record(.satisfied)
    #expect(judge.final == nil && judge.verdict == .inconclusive)
    judge.record(.violates)
    #expect(judge.final == .refuted)

    judge = try CellJudge(allowed: 0, alpha: 1e-6, sureTrials: 20)
    for _ in 0..<19 { judge.record(.satisfied) }
    #expect(judge.final == nil)
    judge.record(.satisfied)
    #expect(judge.final == .holds)

    judge = try CellJudge(allowed: 0, alpha: 1e-6, sureTrials: 20)
    for trial in 0..<20 { judge.record(trial == 7 ? .undecided : .satisfied) }
    #expect(judge.final == .consistent)
}

@Test("no trial, no verdict; zero violations never give an interval of width zero")
func limits() throws {
    var judge = try CellJudge(allowed: 0.05, alpha: 1e-3)
    #expect(judge.verdict == .inconclusive)
    #expect(judge.limits.lower == 0 && judge.limits.upper == 1)
    var upper = 1.0
    for _ in 0..<50 {
        judge.record(.satisfied)
        #expect(judge.limits.lower == 0)
        #expect(judge.limits.upper > 0)
        upper = judge.limits.upper
    }
    #expect(upper < 0.5)
}

@Test("a bracket is compared with its bound on the side it is on, and a nan bound says nothing")
func brackets() {
    let bracket = TrialBracket(attained: 2, certified: 3)
    #expect(bracket.status(upperBound: 1) == .violates)
    #expect(bracket.status(upperBound: 2.5) == .undecided)
    #expect(bracket.status(upperBound: 3) == .satisfied)
    #expect(bracket.status(upperBound: .nan) == .satisfied)
    let lower = TrialBracket(attained: 3, certified: 2)
    #expect(lower.status(lowerBound: 4) == .violates)
    #expect(lower.status(lowerBound: 2.5) == .undecided)
    #expect(lower.status(lowerBound: 2) == .satisfied)
    #expect(lower.status(lowerBound: -.infinity) == .satisfied)
    #expect(TrialBracket(attained: 1, certified: .infinity).status(upperBound: 2) == .undecided)
}
