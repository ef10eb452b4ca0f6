// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Testing

/// Each function by a second route: an integral, an identity between different functions, and values made by mpmath 1.x at 40 digits
/// (erfc, loggamma, gammainc(..., regularized=True), betainc(..., regularized=True), quad).
@Suite struct SpecialFunctionTests {
    /// Both are enclosures of one number, and tight.
    private func same(_ a: Ball, _ b: Ball, bits: Int = 60) -> Bool {
        a.isFinite && b.isFinite && a.overlaps(b) && a.accuracyBits >= bits && b.accuracyBits >= bits
    }

    private func near(_ a: Ball, _ decimal: String) throws -> Bool {
        let b = try #require(Ball(decimal))
        let error = Ball.abs(a - b) / Ball.abs(b)
        return error.upper < 1e-28
    }

    private let half = Ball.ratio(1, 2)

    @Test func againstMpmath() throws {
        #expect(try near(.erfc(half), "0.479500122186953462317253346108"))
        #expect(try near(.erfc(Ball(26)), "5.66319240885614284647572789693e-296"))
        #expect(try near(.logErfc(Ball(1000)), "-1000007.48012072190621214066735"))
        #expect(try near(.gamma(.ratio(1, 3)), "2.67893853470774763365569294097"))
        #expect(try near(.logGamma(.ratio(2469, 2)), "7550.55090107789489572983556774"))
        #expect(try near(.regularizedGammaQ(.ratio(49, 2), Ball(60)), "0.0000000687696142706286516277664762757"))
        #expect(try near(.regularizedGammaP(.ratio(49, 2), Ball(5)), "3.61107986140364510753901312201e-10"))
        #expect(try near(.regularizedBeta(.ratio(1, 100), half, .ratio(99, 2)), "0.680251525860698596244151307088"))
        #expect(try near(.regularizedBeta(.ratio(1, 100), Ball(40), Ball(961)), "4.6885535662498029526776163112e-13"))
    }

    @Test func errorFunctionIsItsIntegral() {
        for (p, q) in [(1, 7), (3, 2), (5, 1)] {
            let x = Ball.ratio(p, q)
            let integral = Ball.integral(from: Ball(0), to: x) { z, _ in .exp(-(z * z)) }
            #expect(same(.erf(x), Ball(2) / .sqrt(.pi) * integral))
            #expect(same(.erf(x) + .erfc(x), Ball(1)))
            #expect(same(.erf(x), .regularizedGammaP(half, x * x)))
        }
    }

    @Test func deepTailsKeepTheirLogarithm() {
        // Mills: x/(x^2+1) phi(x) < P(z > x) < phi(x)/x, x = 10^4 (log P about -5e7).
        let x = Ball(10_000)
        let logDensity = -(x * x) / Ball(2) - .log(Ball(2) * .pi) / Ball(2)
        let tail = Ball.log(.normalUpperTail(x))
        #expect(tail.isCertainlyLess(than: logDensity - .log(x)))
        #expect((logDensity + .log(x / (x * x + Ball(1)))).isCertainlyLess(than: tail))
    }

    @Test func gammaFunctions() {
        #expect(same(.gamma(half), .sqrt(.pi)))
        #expect(same(.exp(.logGamma(Ball(20))), Ball(121_645_100_408_832_000)))
        // Erlang: Q(n, x) = e^{-x} sum_{k<n} x^k/k!.
        let x = Ball.ratio(31, 3)
        var term = Ball(1), sum = Ball(1)
        for k in 1..<12 {
            term = term * x / Ball(k)
            sum = sum + term
        }
        #expect(same(.regularizedGammaQ(Ball(12), x), .exp(-x) * sum))
        #expect(same(.regularizedGammaP(Ball(12), x), Ball(1) - .exp(-x) * sum))
        #expect(same(.chiSquaredUpperTail(Ball(2) * x, degrees: 24), .regularizedGammaQ(Ball(12), x)))
    }

    @Test func betaIsABinomialTail() {
        // P(Bin(40, p) >= 7) = I_p(7, 34).
        let n = 40, k = 7
        let p = Ball.ratio(1, 9), q = Ball.ratio(8, 9)
        var sum = Ball(0), choose = Ball(1)
        for j in 0...n {
            if j > 0 { choose = choose * Ball(n - j + 1) / Ball(j) }
            if j >= k { sum = sum + choose * .pow(p, Ball(j)) * .pow(q, Ball(n - j)) }
        }
        #expect(same(.regularizedBeta(p, Ball(k), Ball(n - k + 1)), sum))
        // And an integral with a branch point at the end, singular for a < 1 only in the derivative here: a = 3/2.
        let x = Ball.ratio(2, 5)
        let integral = Ball.integral(from: Ball(0), to: x, absoluteBits: 70) { z, analytic in
            .sqrt(z, analytic: analytic) * .pow(Ball(1) - z, .ratio(7, 3), analytic: analytic)
        }
        let beta = Ball.gamma(.ratio(3, 2)) * .gamma(.ratio(10, 3)) / .gamma(.ratio(29, 6))
        #expect(same(.regularizedBeta(x, .ratio(3, 2), .ratio(10, 3)), integral / beta, bits: 50))
    }

    @Test func complexFunctionsOnTheRealLineAreTheRealOnes() {
        let x = Ball.ratio(3, 7)
        let z = ComplexBall(x)
        #expect(same(ComplexBall.asin(z, analytic: false).real, .asin(x)))
        #expect(same(ComplexBall.erfc(z).real, .erfc(x)))
        #expect(same(ComplexBall.log(z, analytic: true).real, .log(x)))
        #expect(same(ComplexBall.regularizedBeta(z, half, Ball(3), analytic: true).real, .regularizedBeta(x, half, Ball(3))))
        #expect(same(ComplexBall.regularizedGammaQ(half, z, analytic: true).real, .regularizedGammaQ(half, x)))
        #expect(same(ComplexBall.regularizedGammaP(half, z, analytic: true).real, .regularizedGammaP(half, x)))
        #expect(same((ComplexBall.sin(z) * .sin(z) + .cos(z) * .cos(z)).real, Ball(1)))
        let cut = ComplexBall(Ball(lower: -2, upper: -1))
        #expect(!ComplexBall.sqrt(cut, analytic: true).isFinite && ComplexBall.sqrt(cut, analytic: false).isFinite)
        #expect(!ComplexBall.asin(ComplexBall(Ball(2)), analytic: true).isFinite)
    }

    @Test func integralsCarryPrecision() throws {
        let value = Ball.withPrecision(256) {
            Ball.integral(from: Ball(0), to: Ball(1)) { z, _ in Ball(4) / (Ball(1) + z * z) }
        }
        #expect(value.accuracyBits > 230)
        #expect(value.overlaps(Ball.withPrecision(256) { .pi }))
        let cusp = Ball.integral(from: Ball(0), to: Ball(3), absoluteBits: 80) { z, analytic in
            .exp(-(z * z) / Ball(2)) * .sqrt(z, analytic: analytic)
        }
        let reference = try #require(Ball("1.02432222402347406337970973956"))
        #expect(cusp.isFinite && Ball.abs(cusp - reference).upper < 1e-22)
    }
}
