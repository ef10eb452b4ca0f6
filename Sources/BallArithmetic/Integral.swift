// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

extension Ball {
    /// An integrand on a complex neighbourhood of the path; see ``ComplexBall`` for `analytic`.
    public typealias Integrand = (_ z: ComplexBall, _ analytic: Bool) -> ComplexBall

    /// int_a^b f(t) dt for finite a and b, rigorously: adaptive Gauss-Legendre quadrature with the error bounded from
    /// enclosures of f on complex ellipses, bisection where f is not analytic.
    ///
    /// The enclosure is valid whether or not the goals 2^-relativeBits, 2^-absoluteBits are met; it is indeterminate where f is
    /// unbounded. Cut an infinite range and bound its tail by hand. Real-valued integrands only: the real part is returned.
    ///
    /// Source: F. Johansson, Numerical integration in arbitrary-precision ball arithmetic, doi:10.1007/978-3-319-96418-8_30.
    ///
    /// - Parameters:
    ///   - a: the lower end; finite.
    ///   - b: the upper end; finite.
    ///   - relativeBits: the relative goal; the working precision less 10 unless given.
    ///   - absoluteBits: the absolute goal; ask for more than the value's own smallness where that is below 1.
    ///   - maxEvaluations: how often f may be evaluated.
    ///   - f: the integrand; see ``Ball/Integrand``.
    public static func integral(
        from a: Ball, to b: Ball, relativeBits: Int? = nil, absoluteBits: Int = 100_000, maxEvaluations: Int = 1_000_000,
        _ f: Integrand
    ) -> Ball {
        let bits = Swift.max(a.workingPrecision, b.workingPrecision)
        return withoutActuallyEscaping(f) { f in
            // The closure lives in this frame for the whole of the call; the shim keeps no pointer to it.
            var box = f
            return withUnsafeMutablePointer(to: &box) { context in
                map(a, b) { lc_integrate(evaluate, context, $0, $1, relativeBits ?? bits - 10, absoluteBits, maxEvaluations) }
            }
        }
    }
}

/// Calls the closure behind `context`; its argument is copied (the shim frees its own), its value handed over as a new handle.
private func evaluate(_ context: UnsafeMutableRawPointer?, _ z: OpaquePointer?, _ analytic: Int32) -> OpaquePointer? {
    guard let context, let z else { return nil }
    let f = context.assumingMemoryBound(to: Ball.Integrand.self).pointee
    let precision = lc_complex_precision(z)
    let value = Ball.withPrecision(precision) { f(ComplexBall(owning: lc_complex_copy(z)), analytic != 0) }
    return value.with { lc_complex_copy($0) }
}
