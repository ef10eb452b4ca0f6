// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Statistics
import Testing

/// `((i step) mod 1)^power`, i = 1...n: the samples of the reference script.
private func sample(_ n: Int, _ step: Double, _ power: Int) -> [Double] {
    (1...n).map { Double.pow((Double($0) * step).truncatingRemainder(dividingBy: 1), power) }
}

@Suite("Kolmogorov-Smirnov")
struct KolmogorovSmirnovTests {
    @Test("one-sample tails agree with SciPy's exact ones", arguments: oneSampleTailRows.indices)
    func oneSampleTail(index: Int) {
        let row = oneSampleTailRows[index]
        let tail = KolmogorovDistribution.oneSampleTail(row.d, count: row.count)
        if Double(row.count) * row.d * row.d >= 2.2 {
            #expect(tail >= row.tail * (1 - 1e-10) && tail <= row.tail * (1 + 1e-3))
        } else if row.count <= 140 {
            #expect(abs(tail - row.tail) <= 1e-12)
        } else {
            #expect(abs(tail - row.tail) <= 2e-4)
        }
    }

    @Test("the limit law agrees with SciPy's", arguments: limitTailRows.indices)
    func limitTail(index: Int) {
        let row = limitTailRows[index]
        #expect(abs(KolmogorovDistribution.limitTail(row.x) - row.tail) <= 1e-13 * max(row.tail, 1e-3))
    }

    @Test("one-sample statistic and p-value", arguments: oneSampleRows.indices)
    func oneSample(index: Int) throws {
        let row = oneSampleRows[index]
        let result = try KolmogorovSmirnov.oneSample(sample(row.n, 0.6180339887498949, row.power)) { $0 }
        #expect(abs(result.statistic - row.statistic) <= 1e-14)
        #expect(abs(result.pValue - row.tail) <= 1e-3 * row.tail)
    }

    @Test("two-sample statistic and exact p-value", arguments: twoSampleRows.indices)
    func twoSample(index: Int) throws {
        let row = twoSampleRows[index]
        let first = sample(row.n, 0.6180339887498949, 1)
        let second = sample(row.m, 0.41421356237309515, row.power)
        let result = try KolmogorovSmirnov.twoSample(first, second)
        #expect(abs(result.statistic - row.statistic) <= 1e-14)
        #expect(abs(result.pValue - row.tail) <= 1e-9 * row.tail)
        let swapped = try KolmogorovSmirnov.twoSample(second, first)
        #expect(swapped.statistic == result.statistic && abs(swapped.pValue - result.pValue) <= 1e-12 * result.pValue)
    }

    @Test("large two-sample tails: the limit law is near the closed form for equal sizes")
    func largeTwoSample() {
        // P(D >= k/n) = 2 sum_i (-1)^(i-1) C(2n, n - i k)/C(2n, n) for two samples of n.
        let n = 5000
        for k in [70, 110, 200, 300] {
            var exact = 0.0
            for i in 1...4 {
                let logRatio =
                    2 * Double.logGamma(Double(n + 1)) - Double.logGamma(Double(n - i * k + 1)) - Double.logGamma(Double(n + i * k + 1))
                exact += (i % 2 == 1 ? 2 : -2) * Double.exp(logRatio)
            }
            let tail = KolmogorovDistribution.twoSampleTail(Double(k) / Double(n), n, n)
            #expect(abs(tail - exact) <= 0.01 * exact)
        }
    }

    @Test("ties: two constant samples agree fully, two disjoint ones not at all")
    func ties() throws {
        let ones = [Double](repeating: 1, count: 50)
        let same = try KolmogorovSmirnov.twoSample(ones, ones)
        #expect(same.statistic == 0 && same.pValue == 1)
        let apart = try KolmogorovSmirnov.twoSample(ones, [Double](repeating: 2, count: 40))
        #expect(apart.statistic == 1 && apart.pValue < 1e-20)
    }

    @Test func errors() {
        #expect(throws: StatisticsError.tooFew(argument: "values", count: 0, minimum: 1)) { try KolmogorovSmirnov.oneSample([]) { $0 } }
        #expect(throws: StatisticsError.notANumber(argument: "second", index: 0)) { try KolmogorovSmirnov.twoSample([1], [.nan]) }
        #expect(throws: StatisticsError.outOfRange(argument: "cdf", value: 2, range: "[0, 1]")) { try KolmogorovSmirnov.oneSample([2]) { $0 } }
    }
}
