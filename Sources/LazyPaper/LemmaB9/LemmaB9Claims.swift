// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.9 (informally Lemma 4.4): the difference of gradients, uniformly over r, delta and W.
extension Claim {
    private static let domain = "||delta|| <= R <= C1/sqrt d, m >= d^2.4, d >= log(4/gamma)^2"
    private static let proofDomain = "m >= d^2.4, d >= log(4/gamma)^2; in the proof also m >= 58 and d >= log(4m/gamma)^2"
    private static let mesh = "eps = m^{-4/7} d^{-4/7}"
    private static let subsets = "k = 44 Cbar sqrt m"
    private static let exponent = "p = 8 sqrt d eps^{7/8} + 3 C0/sqrt m, eps = m^{-4/7} d^{-4/7}, k = 44 Cbar sqrt m"

    public static let gradientDifference = Claim(
        "B.9/1", place: "Lemma B.9, first statement (informally Lemma 4.4)", kind: .uniform,
        statement: """
            With Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>)),
            with probability >= 1-gamma, for all W: sup over r in S^{d-1}, ||delta|| <= R of Phi(r,delta;W)
            <= 9 ( C1 d^2 log(md)^2 sqrt(log(d)/d) )^{1/4} + 15 d log(md)/sqrt m + 327 Cbar C0 d^{0.25}
            """,
        domain: "||delta|| <= R <= C1/sqrt d, m >= d^2.4, d >= log(4/gamma)^2",
        subject: .measured(GradientDifference(), bound: LemmaB9.GradientDifference(), law: .unknown), failing: .gamma,
        check: .bracket(
            "For a fixed delta the supremum is convex in r and climbed; delta is searched for from several starts (attack). "
                + "The operator norm of the rows that can flip at all, with a bound on their number, covers every r, delta and W "
                + "(certificate).",
            beside: "nets for r and for the direction of x+delta, Bernstein's inequality at each of their points"),
        decidedBy: .proof(LemmaB9Uniform.step))

    static let claimB92 = Claim(
        "B.9/2", place: "Lemma B.9, second statement", kind: .existence(.deterministic),
        statement: """
            For any c > 0, once d and m are large enough with d^2.4 <= m <= C4 exp(d^0.24):
            9 ( C1 d^2 log(md)^2 sqrt(log(d)/d) )^{1/4} + 15 d log(md)/sqrt m + 327 Cbar C0 d^{0.25} <= c sqrt d
            """,
        domain: "C0 = C1 = C4 = 1 for the numbers; c = 1/4",
        subject: .described("the right-hand side of B.9/1 over sqrt d", .upper), failing: .none,
        check: .balls(
            "The quotient is enclosed for all large d at once, over the whole window of m; from which d on it is at most 1/4 "
                + "(C0 = C1 = C4 = 1) and where the window is empty are found by root-finding in log d and then checked."),
        means: .own([
            .refuted: "For some c > 0 the right-hand side exceeds c sqrt d at arbitrarily large d of the window.",
            .proved: "For every c > 0 the right-hand side is at most c sqrt d from some d on, for every m of the window; the d "
                + "printed serves c = 1/4, C0 = C1 = C4 = 1.",
            .inconclusive: "The enclosures did not decide the limit.",
        ]),
        decidedBy: .proof(LemmaB9Existence.step))

    static let claimB9a = Claim(
        "B.9/a", place: "Lemma B.9, proof, bound on p", kind: .deterministic,
        statement: "sqrt(e)(1 + 2 sqrt(log(2/e))) <= 4 e^{3/8}",
        domain: "e in (0, 1)",
        subject: .described("sqrt(e)(1 + 2 sqrt(log(2/e)))", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_a.v"),
        decidedBy: .proof(LemmaB9Net.a))

    static let claimB9b = Claim(
        "B.9/b", place: "Lemma B.9, proof, bound on p", kind: .deterministic,
        statement: "2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V <= 8 sqrt d eps^{7/8} + 3V",
        domain: "d >= 1, eps in (0,1), R in [0, 1/2], V >= 0",
        subject: .described("p of eq. 4", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_b.v"),
        decidedBy: .proof(LemmaB9Net.b))

    static let claimB9c = Claim(
        "B.9/c", place: "Lemma B.9, proof, the value of p", kind: .deterministic,
        statement: "8 sqrt d eps^{7/8} + 3 C0/sqrt m <= 11 Cbar/sqrt m at \(mesh)",
        domain: "d >= 1, m >= 1, C0 >= 0",
        subject: .described("p at the chosen eps and V", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_c.v"),
        decidedBy: .proof(LemmaB9Net.c))

    static let claimB9d = Claim(
        "B.9/d", place: "Lemma B.9, proof, log g(p), third line", kind: .deterministic,
        statement: """
            -p m + 2d log(10/eps) + k log(e p m/k) <= -8 sqrt m + 2.3 d log(md) at
            \(exponent)
            """,
        domain: "m >= 58, d >= 1, C0 >= 0",
        subject: .described("the exponent of the union bound", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_d.v"),
        decidedBy: .proof(LemmaB9Net.d))

    static let claimB9e = Claim(
        "B.9/e", place: "Lemma B.9, proof, log g(p), fourth line", kind: .deterministic,
        statement: "m >= d^2.4 implies sqrt m >= 0.33 d log(md)",
        domain: "d >= 1, m >= 58, m >= d^2.4",
        subject: .described("sqrt m", .lower), failing: .none,
        check: .boxes,
        coq: .witness("B9_e.v"),
        decidedBy: .proof(LemmaB9Width.e),
        repairs: LemmaB9Width.eRepairs)

    static let claimB9f = Claim(
        "B.9/f", place: "Lemma B.9, proof, log g(p), fourth line", kind: .deterministic,
        statement: "-8 sqrt m + 2.3 d log(md) <= -8 sqrt m + 7 sqrt m",
        domain: "d >= 1, m >= 58, m >= d^2.4",
        subject: .described("the exponent of the union bound", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B9_f.v"),
        decidedBy: .proof(LemmaB9Width.f),
        repairs: LemmaB9Width.fRepairs)

    static let claimB9g = Claim(
        "B.9/g", place: "Lemma B.9, proof, log g(p), last line", kind: .deterministic,
        statement: "-sqrt m <= log(gamma)",
        domain: "m >= d^2.4, d >= log(4/gamma)^2",
        subject: .described("-sqrt m", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_g.v"),
        decidedBy: .proof(LemmaB9Net.g))

    static let claimB9h = Claim(
        "B.9/h", place: "Lemma B.9, proof, what B.9/d to B.9/g are for", kind: .deterministic,
        statement: """
            log g(p) = 2d log(10/eps) - p m + k log(e p m/k) <= log(gamma) at
            \(exponent)
            """,
        domain: "C0 >= 0, m >= d^2.4, d >= log(4/gamma)^2",
        subject: .described("log g(p)", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_h.v"),
        decidedBy: .proof(LemmaB9Net.h))

    static let claimB9i = Claim(
        "B.9/i", place: "Lemma B.9, proof, by Theorem B.3", kind: .uniform,
        statement: """
            With \(subsets), with probability >= 1-gamma/8, for all subsets S of [m] with |S| <= k:
            ||(1/sqrt m) sum_{s in S} a_s w_{s,0}||
            <= sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m)
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0",
        subject: .described("sup over |S| <= k of ||(1/sqrt m) sum_{s in S} a_s w_{s,0}||", .upper),
        failing: .gamma(times: 1.0 / 8, text: "gamma/8"),
        check: .argument(
            "For one set S the norm is sqrt(|S|/m) times a Lipschitz function of a Gaussian vector; a union bound covers the "
                + "sets, at most m^k of them, and the right-hand side that it gives is compared with the displayed one in ball "
                + "arithmetic."),
        decidedBy: .proof(LemmaB9Arguments.smallSets))

    static let claimB9j = Claim(
        "B.9/j", place: "Lemma B.9, proof, the step after B.9/i", kind: .deterministic,
        statement: """
            sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar C0/sqrt m
            <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)
            """,
        domain: LemmaB9Domain.hypotheses,
        subject: .described("the bound of B.9/i and the moves", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B9_j.v"),
        decidedBy: .proof(LemmaB9Collection.j),
        repairs: LemmaB9Collection.jRepairs)

    static let claimB9k = Claim(
        "B.9/k", place: "Lemma B.9, proof, the step in r, by eq. 2", kind: .probability,
        statement: "With probability >= 1-gamma, for all s: ||w_{s,0}||^2 <= d + 4 sqrt(d log(m/gamma))",
        domain: "m >= d^2.4, d >= log(4/gamma)^2",
        subject: .described("max over s of ||w_{s,0}||^2", .upper), failing: .gamma,
        check: .law("The m squares are independent, chi-squared with d degrees of freedom: the law of their maximum against gamma."),
        decidedBy: .proof(LemmaB9Laws.rowNorms),
        repairs: [LemmaB9Laws.rowNormsRestrictedClaim])

    static let claimB9l = Claim(
        "B.9/l", place: "Lemma B.9, proof, collecting, first factor", kind: .deterministic,
        statement: "2 sqrt(2d log(10 m^{4/7} d^{4/7}) + log(4/gamma)) <= 6 sqrt(d log(md))",
        domain: "m >= d^2.4, d >= log(4/gamma)^2",
        subject: .described("the net's share in the first term", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_l.v"),
        decidedBy: .proof(LemmaB9NetTerms.l))

    static let claimB9m = Claim(
        "B.9/m", place: "Lemma B.9, proof, collecting, under the root", kind: .deterministic,
        statement: "2d log(10 m^{4/7} d^{4/7}) + log(4/gamma) <= 6 d log(md)",
        domain: "m >= d^2.4, d >= log(4/gamma)^2",
        subject: .described("the net's share in the second term", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_m.v"),
        decidedBy: .proof(LemmaB9NetTerms.m))

    static let claimB9n = Claim(
        "B.9/n", place: "Lemma B.9, proof, collecting, the other terms", kind: .deterministic,
        statement: """
            C0 + 3 sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))
            + 5 (C0 + sqrt(log(4/gamma)))(sqrt(log(4m/gamma)) + 3)
            + m^{-4/7} d^{-4/7} (sqrt(md + 4m sqrt(d log(m/gamma))) + C0) + 226 Cbar C0 sqrt(log m)
            <= 50 d^{0.25} + 227 Cbar C0 sqrt(log m)
            """,
        domain: LemmaB9Domain.hypotheses,
        subject: .described("the terms free of R", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B9_n.v"),
        decidedBy: .proof(LemmaB9Remainder.n),
        repairs: LemmaB9Remainder.nRepairs)

    static let claimB9o = Claim(
        "B.9/o", place: "Lemma B.9, proof, last inequality, the terms in R", kind: .deterministic,
        statement: """
            6 sqrt(d log(md)) ((4 R sqrt(log d))^{1/4} + sqrt(6 d log(md)/m))
            <= 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 15 d log(md)/sqrt m
            """,
        domain: "d >= 1, m >= 1, C1 > 0, R <= C1/sqrt d",
        subject: .described("the terms in R", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B9_o.v"),
        decidedBy: .proof(LemmaB9NetTerms.o))

    /// In the paper's order.
    static let lemmaB9: [Claim] = [
        .gradientDifference, .claimB92, .claimB92Window, .claimB9a, .claimB9b, .claimB9c, .claimB9d, .claimB9e, .claimB9f, .claimB9g,
        .claimB9h, .claimB9i, .claimB9j, .claimB9k, .claimB9l, .claimB9m, .claimB9n, .claimB9o, .claimB9p,
        .claimB9pInWindow, .claimB9q, .claimB9r, .claimB9rAnyRadius, .claimB9s, .claimB9t, .claimB9u, .claimB9uDependent,
        .claimB9v, .claimB9vTogether, .gradientDifferenceSharp,
    ]
}
