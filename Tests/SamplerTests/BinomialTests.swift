// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Sampler
import Testing

@Suite struct BinomialTests {
    /// Every value's frequency against n!/(k!(n-k)!) p^k q^(n-k), by both of GSL's algorithms (n p below and above 14).
    @Test(arguments: [(12, 0.3), (40, 0.4), (200, 0.5), (3, 1e-3)])
    func frequencies(_ trials: Int, _ p: Double) {
        let n = 50_000
        var counts = [Int](repeating: 0, count: trials + 1)
        for x in draws(n, seed: 51, { Double($0.binomial(trials, p)) }) { counts[Int(x)] += 1 }
        for k in 0...trials {
            let logBinomial = Double.logGamma(Double(trials + 1)) - Double.logGamma(Double(k + 1)) - Double.logGamma(Double(trials - k + 1))
            let q = Double.exp(logBinomial + Double(k) * Double.log(p) + Double(trials - k) * Double.log(onePlus: -p))
            let expected = Double(n) * q
            // Bernstein: a binomial count is beyond this with probability at most 2 exp(-14.5) = 1e-6.
            let t = 14.5
            #expect(abs(Double(counts[k]) - expected) <= (2 * expected * t).squareRoot() + t)
        }
    }

    @Test func edges() {
        var stream = RandomStream(StreamKey(seed: 52))
        for n in [0, 1, 100, 5_000_000_000] {
            #expect(stream.binomial(n, 0) == 0)
            #expect(stream.binomial(n, 1) == n)
        }
        #expect(stream.binomial(1_000_000_000, 1e-300) == 0)
    }

    /// Large n, in pieces or not: standardized, it is normal to within 1/sqrt(npq); the tail beyond 3 deviations is right,
    /// where GSL's own sampler at n = 1e9 squares an int that does not fit.
    @Test(arguments: [
        (1_000_000_000, 0.5), (6_000_000_000, 0.5), (1_000_000_000, 0.98), (4_000_000_000, 1e-4), (1_000_000_000_000_000, 0.3),
        (1_000_000_000_000_000, 1 - 1e-9), (1_000_000_000_000_000, 1e-10),
    ])
    func largeNumbers(_ trials: Int, _ p: Double) {
        let n = 20_000
        let mean = Double(trials) * p, deviation = (mean * (1 - p)).squareRoot()
        let z = draws(n, seed: 53) { (Double($0.binomial(trials, p)) - mean) / deviation }
        #expect(kolmogorov(z, normalCDF) < kolmogorovLimit + Double(n).squareRoot() / deviation)
        let far = Double(z.count { abs($0) > 3 }), expected = Double(n) * Double.erfc(3 / Double.sqrt(2))
        #expect(abs(far - expected) < normalLimit * expected.squareRoot() + 2)
    }

    /// p tiny: the number of events is Poisson(1) to within p.
    @Test func rareEvents() {
        let n = 50_000
        let x = draws(n, seed: 54) { Double($0.binomial(1_000_000_000, 1e-9)) }
        for k in 0..<5 {
            let p = Double.exp(-1) / Double.gamma(Double(k + 1))
            let count = Double(x.count { $0 == Double(k) })
            #expect(abs(count - Double(n) * p) < normalLimit * (Double(n) * p * (1 - p)).squareRoot())
        }
    }

    /// p so small that 1 - p rounds to 1 or nearly, at the largest n: every frequency against Poisson's, which is the law to within p.
    @Test(arguments: [(1e-18, 1e-3), (5.046e-17, 0.05046), (3e-16, 0.3), (1e-15, 1), (1.2e-14, 12)])
    func smallProbabilities(_ p: Double, _ mean: Double) {
        let n = 50_000
        let x = draws(n, seed: 55) { Double($0.binomial(1_000_000_000_000_000, p)) }
        for k in 0..<30 {
            let mass = Double.exp(-mean + Double(k) * Double.log(mean) - Double.logGamma(Double(k + 1)))
            let count = Double(x.count { $0 == Double(k) }), expected = Double(n) * mass
            #expect(abs(count - expected) <= (2 * expected * 14.5).squareRoot() + 14.5, "\(k): \(count) for \(expected)")
        }
        #expect(x.contains { $0 > 0 })
    }

    /// A single trial, and p above 1/2, where failures are counted.
    @Test func oneTrial() {
        let x = draws(50_000, seed: 56) { Double($0.binomial(1, 0x1p-10)) }
        #expect(abs(Double(x.count { $0 == 1 }) - 50_000 * 0x1p-10) < normalLimit * (50_000 * 0x1p-10).squareRoot())
        let y = draws(50_000, seed: 57) { Double($0.binomial(1, 0.75)) }
        #expect(abs(Double(y.count { $0 == 1 }) - 37_500) < normalLimit * (50_000 * 0.75 * 0.25).squareRoot())
    }
}
