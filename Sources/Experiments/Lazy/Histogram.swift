// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule
internal import Statistics

/// How the values of a quantity lie over the test images of one network: Figure 7.
public struct Histogram: Sendable, Hashable {
    public var scaling: SampleScaling
    public var quantity: LazyQuantity
    public var run: Int
    /// Finite values; infinite ones (no step flips) are left out.
    public var images: Int
    public var mean: Double
    public var deviation: Double
    public var skewness: Double
    /// sup |F_n - F|, F the normal law of this mean and deviation.
    public var distance: Double
    /// Quantiles of 5, 50 and 95 %, and the mean.
    public var spread: Spread
    /// The ends of the bins, which are equally wide.
    public var low: Double
    public var high: Double
    public var counts: [Int]

    static let bins = 24

    /// `nil` where fewer than two different values are finite: no normal law fits them.
    init?(_ values: [Double], _ quantity: LazyQuantity, scaling: SampleScaling, run: Int) {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), low < high else { return nil }
        let n = Double(finite.count)
        let mean = finite.reduce(0, +) / n
        func moment(_ power: Int) -> Double { finite.reduce(0) { $0 + Double.pow($1 - mean, power) } / n }
        let deviation = moment(2).squareRoot()
        self.scaling = scaling
        self.quantity = quantity
        self.run = run
        images = finite.count
        self.mean = mean
        self.deviation = deviation
        skewness = moment(3) / Double.pow(deviation, 3)
        let distance = try? KolmogorovSmirnov.distance(of: finite) { Double.erfc((mean - $0) / (deviation * 2.0.squareRoot())) / 2 }
        guard let distance else { return nil }
        self.distance = distance
        spread = Spread(values)
        self.low = low
        self.high = high
        var counts = [Int](repeating: 0, count: Self.bins)
        for x in finite { counts[min(Self.bins - 1, Int((x - low) / (high - low) * Double(Self.bins)))] += 1 }
        self.counts = counts
    }
}
