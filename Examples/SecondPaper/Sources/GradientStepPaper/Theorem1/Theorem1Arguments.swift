// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Laws
import Prover

/// Why the four claims hold: lines that the program checks where it can, in words where it cannot.
enum Theorem1Arguments {
    static let value = CheckedArgument(
        proof: [
            .argument(
                "<w_s,x> ~ N(0,1), so a_s psi(<w_s,x>) is uniform on (-1,1), and f(x) is (1/sqrt m) times a sum of m independent "
                    + "such"),
            .argument(
                "(2n+1)! >= 6^n n! at n = 0, and from n to n+1 the left grows by (2n+2)(2n+3), the right by 6(n+1), which is at most "
                    + "that as 3 <= 2n+3"),
            .argument("so E exp(c U) = sinh(c)/c <= exp(c^2/6), and P(|f(x)| >= u) <= 2 exp(-3u^2/2), which is gamma/3 at u = F"),
        ],
        method: "sub-Gaussian tail of a sum of uniforms")

    static let gradient = CheckedArgument(
        proof: [
            .argument(
                "given all <w_s,x> and a, the part of grad f(x) orthogonal to x is N(0, (S/d) I_{d-1}), S = (1/m) sum_s "
                    + "psi'(<w_s,x>)^2: so ||grad f(x)||^2 >= (S/d) chi^2_{d-1}"),
            .argument("psi'(t)^2 = (2/pi) exp(-t^2) is in [0, 2/pi] and has mean (2/pi)/sqrt 3 at t ~ N(0,1)"),
            .number("2/(pi sqrt 3) >= 0.367") { Ball.ratio(367, 1000).isCertainlyLess(than: Ball(2) / (Ball.pi * .sqrt(Ball(3)))) },
            .number("2/pi <= 0.637") { (Ball(2) / Ball.pi).isCertainlyLess(than: .ratio(637, 1000)) },
            .argument("Hoeffding's inequality: S < 0.367 - 0.637 sqrt(L/(2m)) with probability at most exp(-L) = gamma/6"),
            .argument(
                "chi^2_n <= n - 2 sqrt(n L) with probability at most exp(-L) = gamma/6 (Laurent and Massart, "
                    + "doi:10.1214/aos/1015957395, Lemma 1)"),
        ],
        method: "Hoeffding's inequality and a chi-square tail")

    static let smoothness = CheckedArgument(
        proof: [
            .argument("psi''(t) = -sqrt(2/pi) t exp(-t^2/2), and the Hessian is (1/sqrt m) sum_s a_s psi''(.) w_s w_s^T at every point"),
            // A quotient, since the engine's quantities are positive and -t^2/2 is not. The slope of its logarithm in log t is 1 - t^2: cut
            // at t = 1, both halves collapse to that point.
            .everywhere("t exp(-t^2/2) <= 0.6066 for all t > 0", LogBox(LogInterval("t", from: 0, to: .infinity))) { x in
                let t = x[0]
                return Inequality(t / .exp(t * t / .integer(2)), atMost: .ratio(6066, 10_000))
            },
            .number("0.6066 sqrt(2/pi) <= 0.484") {
                (Ball.ratio(6066, 10_000) * .sqrt(Ball(2) / Ball.pi)).isCertainlyLess(than: .ratio(484, 1000))
            },
            .argument("so its operator norm is at most (0.484/sqrt m) ||W||^2, at every point at once"),
            .argument(
                "the operator norm of sqrt(d) W exceeds sqrt m + sqrt d + u with probability at most exp(-u^2/2), which is gamma/3 "
                    + "(Davidson and Szarek, doi:10.1016/S1874-5849(01)80010-3)"),
        ],
        method: "operator norm of a Gaussian matrix")

    static let step = CheckedArgument(
        proof: [
            .argument("with probability >= 1-gamma 1/a, 1/b and 1/c hold at once, gamma/3 each"),
            .argument(
                "then h(t) = |f(x - t s grad f(x))| up to its first zero is at most |f| - ||grad f||^2 t (1 - H t/2) by Taylor's "
                    + "theorem"),
            .argument("at t = 2F/G^2, where H t <= 1 by the hypothesis: h <= |f| - ||grad f||^2 t/2 <= F - G^2 t/2 = 0"),
        ],
        method: "Taylor's theorem on 1/a, 1/b and 1/c")
}
