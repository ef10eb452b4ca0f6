// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyPaper
import Quantities
import RealModule
import Sampler
import Support
import Testing
import Verifier

/// B.9/1+, the limits in law that rest on it, and 3.1/d+: each against quadrature, draws or numbers found elsewhere.
@Suite struct SharpDifferenceTests {
    /// Simpson's rule on `n` cells.
    private static func integral(_ from: Double, _ to: Double, cells n: Int = 20_000, _ f: (Double) -> Double) -> Double {
        let h = (to - from) / Double(n)
        return (0..<n).reduce(0) { sum, k in
            let a = from + Double(k) * h
            return sum + h / 6 * (f(a) + 4 * f(a + h / 2) + f(a + h))
        }
    }

    /// n-dimensional marginal of the uniform law in the ball: density c (1-b^2)^{(n-1)/2}.
    @Test("few points of a ball are far out in a given direction", arguments: [2, 3, 10, 99, 783])
    func ball(n: Int) {
        let density = { (b: Double) in Double.pow(1 - b * b, Double(n - 1) / 2) }
        let whole = Self.integral(-1, 1, density)
        for t in [0.01, 0.1, 0.3, 0.6, 0.9] {
            let tail = Self.integral(t, 1, density) / whole
            #expect(2 * tail <= Double.pow(1 - t * t, Double(n + 1) / 2) * (1 + 1e-6), "n = \(n), t = \(t)")
            #expect(2 * tail <= Double.exp(-t * t * Double(n + 1) / 2) * (1 + 1e-6), "n = \(n), t = \(t)")
        }
    }

    /// The r' within a cap about r, on the sphere of R^d: density c (1-b^2)^{(d-3)/2} of <r,r'>.
    @Test("a cap of the sphere is at least as large as the net takes it to be", arguments: [3, 4, 25, 100, 784])
    func cap(d: Int) {
        // The density over its value at `c`, which keeps far tails from underflow.
        let density = { (b: Double, c: Double) in Double.pow(Double.maximum(1e-300, (1 - b * b) / (1 - c * c)), Double(d - 3) / 2) }
        let whole = Self.integral(-1, 1) { density($0, 0) }
        for share in [0.02, 0.05, 0.1, 0.25] {
            let c = Double.sqrt(1 - share)
            let exact = Double.log(Self.integral(c, 1) { density($0, c) } / whole) + Double(d - 3) / 2 * Double.log(1 - c * c)
            let n = Double(d - 1)
            let taken = n / 2 * Double.log(share) - Double.log(2.51 * n / Double.sqrt(Double(d - 2)))
            #expect(taken <= exact + 1e-6, "d = \(d), 1 - c^2 = \(share)")
            #expect(exact - taken < 2, "the bound gives away more than a factor e^2 at d = \(d)")
        }
    }

    /// E cosh(uz) given that z = q k rho + sqrt(1-q^2) z', over the angle, by quadrature over the Rayleigh law.
    @Test("the moment of a flipping row is at most 1 + u^2 e^{u^2/2}, whatever the direction", arguments: [0.05, 0.3, 0.7, 1.0])
    func moment(u: Double) {
        for q in [0, 0.3, 0.7, 1.0] {
            for k in [0.2, 0.9, 1.0] {
                let inPlane = Self.integral(0, 12) { rho in Double.cosh(u * q * k * rho) * rho * Double.exp(-rho * rho / 2) }
                let whole = inPlane * Double.exp(u * u * (1 - q * q) / 2)
                #expect(whole <= 1 + u * u * Double.exp(u * u / 2) + 1e-9, "q = \(q), k = \(k)")
            }
        }
        let slab = Self.integral(0, 14) { b in Double.exp(u * b - b * b / 2) } * Double.sqrt(2 / Double.pi)
        #expect(slab <= Double.exp(u * u / 2) * (1 + 0.798 * u) + 1e-9)
    }

    @Test("B.9/1+ is never above B.9/1 in the latter's domain, and far below where networks are")
    func neverWorse() throws {
        for d in [19, 25, 100, 784, 10_000] {
            for power in [2.4, 3.0] {
                for c0 in [1e-3, 0.1, 1, 10, 1000] {
                    for c1 in [0.01, 1, 3] where c1 / Double.sqrt(Double(d)) <= 0.99 {
                        let m = Int(Double.pow(Double(d), power).rounded(.up))
                        let p = try Parameters(d: d, m: m, gamma: 0.1, c0: c0, c1: c1, radius: c1 / Double.sqrt(Double(d))).arguments
                        #expect(
                            SharpB9.gradientDifference(p).value < LemmaB9.gradientDifference(p).value, "d=\(d) m=\(m) C0=\(c0) C1=\(c1)")
                    }
                }
            }
        }
        let p = try Parameters(d: 784, m: 100_000, gamma: 0.05, c0: 1).arguments
        #expect(SharpB9.gradientDifference(p).value * 100 < LemmaB9.gradientDifference(p).value)
    }

    /// Both samplers, at sizes where a draw is possible: what is attained never exceeds the limit.
    @Test("no draw exceeds the limit in law", arguments: [(25, 10_000, 1.0), (25, 400, 10), (60, 5000, 0.5), (4, 50, 1)])
    func draws(d: Int, m: Int, c0: Double) throws {
        let p = try Parameters(d: d, m: m, gamma: 0.05, c0: c0)
        let quantity = GradientDifference()
        let limit = try #require(quantity.limitInLaw(at: p, failing: 1e-6))
        for sampler in SamplerKind.allCases {
            let draws = Draws(
                seed: 3, generator: .philox, sampler: sampler, claim: "limit", cell: "d=\(d)", dimension: d, width: m)
            let values = try quantity.values(draws, at: p)
            for trial in 0..<6 {
                let attained = try values(UInt64(trial))[0]
                #expect(attained < limit)
            }
        }
    }

    @Test("a limit in law holds its rounding, falls with the failure probability allowed, and has its domain")
    func limit() throws {
        let quantity = GradientDifference(), p = try Parameters(d: 100, m: 63_096, gamma: 0.05, c0: 1)
        let limits = try [1e-12, 1e-3, 0.05, 0.5].map { try #require(quantity.limitInLaw(at: p, failing: $0)) }
        #expect(zip(limits, limits.dropFirst()).allSatisfy(>))
        #expect(limits[2] >= SharpB9.gradientDifference(p.arguments).value.nextDown)
        #expect(quantity.limitInLaw(at: try Parameters(d: 2, m: 100, gamma: 0.05, c0: 1), failing: 0.1) == nil)
        #expect(quantity.limitInLaw(at: try Parameters(d: 9, m: 100, gamma: 0.05, c0: 1, c1: 9, radius: 1), failing: 0.1) == nil)
        #expect(quantity.limitInLaw(at: try Parameters(d: 9, m: 100, gamma: 0.05, c0: 1, radius: 0), failing: 0.1) == nil)
    }

    /// d = 784, m = 8.9e6: no draw of W0 fits, and none is made.
    @Test("B.9/1 is decided in law at MNIST's dimension, without a draw")
    func decidedInLaw() async throws {
        let claim = try #require(LazyPaper.catalogue.claim("B.9/1")?.measured)
        let cell = try Cell(claim, try Parameters(d: 784, m: 8_900_000, gamma: 0.05, c0: 1))
        let result = try await Engine(RunOptions()).run(Plan(entries: [.init(cell: cell)]))
        let found = try #require(result.cells.first)
        #expect(found.verdict == .holds && found.method == .law && found.trials == 0 && found.probability.upper <= 1e-12)
        #expect(found.certifiedBy == .law && found.attained == nil)
    }

    /// The crossing 10^6.2647 is from a search of its own in Python, over a grid of C1 with ratio 1.05.
    @Test("the sharper constants certify a flip from d = 10^6.26 on, the paper's from 10^24")
    func assembled() throws {
        let rows = LazyPaper.assembledRows(try Frontier(), rules: [.power(12, 5)])
        let sharp = try #require(rows.first { $0.claim == "3.1/d+" }?.informative.first)
        let paper = try #require(rows.first { $0.claim == "3.1/d" }?.informative.first)
        #expect(abs(Double.log10(sharp.from) - 6.2647) < 0.001 && sharp.to == nil)
        #expect(paper.from > 1e23)
    }
}
