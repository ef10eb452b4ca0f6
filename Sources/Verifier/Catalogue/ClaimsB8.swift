// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.8: the difference of gradients in one direction r, at one perturbation delta.
extension Catalogue {
    private static let fixedPair = "r in S^{d-1} and delta fixed before the draw, ||delta|| <= R <= C1/sqrt d"
    private static let directional =
        "Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>))"
    private static let summand = "X_{s,0} = a_s <w_{s,0},r> (relu'(<w_{s,0},x>) - relu'(<w_{s,0},x+delta>))"
    private static let firstTerms = """
        <= 2 sqrt(L) ( (4 R sqrt(log d))^{1/4} + sqrt(L/m) ) + C0
        + 3 sqrt( (1/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma)))
        """
    private static let pairSupremum = Claim.Check.supremum(
        "The supremum separates over neurons; each term is a linear functional over a ball cut by two half-spaces, in closed form, "
            + "and needs three "
            + "coordinates of w_{s,0}. The pair is r = e_2, delta = R e_3 for x = e_1 (unless d < 3); the share of draws beyond the bound is held "
            + "against gamma by a confidence sequence.")
    private static let wedge =
        "X_{s,0} lives in span(x, delta, r) and vanishes outside a double wedge: its moments are integrals over an angle"

    static let lemmaB8 = [
        Claim(
            "B.8/1", "Lemma B.8, as stated", .statement, "sup over W of Phi(r, delta; W)", sample: .directionalDifference, pairSupremum,
            if: fixedPair, failing: "gamma", """
                With L = log(4/gamma) and
                \(directional),
                with probability >= 1-gamma, for all W: Phi(r,delta;W)
                \(firstTerms)
                + 5 (C0 + sqrt L) sqrt(log(4m/gamma))
                """),
        Claim(
            "B.8/2", "Lemma B.8, as proved (last display of the proof)", .statement, "sup over W of Phi(r, delta; W)",
            sample: .directionalDifference, pairSupremum, if: fixedPair, failing: "gamma", """
                With L = log(4/gamma) and
                \(directional),
                with probability >= 1-gamma, for all W: Phi(r,delta;W)
                \(firstTerms)
                + 5 (C0 + sqrt L) (sqrt(log(4m/gamma)) + 3)
                """),
        Claim(
            "B.8/a", "Lemma B.8, proof, first display", .probability, "E X_{s,0}",
            .moments("a_s is a fair sign, independent of w_{s,0}: the mean by that symmetry."), if: fixedPair, sense: .identity, """
                E X_{s,0} = 0, where
                \(summand)
                """),
        Claim(
            "B.8/b", "Lemma B.8, proof, by eq. 1", .probability, "E|<w_{s,0},r>|^{2q}",
            .moments("<w_{s,0},r> ~ N(0,1): the moment is (2q-1)!!, compared with (2q)!/2."), if: "integers q >= 1",
            "E|<w_{s,0},r>|^{2q} <= (2q)!/2"),
        Claim(
            "B.8/c", "Lemma B.8, proof, the moments of X_{s,0}, last step", .deterministic, "sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d)",
            .boxes, if: "integers q >= 2, d >= 2, R in (0, 1/2]",
            "sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d))"),
        Claim(
            "B.8/d", "Lemma B.8, proof, the second moment", .probability, "E|X_{s,0}|^2",
            .moments(wedge + ", at the worst r and delta, compared with the bound in ball arithmetic."), if: fixedPair, """
                E|X_{s,0}|^2 <= 2 sqrt(R sqrt(2 log d) + 1/d), where
                \(summand)
                """),
        Claim(
            "B.8/e", "Lemma B.8, proof, the second moment, last step", .deterministic, "2 sqrt(R sqrt(2 log d) + 1/d)",
            .balls("Squared, the inequality is linear in R for each d: where it fails is a region in (d, R), enclosed by subdivision "
                + "and drawn; along R = C1/sqrt d the least C1 that serves all d is enclosed."),
            if: "d >= 2, R in (0,1/2]; and again at R = C1/sqrt d, for which C1?",
            "2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d))"),
        Claim(
            "B.8/f", "Lemma B.8, proof, the condition of Theorem B.1", .probability, "sum_s E|X_{s,0}|^q",
            .moments(wedge + ", enclosed between r along the wedge's centre line and a limit for every r, and compared for each order q "
                + "with what Theorem B.1 asks."),
            if: fixedPair, """
                With v = 4 m sqrt(R sqrt(log d)) and c = 2, for all integers q >= 2:
                sum_s E|X_{s,0}|^q <= (q!/2) v c^{q-2}, where
                \(summand)
                """),
        Claim(
            "B.8/g", "Lemma B.8, proof, by Theorem B.1", .probability, "(1/sqrt m) sum_s X_{s,0}",
            .law("Where r is orthogonal to x and delta the sum is a binomial mixture of normals, whose tail bounds the worst case "
                + "from below; a Chernoff bound for every r bounds it from above."),
            if: fixedPair, failing: "gamma", """
                With probability >= 1-gamma: (1/sqrt m) sum_s X_{s,0}
                <= 2 sqrt(log(1/gamma)) ( (4 R sqrt(log d))^{1/4} + sqrt(log(1/gamma)/m) ), where
                \(summand)
                """),
        Claim(
            "B.8/h", "Lemma B.8, proof, second term of eq. 9, last line", .probability, "max over s of |<x,w_{s,0}>|",
            .law("The m products are independent N(0,1): the law of their largest modulus against gamma."), failing: "gamma",
            "With probability >= 1-gamma, for all s: |<x,w_{s,0}>| <= sqrt(log(m/gamma))"),
        Claim(
            "B.8/i", "Lemma B.8, proof, second term of eq. 9", .uniform, "sup over W of the sum of the neurons that flip at x",
            .bracket("Fixed-point ascent over directions (attack); the operator norm of the rows that can flip, with their sum "
                + "(certificate)."),
            failing: "gamma", """
                With L = log(4/gamma), with probability >= 1-gamma, for all W:
                || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x>) - relu'(<w_{s,0},x>)) ||
                <= sqrt( (1/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma))) + (C0 + sqrt L) sqrt(log(4m/gamma))
                """),
        Claim(
            "B.8/j", "Lemma B.8, proof, third term of eq. 9", .uniform, "sup over W, delta of the sum of the neurons that flip at x+delta",
            .bracket("Delta is searched for from several starts and directions by ascent (attack); the operator norm of the rows "
                + "that can flip for any delta, with a bound on their number (certificate)."),
            if: "R = C1/sqrt d, d > log(m/gamma) log(1/gamma)", failing: "gamma", """
                With L = log(4/gamma), with probability >= 1-gamma, for all W and all ||delta|| <= C1/sqrt d:
                || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x+delta>) - relu'(<w_{s,0},x+delta>)) ||
                <= sqrt( (2/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma)))
                + 4 (C0 + sqrt L)(sqrt(log(4m/gamma)) + 3)
                """),
    ]
}
