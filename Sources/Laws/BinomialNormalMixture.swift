// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds
import RealModule
import Support

/// P(X > t), t > 0, where X | K ~ N(0, K/m) and K ~ Bin(m, p): the law of f(x; W0) (p = 1/2) and, for r orthogonal to x and
/// delta, of (1/sqrt m) sum_s X_{s,0} of Lemma B.8 (p = angle(x, x+delta)/pi).
///
/// A signed sum of the a_s g_s over the K neurons that count is, given K, a sum of K standard normals. So E e^{sX} = M(s) =
/// (q + p e^{s^2/2m})^m, q = 1 - p, and G(t) = P(X > t, K >= 1) has, for c > 0,
///
///     integral of e^{(c+iy) t} G(t) dt = Phi(y) = (M(c+iy) - q^m) / (c+iy).
///
/// Poisson summation with period T, y_k = 2 pi k/T, gives with no other error
///
///     (e^{-ct}/T) sum_k Phi(y_k) e^{-i y_k t} = G(t) + sum_{n != 0} e^{c n T} G(t + nT).
///
/// The alias terms are positive. For n < 0 they sum to at most P(K >= 1)/(e^{cT} - 1); for n > 0, by G(u) <= (M(c') - q^m) e^{-c'u}
/// with c' > c, to at most M(c') e^{-c't} / (e^{(c'-c)T} - 1). The sum over k is cut after y_n: with rho(y) = e^{(c^2-y^2)/2m},
/// |M(c+iy) - q^m| <= (q + p rho)^m - q^m <= m p rho (q + p rho)^{m-1}, and rho(y_{k+1}) <= rho(y_k) e^{-y_k (2 pi/T)/m}.
///
/// The number of terms (50 to 500) does not depend on m. c is the saddle point, so nothing cancels in the far tail.
public enum BinomialNormalMixture {
    /// - Parameters:
    ///   - m: m >= 1.
    ///   - p: in (0, 1); `q` is 1 - p.
    ///   - q: 1 - p, given apart so that it keeps its accuracy.
    ///   - t: t > 0.
    ///   - precision: the relative accuracy aimed at, in bits.
    public static func upperTail(width m: Int, p: Ball, q: Ball, t: Ball, precision: Int) -> Ball {
        let plan = Plan(m: Double(m), p: p.midpoint, q: q.midpoint, t: t.midpoint, bits: Double(precision))
        let spacing = .integer(2) * .pi / Ball(exactly: plan.period)
        let transform = Transform(m: m, p: p, q: q, c: Ball(exactly: plan.c), t: t, spacing: spacing)
        var sum = transform.term(0)
        for k in stride(from: 1, through: plan.terms, by: 1) { sum = sum + .integer(2) * transform.term(k) }
        let rest = .integer(2) * transform.remainder(after: plan.terms)
        sum = sum + .hull(-rest, rest)
        let series = .exp(-(transform.c * t)) / Ball(exactly: plan.period) * sum
        let alias = transform.alias(period: Ball(exactly: plan.period), steeper: Ball(exactly: plan.steeper))
        return series - .hull(.integer(0), alias)
    }

    /// The transform's terms in balls.
    private struct Transform {
        let m: Int
        let p, q, c, t, spacing: Ball
        let atom: Ball  // q^m

        init(m: Int, p: Ball, q: Ball, c: Ball, t: Ball, spacing: Ball) {
            (self.m, self.p, self.q, self.c, self.t, self.spacing) = (m, p, q, c, t, spacing)
            atom = .exp(.integer(m) * .log(q))
        }

        /// Re Phi(y_k) e^{-i y_k t}.
        func term(_ k: Int) -> Ball {
            let y = .integer(k) * spacing
            // z = q + p e^{(c+iy)^2/2m}
            let size = p * .exp((c * c - y * y) / .integer(2 * m))
            let turn = c * y / .integer(m)
            let re = q + size * .cos(turn)
            let im = size * .sin(turn)
            // z^m
            let power = Ball.exp(.ratio(m, 2) * .log(re * re + im * im))
            let angle = .integer(m) * .atan2(im, re)
            let u = power * .cos(angle) - atom
            let v = power * .sin(angle)
            // Re (u + iv) e^{-iyt} (c - iy) / (c^2 + y^2)
            let (cosine, sine) = (Ball.cos(y * t), Ball.sin(y * t))
            let a = u * cosine + v * sine
            let b = v * cosine - u * sine
            return (a * c + b * y) / (c * c + y * y)
        }

        /// A bound on |sum_{k > n} Phi(y_k) e^{-i y_k t}|.
        func remainder(after n: Int) -> Ball {
            let y = .integer(n) * spacing
            let rho = Ball.exp((c * c - y * y) / .integer(2 * m))
            let power = Ball.exp(.integer(m - 1) * .log(q + p * rho))
            let bound = .integer(m) * p * rho * power / .sqrt(c * c + y * y)
            let ratio = Ball.exp(-(spacing * y / .integer(m)))
            return bound * ratio / (.integer(1) - ratio)
        }

        /// A bound on the alias terms, with c' = `steeper`.
        func alias(period: Ball, steeper: Ball) -> Ball {
            let one = Ball.integer(1)
            let before = one / (.exp(c * period) - one)
            let moment = .exp(.integer(m) * .log(q + p * .exp(steeper * steeper / .integer(2 * m)))) - atom
            let after = moment * .exp(-(steeper * t)) / (.exp((steeper - c) * period) - one)
            return before * .min(one, .integer(m) * p) + after
        }
    }

    /// c, T, c' and the number of terms, in doubles: any choice is valid, a good one is tight.
    private struct Plan {
        let m, p, q, t: Double
        let digits: Double  // the accuracy aimed at, in nats
        var c = 0.0
        var period = 0.0
        var steeper = 0.0
        var terms = 0

        init(m: Double, p: Double, q: Double, t: Double, bits: Double) {
            (self.m, self.p, self.q, self.t) = (m, p, q, t)
            digits = bits * Double.log(2)
            c = Double.maximum(saddle(), Double.minimum(1 / Double.sqrt(p), Double.sqrt(m)))
            let spread = Double.maximum(variance(c), 1 / m)
            // log G, roughly, by the saddle-point approximation.
            let goal = logMoment(c) - c * t - Double.log(c * Double.sqrt(2 * Double.pi * spread) + 1)
            period = Double.maximum(Double.sqrt(2 * digits * spread), (digits - goal) / c)
            while true {
                let (shift, after) = bestShift()
                steeper = c + shift
                if Double.maximum(-c * period, after) < goal - digits { break }
                period *= 1.25
            }
            terms = count(goal)
        }

        /// The tilted share p e^x / (q + p e^x), x = c^2/2m.
        private func share(_ c: Double) -> Double { 1 / (1 + q / p * Double.exp(-c * c / (2 * m))) }
        private func slope(_ c: Double) -> Double { c * share(c) }
        private func variance(_ c: Double) -> Double {
            let s = share(c)
            return s + c * c * s * (1 - s) / m
        }
        private func log1pexp(_ y: Double) -> Double {
            let x = (c * c - y * y) / (2 * m)
            return x > 0 ? x + Double.log(p + q * Double.exp(-x)) : Double.log(onePlus: p * Double.expMinusOne(x))
        }

        /// log(M(c) - q^m).
        private func logMoment(_ c: Double) -> Double {
            let x = c * c / (2 * m)
            let all = m * (x > 1 ? x + Double.log(p + q * Double.exp(-x)) : Double.log(onePlus: p * Double.expMinusOne(x)))
            return all + Double.log(-Double.expMinusOne(m * Double.log(onePlus: -p) - all))
        }

        /// The c at which (log M)' = t, by bisection.
        private func saddle() -> Double {
            var high = 1.0
            while slope(high) < t { high *= 2 }
            return Bisection.bracket(from: 0, to: high, times: 60) { !(slope($0) < t) }.after
        }

        /// c' - c that about minimizes the alias bound's exponent, which is convex, and that exponent.
        private func bestShift() -> (Double, Double) {
            func exponent(_ shift: Double) -> Double { logMoment(c + shift) - (c + shift) * t - shift * period }
            var high = 1 / period
            while exponent(2 * high) < exponent(high) { high *= 2 }
            var low = 0.0
            high *= 2
            for _ in 0..<40 {
                let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
                if exponent(a) < exponent(b) { high = b } else { low = a }
            }
            let shift = (low + high) / 2
            return (shift, exponent(shift))
        }

        /// The least n, found by doubling and bisection, for which the remainder is below the goal.
        private func count(_ goal: Double) -> Int {
            let h = 2 * Double.pi / period
            let limit = goal - digits + c * t + Double.log(period)
            func isEnough(_ n: Int) -> Bool {
                let y = Double(n) * h
                let x = (c * c - y * y) / (2 * m)
                let size = Double.log(m * p) + x + (m - 1) * log1pexp(y) - Double.log(c + y)
                return size + Double.log(2 / Double.expMinusOne(h * y / m)) < limit
            }
            var high = 8
            while !isEnough(high), high < 1 << 20 { high *= 2 }
            return Bisection.firstInteger(after: high / 2, upTo: high, where: isEnough)
        }
    }
}
