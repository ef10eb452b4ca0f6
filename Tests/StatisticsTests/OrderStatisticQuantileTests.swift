// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics
import Testing

@Suite("Quantile limits by order statistics")
struct OrderStatisticQuantileTests {
    @Test("ranks agree with SciPy's binomial tails", arguments: rankRows.indices)
    func reference(index: Int) throws {
        let row = rankRows[index]
        let ranks = try OrderStatisticQuantile(probability: row.probability, alpha: row.alpha).ranks(count: row.count)
        #expect(ranks.lower == row.lower)
        #expect(ranks.upper == row.upper)
    }

    @Test(
        "coverage by the exact sum: P(X_(l) <= x_p <= X_(u)) = P(l <= S < u) for a continuous law", arguments: [0.05, 0.5, 0.95],
        [0.2, 0.01])
    func coverage(probability: Double, alpha: Double) throws {
        let method = try OrderStatisticQuantile(probability: probability, alpha: alpha)
        for n in [1, 4, 30, 150] {
            let ranks = method.ranks(count: n)
            let (low, high) = (ranks.lower ?? 0, (ranks.upper ?? n + 1) - 1)
            #expect(binomialSum(low...high, n, probability) >= 1 - alpha)
            // Neither rank can be brought closer.
            if let lower = ranks.lower { #expect(binomialSum(0...lower, n, probability) > alpha / 2) }
            if let upper = ranks.upper, upper > 1 { #expect(binomialSum((upper - 1)...n, n, probability) > alpha / 2) }
        }
    }

    @Test("the point estimate inverts the empirical distribution function")
    func value() throws {
        let values: [Double] = [5, 1, 4, 2, 3]
        for (p, expected) in [(0.01, 1.0), (0.2, 1), (0.2.nextUp, 2), (0.5, 3), (0.8, 4), (0.81, 5), (0.999, 5)] {
            let estimate = try OrderStatisticQuantile(probability: p, alpha: 0.1).estimate(values)
            #expect(estimate.value == expected)
            #expect(estimate.lower <= estimate.value && estimate.value <= estimate.upper)
        }
        #expect(try OrderStatisticQuantile(probability: 0.07, alpha: 0.1).rank(count: 100) == 7)
        #expect(try OrderStatisticQuantile(probability: 0.95, alpha: 0.1).rank(count: 20) == 19)
    }

    @Test("too few values give infinite limits; ties and infinities are fine")
    func edges() throws {
        let method = try OrderStatisticQuantile(probability: 0.95, alpha: 1e-6)
        let single = try method.estimate([3])
        #expect(single.value == 3 && single.lower == -.infinity && single.upper == .infinity)
        let tied = try method.estimate([Double](repeating: 2, count: 10_000))
        #expect(tied.value == 2 && tied.lower == 2 && tied.upper == 2)
        let infinite = try OrderStatisticQuantile(probability: 0.5, alpha: 0.1).estimate([-.infinity, 0, .infinity, .infinity, 1, 2, 3])
        #expect(infinite.value == 2)
        #expect(method.ranks(count: 0).lower == nil && method.ranks(count: 0).upper == nil)
    }

    @Test func errors() throws {
        let method = try OrderStatisticQuantile(probability: 0.95, alpha: 0.05)
        #expect(throws: StatisticsError.notANumber(argument: "values", index: 1)) { try method.estimate([1, .nan]) }
        #expect(throws: StatisticsError.tooFew(argument: "values", count: 0, minimum: 1)) { try method.estimate([]) }
        #expect(throws: StatisticsError.outOfRange(argument: "probability", value: 0, range: "(0, 1)")) {
            try OrderStatisticQuantile(probability: 0, alpha: 0.05)
        }
        #expect(
            StatisticsError.notANumber(argument: "values", index: 1).description
                == "values[1] is nan, allowed: any number, infinities included")
        #expect(
            StatisticsError.tooFew(argument: "values", count: 0, minimum: 1).description == "values has 0 elements, allowed: at least 1")
    }
}
