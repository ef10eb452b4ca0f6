// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

extension Claim {
    public static let sharpFunctionValue = Claim(
        "B.5/1+", place: "sharper than Lemma B.5, first statement", kind: .uniform,
        statement: """
            With probability >= 1-gamma, for all W: |f(x;a,W)| <= z sqrt(q) + C0 q, where
            q = min(1, 1/2 + sqrt(log(1000/gamma)/(2m))), z^2 = min(M, M - log c - log(M - log c - log max(M, 1/c))),
            M = 2 log(1000/(997 gamma)), c = 1.57
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(FunctionValue(), bound: SharpB5.FunctionValue(), law: .unknown), failing: .gamma,
        check: .supremum(
            "The supremum over the ball in closed form, draw by draw.",
            beside: "its three ingredients are a normal variable, a binomial one and a mean of independent variables of mean 1/2"),
        decidedBy: .proof(LemmaB5Sharp.functionValue))
}

/// B.5/1+: f at W0 as a normal variable of variance N/m, the moves by their mean, C0/2 exactly.
enum LemmaB5Sharp {
    static let functionValue = CheckedArgument(
        proof: events + [
            .argument(
                "|f(x;a,W)| <= |f(x;a,W0)| + max(sup f - f(x;a,W0), f(x;a,W0) - inf f); the events fail with probability at most "
                    + "997 gamma/1000 + 3 gamma/1000 = gamma"),
            .argument(
                "it is never worse than B.5/1: q <= 1 and z^2 <= 2 log(1000/(997 gamma)) <= 2 log(2/gamma)"),
        ],
        method: "law at W0, Hoeffding for N and for the moves")

    private static let events: [CheckedLine] = [
        .argument(
            "N = #{g_s > 0} ~ Bin(m, 1/2), g_s = <w_{s,0},x>: N/m <= q but for probability gamma/1000 (Hoeffding: independent variables "
                + "in [0,1] of mean 1/2)"),
        .argument(
            "given g's signs, a_s |g_s| is N(0,1) and independent of them, so f(x;a,W0) ~ N(0, N/m) given N: |f(x;a,W0)| <= z sqrt(N/m) "
                + "but for probability P(|N(0,1)| > z)"),
        .argument(
            "the supremum separates: sup f - f(x;a,W0) = (1/sqrt m) sum u_s, u_s = relu(g_s+V) - relu(g_s) where a_s = 1, relu(g_s) - "
                + "relu(g_s-V) where a_s = -1: independent, in [0, V]"),
        .argument(
            "E relu(g+V) - E relu(g-V) = (V Phi(V) + phi(V)) - (phi(V) - V Phi(-V)) = V, Phi and phi the normal cdf and density: "
                + "E u_s = V/2, and (1/sqrt m) sum u_s <= sqrt m V q = C0 q but for probability gamma/1000 (Hoeffding); inf f likewise"),
        .argument(
            "P(|N(0,1)| > z) <= e^{-z^2/2} min(1, sqrt(2/pi)/z): the first as in B.5/a, the second by integrating x/z times the density"),
        .number("c = 1.57 <= pi/2, and M - log c - log max(M, 1/c) > 0, as M - log M >= 1 > log c") {
            Ball.decide(upTo: 128) { Ball.ratio(157, 50).isLess(than: .pi) } == true
                ? Ball.log(.ratio(157, 100)).isLess(than: Ball(1)) : false
        },
        .argument(
            "let z*^2 + log c + log z*^2 = M, so that e^{-z*^2/2}/(z* sqrt c) = e^{-M/2}. If c M >= 1 then z*^2 <= M, v = M - log c - log "
                + "M <= z*^2, and M - log c - log v >= z*^2; if c M < 1 then v = M and M - log c - log v > M. Either way "
                + "P(|N(0,1)| > z) <= e^{-M/2} = 997 gamma/1000"),
    ]
}
