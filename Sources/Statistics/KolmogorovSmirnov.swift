// SPDX-License-Identifier: GPL-3.0-or-later

/// The Kolmogorov-Smirnov tests: `D = sup_x |F_n(x) - F(x)|` of n values against a continuous law, and
/// `D = sup_x |F_n(x) - G_m(x)|` of two samples, each with the probability of so large a D under the null hypothesis.
public struct KolmogorovSmirnov: Sendable, Equatable {
    public let statistic: Double
    /// See `KolmogorovDistribution` for how it is computed and how well.
    public let pValue: Double

    /// `D_n = max_i max( i/n - F(x_(i)), F(x_(i)) - (i-1)/n )` against a continuous distribution function.
    /// - Parameters:
    ///   - values: at least one, in any order.
    ///   - cdf: nondecreasing and continuous, with values in [0, 1].
    /// - Throws: `StatisticsError.tooFew`, `.notANumber`, and `.outOfRange` where `cdf` leaves [0, 1].
    public static func oneSample(_ values: [Double], cdf: (Double) -> Double) throws(StatisticsError) -> KolmogorovSmirnov {
        try StatisticsError.requireNumbers(values, "values")
        let n = Double(values.count)
        var statistic = 0.0
        for (index, value) in values.sorted().enumerated() {
            let probability = cdf(value)
            guard probability >= 0, probability <= 1 else {
                throw .outOfRange(argument: "cdf", value: probability, range: "[0, 1]")
            }
            statistic = max(statistic, Double(index + 1) / n - probability, probability - Double(index) / n)
        }
        let tail = KolmogorovDistribution.oneSampleTail(statistic, count: values.count)
        return KolmogorovSmirnov(statistic: statistic, pValue: tail)
    }

    /// `D = max_x |F_n(x) - G_m(x)|`, compared after all values tied at x; with ties the p-value is conservative.
    /// - Throws: `StatisticsError.tooFew` where a sample is empty, `.notANumber` at a nan.
    public static func twoSample(_ first: [Double], _ second: [Double]) throws(StatisticsError) -> KolmogorovSmirnov {
        try StatisticsError.requireNumbers(first, "first")
        try StatisticsError.requireNumbers(second, "second")
        let (a, b) = (first.sorted(), second.sorted())
        let (n, m) = (a.count, b.count)
        var (i, j, reach) = (0, 0, 0)
        while i < n && j < m {
            let x = min(a[i], b[j])
            while i < n, a[i] == x { i += 1 }
            while j < m, b[j] == x { j += 1 }
            // |i/n - j/m| over the common denominator: exact.
            reach = max(reach, abs(i * m - j * n))
        }
        let statistic = Double(reach) / (Double(n) * Double(m))
        return KolmogorovSmirnov(statistic: statistic, pValue: KolmogorovDistribution.twoSampleTail(statistic, n, m))
    }
}
