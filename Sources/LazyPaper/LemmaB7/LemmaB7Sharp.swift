// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

extension Claim {
    private static let ingredients = """
        A = min(1, 1/2 + p/2 + sqrt(t/(2m))), p = min(1, sqrt(2/pi) V/sqrt(1 + V^2/pi)), V = C0/sqrt m, n = d-1,
        k = min(1, p + min(sqrt(j/2), sqrt(2 p j) + j/3))
        """

    public static let sharpGradientNorm = Claim(
        "B.7/1+", place: "sharper than Lemma B.7, first statement", kind: .uniform,
        statement: """
            With probability >= 1-gamma, for all W:
            ||grad f(x;a,W)|| >= sqrt(q n u) - C0 A - sqrt(k) (sqrt n + sqrt(2t)) - k sqrt(m/(2 pi)), where
            \(ingredients), j = log(4/gamma)/m, t = log(16/(3 gamma)),
            q = max(0, 1/2 - sqrt(t/(2m))), u = exp(exp(max(0, 1 - 2 sqrt(t/n)) - b) - b), b = 1 + 2t/n
            """,
        domain: "d >= 2, m >= 1, gamma in (0,1), C0 >= 0; the constants sqrt(2/pi), 1/pi, 1/sqrt(2 pi) are rounded to the safe side",
        subject: .measured(GradientNorm(), bound: SharpB7.GradientNorm(), law: .unknown), failing: .gamma,
        check: .bracket(
            "Draw by draw as for the paper's statement: the least norm over the ball is bracketed by a certificate and an attack."),
        decidedBy: .proof(LemmaB7Sharp.gradientNorm))

    public static let sharpProjectedGradientChange = Claim(
        "B.7/h+", place: "sharper than Lemma B.7, proof, last step but one", kind: .uniform,
        statement: """
            With P = I - x x^T, with probability >= 1-gamma, for all W: ||P grad f(x;a,W) - P grad f(x;a,W0)||
            <= C0 A + sqrt(k) (sqrt n + sqrt(2t)) + k sqrt(m/(2 pi)), where
            \(ingredients), j = log(2/gamma)/m, t = log(4/gamma)
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0; the constants sqrt(2/pi), 1/pi, 1/sqrt(2 pi) are rounded to the safe side",
        subject: .measured(ProjectedGradientChange(), bound: SharpB7.ProjectedGradientChange(), law: .unknown), failing: .gamma,
        check: .bracket(
            "Draw by draw as for the paper's step: the largest change over the ball is bracketed by an attack and a certificate."),
        decidedBy: .proof(LemmaB7Sharp.change))
}

/// B.7/1+ and B.7/h+: the rows that can flip by Chevet's inequality, the moves by how many rows can be active.
enum LemmaB7Sharp {
    static let change = CheckedArgument(
        proof: split + changeEvents + [
            .argument("the events fail with probability at most gamma/2 + 2 gamma/4 = gamma")
        ],
        method: "Chevet's inequality, Hoeffding, Bernstein")

    static let gradientNorm = CheckedArgument(
        proof: gradientLines + [
            .argument("the events fail with probability at most gamma/4 + 4 (3 gamma/16) = gamma")
        ],
        method: "Chevet's inequality, Hoeffding, Bernstein, Chernoff")

    static let gradientLines: [CheckedLine] =
        [.argument("||grad f(W)|| >= ||P grad f(W)|| >= ||P grad f(W0)|| - ||P grad f(W) - P grad f(W0)||, P = I - x x^T a projection")]
        + split + changeEvents + startEvents

    private static let split: [CheckedLine] = [
        .argument(
            "g_s = <w_{s,0},x>, h_s = P w_{s,0}, v_s = w_s - w_{s,0}: sqrt m (P grad f(W) - P grad f(W0)) = sum a_s P v_s 1[<w_s,x> > 0] + "
                + "sum a_s h_s (1[<w_s,x> > 0] - 1[g_s > 0])"),
        .argument(
            "1[<w_s,x> > 0] = 1 needs g_s > -V: the first sum is at most V #{g_s > -V} in norm. The indicators differ only where |g_s| <= "
                + "V, then by -1 where g_s > 0 and by 1 where g_s <= 0: the second is sum_T e_s h_s, T in S = {|g_s| <= V}, each e_s = ±1 "
                + "fixed by g and a"),
    ]

    private static let changeEvents: [CheckedLine] = [
        .argument(
            "P(|z| <= V)^2 is the Gaussian mass of a square, at most that of the disc of the same area: 1 - e^-y, y = 2 V^2/pi. (1 + y/2) "
                + "- e^y (1 - y/2) is 0 at 0 with derivative (1 - e^y (1 - y))/2 >= 0, so 1 - e^-y <= y/(1 + y/2) and P(|z| <= V) <= p"),
        .number("sqrt(2/pi) <= 0.797885, 1/sqrt(2 pi) <= 0.398943, 0.318 <= 1/pi") {
            let safe = [
                Ball.sqrt(Ball(2) / .pi).isLess(than: .ratio(797_885, 1_000_000)),
                (Ball(1) / .sqrt(Ball(2) * .pi)).isLess(than: .ratio(398_943, 1_000_000)),
                Ball.ratio(318, 1000).isLess(than: Ball(1) / .pi),
            ]
            return safe.contains(nil) ? nil : safe.allSatisfy { $0 == true }
        },
        .argument(
            "|S| ~ Bin(m, P(|z| <= V)) is stochastically at most Bin(m, p). |S| <= k m but for e^{-j m}: Hoeffding (independent "
                + "variables in [0,1]) at p + sqrt(j/2), T.4 (Bernstein) with v = m p, c = 1/3, as E X^q = p <= (q!/2) 3^{2-q} p for "
                + "q >= 2, at p + sqrt(2 p j) + j/3; the smaller of two fixed numbers serves"),
        .integer("q!/2 >= 3^{q-2} for q = 2, and each step from q to q+1 multiplies the left by q+1 >= 3") {
            var factorial = 2, power = 1
            return (2...18).allSatisfy { q in
                if q > 2 { (factorial, power) = (factorial * q, power * 3) }
                return factorial / 2 >= power
            }
        },
        .argument(
            "#{g_s > -V} is a sum of m independent indicators of mean 1/2 + P(|z| <= V)/2: at most A m but for e^-t (Hoeffding)"),
        .argument(
            "given g and a the rows e_s h_s, s in S, are |S| independent N(0, I_n), so Chevet's inequality (doi:10.1007/BF02759761, with "
                + "constants 1) applies to the coefficients C = {0,1}^S and the unit sphere: E sup <= sup_C |c| sqrt n + E sup_C <c,z> = "
                + "sqrt(|S| n) + |S|/sqrt(2 pi)"),
        .argument(
            "the supremum is sqrt|S|-Lipschitz in the rows: it exceeds its mean by sqrt(2 |S| t) with probability at most e^-t (Gaussian "
                + "concentration: T.6 in its one-sided form, doi:10.1093/acprof:oso/9780199535255.001.0001, theorem 5.6). Divided by "
                + "sqrt m it rises with |S|, so |S| <= k m may be put in"),
    ]

    private static let startEvents: [CheckedLine] = [
        .argument("N = #{g_s > 0} ~ Bin(m, 1/2): N/m >= q but for e^-t (Hoeffding)"),
        .argument(
            "given g and a, sum a_s h_s 1[g_s > 0] ~ N(0, N I_n): ||P grad f(W0)||^2 = (N/m) chi^2_n, chi^2_n independent of N"),
        .argument(
            "Chernoff: P(chi^2_n <= n u) <= exp(-(n/2)(u - 1 - log u)), u < 1, which is e^-t at the root u* of u = exp(u - b), b = 1 + "
                + "2t/n. u -> exp(u - b) rises, so from any start in [0, u*] each step stays in it; max(0, 1 - 2 sqrt(t/n)) <= u*, as u - "
                + "1 - log u >= (1-u)^2/2 for u in (0,1)"),
    ]
}
