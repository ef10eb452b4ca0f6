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
                "for one S the norm is sqrt(|S|/m) ||z||, z ~ N(0, I_d): 1-Lipschitz in z with mean at most sqrt d, so "
                    + "P(||z|| >= sqrt d + t) <= e^{-t^2/2} (T.6, one-sided)"),
            .argument(
                "each nonempty S of at most k elements is the image of a map from floor(k) places to [m]: there are at "
                    + "most m^k of them"),
            .argument(
                "t^2 = 2 k log m + 2 log(8/gamma) makes m^k e^{-t^2/2} = gamma/8, and sqrt(k/m) (sqrt d + t) is "
                    + "the right side"),
            .sampled("sqrt(k/m) (sqrt d + t) = the right side", equal: true) { point in
                let d = point.positive(log: 0, 20), m = point.positive(log: 1, 40), c0 = point.positive(log: -5, 5)
                let x = StepArguments(d: d, m: m, gamma: point.positive(log: -30, 0), c0: c0, c1: Ball(1))
                let sides = StepsB9.j(x)
                // B.9/j's left side is this one plus 44 Cbar C0/sqrt m.
                let displayed = sides.lhs - Ball(44) * x.cBar * c0 / x.sqrtM
                let t = Ball.sqrt(Ball(2) * x.k * x.logM + Ball(2) * x.log8OverGamma)
                return Inequality(.sqrt(x.k / m) * (.sqrt(d) + t), atMost: displayed)
            },
        ],
        method: "union bound and Gaussian concentration")
}
