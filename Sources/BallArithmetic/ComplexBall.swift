// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

/// A rectangle of complex numbers, in Arb's arithmetic: the argument and the value of an integrand of
/// ``Ball/integral(from:to:relativeBits:absoluteBits:maxEvaluations:_:)``.
///
/// A function with a branch cut takes `analytic`: true asks for an indeterminate value where the argument meets the cut, as the
/// quadrature needs to know that its integrand is analytic there. Precision is carried as by ``Ball``.
public struct ComplexBall: Sendable {
    /// Owns one handle; Sendable for the reasons of ``Ball``'s storage.
    final class Storage: @unchecked Sendable {
        let handle: OpaquePointer

        init(owning handle: OpaquePointer) { self.handle = handle }

        deinit { lc_complex_free(handle) }
    }

    let storage: Storage

    init(owning handle: OpaquePointer?) {
        guard let handle else { preconditionFailure("the shim returned no ball") }
        storage = Storage(owning: handle)
    }

    /// What `read` makes of the handle, which lives at least as long as the call.
    func with<Result>(_ read: (OpaquePointer) -> Result) -> Result {
        withExtendedLifetime(storage) { read(storage.handle) }
    }

    func map(_ function: (OpaquePointer) -> OpaquePointer?) -> ComplexBall { with { ComplexBall(owning: function($0)) } }

    static func map(
        _ a: ComplexBall, _ b: ComplexBall, _ function: (OpaquePointer, OpaquePointer) -> OpaquePointer?
    ) -> ComplexBall {
        a.with { first in b.map { function(first, $0) } }
    }

    /// re + i im.
    public init(_ re: Ball, _ im: Ball) { self = Ball.with(re, im) { ComplexBall(owning: lc_complex_from_parts($0, $1)) } }

    /// The real number `re`.
    public init(_ re: Ball) { self.init(re, Ball(0)) }

    public var real: Ball { with { Ball(owning: lc_complex_real($0)) } }
    public var imaginary: Ball { with { Ball(owning: lc_complex_imag($0)) } }
    public var isFinite: Bool { with(lc_complex_is_finite) != 0 }
}

extension ComplexBall {
    public static func + (a: ComplexBall, b: ComplexBall) -> ComplexBall { map(a, b, lc_complex_add) }
    public static func - (a: ComplexBall, b: ComplexBall) -> ComplexBall { map(a, b, lc_complex_sub) }
    public static func * (a: ComplexBall, b: ComplexBall) -> ComplexBall { map(a, b, lc_complex_mul) }
    public static func / (a: ComplexBall, b: ComplexBall) -> ComplexBall { map(a, b, lc_complex_div) }
    public static func + (a: ComplexBall, b: Ball) -> ComplexBall { a + ComplexBall(b) }
    public static func - (a: ComplexBall, b: Ball) -> ComplexBall { a - ComplexBall(b) }
    public static func * (a: ComplexBall, b: Ball) -> ComplexBall { a * ComplexBall(b) }
    public static func / (a: ComplexBall, b: Ball) -> ComplexBall { a / ComplexBall(b) }
    public static func + (a: Ball, b: ComplexBall) -> ComplexBall { ComplexBall(a) + b }
    public static func - (a: Ball, b: ComplexBall) -> ComplexBall { ComplexBall(a) - b }
    public static func * (a: Ball, b: ComplexBall) -> ComplexBall { ComplexBall(a) * b }
    public static func / (a: Ball, b: ComplexBall) -> ComplexBall { ComplexBall(a) / b }
    public static prefix func - (a: ComplexBall) -> ComplexBall { a.map(lc_complex_neg) }

    public static func exp(_ z: ComplexBall) -> ComplexBall { z.map(lc_complex_exp) }
    public static func sin(_ z: ComplexBall) -> ComplexBall { z.map(lc_complex_sin) }
    public static func cos(_ z: ComplexBall) -> ComplexBall { z.map(lc_complex_cos) }
    public static func erf(_ z: ComplexBall) -> ComplexBall { z.map(lc_complex_erf) }
    public static func erfc(_ z: ComplexBall) -> ComplexBall { z.map(lc_complex_erfc) }

    /// The principal square root; its cut is (-inf, 0].
    public static func sqrt(_ z: ComplexBall, analytic: Bool) -> ComplexBall {
        z.map { lc_complex_sqrt($0, analytic ? 1 : 0) }
    }

    /// The principal logarithm; its cut is (-inf, 0].
    public static func log(_ z: ComplexBall, analytic: Bool) -> ComplexBall {
        z.map { lc_complex_log($0, analytic ? 1 : 0) }
    }

    /// exp(w log z); its cut, where w is no integer, is (-inf, 0].
    public static func pow(_ z: ComplexBall, _ w: Ball, analytic: Bool) -> ComplexBall {
        map(z, ComplexBall(w)) { lc_complex_pow($0, $1, analytic ? 1 : 0) }
    }

    /// The principal arc sine; its cuts are (-inf, -1] and [1, inf).
    public static func asin(_ z: ComplexBall, analytic: Bool) -> ComplexBall {
        z.map { lc_complex_asin($0, analytic ? 1 : 0) }
    }

    /// P(s, z), s > 0; its cut is (-inf, 0].
    public static func regularizedGammaP(_ s: Ball, _ z: ComplexBall, analytic: Bool) -> ComplexBall {
        map(ComplexBall(s), z) { lc_complex_gamma_p($0, $1, analytic ? 1 : 0) }
    }

    /// Q(s, z), s > 0; its cut is (-inf, 0].
    public static func regularizedGammaQ(_ s: Ball, _ z: ComplexBall, analytic: Bool) -> ComplexBall {
        map(ComplexBall(s), z) { lc_complex_gamma_q($0, $1, analytic ? 1 : 0) }
    }

    /// I_z(a, b), a, b > 0; its cuts are (-inf, 0] and [1, inf).
    public static func regularizedBeta(_ z: ComplexBall, _ a: Ball, _ b: Ball, analytic: Bool) -> ComplexBall {
        z.with { last in map(ComplexBall(a), ComplexBall(b)) { lc_complex_beta_i($0, $1, last, analytic ? 1 : 0) } }
    }
}
