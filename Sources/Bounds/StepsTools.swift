// SPDX-License-Identifier: GPL-3.0-or-later

/// The deterministic step among the paper's tools (eq. 1).
public enum StepsTools {
    /// n!! = n (n-2) (n-4) ..., 0!! = (-1)!! = 1.
    @inlinable
    public static func doubleFactorial<Scalar: BoundScalar>(_ n: Int) -> Scalar {
        stride(from: n, through: 2, by: -2).reduce(.integer(1)) { $0 * .integer($1) }
    }

    /// n!.
    @inlinable
    public static func factorial<Scalar: BoundScalar>(_ n: Int) -> Scalar {
        stride(from: n, through: 2, by: -1).reduce(.integer(1)) { $0 * .integer($1) }
    }

    /// T.2: (q-1)!! <= q!/2, integers q >= 1.
    @inlinable
    public static func t2<Scalar: BoundScalar>(_ q: Int) -> Inequality<Scalar> {
        Inequality(doubleFactorial(q - 1), atMost: factorial(q) / .integer(2))
    }
}
