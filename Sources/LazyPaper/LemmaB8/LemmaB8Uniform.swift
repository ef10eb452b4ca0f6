// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.8/1, 2 and i by proofs of our own, and why B.8/j fails.
enum LemmaB8Uniform {
    // MARK: B.8/1 and B.8/2

    /// Both right-hand sides are far above what three events give.
    static let fixedPair = CheckedArgument(
        proof: [
            .argument(
                "write L = log(4/gamma), V = C0/sqrt m, y = x+delta; S and S' are the neurons with |<w_{s,0},x>| <= V and |<w_{s,0},y>| "
                    + "<= V ||y||: outside S (S') the sign at x (at y) is that at W0 for every W, and S' counts nothing where y = 0"),
            .argument(
                "so for every W: Phi <= C0 + (1/sqrt m) [sum_s X_{s,0} + sum_S |<w_{s,0},r>| + sum_S' |<w_{s,0},r>|], C0 for the moves of "
                    + "at most m rows by V along r"),
            .argument(
                "event 1, T.4 with v = m, c = 1: the X_{s,0} are independent, E X_{s,0} = 0 by a_s, |X_{s,0}| <= |<w_{s,0},r>|, a "
                    + "standard normal, and E|z|^q <= q!/2 for q >= 2 (T.1, T.2). So (1/sqrt m) sum_s X_{s,0} <= sqrt(2L) + L/sqrt m but "
                    + "for gamma/4"),
            .argument(
                "events 2 and 3, T.4 with v = m, c = 1 for the |<w_{s,0},r>| 1[S], the same for S': each sum over sqrt m is at most sqrt "
                    + "m E(|z| 1[S]) + sqrt(2L) + L/sqrt m but for gamma/4"),
            .argument(
                "Sidak's inequality: P(|<w,r>| > b, |<w,y>| <= c) <= P(|<w,r>| > b) P(|<w,y>| <= c), so E(|<w,r>| 1[S']) <= E|z| P(|z| <= "
                    + "V) <= (2/pi) V, and for S"),
            .number("2/pi <= 16/25") { (Ball(2) / .pi).isLess(than: .ratio(16, 25)) },
            .argument("together Phi <= (57/25) C0 + 3 sqrt(2L) + 3 L/sqrt m but for 3 gamma/4, as sqrt m V = C0"),
            .argument(
                "the right-hand sides are at least C0 + 2 L/sqrt m + 5 (C0 + sqrt L) sqrt L, as log(4m/gamma) >= L; and L/sqrt m <= L, so "
                    + "that 57/25 <= 1 + 5 sqrt L and 3 sqrt 2 <= 4 sqrt L are enough, L > log 4"),
            .number("which hold: 57/25 <= 1 + 5 sqrt(log 4) and 3 sqrt 2 <= 4 sqrt(log 4)") {
                let root = Ball.sqrt(.log(Ball(4)))
                guard let first = Ball.ratio(57, 25).isLess(than: Ball(1) + Ball(5) * root),
                    let second = (Ball(3) * .sqrt(Ball(2))).isLess(than: Ball(4) * root)
                else { return nil }
                return first && second
            },
        ],
        method: "Bernstein (T.4) three times, Sidak",
        note: "For every d, m, gamma, C0, R, r and delta: the terms in R and in d are not needed.")

    // MARK: B.8/i

    static let flipped = CheckedArgument(
        proof: [
            .argument(
                "write L = log(4/gamma), V = C0/sqrt m, g_s = <w_{s,0},x>, h_s the rest of w_{s,0}, S = {s : |g_s| <= V}, k = |S|, kappa "
                    + "= (C0 + sqrt(L/2))/sqrt m. For every W the sum is sum_T c_s w_{s,0} with T a subset of S, c_s = -a_s sgn g_s (1'_s "
                    + "differs from 1_s on T alone)"),
            .argument(
                "event 1: k <= m kappa, by Hoeffding's inequality, as P(|z| <= V) <= V, but for e^{-L} = gamma/4 (B.4/1); and k <= "
                    + "m"),
            .argument(
                "event 2: given all g_s and a_s, the c_s h_s are independent N(0,I_{d-1}); Chevet's inequality and concentration: sup "
                    + "over T in S of ||sum_T c_s h_s|| <= sqrt k (sqrt(d-1) + sqrt(2L)) + E sum_S max(0, z_s) but for e^{-L} = gamma/4, "
                    + "E max(0,z) = 1/sqrt(2 pi) <= 2/5"),
            .argument(
                "along x: |sum_T c_s g_s| <= V k. With a = min(1, sqrt kappa), sqrt(k/m) <= a, k/sqrt m <= C0 + sqrt(L/2), and V k/sqrt m "
                    + "<= C0 + sqrt(L/2) too (for V <= 1 by the last; for V > 1 it is at most V sqrt m = C0): the norm is at most a "
                    + "(sqrt(d-1) + sqrt(2L)) + (7/5) (C0 + sqrt(L/2))"),
            .argument(
                "d >= 2, m >= 2: as log(8m/gamma) > log 8, sqrt(d + 4 sqrt(d log(8m/gamma))) >= sqrt(d-1) + 29/20, for 4 sqrt(log 8) sqrt "
                    + "d >= (29/10) sqrt d + (29/20)^2 - 1; and the bound's first factor is sqrt kappa >= a. So a (sqrt(2L) - "
                    + "29/20) + (7/5) sqrt(L/2) <= sqrt L sqrt(log(4m/gamma)) is enough, at a = 1 as sqrt(2L) >= sqrt(2 log 4) > 29/20; "
                    + "and (7/5) C0 <= C0 sqrt(log(4m/gamma))"),
            .number("(29/20)^2 < 2 log 4 and 25 < 8 pi, so that 1/sqrt(2 pi) < 2/5") {
                guard let slope = Ball.ratio(841, 400).isLess(than: Ball(2) * .log(Ball(4))),
                    let mean = Ball(25).isLess(than: Ball(8) * .pi)
                else { return nil }
                return slope && mean
            },
            .number("4 sqrt(log 8) sqrt 2 >= (29/10) sqrt 2 + (29/20)^2 - 1, and the same slopes in sqrt d") {
                (Ball.ratio(29, 10) * .sqrt(Ball(2)) + .ratio(441, 400)).isLess(than: Ball(4) * .sqrt(.log(Ball(8))) * .sqrt(Ball(2)))
            },
            .argument(
                "with b = sqrt L: b^2 - (sqrt 2 + 7/(5 sqrt 2)) b + 29/20 >= 0, as its discriminant is negative; and log(4m/gamma) > log "
                    + "8 > (7/5)^2 for m >= 2"),
            .number("(sqrt 2 + 7/(5 sqrt 2))^2 < 4 (29/20) and log 8 > 49/25") {
                let slope = Ball.sqrt(Ball(2)) + Ball(7) / (Ball(5) * .sqrt(Ball(2)))
                guard let discriminant = (slope * slope).isLess(than: .ratio(29, 5)),
                    let root = Ball.ratio(49, 25).isLess(than: .log(Ball(8)))
                else { return nil }
                return discriminant && root
            },
            .argument(
                "d = 1, m >= 2: there is no h; the norm is V k/sqrt m <= C0 + sqrt(L/2), and the bound's last term (C0 + sqrt L) sqrt(log "
                    + "8) is more"),
            .argument(
                "m = 1, C0 + sqrt(L/2) < 1: L < 2, so gamma > 4/e^2 > 0.54 and C0 < 1 - sqrt(log(4)/2) < 0.17; a row flips for some W "
                    + "with probability at most C0 < gamma only, and where none does the sum is 0"),
            .number("1 - sqrt(log(4)/2) < 0.17 < 4/e^2") {
                let most = Ball(1) - .sqrt(.log(Ball(4)) / Ball(2))
                guard let low = most.isLess(than: .ratio(17, 100)), let high = Ball.ratio(17, 100).isLess(than: Ball(4) / .exp(Ball(2)))
                else { return nil }
                return low && high
            },
            .argument(
                "m = 1, C0 + sqrt(L/2) >= 1: the norm is at most ||w|| <= sqrt d + sqrt(2 log(1/gamma)) but for gamma (T.6, one side), "
                    + "and the bound at least sqrt d + L with L = log(1/gamma) + log 4: sqrt(2 (L - log 4)) <= L, as L^2 - 2L + 2 log 4 > "
                    + "0"),
        ],
        method: "Chevet, Hoeffding",
        note: "For every d, m, gamma and C0.")

    // MARK: B.8/j

    /// One delta puts every neuron on its boundary; C1 of the order sqrt m is enough.
    static let perturbed = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["20000"]), ("m", ["20"]), ("gamma", ["0.5"]), ("C0", ["0.1"]), ("C1", ["10"])]) { x in
                failure(d: x[0], m: x[1], gamma: x[2], c0: x[3], c1: x[4]).map { Inequality($0, atMost: x[2]) }
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "Fails, once d is large, for all m and C0 > 0 with 2 (C0 + sqrt(L/2)) < sqrt m and C1 > sqrt(2m + 4 log(4/(1-gamma))).",
                [
                    .argument(
                        "write w_{s,0} = g_s x + h_s and let H have the rows h_s, m < d-1: delta = -H^T (H H^T)^{-1} g is orthogonal to x "
                            + "and has <w_{s,0},x+delta> = 0 for all s. ||delta||^2 = g^T (H H^T)^{-1} g has the law of A/B, A ~ chi^2_m "
                            + "and B ~ chi^2_{d-m} independent"),
                    .argument(
                        "for every C0 > 0 the W with w_s = w_{s,0} + t (x+delta), t > 0 small, is in the ball and has <w_s,x+delta> > 0 "
                            + "for all s: all rows switch on, and the sum is (1/sqrt m) sum_s a_s w_{s,0}, whose squared norm is D ~ "
                            + "chi^2_d"),
                    .argument(
                        "P(A > m + 2 sqrt(mt) + 2t), P(B < k - 2 sqrt(kt)), k = d-m, and P(D < d - 2 sqrt(dt)) are at most e^{-t} "
                            + "(Laurent and Massart 2000): where the bound is below sqrt(d - 2 sqrt(dt)) and d (m + 2 sqrt(mt) + 2t) <= "
                            + "C1^2 (k - 2 sqrt(kt)) the claim fails with probability at least 1 - 3 e^{-t}"),
                    .argument(
                        "as d grows the bound over sqrt d tends to sqrt(2 (C0 + sqrt(L/2))/sqrt m) < 1, and m + 2 sqrt(mt) + 2t <= 2m + "
                            + "3t"),
                ]
            )
        ],
        route:
            "For m >= d^2.4 it holds for every R (B.8/j*), and for any m, d and R with another right-hand side (B.8/j**). The proof of "
            + "Lemma B.8 needs it at one fixed delta alone, and Lemma B.8 holds (B.8/1, B.8/2).")

    /// A lower bound of the failure probability at t = 15; nil where the argument does not reach.
    private static func failure(d: Ball, m: Ball, gamma: Ball, c0: Ball, c1: Ball) -> Ball? {
        let p = Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: c1 / .sqrt(d), epsilon: .ratio(1, 2))
        let hypothesis = LemmaB8.largeDimension(p)
        let t = Ball(15), rest = d - m
        let least = d - Ball(2) * .sqrt(d * t)
        let length = d * (m + Ball(2) * .sqrt(m * t) + Ball(2) * t)
        guard hypothesis.left.isCertainlyLess(than: hypothesis.right), least.isCertainlyPositive,
            LemmaB8.perturbedFlippedGradient(p).value.isCertainlyLess(than: .sqrt(least)),
            length.isCertainlyLessOrEqual(to: c1 * c1 * (rest - Ball(2) * .sqrt(rest * t)))
        else { return nil }
        return Ball(1) - Ball(3) * .exp(-t)
    }
}
