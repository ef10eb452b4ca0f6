// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of Lemma B.6.
public enum StepsB6 {
    /// B.6/d: eps + eps sqrt(d + 4 sqrt(d L)) <= 2 eps (sqrt d + 2 sqrt(d L)), L = log(2/eps).
    @inlinable
    public static func d<Scalar: BoundScalar>(d: Scalar, eps: Scalar, l: Scalar) -> Inequality<Scalar> {
        Inequality(
            eps + eps * .sqrt(d + .integer(4) * .sqrt(d * l)),
            atMost: .integer(2) * eps * (.sqrt(d) + .integer(2) * .sqrt(d * l)))
    }
}
