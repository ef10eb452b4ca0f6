// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds
import RealModule

/// The probability that w ~ N(0, I_d), d >= 2, lies within V of a double cone of half-angle alpha about a hyperplane:
///
///     P( angle(w, hyperplane) <= min(pi/2, alpha + asin(min(1, V/||w||))) ) = P( |g| cos alpha - chi sin alpha <= V )
///         = E erf( (V + chi sin alpha) / (sqrt 2 cos alpha) ),    g ~ N(0, 1), chi ~ chi_{d-1} independent.
///
/// In the half-plane (|g|, chi), where w has the angle theta = atan(|g|/chi) and the length rho, the condition reads
/// rho sin(theta - alpha) <= V. That is the design's E_rho[ I_{sin^2(...)}(1/2, (d-1)/2) ] with an integrand that is entire.
///
/// Quadrature: with chi = e^u the density of u is c_k e^{k u - e^{2u}/2}, k = d - 1, c_k = 2^{1-k/2} / Gamma(k/2), and the
/// trapezoidal rule of step h errs by at most 2M / (e^{2 pi a/h} - 1), M bounding the integral of |F| over the lines
/// |Im u| <= a (Trefethen and Weideman, doi:10.1137/130932132, Theorem 5.1). For a < pi/4 and z = A + B e^u, A, B >= 0, we
/// have |arg z| < pi/4, so Re z^2 >= 0 along [0, z] and |erf z| <= min(2, 2|z|/sqrt pi). Hence
/// M = (cos 2a)^{-(k+1)/2} min(2, (2/sqrt pi)(A + B sqrt k)), using E chi <= sqrt k.
public enum ConeLaw {
    /// - Parameters:
    ///   - d: d >= 2; on the line (d = 1) there is no angle, and the callers treat it apart.
    ///   - v: V >= 0.
    ///   - sine: sin alpha in [0, 1).
    ///   - precision: the relative accuracy aimed at, in bits.
    public static func probability(dimension d: Int, distance v: Ball, sine: Ball, precision: Int) -> Ball {
        if sine.isZero { return NormalLaws.strip(v) }
        let rule = Trapezoid(d: d, v: v, sine: sine, precision: precision)
        return rule.sum()
    }

    /// The nodes u_0 + j h, and the bounds on what they leave out.
    private struct Trapezoid {
        let k: Int
        let a: Ball  // A = V / (sqrt 2 cos alpha)
        let b: Ball  // B = tan alpha / sqrt 2
        let logDensity: Ball  // log c_k
        let step: Ball
        let strip: Ball
        let target: Ball  // 2^-precision of the integrand's size at u_0
        let start: Double

        init(d: Int, v: Ball, sine: Ball, precision: Int) {
            k = d - 1
            let scale = .sqrt(.integer(2)) * .sqrt(.integer(1) - sine * sine)
            a = v / scale
            b = sine / scale
            let half = Ball.ratio(k, 2)
            logDensity = (.integer(1) - half) * .log(.integer(2)) - .logGamma(half)
            // The strip's half-width balances (cos 2a)^{-(k+1)/2} against e^{-2 pi a/h}.
            let digits = Double(precision) * Double.log(2)
            let width = Double.minimum(0.6, Double.sqrt(digits / Double(k + 1)))
            let growth = -Double.log(Double.cos(2 * width)) * Double(k + 1) / 2
            strip = Ball(exactly: width)
            step = Ball(exactly: 2 * Double.pi * width / (digits + growth))
            start = Double.log(Double(k)) / 2
            target = .exp(-Ball(exactly: digits)) * Self.size(a, b, .sqrt(.integer(k)))
        }

        /// (2/sqrt pi)(A + B chi) >= erf(A + B chi).
        static func size(_ a: Ball, _ b: Ball, _ chi: Ball) -> Ball { .integer(2) / .sqrt(.pi) * (a + b * chi) }

        func sum() -> Ball {
            let right = side(1)
            let left = side(-1)
            return step * (right + left) + discretization()
        }

        /// The nodes from u_0 (towards +infinity) or from u_0 - h (towards -infinity) until the rest is below the target.
        private func side(_ direction: Int) -> Ball {
            var total = Ball.integer(0)
            var j = direction > 0 ? 0 : -1
            while true {
                let u = Ball(exactly: start) + .integer(j) * step
                let chi = Ball.exp(u)
                let density = Ball.exp(logDensity + .integer(k) * u - chi * chi / .integer(2))
                total = total + density * .erf(a + b * chi)
                let bound = Self.size(a, b, chi)
                let rest = direction > 0 ? restAbove(density * bound, chi) : restBelow(density * bound, chi)
                if let rest, rest.isCertainlyLess(than: target) {
                    return total + .hull(.integer(0), rest)
                }
                j += direction
            }
        }

        /// Beyond u the bounds fall at least by the ratio e^{h(k+1-chi^2)} a step.
        private func restAbove(_ bound: Ball, _ chi: Ball) -> Ball? {
            let ratio = Ball.exp(step * (.integer(k + 1) - chi * chi))
            let room = .integer(1) - ratio
            return room.isCertainlyPositive ? bound * ratio / room : nil
        }

        /// Below u the bounds fall at least by the ratio e^{-h(k - chi^2)} a step: from u to u - h the density's exponent changes by
        /// -k h + (e^{2u} - e^{2(u-h)})/2 <= -k h + h e^{2u}, less still farther down, and chi falls too.
        private func restBelow(_ bound: Ball, _ chi: Ball) -> Ball? {
            let ratio = Ball.exp(-(step * (.integer(k) - chi * chi)))
            let room = .integer(1) - ratio
            return room.isCertainlyPositive ? bound * ratio / room : nil
        }

        /// The interval of the discretization error.
        private func discretization() -> Ball {
            let growth = Ball.exp(-(.ratio(k + 1, 2) * .log(.cos(.integer(2) * strip))))
            let m = growth * .min(.integer(2), Self.size(a, b, .sqrt(.integer(k))))
            let error = .integer(2) * m / (.exp(.integer(2) * .pi * strip / step) - .integer(1))
            return .hull(-error, error)
        }
    }
}
