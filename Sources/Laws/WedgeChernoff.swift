// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds
import RealModule

/// A bound on P((1/sqrt m) sum_s X_s > b) for every unit r, X as in ``WedgeMoments`` with p = phi/pi.
///
/// X is symmetric and E|X|^q <= p E chi_2^q, so E e^{sX} <= 1 + p (E cosh(s chi_2) - 1) with
/// E cosh(s chi_2) - 1 = s sqrt(pi/2) e^{s^2/2} erf(s/sqrt 2). Markov: P <= (E e^{sX})^m e^{-s b sqrt m} for every s > 0.
public enum WedgeChernoff {
    public static func limit(width m: Int, share p: Ball, bound b: Ball) -> Ball {
        let total = b * .sqrt(.integer(m))
        let s = Ball(exactly: best(Double(m), p.midpoint, total.midpoint))
        return .min(.integer(1), .exp(.integer(m) * .log(.integer(1) + p * excess(s)) - s * total))
    }

    /// E cosh(s chi_2) - 1.
    private static func excess(_ s: Ball) -> Ball {
        s * .sqrt(.pi / .integer(2)) * .exp(s * s / .integer(2)) * .erf(s / .sqrt(.integer(2)))
    }

    /// The s that about minimizes the exponent, which is convex: ternary search. Any s > 0 gives a valid bound.
    private static func best(_ m: Double, _ p: Double, _ total: Double) -> Double {
        func exponent(_ s: Double) -> Double {
            let excess = s * Double.sqrt(Double.pi / 2) * Double.exp(s * s / 2) * Double.erf(s / Double.sqrt(2))
            return m * Double.log(onePlus: p * excess) - s * total
        }
        var (low, high) = (0.0, 1.0)
        while high < 30, exponent(2 * high) < exponent(high) { high *= 2 }
        high *= 2
        for _ in 0..<100 {
            let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
            if exponent(a) < exponent(b) { high = b } else { low = a }
        }
        return (low + high) / 2
    }
}
