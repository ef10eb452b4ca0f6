// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Prover
internal import Quantities

/// Sharper right-hand sides for Lemma B.8, and what stands in the place of B.8/j.
extension Claim {
    static let directionalDifferenceSharp = Claim(
        "B.8/1+", place: "for Lemma B.8: sharper constants", kind: .uniform,
        statement: """
            With V = C0/sqrt m, phi = min{1/2, 0.31831 R (1-R^2)^{-1/6}}, p = min{1, 0.797885 V/sqrt(1 + 0.318 V^2)},
            Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>)),
            with probability >= 1-gamma, for all W: Phi(r,delta;W) is at most the smaller of
            t/(u sqrt m) + e^{uV} ( phi (C0 + u E sqrt m) + 2 p (C0 + E sqrt m (0.398943 + u/4)) ),
            t = log(1/gamma), u = sqrt(2t/(m (2 phi + p) + 2t)), E = e^{u^2/2}, and of
            sqrt(4 phi t) + 0.64 t/sqrt m + C0 + 2 (0.398943 p sqrt m + sqrt(p t) + 0.54 t/sqrt m), t = log(3/gamma)
            """,
        domain: "d, m >= 1, C0 >= 0, r in S^{d-1} and delta fixed before the draw, ||delta|| <= R <= 0.99",
        subject: .measured(DirectionalDifference(), bound: SharpB8.DirectionalDifference(), law: .unknown), failing: .gamma,
        check: .supremum(
            "As B.8/1: in closed form, neuron by neuron, at r = e_2, delta = R e_3 for x = e_1 (unless d < 3).",
            beside: "one exponential moment, or Bernstein's inequality three times"),
        decidedBy: .proof(LemmaB8Sharp.fixedPair))

    static let flippedGradientSharp = Claim(
        "B.8/i+", place: "for B.8/i: sharper constants", kind: .uniform,
        statement: """
            With V = C0/sqrt m, p = min{1, 0.797885 V/sqrt(1 + 0.318 V^2)}, j = log(2/gamma)/m, t = log(2/gamma),
            k = min{1, p + min{sqrt(j/2), sqrt(2 p j) + j/3}}, J = sqrt k (sqrt(d-1) + sqrt(2t)) + 0.398943 k sqrt m,
            with probability >= 1-gamma, for all W: || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x>) - relu'(<w_{s,0},x>)) ||
            <= min{ sqrt(J^2 + (C0 k)^2), sqrt d + sqrt(2 log(1/gamma)) + 0.398943 sqrt m }
            """,
        domain: "d, m >= 1, C0 >= 0, gamma in (0,1)",
        subject: .measured(FlippedSum(), bound: SharpB8.FlippedGradient(), law: .unknown), failing: .gamma,
        check: .bracket("As B.8/i, draw by draw.", beside: "Chevet's inequality for the rows that can flip, Bernstein's for their number"),
        decidedBy: .proof(LemmaB8Sharp.flipped))

    /// In the place of B.8/j.
    static let perturbedRepairs: [Claim] = [
        Claim.repair(
            "B.8/j*", place: "for B.8/j: at the widths of Lemma B.9", kind: .uniform,
            statement: "B.8/j as displayed, uniformly over all ||delta|| <= R",
            domain: "any R, m >= d^2.4", failing: .gamma,
            measuring: .measured(PerturbedFlippedSum(), bound: LemmaB8.PerturbedFlippedGradientAtLargeWidth(), law: .unknown),
            check: .checkedLines,
            decidedBy: .proof(LemmaB8Sharp.atLargeWidth)),
        Claim.repair(
            "B.8/j**", place: "for B.8/j: another right-hand side", kind: .uniform,
            statement: """
                With l = log(4/gamma), K = min{m, V(1+R) m + sqrt(m l/2) + 3 (m^2 R^2 (sqrt m + sqrt d + sqrt(2l))^2/4)^{1/3}}, with
                probability >= 1-gamma, for all W and all ||delta|| <= R:
                || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x+delta>) - relu'(<w_{s,0},x+delta>)) ||
                <= sqrt(K/m) (sqrt d + sqrt(2 K log(em/K) + 2 log(2/gamma))) + 0.797885 K/sqrt m
                """,
            domain: "d, m >= 1, gamma in (0,1), C0 >= 0, R >= 0", failing: .gamma,
            measuring: .measured(PerturbedFlippedSum(), bound: LemmaB8.PerturbedFlippedGradientAtAnyRadius(), law: .unknown),
            check: .checkedLines,
            decidedBy: .proof(LemmaB8Sharp.atAnyRadius)),
    ]
}

/// The proofs of the sharper claims of Lemma B.8 and of what stands in the place of B.8/j.
enum LemmaB8Sharp {
    // MARK: B.8/1+

    static let fixedPair = CheckedArgument(
        proof: [
            .argument(
                "y = x+delta is not 0. S and S' are the neurons with |<w_{s,0},x>| <= V and |<w_{s,0},y>| <= V ||y||, p >= P(|z| <= V) "
                    + "the probability of each (Polya and Williams: P(|z| <= V) <= sqrt(1 - e^{-2V^2/pi}), and 1 - e^{-b} <= b/(1 + b/2))"),
            .number("2/pi <= 0.797885^2 and 0.318 <= 1/pi <= 0.31831") {
                let answers = [
                    (Ball(2) / .pi).isLess(than: .pow(.ratio(797_885, 1_000_000), Ball(2))),
                    Ball.ratio(318, 1000).isLess(than: Ball(1) / .pi), (Ball(1) / .pi).isLess(than: .ratio(31_831, 100_000)),
                ]
                return answers.contains { $0 == nil } ? nil : answers.allSatisfy { $0 == true }
            },
            .argument(
                "the signs at W0 differ at x and y in a double wedge of angle at most arcsin R: probability at most phi, as (sin b/b)^3 "
                    + ">= cos b (Mitrinovic and Adamovic) gives arcsin R <= R (1-R^2)^{-1/6}; an angle below pi/2 gives 1/2"),
            .argument(
                "the first bound is that of B.9/1+ for a pair that is fixed, at c = 1 with V ||y|| for a': one event, e^{-t} = gamma, and "
                    + "both slabs have probability at most p"),
            .argument(
                "the second: Phi <= C0 + (1/sqrt m) [sum X_{s,0} + Y + Y'], Y = sum_S max(0, k_s a_s z_s), Y' = sum_S' max(0, k'_s a_s "
                    + "z_s) with z_s = <w_{s,0},r>, k_s = -sgn <w_{s,0},x> and k'_s = sgn <w_{s,0},y>: three events at gamma/3"),
            .argument(
                "T.4 for X with v = 2 phi m, c = 0.64: E|X|^q <= phi 2^{q/2} Gamma(1 + q/2), the worst r being the wedge's centre (see "
                    + "B.8/f), and that is at most (q!/2) 2 phi c^{q-2}: 2^{3/2} Gamma(5/2) <= 6 c, 8 <= 24 c^2, and from q to q+2 the "
                    + "left grows by q+2, the right by (q+1)(q+2) c^2"),
            .argument(
                "T.4 for Y and Y' with v = m p/2, c = 0.54, mean at most 0.398943 p m (Sidak): half of E|z|^q p <= (q!/2) (p/2) c^{q-2}: "
                    + "2 sqrt(2/pi) <= 3 c, 3 <= 12 c^2, and from q to q+2 the left grows by q+1, the right by (q+1)(q+2) c^2"),
            .number(
                "3 sqrt(pi/2) <= 6 (0.64), 8 <= 24 (0.64)^2, 2 sqrt(2/pi) <= 3 (0.54), 3 <= 12 (0.54)^2, 4 (0.64)^2 >= 1, 5 (0.54)^2 "
                    + ">= 1"
            ) {
                let c = Ball.ratio(64, 100), b = Ball.ratio(54, 100), half = Ball.pi / Ball(2)
                let answers = [
                    (Ball(3) * .sqrt(half)).isLess(than: Ball(6) * c), Ball(8).isLess(than: Ball(24) * c * c),
                    (Ball(2) / .sqrt(half)).isLess(than: Ball(3) * b), Ball(3).isLess(than: Ball(12) * b * b),
                    Ball(1).isLess(than: Ball(4) * c * c), Ball(1).isLess(than: Ball(5) * b * b),
                ]
                return answers.contains { $0 == nil } ? nil : answers.allSatisfy { $0 == true }
            },
        ],
        method: "one exponential moment; Bernstein (T.4) three times; Sidak")

    // MARK: B.8/i+

    static let flipped = CheckedArgument(
        proof: [
            .argument(
                "S = {s : |g_s| <= V}, g_s = <w_{s,0},x>: |S| <= k m but for gamma/2, by Hoeffding's inequality and by Bernstein's "
                    + "(variance at most p, terms at most 1), P(|z| <= V) <= p as in B.8/1+"),
            .argument(
                "for every W the sum is sum_T c_s w_{s,0}, T a subset of S, c_s = -a_s sgn g_s. Given all g_s and a_s: sup over T of the "
                    + "part orthogonal to x is at most J, over sqrt m, but for e^{-t} = gamma/2 (Chevet, concentration; E max(0,z) <= "
                    + "0.398943); the part along x is at most V k m/sqrt m = C0 k"),
            .argument(
                "all rows: the c_s w_{s,0} are independent N(0,I_d), as a_s |g_s| is N(0,1) apart from h_s: sup over T in [m] of their "
                    + "sum is at most sqrt m (sqrt d + sqrt(2 log(1/gamma))) + 0.398943 m but for gamma (Chevet, concentration). Each "
                    + "bound is a fixed number, so the smaller one serves"),
            .number("1/sqrt(2 pi) <= 0.398943") { Ball(1).isLess(than: .ratio(398_943, 1_000_000) * .sqrt(Ball(2) * .pi)) },
        ],
        method: "Chevet, Bernstein")

    // MARK: in the place of B.8/j

    static let atLargeWidth = CheckedArgument(
        proof: [
            .argument(
                "as in B.9/1, with its L, V, M, eps, Lambda, t1 and nets for r and for the direction of x+delta (d = 1 included: the count "
                    + "of points asks for no d >= 2): for every W, delta and r "
                    + "the product of the sum with r is at most sqrt m M eps + (1/sqrt m) sum_S' |<w_{s,0},r'>|, S' = {s : |<w_{s,0},y'>| "
                    + "<= V + M eps}"),
            .argument(
                "by T.4 and Sidak's inequality at all pairs of the nets, but for gamma/4, and gamma/4 for max ||w_{s,0}|| <= M: at most "
                    + "(36/25) C0 + (3/2) t1/sqrt m + (61/25) M/(d sqrt m), as there"),
            .argument("(36/25) C0 <= 4 C0 (sqrt(log 4) + 3); there remains the part without C0"),
            .argument(
                "(3/2)(2 d log(3md) + L)/sqrt m + (61/25)(sqrt d + sqrt(2 (log m + L)))/(d sqrt m) <= 4 sqrt L (sqrt(log m + L) + 3) is "
                    + "left; in L the left side rises by at most 3/2 + (61/25)/sqrt(2 log 4) < 4, the right by at least 4: L = log 4 "
                    + "decides"),
            .everywhere(
                "there it holds for m >= d^2.4",
                LogBox(LogInterval("d", from: 1, to: .infinity), LogInterval("m/d^2.4", from: 1, to: .infinity))
            ) { x in
                let d = x[0], l: RangeWithSlopes = .log(.integer(4)), m: RangeWithSlopes = .pow(d, .ratio(12, 5)) * x[1]
                let root: RangeWithSlopes = .sqrt(m), logM: RangeWithSlopes = .log(m)
                let net: RangeWithSlopes = .integer(3) * d * .log(.integer(3) * m * d) / root + .ratio(3, 2) * l / root
                let norm: RangeWithSlopes = .ratio(61, 25) * (.sqrt(d) + .sqrt(.integer(2) * (logM + l))) / (d * root)
                return Inequality(net + norm, atMost: .integer(4) * .sqrt(l) * (.sqrt(logM + l) + .integer(3)))
            },
            .number("3/2 + (61/25)/sqrt(2 log 4) < 4") {
                (Ball.ratio(3, 2) + .ratio(61, 25) / .sqrt(Ball(2) * .log(Ball(4)))).isLess(than: Ball(4))
            },
        ],
        method: "nets, Bernstein (T.4), Sidak; branch and bound over the unbounded box")

    static let atAnyRadius = CheckedArgument(
        proof: [
            .argument(
                "but for gamma/2 no delta with ||delta|| <= R has more than K neurons that some W flips at x+delta (B.4/4* at gamma/2, at "
                    + "its best tau: tau m + A/tau^2 = 3 (m^2 A/4)^{1/3} at tau^3 = 2A/m)"),
            .argument(
                "there are at most (em/K)^K sets of floor(K) neurons (b log(em/b) rises for b <= m). For one set U Chevet's inequality "
                    + "and concentration give, for all c in {-1,0,1}^U at once, ||sum_U c_s a_s w_{s,0}|| <= sqrt K (sqrt d + b) + "
                    + "sqrt(2/pi) K but for e^{-b^2/2}: for all sets but for gamma/2 at b^2 = 2 K log(em/K) + 2 log(2/gamma)"),
            .number("sqrt(2/pi) <= 0.797885") { (Ball(2) / .pi).isLess(than: .pow(.ratio(797_885, 1_000_000), Ball(2))) },
        ],
        method: "B.4/4*, a union over sets, Chevet")
}
