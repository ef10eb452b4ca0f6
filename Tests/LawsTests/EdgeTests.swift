// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Laws
import TestSupport
import Testing

/// Degenerate parameters, complements, monotonicity, and what GSL says of the same laws.
@Suite struct EdgeTests {
    private func number(_ x: Double) -> Ball { Ball(exactly: x) }

    @Test func degenerateBinomials() {
        let (zero, one) = (Ball(0), Ball(1))
        #expect(CertifiedBinomialTail.upper(trials: 5, atLeast: 1, p: zero, q: one).upper == 0)
        #expect(CertifiedBinomialTail.upper(trials: 5, atLeast: 0, p: zero, q: one).lower == 1)
        #expect(CertifiedBinomialTail.upper(trials: 5, atLeast: 5, p: one, q: zero).lower == 1)
        #expect(CertifiedBinomialTail.upper(trials: 5, atLeast: 6, p: one, q: zero).upper == 0)
    }

    /// The floor: an integral bound excludes its own count, a bound known to a ball encloses both.
    @Test func floors() {
        let half = Ball.ratio(1, 2)
        #expect(CertifiedBinomialTail.exceeding(Ball(1), trials: 2, p: half, q: half).contains(0.25))
        #expect(CertifiedBinomialTail.reaching(Ball(1), trials: 2, p: half, q: half).contains(0.75))
        #expect(CertifiedBinomialTail.exceeding(number(-0.5), trials: 2, p: half, q: half).contains(1))
        #expect(CertifiedBinomialTail.exceeding(number(2), trials: 2, p: half, q: half).upper == 0)
        let wide = CertifiedBinomialTail.exceeding(Ball(lower: 0.9, upper: 1.1), trials: 2, p: half, q: half)
        #expect(wide.contains(0.25) && wide.contains(0.75))
    }

    /// P(N >= k) and P(N <= k-1) make 1, and P(N >= k) falls in k.
    @Test(arguments: [1, 7, 100, 5000]) func binomialComplement(_ m: Int) {
        let p = number(0.3)
        let q = Ball(1) - p
        var last = Ball(2)
        for k in stride(from: 0, through: m, by: Swift.max(1, m / 13)) {
            let upper = CertifiedBinomialTail.upper(trials: m, atLeast: k, p: p, q: q)
            #expect((upper + CertifiedBinomialTail.lower(trials: m, atMost: k - 1, p: p, q: q)).contains(1))
            #expect(!last.isCertainlyLess(than: upper))
            last = upper
        }
    }

    @Test(arguments: [1, 2, 3, 24, 783]) func chiSquareComplement(_ d: Int) {
        for x in [0.01, 0.5, 1, 1.5, 3].map({ number($0 * Double(d)) }) {
            #expect((ChiSquareTail.upper(d, x) + ChiSquareTail.lower(d, x)).contains(1))
            #expect(ChiSquareTail.upper(d, x).overlaps(Ball.chiSquaredUpperTail(x, degrees: d)))
        }
        #expect(ChiSquareTail.upper(d, number(-1)).lower == 1)
        #expect(ChiSquareTail.lower(d, number(-1)).upper == 0)
    }

    @Test func noDegreesOfFreedom() {
        #expect(ChiSquareTail.upper(0, Ball(1)).upper == 0)
        #expect(ChiSquareTail.lower(0, Ball(0)).lower == 1)
        #expect(ChiSquareTail.lower(0, Ball(-1)).upper == 0)
    }

    /// With sin alpha = 0 the cone is the strip, with V = 0 the sphere's cap: in three dimensions its share is sin alpha.
    @Test func conesOfKnownLaw() {
        let strip = ConeLaw.probability(dimension: 25, distance: number(0.3), sine: Ball(0), precision: 80)
        #expect(strip.overlaps(NormalLaws.strip(number(0.3))))
        let cap = ConeLaw.probability(dimension: 3, distance: Ball(0), sine: number(0.4), precision: 80)
        #expect(cap.contains(0.4) && cap.radius < 1e-20)
    }

    /// At m = 1 the mixture is p P(z > t); at every m its two-sided tail is at most 1.
    @Test func mixturesOfKnownLaw() {
        for t in [0.1, 1, 7, 30].map(number) {
            let tail = BinomialNormalMixture.upperTail(width: 1, p: .ratio(1, 2), q: .ratio(1, 2), t: t, precision: 80)
            #expect(tail.overlaps(NormalLaws.outside(t) / Ball(4)) && tail.accuracyBits > 60)
        }
    }

    /// 1 - (1 - q)^m where m q is below e^-60, by the binomial series: what its first three terms leave out is below (m q)^4.
    @Test func anyOfManyFarOut() {
        Ball.withPrecision(512) {
            let (m, q) = (1_000_000, Ball.exp(Ball(-100)))
            let second = Ball.ratio(m, 2) * .integer(m - 1) * q * q
            let third = Ball.ratio(m, 6) * .integer(m - 1) * .integer(m - 2) * q * q * q
            let rest = Ball.pow(.integer(m) * q, .integer(4))
            let exact = .integer(m) * q - second + third + .hull(-rest, rest)
            #expect(NormalLaws.anyOf(m, q).overlaps(exact))
        }
    }

    @Test func doublesEnclose() {
        let wide = Enclosure(Ball(lower: 1, upper: 4))
        #expect(wide.lower <= 1 && wide.upper >= 4 && wide.logLower <= 0 && wide.logUpper >= 1.3862943611198908)
    }

    /// The references, 30 digits or more by quadrature, lie within enclosures that ask for few bits: there what the series' parts leave out
    /// is as large as an enclosure.
    @Test(arguments: ReferenceValue.of("mixture")) func coarseMixturesEnclose(_ row: ReferenceValue) throws {
        let reference = try #require(Ball(row.value))
        for bits in [2, 3, 4, 5, 6, 8, 10, 12, 16, 24] {
            Ball.withPrecision(192) {
                let p = row.ball(1)
                let tail = BinomialNormalMixture.upperTail(
                    width: row.int(0), p: p, q: .integer(1) - p, t: row.ball(2), precision: bits)
                #expect(
                    tail.overlaps(reference + reference * Ball(lower: -1e-25, upper: 1e-25)), "\(bits) bits: \(tail) against \(row.value)")
            }
        }
    }

    /// Enclosures shrink with the precision, and overlap.
    @Test func precisionNests() {
        let widths = [96, 160, 256].map { bits in
            Ball.withPrecision(bits) {
                BinomialNormalMixture.upperTail(width: 1000, p: .ratio(1, 2), q: .ratio(1, 2), t: Ball(3), precision: bits / 2)
            }
        }
        #expect(widths[0].overlaps(widths[1]) && widths[1].overlaps(widths[2]))
        #expect(widths[2].accuracyBits > widths[1].accuracyBits && widths[1].accuracyBits > widths[0].accuracyBits)
    }

    /// Sums over blocks enclose the sums term by term: m just above the limit, against the same law by GSL.
    @Test func blocksEncloseTheSum() throws {
        let m = 1000
        var sum = 0.0
        for n in 0...m {
            let above = try #require(GSLEstimates.binomialUpper(trials: m, atLeast: n, p: 0.5))
            let beyond = try #require(GSLEstimates.binomialUpper(trials: m, atLeast: n + 1, p: 0.5))
            sum += (above - beyond) * (n == 0 ? 1 : try #require(GSLEstimates.chiSquareLower(24, 8 * Double(m) / Double(n))))
        }
        let enclosure = ScaledChiSquare.lowerTail(width: m, degrees: 24, below: Ball(8))
        #expect(enclosure.contains(sum) && enclosure.radius < 0.3 * sum)
    }

    /// The limit for every r holds against the exact law for r orthogonal to x and delta.
    @Test(arguments: [10, 1000, 1_000_000]) func chernoffAboveTheExactLaw(_ m: Int) {
        for (share, b) in [(0.1, 2.0), (0.01, 1.0), (0.16, 0.5)] {
            let p = number(share)
            let exact = BinomialNormalMixture.upperTail(width: m, p: p, q: Ball(1) - p, t: number(b), precision: 60)
            #expect(exact.isCertainlyLess(than: WedgeChernoff.limit(width: m, share: p, bound: number(b))))
        }
    }

    /// min over s of m log(1 + p (E cosh(s r) - 1)) - s b sqrt m, r of density r e^{-r^2/2}: mpmath's quad for the mean at 25 digits, and
    /// a ternary search for s.
    @Test(arguments: [
        (10, 0.1, 2.0, -5.56419907794477), (1000, 0.01, 1, -17.8464154670044), (1_000_000, 0.16, 0.5, -0.390624758403053),
        (1000, 0.25, 1.5, -2.24581180339379),
    ]) func chernoffExponents(_ m: Int, _ share: Double, _ b: Double, _ exponent: Double) {
        let limit = WedgeChernoff.limit(width: m, share: number(share), bound: number(b))
        #expect(abs(Enclosure(limit).logUpper - exponent) < 1e-9 * abs(exponent))
    }

    /// Every law of laws.csv by GSL in doubles, where it does not underflow: inside a relative 1e-8 of the reference.
    @Test(arguments: ReferenceValue.of("binomial_upper", "two_sided_normal", "chi2_upper", "chi2_lower", "cone", "mixture"))
    func estimates(_ row: ReferenceValue) throws {
        guard let value = Double(row.value), value > 1e-290 else { return }
        func x(_ i: Int) -> Double { Double(row.arguments[i]) ?? .nan }
        let estimate: Double? =
            switch row.law {
            case "binomial_upper":
                row.int(0) > 1_000_000 ? nil : GSLEstimates.binomialUpper(trials: row.int(0), atLeast: row.int(1), p: x(2))
            case "two_sided_normal": GSLEstimates.outside(x(0))
            case "chi2_upper": GSLEstimates.chiSquareUpper(row.int(0), x(1))
            case "chi2_lower": GSLEstimates.chiSquareLower(row.int(0), x(1))
            case "cone": GSLEstimates.cone(dimension: row.int(0), distance: x(1), sine: x(2))
            default: GSLEstimates.mixtureUpper(width: row.int(0), p: x(1), t: x(2))
            }
        // Where GSL gives up, or its beta function loses its digits (counts beyond a million), it says nothing.
        guard let estimate else { return }
        #expect(abs(estimate / value - 1) < 1e-8, "\(estimate)")
    }
}
