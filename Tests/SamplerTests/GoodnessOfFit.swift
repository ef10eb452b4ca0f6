// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Sampler

/// Tests here are at fixed seeds, so they pass or fail for ever; a *false alarm* is a seed on which a right program fails.
/// Every single comparison is made at this rate; the target makes fewer than 300 of them.
let falseAlarmRate = 1e-6

/// A deviation in standard units is refused beyond this: 2 (1 - Phi(4.9)) < 1e-6.
let normalLimit = 4.9

/// sqrt(n) sup |F_n - F|, Kolmogorov's statistic, is beyond this with probability at most 2 exp(-2 t^2) = 1e-6
/// (Massart, doi:10.1214/aop/1176990746; for every n).
let kolmogorovLimit = Double.sqrt(Double.log(2 / falseAlarmRate) / 2)

/// sqrt(n) sup |F_n - F| of a sample against a continuous distribution function.
func kolmogorov(_ sample: [Double], _ cdf: (Double) -> Double) -> Double {
    let sorted = sample.sorted(), n = Double(sample.count)
    var distance = 0.0
    for (k, x) in sorted.enumerated() {
        let p = cdf(x)
        distance = max(distance, p - Double(k) / n, Double(k + 1) / n - p)
    }
    return distance * n.squareRoot()
}

/// sqrt(n k / (n + k)) sup |F_n - G_k| of two samples, ties allowed (they make it conservative).
func kolmogorov(_ a: [Double], _ b: [Double]) -> Double {
    let a = a.sorted(), b = b.sorted()
    let n = Double(a.count), m = Double(b.count)
    var (i, j, distance) = (0, 0, 0.0)
    while i < a.count && j < b.count {
        let x = min(a[i], b[j])
        while i < a.count && a[i] <= x { i += 1 }
        while j < b.count && b[j] <= x { j += 1 }
        distance = max(distance, abs(Double(i) / n - Double(j) / m))
    }
    return distance * (n * m / (n + m)).squareRoot()
}

func normalCDF(_ x: Double) -> Double { 0.5 * Double.erfc(-x / Double.sqrt(2)) }

/// `count` values of a law, from the stream of `seed`.
func draws(
    _ count: Int, seed: UInt64, generator: Generator = .philox, _ draw: (inout RandomStream) -> Double
) -> [Double] {
    var stream = RandomStream(StreamKey(seed: seed), generator: generator)
    return (0..<count).map { _ in draw(&stream) }
}

extension Array where Element == Double {
    /// The mean's deviation from what it should be, in units of its standard deviation.
    func standardizedMean(_ mean: Double, variance: Double) -> Double {
        (reduce(0, +) / Double(count) - mean) / (variance / Double(count)).squareRoot()
    }
}

/// `count` numbers written by a fill.
func filled(_ count: Int, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
        fill(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
        initialized = count
    }
}
