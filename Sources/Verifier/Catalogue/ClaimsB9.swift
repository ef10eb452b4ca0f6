// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.9 (informally Lemma 4.4): the difference of gradients, uniformly over r, delta and W.
extension Catalogue {
    private static let domain = "||delta|| <= R <= C1/sqrt d, m >= d^2.4, d >= log(4/gamma)^2"
    private static let proofDomain = "m >= d^2.4, d >= log(4/gamma)^2; in the proof also m >= 58 and d >= log(4m/gamma)^2"
    private static let mesh = "eps = m^{-4/7} d^{-4/7}"
    private static let subsets = "k = 44 Cbar sqrt m"
    private static let exponent = "p = 8 sqrt d eps^{7/8} + 3 C0/sqrt m, eps = m^{-4/7} d^{-4/7}, k = 44 Cbar sqrt m"

    static let lemmaB9 = [
        Claim(
            "B.9/1", "Lemma B.9, first statement (informally Lemma 4.4)", .statement, "sup over W, r, ||delta|| <= R of Phi(r, delta; W)",
            sample: .gradientDifference,
            .bracket("For a fixed delta the supremum is convex in r and climbed; delta is searched for from several starts (attack). "
                + "The operator norm of the rows that can flip at all, with a bound on their number, covers every r, delta and W "
                + "(certificate)."),
            if: domain, failing: "gamma", """
                With Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>)),
                with probability >= 1-gamma, for all W: sup over r in S^{d-1}, ||delta|| <= R of Phi(r,delta;W)
                <= 9 ( C1 d^2 log(md)^2 sqrt(log(d)/d) )^{1/4} + 15 d log(md)/sqrt m + 327 Cbar C0 d^{0.25}
                """),
        Claim(
            "B.9/2", "Lemma B.9, second statement", .existence, "the right-hand side of B.9/1 over sqrt d",
            .balls("The quotient is enclosed for all large d at once, over the whole window of m; from which d on it is at most 1/4 "
                + "(C0 = C1 = C4 = 1) and where the window is empty are found by root-finding in log d and then checked."),
            if: "d^2.4 <= m <= C4 exp(d^0.24)",
            means: [
                .refuted: "For some c > 0 the right-hand side exceeds c sqrt d at arbitrarily large d of the window.",
                .proved: "For every c > 0 the right-hand side is at most c sqrt d from some d on, for every m of the window; the d "
                    + "printed serves c = 1/4, C0 = C1 = C4 = 1.",
                .inconclusive: "The enclosures did not decide the limit.",
            ],
            """
            For any c > 0, once d and m are large enough with d^2.4 <= m <= C4 exp(d^0.24):
            9 ( C1 d^2 log(md)^2 sqrt(log(d)/d) )^{1/4} + 15 d log(md)/sqrt m + 327 Cbar C0 d^{0.25} <= c sqrt d
            """),
        Claim(
            "B.9/a", "Lemma B.9, proof, bound on p", .deterministic, "sqrt(e)(1 + 2 sqrt(log(2/e)))", .boxes, if: "e in (0,1)",
            "sqrt(e)(1 + 2 sqrt(log(2/e))) <= 4 e^{3/8}"),
        Claim(
            "B.9/b", "Lemma B.9, proof, bound on p", .deterministic, "p of eq. 4", .boxes, if: "d >= 1, V >= 0, R <= 1/2, eps in (0,1)",
            "2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V <= 8 sqrt d eps^{7/8} + 3V"),
        Claim(
            "B.9/c", "Lemma B.9, proof, the value of p", .deterministic, "p at the chosen eps and V", .boxes, if: "\(mesh), d >= 1, m >= 1, C0 >= 0",
            "8 sqrt d eps^{7/8} + 3 C0/sqrt m <= 11 Cbar/sqrt m at \(mesh)"),
        Claim(
            "B.9/d", "Lemma B.9, proof, log g(p), third line", .deterministic, "the exponent of the union bound", .boxes, if: "m >= 58, d >= 1, C0 >= 0", """
                -p m + 2d log(10/eps) + k log(e p m/k) <= -8 sqrt m + 2.3 d log(md) at
                \(exponent)
                """),
        Claim(
            "B.9/e", "Lemma B.9, proof, log g(p), fourth line", .deterministic, "sqrt m", .boxes, if: "every d >= 1, m >= max(58, d^2.4)", sense: .lower,
            "m >= d^2.4 implies sqrt m >= 0.33 d log(md)"),
        Claim(
            "B.9/f", "Lemma B.9, proof, log g(p), fourth line", .deterministic, "the exponent of the union bound", .boxes, if: "d >= 1, m >= max(58, d^2.4)",
            "-8 sqrt m + 2.3 d log(md) <= -8 sqrt m + 7 sqrt m"),
        Claim(
            "B.9/g", "Lemma B.9, proof, log g(p), last line", .deterministic, "-sqrt m", .boxes, if: "m >= d^2.4, d >= log(4/gamma)^2",
            "-sqrt m <= log(gamma)"),
        Claim(
            "B.9/h", "Lemma B.9, proof, what B.9/d to B.9/g are for", .deterministic, "log g(p)", .boxes, if: proofDomain, """
                log g(p) = 2d log(10/eps) - p m + k log(e p m/k) <= log(gamma) at
                \(exponent)
                """),
        Claim(
            "B.9/i", "Lemma B.9, proof, by Theorem B.3", .uniform, "sup over |S| <= k of ||(1/sqrt m) sum_{s in S} a_s w_{s,0}||",
            .argument("For one set S the norm is sqrt(|S|/m) times a Lipschitz function of a Gaussian vector; a union bound covers the "
                + "sets, at most m^k of them, and the right-hand side that it gives is compared with the displayed one in ball "
                + "arithmetic."),
            if: proofDomain, failing: "gamma/8", """
                With \(subsets), with probability >= 1-gamma/8, for all subsets S of [m] with |S| <= k:
                ||(1/sqrt m) sum_{s in S} a_s w_{s,0}||
                <= sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m)
                """),
        Claim(
            "B.9/j", "Lemma B.9, proof, the step after B.9/i", .deterministic, "the bound of B.9/i and the moves", .boxes, if: proofDomain + "; C0 > 0", """
                sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar C0/sqrt m
                <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)
                """),
        Claim(
            "B.9/k", "Lemma B.9, proof, the step in r, by eq. 2", .probability, "max over s of ||w_{s,0}||^2",
            .law("The m squares are independent, chi-squared with d degrees of freedom: the law of their maximum against gamma."),
            if: "m >= d^2.4, d >= log(4/gamma)^2", failing: "gamma",
            "With probability >= 1-gamma, for all s: ||w_{s,0}||^2 <= d + 4 sqrt(d log(m/gamma))"),
        Claim(
            "B.9/l", "Lemma B.9, proof, collecting, first factor", .deterministic, "the net's share in the first term", .boxes, if: proofDomain,
            "2 sqrt(2d log(10 m^{4/7} d^{4/7}) + log(4/gamma)) <= 6 sqrt(d log(md))"),
        Claim(
            "B.9/m", "Lemma B.9, proof, collecting, under the root", .deterministic, "the net's share in the second term", .boxes, if: proofDomain,
            "2d log(10 m^{4/7} d^{4/7}) + log(4/gamma) <= 6 d log(md)"),
        Claim(
            "B.9/n", "Lemma B.9, proof, collecting, the other terms", .deterministic, "the terms free of R", .boxes, if: proofDomain + "; C0 > 0", """
                C0 + 3 sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))
                + 5 (C0 + sqrt(log(4/gamma)))(sqrt(log(4m/gamma)) + 3)
                + m^{-4/7} d^{-4/7} (sqrt(md + 4m sqrt(d log(m/gamma))) + C0) + 226 Cbar C0 sqrt(log m)
                <= 50 d^{0.25} + 227 Cbar C0 sqrt(log m)
                """),
        Claim(
            "B.9/o", "Lemma B.9, proof, last inequality, the terms in R", .deterministic, "the terms in R", .boxes,
            if: "d >= 1, m >= 1, C1 > 0, R <= C1/sqrt d", """
                6 sqrt(d log(md)) ((4 R sqrt(log d))^{1/4} + sqrt(6 d log(md)/m))
                <= 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 15 d log(md)/sqrt m
                """),
        Claim(
            "B.9/p", "Lemma B.9, proof, last inequality, the other terms", .deterministic, "the terms free of R", .boxes,
            if: proofDomain + "; C0 > 0; and again with m <= exp(d^0.24) added",
            "50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25}"),
    ]
}
