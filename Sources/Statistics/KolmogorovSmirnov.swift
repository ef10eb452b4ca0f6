// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a sample is from a law: Kolmogorov's and Smirnov's statistic.
public enum KolmogorovSmirnov {
    /// `sup_x |F_n(x) - F(x)| = max_i max( i/n - F(x_(i)), F(x_(i)) - (i-1)/n )` of n values against a continuous law.
    /// - Parameters:
    ///   - values: at least one, in any order.
    ///   - cdf: F, nondecreasing and continuous, with values in [0, 1].
    /// - Throws: `StatisticsError.tooFew`, `.notANumber`, and `.outOfRange` where `cdf` leaves [0, 1].
    public static func distance(of values: [Double], from cdf: (Double) -> Double) throws(StatisticsError) -> Double {
        try StatisticsError.requireNumbers(values, "values")
        let n = Double(values.count)
        var distance = 0.0
        for (index, value) in values.sorted().enumerated() {
            let probability = cdf(value)
            guard probability >= 0, probability <= 1 else {
                throw .outOfRange(argument: "cdf", value: probability, range: "[0, 1]")
            }
            distance = max(distance, Double(index + 1) / n - probability, probability - Double(index) / n)
        }
        return distance
    }
}
