// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

/// The functions that the exact laws are made of. Accuracy may fall short of the precision for large parameters; the
/// enclosure stays valid. ``refined(toBits:upTo:_:)`` raises the precision until it suffices.
extension Ball {
    /// Gamma(x); indeterminate at the poles.
    public static func gamma(_ x: Ball) -> Ball { x.map(lc_ball_gamma) }
    /// log Gamma(x), x > 0.
    public static func logGamma(_ x: Ball) -> Ball { x.map(lc_ball_lgamma) }
    /// (2/sqrt pi) int_0^x exp(-t^2) dt.
    public static func erf(_ x: Ball) -> Ball { x.map(lc_ball_erf) }
    /// 1 - erf(x), with full relative accuracy in the right tail, at any depth.
    public static func erfc(_ x: Ball) -> Ball { x.map(lc_ball_erfc) }
    /// log erfc(x), at any depth: exponents are unbounded.
    public static func logErfc(_ x: Ball) -> Ball { log(erfc(x)) }
    /// P(z > x) for z ~ N(0,1): erfc(x / sqrt 2) / 2.
    public static func normalUpperTail(_ x: Ball) -> Ball {
        erfc(x / sqrt(ratio(2, 1).atPrecision(x.workingPrecision))) / ratio(2, 1)
    }

    /// P(s, x) = gamma(s, x) / Gamma(s), s > 0, x >= 0: the distribution function of Gamma(s, 1).
    public static func regularizedGammaP(_ s: Ball, _ x: Ball) -> Ball {
        map(s, x, lc_ball_gamma_p)
    }

    /// Q(s, x) = Gamma(s, x) / Gamma(s), s > 0, x >= 0: the upper tail of Gamma(s, 1).
    public static func regularizedGammaQ(_ s: Ball, _ x: Ball) -> Ball {
        map(s, x, lc_ball_gamma_q)
    }

    /// I_x(a, b), a, b > 0, 0 <= x <= 1: the distribution function of Beta(a, b). The upper tail is I_{1-x}(b, a).
    public static func regularizedBeta(_ x: Ball, _ a: Ball, _ b: Ball) -> Ball {
        a.map { first in with(b, x) { lc_ball_beta_i(first, $0, $1) } }
    }

    /// P(chi^2_n > x) = Q(n/2, x/2).
    public static func chiSquaredUpperTail(_ x: Ball, degrees n: Int) -> Ball {
        regularizedGammaQ(ratio(n, 2), x / ratio(2, 1))
    }
}
