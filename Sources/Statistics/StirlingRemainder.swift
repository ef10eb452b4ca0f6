// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
import RealModule

/// A computed value and a bound of its absolute error.
struct Approximation {
    var value: Double
    var error: Double

    /// At most the true value.
    var certainLower: Double { (value - error).nextDown }
    /// At least the true value.
    var certainUpper: Double { error == 0 ? value : (value + error).nextUp }

    static func + (a: Approximation, b: Approximation) -> Approximation {
        let sum = a.value + b.value
        return Approximation(value: sum, error: a.error + b.error + .ulpOfOne * abs(sum))
    }
    static func - (a: Approximation, b: Approximation) -> Approximation {
        a + Approximation(value: -b.value, error: b.error)
    }
    static func * (a: Double, b: Approximation) -> Approximation {
        let product = a * b.value
        return Approximation(value: product, error: abs(a) * b.error + .ulpOfOne * abs(product))
    }
}

/// `delta(x) = log Gamma(x) - (x - 1/2) log x + x - log(2 pi)/2` for `x > 0`: the remainder of Stirling's formula, between 0
/// and `1/(12 x)`.
func stirlingRemainder(_ x: Double) -> Approximation {
    let result = lc_log_gamma_star(x)
    precondition(result.status == 0, "the remainder of Stirling's formula needs an argument > 0")
    // The argument itself carries a relative rounding error; |x delta'(x)| <= delta(x) + 1/2.
    return Approximation(value: result.value, error: result.error + 4 * .ulpOfOne * (1 + abs(result.value)))
}

/// `phi(x) = (1 + x) log(1 + x) - x >= 0` for `x >= -1`, with `phi(-1) = 1`; convex, about `x^2/2` near 0. The argument is
/// taken to carry a relative error of a few units in the last place.
func entropyGap(_ x: Double) -> Approximation {
    let slack = 16 * Double.ulpOfOne
    guard x > -1 else { return Approximation(value: 1, error: slack) }
    // Far from 0 nothing cancels badly; near 0, (1 + x)(log(1 + x) - x) + x^2 loses a factor 3 at most.
    guard abs(x) < 0.5 else {
        let logarithm = Double.log(onePlus: x)
        return Approximation(value: (1 + x) * logarithm - x, error: slack * (1 + abs(x)) * (1 + abs(logarithm)))
    }
    let difference = lc_log1p_minus(x)
    precondition(difference.status == 0, "log(1 + x) - x is defined for every |x| < 1/2")
    let value = (1 + x) * difference.value + x * x
    return Approximation(value: value, error: 2 * difference.error + slack * x * x)
}

/// A binomial deviation by divergences: `c KL(a/c || p) = c p phi(D/(c p)) + c q phi(-D/(c q))`, where `a + b = c`,
/// `p + q = 1` and `D = a - c p`. Two nonnegative terms: nothing cancels.
func scaledDivergence(total c: Double, p: Double, q: Double, deviation D: Double) -> Approximation {
    let (cp, cq) = (c * p, c * q)
    return cp * entropyGap(D / cp) + cq * entropyGap(-D / cq)
}
