// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.6: the probability that one neuron changes sign.
public enum LemmaB6 {
    /// B.6/1 (eq. 3): R sqrt(2 log d) + 1/d.
    @inlinable
    public static func signChange<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init("R sqrt(2 log d)", p.radius * .sqrt(.integer(2) * .log(p.d))),
            .init("1/d", .integer(1) / p.d))
    }

    /// B.6/2 (eq. 4): 2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1 + R + eps) V.
    @inlinable
    public static func signChangeNearby<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let spread: Scalar = .sqrt(p.d) + .integer(2) * .sqrt(p.d * .log(.integer(2) / p.epsilon))
        return Bound(
            .init("2 eps (sqrt d + 2 sqrt(d log(2/eps)))", .integer(2) * p.epsilon * spread),
            .init("(1+R+eps) V", (.integer(1) + p.radius + p.epsilon) * p.v))
    }
}
