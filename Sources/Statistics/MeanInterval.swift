// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
import RealModule

/// The mean of a few independent values with Student's limits: `mean -+ t s / sqrt n`, t the quantile of n - 1 degrees of freedom.
///
/// Exact where the values are normal; with few values no test tells whether they are.
public struct MeanInterval: Sendable, Hashable {
    /// The arithmetic mean.
    public let mean: Double
    /// The lower limit of the expectation.
    public let lower: Double
    /// The upper limit of the expectation.
    public let upper: Double
    /// How many values.
    public let count: Int

    /// - Parameters:
    ///   - values: at least two, finite.
    ///   - confidence: of both limits together, in (0, 1).
    /// - Throws: `StatisticsError.tooFew`, `.notANumber`, `.outOfRange`.
    public init(_ values: [Double], confidence: Double = 0.99) throws(StatisticsError) {
        try StatisticsError.requireNumbers(values, "values", atLeast: 2)
        try StatisticsError.requireProbability(confidence, "confidence")
        if let infinite = values.first(where: { !$0.isFinite }) {
            throw .outOfRange(argument: "values", value: infinite, range: "finite numbers")
        }
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
        let reach = Self.studentQuantile(0.5 + confidence / 2, degrees: n - 1) * Double.sqrt(variance / n)
        self.mean = mean
        lower = mean - reach
        upper = mean + reach
        count = values.count
    }

    /// The `probability`-quantile of Student's t law.
    ///
    /// - Precondition: `probability` in (0, 1), `degrees` > 0.
    public static func studentQuantile(_ probability: Double, degrees: Double) -> Double {
        precondition(probability > 0 && probability < 1 && degrees > 0)
        return lc_gsl_student_quantile(probability, degrees)
    }
}
