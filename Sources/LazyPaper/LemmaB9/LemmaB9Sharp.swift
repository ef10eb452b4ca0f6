// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Prover
internal import Quantities

/// B.9/1+: a sharper explicit constant, by a net drawn at random and one exponential moment.
extension Claim {
    static let gradientDifferenceSharp = Claim(
        "B.9/1+", place: "for Lemma B.9: sharper constants", kind: .uniform,
        statement: """
            With n = d-1, V = C0/sqrt m, T = R/sqrt(1-R^2), M = sqrt n + sqrt(2 log(2m/gamma)), tau = min{1, sqrt(2 log(2m)/d)},
            e = sqrt(n T/(3m)), eta = e/(tau M), K = n log(1 + T/eta), t = K + (n/2) log(4 + 2K/n) + log(2.51 n/sqrt(d-2)) + log(4/gamma),
            1/c = sqrt((2K + 4n)/(2K + 3n)), phi = 0.3184 (T + eta), P = 0.798 (V + V sqrt(1+T^2) + e),
            u = sqrt(2t/(m (2 phi + P/2) + 2t)), E = e^{u^2/2},
            Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>)),
            with probability >= 1-gamma, for all W: sup over r in S^{d-1}, ||delta|| <= R of Phi(r,delta;W)
            <= (1/c) ( t/(u sqrt m) + e^{uV} phi (C0 + u E sqrt m) + e^{uV} P (C0 + E sqrt m (0.399 + u/4)) )
            """,
        domain: "d >= 3, m >= 1, gamma in (0,1), C0 >= 0, 0 < R <= 0.99",
        subject: .measured(GradientDifference(), bound: SharpB9.GradientDifference(), law: .unknown), failing: .gamma,
        check: .bracket(
            "As B.9/1: an attack on r, delta and W from below, the operator norm of the rows that can flip from above.",
            beside: "the pair (r, delta) is compared with one drawn before the network, by Chernoff's inequality"),
        decidedBy: .proof(LemmaB9Sharp.step))
}

/// The proof of B.9/1+.
enum LemmaB9Sharp {
    static let step = CheckedArgument(
        proof: setting + randomNet + moment + constants,
        method: "a net drawn at random (Fubini, Markov), one exponential moment (Chernoff), Sidak")

    private static let setting: [CheckedLine] = [
        .argument(
            "1[<w,x+delta> > 0] depends on the direction of x+delta alone, which is within the angle arcsin R of x: it is that of y = x + "
                + "delta~ with delta~ orthogonal to x, ||delta~|| <= T = R/sqrt(1-R^2), 1 <= ||y|| <= sqrt(1+T^2)"),
        .argument(
            "x = e_1: g_s = <w_{s,0},x> and h_s in R^n the rest of w_{s,0}. Event 1: max_s ||h_s|| <= M fails with probability at most "
                + "gamma/2 (T.6, one side, E||h_s|| <= sqrt n, at 2 log(2m/gamma) = t^2)"),
        .argument(
            "fix delta' in R^n with ||delta'|| <= T + eta and a unit vector r', before the draw; y' = x + delta'. Call S the neurons with "
                + "|g_s| <= V, S' those with |<w_{s,0},y'>| <= a' = V sqrt(1+T^2) + e, and let psi_s be the largest a_s <w_s,r'> k over "
                + "all w_s within V of w_{s,0} and those k in {-1,0,1} that remain: k = 1_s(x) - 1_s(y') outside S and S'; one of the "
                + "terms free in {0,1} on S or S' alone"),
        .argument(
            "if |<h_s,delta~ - delta'>| <= e for all s, then |<w_s,y> - <w_{s,0},y'>| <= V ||y|| + e <= a': outside S' the sign at y "
                + "under W is that of y' under W0, outside S that of x is kept; so Z = (1/sqrt m) sum_s a_s w_s (1'_s(x) - 1'_s(y)) has "
                + "sqrt m <Z,r'> <= sum_s psi_s"),
    ]

    private static let randomNet: [CheckedLine] = [
        .argument(
            "draw delta' uniform in the ball of radius T + eta of R^n and r' uniform on the sphere, independent of W0: call the pair bad "
                + "if sum_s psi_s > B sqrt m. If each fixed pair is bad with probability at most e^{-t}, then (Fubini, Markov) but for "
                + "probability gamma/2 the bad pairs have measure less than 2 e^{-t}/gamma: event 2"),
        .argument(
            "given event 1, W, r and delta: of the ball of radius eta about delta~, which has measure (eta/(T+eta))^n = e^{-K}, at least "
                + "half has |<h_s,delta~ - delta'>| <= tau eta ||h_s|| <= e for all s: for v uniform in the unit ball of R^n P(|<v,k>| > "
                + "tau) <= (1-tau^2)^{(n+1)/2} <= e^{-tau^2 d/2} for a unit vector k, 1/(2m) where tau < 1, and none is lost where tau = "
                + "1"),
        .argument(
            "that bound on P(<v,k> > tau): D(tau) = (1/2)(1-tau^2)^{(n+1)/2} - P has D(0) = D(1) = 0 and D' = (1-tau^2)^{(n-1)/2} (b - "
                + "(n+1) tau/2) with b > 0, so D rises, then falls: D >= 0"),
        .argument(
            "the r' with <r',r> >= c have measure int_c^1 (1-b^2)^{(d-3)/2} db/B((d-1)/2, 1/2) >= (1-c^2)^{n/2}/(n B((d-1)/2, 1/2)) for d "
                + ">= 3, with B((d-1)/2, 1/2) = sqrt(pi) Gamma((d-1)/2)/Gamma(d/2) <= sqrt(2 pi/(d-2)), as Gamma is log-convex"),
        .argument(
            "at 1 - c^2 = n/(2K + 4n) the pairs that are good for (r, delta) have measure at least (1/2) e^{-K} (1-c^2)^{n/2} "
                + "sqrt(d-2)/(2.51 n) = 2 e^{-t}/gamma: on events 1 and 2 one of them is not bad, for every W, r and delta at once"),
        .argument(
            "take r = Z/||Z||: <Z,r'> >= c ||Z||, so ||Z|| <= B/c, and Phi(r,delta;W) <= ||Z|| for every r; both events fail with "
                + "probability at most gamma/2 each"),
    ]

    private static let moment: [CheckedLine] = [
        .argument(
            "the pairs' failure: the psi_s are independent and E e^{u psi} <= e^{Lambda} with Lambda = E(e^{u psi} - 1), so P(sum_s psi_s "
                + "> B sqrt m) <= e^{m Lambda - u B sqrt m} = e^{-t} at B = (t + m Lambda)/(u sqrt m)"),
        .argument(
            "with z = <w_{s,0},r'>: outside S and S', where the signs at x and y' differ at W0, psi <= k a_s z + V, and a_s is a fair "
                + "sign: given w_{s,0}, e^{u psi} - 1 has a mean of at most e^{uV} cosh(u z) - 1 >= 0, which may be taken over the whole "
                + "wedge. On S or S' alone psi <= max(0, V + a_s k z), k = +-1 given by w_{s,0}: at most "
                + "(1/2)(e^{uV + u|z|} - 1) + (1/2)(e^{uV} - 1). On both psi <= |z| + V, which the sum of the two covers"),
        .argument(
            "the signs differ in a double wedge of angle arctan ||delta'|| <= T + eta: probability at most phi = (T + eta)/pi. Given the "
                + "angle in span(x,y'), z = q k rho + sqrt(1-q^2) z', |k| <= 1, rho^2 ~ chi^2_2: E cosh(uz) <= e^{u^2/2} f(uq), f(b) = "
                + "e^{-b^2/2} + b int_0^b e^{-s^2/2} ds, f' = int_0^b e^{-s^2/2} ds >= 0; q = 1 is worst, f(u) <= e^{-u^2/2} + u^2, so E "
                + "cosh(uz) <= 1 + u^2 E"),
        .argument(
            "e^{u|z|} - 1 rises with |z|: by Sidak's inequality E[(e^{u|z|} - 1) 1[S]] <= P(S) E(e^{u|z|} - 1) <= P(S) (E (1 + u "
                + "sqrt(2/pi)) - 1), and so for S', as <w_{s,0},y'> has a standard deviation of at least 1: P(S) + P(S') <= sqrt(2/pi) (V "
                + "+ a')"),
        .argument(
            "so Lambda <= phi (e^{uV} (1 + u^2 E) - 1) + (P/2) (e^{uV} (1 + E (1 + 0.798 u)) - 2), and e^b - 1 <= b e^b gives Lambda/u <= "
                + "e^{uV} (phi (V + u E) + P (V + E (0.399 + u/4)))"),
        .argument("which is the right-hand side; u was free, and is chosen where the bound is near its least"),
    ]

    private static let constants: [CheckedLine] = [
        .number("sqrt(2/pi) <= 0.798, 1/pi <= 0.3184, sqrt(2 pi) <= 2.51") {
            let checks = [
                (Ball(2) / .pi).isLess(than: .pow(.ratio(399, 500), Ball(2))), (Ball(1) / .pi).isLess(than: .ratio(199, 625)),
                (Ball(2) * .pi).isLess(than: .pow(.ratio(251, 100), Ball(2))),
            ]
            return checks.contains { $0 == nil } ? nil : checks.allSatisfy { $0 == true }
        }
    ]
}
