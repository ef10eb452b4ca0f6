// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds

/// The probability that one neuron is in S'_v as Lemma B.4 defines it, for samplers that draw |S'_v| by one binomial: of the condition
/// LazyBall's `FlipGeometry.canFlipSomewhere` for w ~ N(0, I_d), its boundaries having probability 0. At R = 0 it is that of
/// `FlipGeometry.canFlip`.
public enum FlipProbability {
    /// p' = E erf((V + R chi_{d-1}) / sqrt(2 (1 - R^2))), P(|z| <= V) where d = 1, and 0 where V = 0: the nearest Double of a
    /// 128-bit enclosure.
    ///
    /// V >= 0, R in [0, 1/2]. Some milliseconds.
    public static func perturbed(at parameters: Parameters) -> Double {
        let bits = 128
        return Precision.with(bits, parameters) {
            let v = Ball(exactly: parameters.ballRadius)
            let share = perturbed(dimension: parameters.d, distance: v, sine: Ball(exactly: parameters.radius), precision: bits)
            return Swift.min(1, Swift.max(0, share.midpoint))
        }
    }

    /// p' enclosed. On the line delta turns nothing. V = 0 leaves W = W0 alone, and no sign changes, while any V > 0 makes a neuron
    /// count as soon as some x+delta is orthogonal to it: p' is not continuous at V = 0.
    public static func perturbed(dimension d: Int, distance v: Ball, sine: Ball, precision: Int) -> Ball {
        d == 1 || v.isZero ? NormalLaws.strip(v) : ConeLaw.probability(dimension: d, distance: v, sine: sine, precision: precision)
    }
}
