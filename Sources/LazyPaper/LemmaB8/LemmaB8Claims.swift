// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.8: the difference of gradients in one direction r, at one perturbation delta.
extension Claim {
    private static let fixedPair = "r in S^{d-1} and delta fixed before the draw, ||delta|| <= R <= C1/sqrt d"
    private static let directional =
        "Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>))"
    private static let summand = "X_{s,0} = a_s <w_{s,0},r> (relu'(<w_{s,0},x>) - relu'(<w_{s,0},x+delta>))"
    private static let firstTerms = """
        <= 2 sqrt(L) ( (4 R sqrt(log d))^{1/4} + sqrt(L/m) ) + C0
        + 3 sqrt( (1/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma)))
        """
    private static let pairSupremum = CheckDescription.supremum(
        "The supremum separates over neurons; each term is a linear functional over a ball cut by two half-spaces, in closed form, and "
            + "needs three coordinates of w_{s,0}. The pair is r = e_2, delta = R e_3 for x = e_1 (unless d < 3); the share of draws "
            + "beyond the bound is held against gamma by a confidence sequence.")
    private static let wedge =
        "X_{s,0} lives in span(x, delta, r) and vanishes outside a double wedge: its moments are integrals over an angle"

    public static let directionalDifference = Claim(
        "B.8/1", place: "Lemma B.8, as stated", kind: .uniform,
        statement: """
            With L = log(4/gamma) and
            \(directional),
            with probability >= 1-gamma, for all W: Phi(r,delta;W)
            \(firstTerms)
            + 5 (C0 + sqrt L) sqrt(log(4m/gamma))
            """,
        domain: "r in S^{d-1} and delta fixed before the draw, ||delta|| <= R <= C1/sqrt d",
        subject: .measured(DirectionalDifference(), bound: LemmaB8.DirectionalDifference(), law: .unknown), failing: .gamma,
        check: pairSupremum,
        decidedBy: .proof(LemmaB8Uniform.fixedPair))

    public static let directionalDifferenceAsProved = Claim(
        "B.8/2", place: "Lemma B.8, as proved (last display of the proof)", kind: .uniform,
        statement: """
            With L = log(4/gamma) and
            \(directional),
            with probability >= 1-gamma, for all W: Phi(r,delta;W)
            \(firstTerms)
            + 5 (C0 + sqrt L) (sqrt(log(4m/gamma)) + 3)
            """,
        domain: "r in S^{d-1} and delta fixed before the draw, ||delta|| <= R <= C1/sqrt d",
        subject: .measured(DirectionalDifference(), bound: LemmaB8.DirectionalDifferenceAsProved(), law: .unknown), failing: .gamma,
        check: pairSupremum,
        decidedBy: .proof(LemmaB8Uniform.fixedPair))

    static let claimB8a = Claim(
        "B.8/a", place: "Lemma B.8, proof, first display", kind: .probability,
        statement: """
            E X_{s,0} = 0, where
            \(summand)
            """,
        domain: "every r, delta",
        subject: .described("E X_{s,0}", .identity), failing: .none,
        check: .moments("a_s is a fair sign, independent of w_{s,0}: the mean by that symmetry."),
        decidedBy: .proof(LemmaB8Laws.mean))

    static let claimB8b = Claim(
        "B.8/b", place: "Lemma B.8, proof, by eq. 1", kind: .probability,
        statement: "E|<w_{s,0},r>|^{2q} <= (2q)!/2",
        domain: "integers q >= 1",
        subject: .described("E|<w_{s,0},r>|^{2q}", .upper), failing: .none,
        check: .moments("<w_{s,0},r> ~ N(0,1): the moment is (2q-1)!!, compared with (2q)!/2."),
        coq: .whole(
            "B8_b.v",
            given: "E z^{2q} = (2q-1)!!"),
        decidedBy: .proof(LemmaB8Laws.projectionMoments))

    static let claimB8c = Claim(
        "B.8/c", place: "Lemma B.8, proof, the moments of the summands, last step", kind: .deterministic,
        statement: "sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d))",
        domain: "integers q >= 2, d >= 2, R in (0, 1/2]",
        subject: .described("sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d)", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B8_c.v"),
        decidedBy: .proof(LemmaB8Steps.c),
        repairs: LemmaB8Steps.cRepairs)

    static let claimB8d = Claim(
        "B.8/d", place: "Lemma B.8, proof, the second moment", kind: .probability,
        statement: """
            E|X_{s,0}|^2 <= 2 sqrt(R sqrt(2 log d)), where
            \(summand)
            """,
        domain: "d >= 1, R <= 1/2",
        subject: .described("E|X_{s,0}|^2", .upper), failing: .none,
        check: .moments(wedge + ", at the worst r and delta, compared with the bound in ball arithmetic."),
        coq: .part(
            "B8_d.v", of: "d >= 2",
            given: "E|X_{s,0}|^2 <= (asin R + R)/pi"),
        decidedBy: .proof(LemmaB8Laws.second))

    static let claimB8e = Claim(
        "B.8/e", place: "Lemma B.8, proof, the second moment, last step", kind: .deterministic,
        statement: "2 sqrt(R sqrt(2 log d)) <= 4 sqrt(R sqrt(log d))",
        domain: "d >= 2, R in (0, 1/2]",
        subject: .described("2 sqrt(R sqrt(2 log d))", .upper), failing: .none,
        check: .balls("The quotient of the two sides is a number, compared with 1."),
        coq: .whole("B8_e.v"),
        decidedBy: .proof(LemmaB8Steps.e))

    static let claimB8dWithShare = Claim(
        "B.8/d'", place: "Lemma B.8, proof, the second moment, with the 1/d that eq. 3 gives", kind: .probability,
        statement: """
            E|X_{s,0}|^2 <= 2 sqrt(R sqrt(2 log d) + 1/d), where
            \(summand)
            """,
        domain: "d >= 1, R <= 1/2",
        subject: .described("E|X_{s,0}|^2", .upper), failing: .none,
        check: .moments(wedge + ", at the worst r and delta, compared with the bound in ball arithmetic."),
        coq: .part(
            "B8_d_prime.v", of: "d >= 2",
            given: "E|X_{s,0}|^2 <= (asin R + R)/pi"),
        decidedBy: .proof(LemmaB8Laws.secondWithShare))

    static let claimB8eWithShare = Claim(
        "B.8/e'", place: "Lemma B.8, proof, the second moment, last step, with the 1/d that eq. 3 gives", kind: .deterministic,
        statement: "2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d))",
        domain: "d >= 2, R in (0, 1/2]",
        subject: .described("2 sqrt(R sqrt(2 log d) + 1/d)", .upper), failing: .none,
        check: .balls(
            "Squared, the inequality is linear in R for each d: where it fails is a region in (d, R), enclosed by subdivision "
                + "and drawn; along R = C1/sqrt d the least C1 that serves all d is enclosed."),
        coq: .witness("B8_e_prime.v"),
        decidedBy: .proof(LemmaB8Steps.eWithShare),
        repairs: LemmaB8Steps.eWithShareRepairs)

    static let claimB8f = Claim(
        "B.8/f", place: "Lemma B.8, proof, the condition of Theorem B.1", kind: .probability,
        statement: """
            With v = 4 m sqrt(R sqrt(log d)) and c = 2, for all integers q >= 2:
            sum_s E|X_{s,0}|^q <= (q!/2) v c^{q-2}, where
            \(summand)
            """,
        domain: "integers q >= 2, d >= 1, R <= 1/2",
        subject: .described("sum_s E|X_{s,0}|^q", .upper), failing: .none,
        check: .moments(
            wedge + ", enclosed between r along the wedge's centre line and a limit for every r, and compared for each order q "
                + "with what Theorem B.1 asks."),
        decidedBy: .proof(LemmaB8Laws.moments))

    static let claimB8g = Claim(
        "B.8/g", place: "Lemma B.8, proof, by Theorem B.1", kind: .probability,
        statement: """
            With probability >= 1-gamma: (1/sqrt m) sum_s X_{s,0}
            <= 2 sqrt(log(1/gamma)) ( (4 R sqrt(log d))^{1/4} + sqrt(log(1/gamma)/m) ), where
            \(summand)
            """,
        domain: "d, m >= 1, R <= 1/2, gamma in (0,1)",
        subject: .described("(1/sqrt m) sum_s X_{s,0}", .upper), failing: .gamma,
        check: .law(
            "Where r is orthogonal to x and delta the sum is a binomial mixture of normals, whose tail bounds the worst case "
                + "from below; a Chernoff bound for every r bounds it from above."),
        decidedBy: .proof(LemmaB8Laws.sum))

    static let claimB8h = Claim(
        "B.8/h", place: "Lemma B.8, proof, second term of eq. 9, last line", kind: .probability,
        statement: "With probability >= 1-gamma, for all s: |<x,w_{s,0}>| <= sqrt(log(m/gamma))",
        domain: "m >= 1, gamma in (0,1)",
        subject: .described("max over s of |<x,w_{s,0}>|", .upper), failing: .gamma,
        check: .law("The m products are independent N(0,1): the law of their largest modulus against gamma."),
        coq: .witness(
            "B8_h.v",
            given: "that the probability is one less an integral of the normal density"),
        decidedBy: .proof(LemmaB8Laws.largest),
        repairs: [LemmaB8Laws.largestRepairedClaim])

    public static let flippedGradient = Claim(
        "B.8/i", place: "Lemma B.8, proof, second term of eq. 9", kind: .uniform,
        statement: """
            With L = log(4/gamma), with probability >= 1-gamma, for all W:
            || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x>) - relu'(<w_{s,0},x>)) ||
            <= sqrt( (1/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma))) + (C0 + sqrt L) sqrt(log(4m/gamma))
            """,
        domain: "none beyond the setting",
        subject: .measured(FlippedSum(), bound: LemmaB8.FlippedGradient(), law: .unknown), failing: .gamma,
        check: .bracket(
            "Fixed-point ascent over directions (attack); the operator norm of the rows that can flip, with their sum "
                + "(certificate)."),
        decidedBy: .proof(LemmaB8Uniform.flipped))

    public static let perturbedFlippedGradient = Claim(
        "B.8/j", place: "Lemma B.8, proof, third term of eq. 9", kind: .uniform,
        statement: """
            With L = log(4/gamma), with probability >= 1-gamma, for all W and all ||delta|| <= C1/sqrt d:
            || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x+delta>) - relu'(<w_{s,0},x+delta>)) ||
            <= sqrt( (2/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma)))
            + 4 (C0 + sqrt L)(sqrt(log(4m/gamma)) + 3)
            """,
        domain: "R = C1/sqrt d, d > log(m/gamma) log(1/gamma)",
        subject: .measured(PerturbedFlippedSum(), bound: LemmaB8.PerturbedFlippedGradient(), law: .unknown), failing: .gamma,
        check: .bracket(
            "Delta is searched for from several starts and directions by ascent (attack); the operator norm of the rows "
                + "that can flip for any delta, with a bound on their number (certificate)."),
        decidedBy: .proof(LemmaB8Uniform.perturbed),
        repairs: perturbedRepairs)

    /// In the paper's order.
    static let lemmaB8: [Claim] = [
        .directionalDifference, .directionalDifferenceAsProved, .claimB8a, .claimB8b, .claimB8c, .claimB8d, .claimB8e,
        .claimB8dWithShare, .claimB8eWithShare, .claimB8f, .claimB8g, .claimB8h, .flippedGradient, .perturbedFlippedGradient,
        .claimB8k, .claimB8kWithC1, .claimB8l, .claimB8m, .claimB8mTogether,
        .directionalDifferenceSharp, .flippedGradientSharp,
    ]
}
