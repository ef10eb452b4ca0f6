// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of Lemma B.5.
public enum StepsB5 {
    /// B.5/c: sqrt(2L) + 2L/sqrt m <= 2 sqrt L, L = log(2/gamma).
    @inlinable
    public static func c<Scalar: BoundScalar>(l: Scalar, m: Scalar) -> Inequality<Scalar> {
        Inequality(.sqrt(.integer(2) * l) + .integer(2) * l / .sqrt(m), atMost: .integer(2) * .sqrt(l))
    }
}
