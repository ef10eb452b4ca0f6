// SPDX-License-Identifier: GPL-3.0-or-later

/// Which value over the test images stands for a network.
public enum Aggregate: String, Sendable, Hashable, CaseIterable {
    /// The paper's "averaged"; images that no step flips are left out.
    case mean
    case median
}

/// Where the values of a quantity lie over the test images of one network.
public struct Spread: Sendable, Hashable {
    public var low: Double
    public var median: Double
    public var high: Double
    /// Of the finite values.
    public var mean: Double

    public subscript(aggregate: Aggregate) -> Double {
        switch aggregate {
        case .mean: mean
        case .median: median
        }
    }

    public init(low: Double, median: Double, high: Double, mean: Double) {
        self.low = low
        self.median = median
        self.high = high
        self.mean = mean
    }

    /// The 5 % quantile, the median, the 95 % quantile (each the least value with at least that share up to it), and the mean.
    ///
    /// - Precondition: at least one value, none nan. Infinite ones are those of images that no step flips: they count in the quantiles.
    public init(_ values: [Double]) {
        precondition(!values.isEmpty)
        let sorted = values.sorted()
        func quantile(_ percent: Int) -> Double { sorted[max(1, (percent * sorted.count + 99) / 100) - 1] }
        low = quantile(5)
        median = quantile(50)
        high = quantile(95)
        let finite = sorted.filter(\.isFinite)
        mean = finite.isEmpty ? .infinity : finite.reduce(0, +) / Double(finite.count)
    }
}
