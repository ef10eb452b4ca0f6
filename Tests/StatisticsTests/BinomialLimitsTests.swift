// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Testing

@testable import Statistics

/// `P(S <= k)`, S ~ Binomial(n, p), summed term by term from log-gammas: another route than the library's.
func binomialSum(_ range: ClosedRange<Int>, _ n: Int, _ p: Double) -> Double {
    var sum = 0.0
    for k in range {
        let logChoose = Double.logGamma(Double(n + 1)) - Double.logGamma(Double(k + 1)) - Double.logGamma(Double(n - k + 1))
        sum += Double.exp(logChoose + Double(k) * Double.log(p) + Double(n - k) * Double.log(onePlus: -p))
    }
    return sum
}

@Suite("Clopper-Pearson limits")
struct BinomialLimitsTests {
    @Test("limits agree with the beta quantiles of SciPy", arguments: clopperPearsonRows.indices)
    func reference(index: Int) throws {
        let row = clopperPearsonRows[index]
        let limits = try BinomialLimits(alpha: row.alpha).limits(successes: row.successes, trials: row.trials)
        #expect(abs(limits.lower - row.lower) <= 1e-11 * row.lower)
        #expect(abs(limits.upper - row.upper) <= 1e-11 * row.upper)
    }

    @Test("limits never lie inside mpmath's, and at most a relative 1e-11 outside", arguments: preciseRows.indices)
    func precise(index: Int) throws {
        let row = preciseRows[index]
        let limits = try BinomialLimits(alpha: row.alpha).limits(successes: row.successes, trials: row.trials)
        #expect(limits.lower <= row.lower && limits.lower >= row.lower * (1 - 1e-11))
        #expect(limits.upper >= row.upper && limits.upper <= row.upper * (1 + 1e-11))
    }

    @Test("the tails at the limits are alpha/2, from the outside", arguments: [0.3, 0.05, 1e-4])
    func outward(alpha: Double) throws {
        let method = try BinomialLimits(alpha: alpha)
        for n in [1, 2, 9, 60] {
            for s in 0...n {
                let limits = method.limits(successes: s, trials: n)
                // 1e-12 is what the plain sum itself is good for.
                if s > 0 {
                    let tail = binomialSum(s...n, n, limits.lower)
                    #expect(tail <= alpha / 2 * (1 + 1e-12) && tail >= alpha / 2 * (1 - 1e-10))
                }
                if s < n {
                    let tail = binomialSum(0...s, n, limits.upper)
                    #expect(tail <= alpha / 2 * (1 + 1e-12) && tail >= alpha / 2 * (1 - 1e-10))
                }
            }
        }
    }

    @Test("coverage at fixed n is at least 1 - alpha, by the exact sum")
    func coverage() throws {
        let alpha = 0.1
        let method = try BinomialLimits(alpha: alpha)
        for n in [1, 5, 40] {
            let all = (0...n).map { method.limits(successes: $0, trials: n) }
            for p in [0.001, 0.02, 0.3, 0.5, 0.77, 0.999] {
                let missed = (0...n).filter { !all[$0].contains(p) }.reduce(0) { $0 + binomialSum($1...$1, n, p) }
                #expect(missed <= alpha)
            }
        }
    }

    @Test("no and all successes have closed forms; one-sided limits use the whole of alpha")
    func edges() throws {
        let both = try BinomialLimits(alpha: 0.02)
        let upper = try BinomialLimits(alpha: 0.01, sides: .upper)
        let lower = try BinomialLimits(alpha: 0.01, sides: .lower)
        #expect(both.limits(successes: 0, trials: 0) == .unknown)
        for n in [1, 10, 1_000_000] {
            let none = both.limits(successes: 0, trials: n)
            let closed = -Double.expMinusOne(Double.log(0.01) / Double(n))
            #expect(none.lower == 0 && abs(none.upper - closed) <= 1e-12 * closed)
            #expect(both.limits(successes: n, trials: n).upper == 1)
            #expect(upper.limits(successes: 0, trials: n) == none)
            #expect(lower.limits(successes: 0, trials: n) == .unknown)
            #expect(lower.limits(successes: n, trials: n).lower == both.limits(successes: n, trials: n).lower)
        }
    }

    /// Sums of n!/(k!(n-k)!) p^k q^(n-k), on either side of the mean.
    @Test("tails are sums of masses", arguments: [(1, 0.3), (12, 0.3), (12, 0.85), (30, 0.5)])
    func tails(n: Int, p: Double) {
        var (masses, choices) = ([Double](), 1.0)
        for k in 0...n {
            masses.append((0..<k).reduce(choices) { mass, _ in mass * p } * (k..<n).reduce(1) { mass, _ in mass * (1 - p) })
            choices = choices * Double(n - k) / Double(k + 1)
        }
        let law = BinomialTail(trials: n, p: p)
        for k in 0...n {
            #expect(abs(law.atLeast(k).value - masses[k...].reduce(0, +)) < 1e-13, "P(S >= \(k))")
            #expect(abs(law.atMost(k).value - masses[...k].reduce(0, +)) < 1e-13, "P(S <= \(k))")
        }
    }

    @Test func errors() {
        #expect(throws: StatisticsError.outOfRange(argument: "alpha", value: 1, range: "(0, 1)")) { try BinomialLimits(alpha: 1) }
    }

    @Test("limits: containment and width")
    func limitsType() {
        let a = Limits(lower: 0.1, upper: 0.5)
        #expect(a.contains(0.1) && a.contains(0.5) && !a.contains(0.51))
        #expect(a.width == 0.4)
    }
}
