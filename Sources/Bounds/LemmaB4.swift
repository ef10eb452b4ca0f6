// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.4: how many neurons change sign.
public enum LemmaB4 {
    /// B.4/1: |S_v| <= V m + sqrt(m log(1/gamma) / 2).
    @inlinable
    public static func flippedNeurons<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init("V m", p.v * p.m),
            .init("sqrt(m log(1/gamma)/2)", .sqrt(p.m * p.logOverGamma(1) / .integer(2))))
    }

    /// B.4/2, B.4/3, B.4/4: |S'_v| <= (V m + sqrt(m log(1/gamma) / 2)) (1 + R), for R <= 1/2.
    @inlinable
    public static func perturbedFlippedNeurons<Scalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let growth = .integer(1) + p.radius
        return Bound(
            .init("V m (1+R)", p.v * p.m * growth),
            .init("sqrt(m log(1/gamma)/2) (1+R)", .sqrt(p.m * p.logOverGamma(1) / .integer(2)) * growth))
    }

    /// R <= 1/2.
    @inlinable
    public static func smallPerturbation<Scalar>(_ p: Arguments<Scalar>) -> Hypothesis<Scalar> {
        Hypothesis("R <= 1/2", p.radius, atMost: .ratio(1, 2))
    }
}
