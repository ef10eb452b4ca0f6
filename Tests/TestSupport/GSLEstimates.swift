// SPDX-License-Identifier: GPL-3.0-or-later

internal import GSLShim
internal import RealModule

/// The laws in doubles, by GSL: a second route, without a certificate, to hold the enclosures against. Nil where GSL fails
/// (an underflow, a series that does not converge).
public enum GSLEstimates {
    /// P(Bin(m, p) >= k), by the incomplete beta function.
    public static func binomialUpper(trials m: Int, atLeast k: Int, p: Double) -> Double? {
        if k <= 0 { return 1 }
        if k > m { return 0 }
        return value { lc_gsl_binomial_upper(Double(m), Double(k), p, $0) }
    }

    /// P(chi^2_d > x).
    public static func chiSquareUpper(_ d: Int, _ x: Double) -> Double? {
        x <= 0 ? 1 : value { lc_gsl_chi2_upper(Double(d), x, $0) }
    }

    /// P(chi^2_d <= x).
    public static func chiSquareLower(_ d: Int, _ x: Double) -> Double? {
        x <= 0 ? 0 : value { lc_gsl_chi2_lower(Double(d), x, $0) }
    }

    /// P(|z| > t), z ~ N(0, 1).
    public static func outside(_ t: Double) -> Double? { value { lc_gsl_erfc(t / Double.sqrt(2), $0) } }

    /// E_rho[ I_{sin^2(min(pi/2, alpha + asin(min(1, V/rho))))}(1/2, (d-1)/2) ], rho ~ chi_d, d >= 2, by adaptive quadrature.
    public static func cone(dimension d: Int, distance v: Double, sine: Double) -> Double? {
        value { lc_gsl_cone(Double(d), v, Double.asin(sine), $0) }
    }

    /// P(X > t), X | K ~ N(0, K/m), K ~ Bin(m, p), summed over K.
    public static func mixtureUpper(width m: Int, p: Double, t: Double) -> Double? {
        value { lc_gsl_binomial_normal_upper(Int64(m), p, t, $0) }
    }

    private static func value(_ call: (UnsafeMutablePointer<Double>) -> Int32) -> Double? {
        var result = Double.nan
        return call(&result) == 0 ? result : nil
    }
}
