// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Statistics
import Testing

@Suite("Beta-binomial mixture confidence sequence")
struct BetaBinomialSequenceTests {
    @Test("limits agree with mpmath to 1e-9 and never lie inside the true ones", arguments: limitsRows)
    func reference(_ row: LimitsRow) throws {
        let sequence = try BetaBinomialSequence(alpha: row.alpha, tOpt: row.tOpt)
        let limits = sequence.limits(successes: row.successes, trials: row.trials)
        // The reference itself is rounded to double: half a unit.
        #expect(limits.lower <= row.lower + row.lower.ulp / 2)
        #expect(limits.upper >= row.upper - row.upper.ulp / 2)
        #expect(abs(limits.lower - row.lower) <= 1e-11 * row.lower)
        #expect(abs(limits.upper - row.upper) <= 1e-11 * row.upper)
    }

    @Test("the mixture agrees with mpmath within its own error bound", arguments: mixtureRows)
    func mixture(_ row: MixtureRow) throws {
        let sequence = try BetaBinomialSequence(alpha: 0.05, tOpt: row.tOpt)
        let (value, error) = sequence.logMixtureEnclosure(row.p, successes: row.successes, trials: row.trials)
        #expect(abs(value - row.value) <= error)
        #expect(error <= 1e-12 * (10 + abs(row.value)))
        #expect(sequence.logMixture(row.p, successes: row.successes, trials: row.trials) == value)
    }

    @Test("E M_n = 1 under p: the sum over all outcomes", arguments: [0.003, 0.05, 0.5, 0.9])
    func martingale(p: Double) throws {
        let sequence = try BetaBinomialSequence(alpha: 0.05, tOpt: 70)
        for n in [1, 2, 10, 57] {
            var expectation = 0.0
            for s in 0...n {
                let logChoose =
                    Double.logGamma(Double(n + 1)) - Double.logGamma(Double(s + 1)) - Double.logGamma(Double(n - s + 1))
                let logProbability = logChoose + Double(s) * Double.log(p) + Double(n - s) * Double.log(onePlus: -p)
                expectation += Double.exp(logProbability + sequence.logMixture(p, successes: s, trials: n))
            }
            #expect(abs(expectation - 1) < 1e-12)
        }
    }

    @Test("no trials say nothing, and zero successes or failures never pin the probability")
    func edges() throws {
        for alpha in [0.5, 0.05, 1e-6, 1e-12, 1e-300] {
            let sequence = try BetaBinomialSequence(alpha: alpha, tOpt: 100)
            #expect(sequence.limits(successes: 0, trials: 0) == .unknown)
            #expect(sequence.limits(successes: 1, trials: 2) == .unknown)
            for n in [1, 2, 10, 1000, 1_000_000, 1_000_000_000] {
                let none = sequence.limits(successes: 0, trials: n)
                #expect(none.lower == 0 && none.upper > 0.5 / Double(n))
                let all = sequence.limits(successes: n, trials: n)
                #expect(all.upper == 1 && all.lower < 1)
            }
        }
    }

    @Test("p = 0 and p = 1 are excluded exactly where two observations contradict them")
    func endpoints() throws {
        let sequence = try BetaBinomialSequence(alpha: 1e-3, tOpt: 100)
        #expect(sequence.position(of: 0, successes: 0, trials: 9) == .inside)
        #expect(sequence.position(of: 0, successes: 1, trials: 9) == .inside)
        #expect(sequence.position(of: 0, successes: 2, trials: 9) == .below)
        #expect(sequence.position(of: 1, successes: 9, trials: 9) == .inside)
        #expect(sequence.position(of: 1, successes: 7, trials: 9) == .above)
        #expect(sequence.logMixture(0, successes: 0, trials: 9) == 0)
        #expect(sequence.logMixture(0, successes: 2, trials: 9) == .infinity)
    }

    @Test("limits nest in alpha, contain S/n, and mirror each other")
    func metamorphic() throws {
        let alphas = [0.3, 0.05, 1e-3, 1e-6, 1e-12]
        for tOpt in [1.0, 50, 5000] {
            for n in [1, 3, 20, 333, 5000] {
                for s in Set([0, 1, 2, n / 10, n / 2, n - 1, n]) where s <= n && s >= 0 {
                    var inner: Limits?
                    for alpha in alphas {
                        let sequence = try BetaBinomialSequence(alpha: alpha, tOpt: tOpt)
                        let limits = sequence.limits(successes: s, trials: n)
                        #expect(limits.contains(Double(s) / Double(n)))
                        if let inner { #expect(limits.lower <= inner.lower && limits.upper >= inner.upper) }
                        inner = limits
                        let mirror = sequence.limits(successes: n - s, trials: n)
                        #expect(abs(mirror.upper - (1 - limits.lower)) <= 4 * .ulpOfOne)
                        #expect(abs(mirror.lower - (1 - limits.upper)) <= 4 * .ulpOfOne)
                    }
                }
            }
        }
    }

    @Test("position agrees with limits on either side of each limit")
    func consistency() throws {
        for alpha in [0.05, 1e-6] {
            let sequence = try BetaBinomialSequence(alpha: alpha, tOpt: 40)
            for (s, n) in [(0, 500), (3, 500), (250, 500), (499, 500), (12_345, 1_000_000)] {
                let limits = sequence.limits(successes: s, trials: n)
                let step = 1e-11
                if limits.lower > 0 {
                    #expect(sequence.position(of: limits.lower * (1 - step), successes: s, trials: n) == .below)
                    #expect(sequence.position(of: limits.lower * (1 + step), successes: s, trials: n) == .inside)
                }
                if limits.upper < 1 {
                    #expect(sequence.position(of: limits.upper * (1 - step), successes: s, trials: n) == .inside)
                    #expect(sequence.position(of: limits.upper * (1 + step), successes: s, trials: n) == .above)
                    #expect(sequence.excludes(limits.upper * (1 + step), successes: s, trials: n))
                }
            }
        }
    }

    @Test("arguments out of range are named")
    func errors() {
        #expect(throws: StatisticsError.outOfRange(argument: "alpha", value: 0, range: "(0, 1)")) {
            try BetaBinomialSequence(alpha: 0, tOpt: 1)
        }
        #expect(throws: StatisticsError.outOfRange(argument: "alphaOpt", value: 1, range: "(0, 1)")) {
            try BetaBinomialSequence(alpha: 0.1, tOpt: 1, alphaOpt: 1)
        }
        #expect(throws: StatisticsError.outOfRange(argument: "tOpt", value: .infinity, range: "(0, inf)")) {
            try BetaBinomialSequence(alpha: 0.1, tOpt: .infinity)
        }
        #expect(throws: StatisticsError.self) { try BetaBinomialSequence(alpha: .nan, tOpt: 1) }
        #expect(StatisticsError.outOfRange(argument: "alpha", value: 2, range: "(0, 1)").description == "alpha is 2, allowed: (0, 1)")
    }
}
