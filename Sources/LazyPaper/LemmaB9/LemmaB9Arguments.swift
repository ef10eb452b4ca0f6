// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.9: sums over few neurons.
enum LemmaB9Arguments {
    static let smallSets = CheckedArgument(
        proof: [
            .argument(
                "for one nonempty S, chosen before the draw, the norm is sqrt(|S|/m) ||z||, z ~ N(0, I_d); ||z|| is 1-Lipschitz in z with "
                    + "mean at most sqrt d, so P(||z|| >= sqrt d + t) <= e^{-t^2/2} (T.6, of whose two sides this is one)"),
            .argument(
                "each nonempty S of at most k elements, k = 44 Cbar sqrt m >= 44, is the image of a map from floor(k) places to [m]: there "
                    + "are at most m^k of them, and |S| <= k; an empty S has norm 0"),
            .identity("t^2 = 2 k log m + 2 log(8/gamma) makes m^k e^{-t^2/2} = gamma/8: exp(k log m - t^2/2) = exp(-log(8/gamma))") {
                let m = ExactScalar.atLeastOne("m"), k = ExactScalar.positive("k"), inverse = ExactScalar.aboveOne("1/gamma")
                let t: ExactScalar = .sqrt(.integer(2) * k * .log(m) + .integer(2) * .log(.integer(8) * inverse))
                return (.exp(k * .log(m) - t * t / .integer(2)), .integer(1) / (.integer(8) * inverse))
            },
            .identity("sqrt(k/m) (sqrt d + t) = the right side, k = 44 Cbar sqrt m") {
                let m = ExactScalar.atLeastOne("m"), c0 = ExactScalar.nonnegative("C0")
                let x = StepArguments(
                    d: .positive("d"), m: m, logM: .log(m), l: .positive("log(4/gamma)"), c0: c0, c1: .integer(1))
                // B.9/j's left side is this one plus 44 Cbar C0/sqrt m.
                let displayed = StepsB9.j(x).lhs - .integer(44) * x.cBar * c0 / x.sqrtM
                let t: ExactScalar = .sqrt(.integer(2) * x.k * x.logM + .integer(2) * x.log8OverGamma)
                return (.sqrt(x.k / m) * (.sqrt(x.d) + t), displayed)
            },
        ],
        method: "union bound and Gaussian concentration")
}
