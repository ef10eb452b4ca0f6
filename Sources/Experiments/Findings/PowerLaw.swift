// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule
internal import Statistics

/// The exponent b of a law y = a x^b, fitted to each run by least squares in logarithms, and its mean over the runs with Student's limits.
public struct PowerLaw: Sendable, Hashable {
    public let exponent: Double
    public let lower: Double
    public let upper: Double
    public let runs: Int

    /// - Parameters:
    ///   - runs: of each run the points (x, y), both positive.
    ///   - confidence: of both limits together.
    ///
    /// `nil` where a run has fewer than two different x, a y is infinite or not positive, or there are fewer than two runs.
    public init?(_ runs: [[(x: Double, y: Double)]], confidence: Double = 0.99) {
        let slopes = runs.compactMap(Self.slope)
        guard slopes.count == runs.count, let interval = try? MeanInterval(slopes, confidence: confidence) else { return nil }
        exponent = interval.mean
        lower = interval.lower
        upper = interval.upper
        self.runs = runs.count
    }

    /// The slope of the line of least squares through (log x, log y).
    public static func slope(_ points: [(x: Double, y: Double)]) -> Double? {
        guard points.allSatisfy({ $0.x > 0 && $0.y > 0 && $0.x.isFinite && $0.y.isFinite }) else { return nil }
        let (x, y) = (points.map { Double.log($0.x) }, points.map { Double.log($0.y) })
        let n = Double(points.count)
        let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
        let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
        guard spread > 0 else { return nil }
        return zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    }

    /// How far the limits keep off `claim`: 0 where it lies between them.
    public func distance(from claim: Double) -> Double { max(0, lower - claim, claim - upper) }

    /// The farthest that a value between the limits is from `claim`.
    public func reach(from claim: Double) -> Double { max(abs(lower - claim), abs(upper - claim)) }
}

extension [LazyRecord] {
    /// A quantity's exponent in d at one C0, from its medians or means over test images, over the runs of all widths; `nil` where the
    /// records do not give one.
    public func exponent(
        of quantity: LazyQuantity, c0: Double, confidence: Double, by aggregate: Aggregate = .median
    ) -> PowerLaw? {
        let runs = Dictionary(grouping: filter { $0.c0 == c0 }) { [$0.m, $0.run] }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        // A run of one dimension alone has no exponent.
        let long = runs.filter { Set($0.map(\.d)).count > 1 }
        return PowerLaw(
            long.map { $0.sorted { $0.d < $1.d }.map { (x: Double($0.d), y: $0[quantity][aggregate]) } }, confidence: confidence)
    }
}
