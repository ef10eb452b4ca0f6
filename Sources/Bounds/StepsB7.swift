// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of Lemma B.7.
public enum StepsB7 {
    /// B.7/b: d - 5 sqrt(d L) <= d - 1 - 4 sqrt(d L), L = log(2/gamma).
    @inlinable
    public static func b<Scalar: BoundScalar>(d: Scalar, l: Scalar) -> Inequality<Scalar> {
        Inequality(d - .integer(5) * .sqrt(d * l), atMost: d - .integer(1) - .integer(4) * .sqrt(d * l))
    }
}
