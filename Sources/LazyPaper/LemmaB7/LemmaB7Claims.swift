// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.7 (informally Lemma 4.2): the gradient's norm from below.
extension Claim {
    private static let gradientBracket =
        "For every unit u, inf over W of ||grad f|| is at least a sum over neurons of closed-form minima along u (certificate); "
        + "Frank-Wolfe on the convex hull of the gradients raises it and yields a W whose norm comes down to it (attack)."
    private static let flipBracket =
        "Fixed-point ascent over directions from several starts attains a value (attack); the operator norm of the rows that can flip, "
        + "with their sum, bounds what any W reaches (certificate)."

    public static let gradientNorm = Claim(
        "B.7/1", place: "Lemma B.7, first statement (informally Lemma 4.2)", kind: .uniform,
        statement: """
            With L4 = log(4/gamma), L8 = log(8/gamma), with probability >= 1-gamma, for all W:
            ||grad f(x;a,W)|| >= (1/2 - (sqrt(2 L4/m) + L4/m))^{1/2} (d - 5 sqrt(d L8))^{1/2} - C0
            - sqrt( (1/sqrt m)(C0 + sqrt(L4/2)) ) (d + 4 sqrt(d log(8m/gamma)))^{1/2}
            """,
        domain: "none beyond the setting; where a radicand is negative there is no bound to check",
        subject: .measured(GradientNorm(), bound: LemmaB7.GradientNorm(), law: .unknown), failing: .gamma,
        check: .bracket(
            gradientBracket,
            beside: "where the bound is positive, it is below that of B.7/1+, which is proved from five events"),
        decidedBy: .proof(LemmaB7Comparison.gradientNorm))

    public static let gradientNormAtLargeWidth = Claim(
        "B.7/2", place: "Lemma B.7, second statement", kind: .existence(.uniform),
        statement: """
            There is C > 0 such that m >= C log(4/gamma) and d >= C log(8m/gamma)/m imply,
            with probability >= 1-gamma, for all W: ||grad f(x;a,W)|| >= sqrt(d)/4
            """,
        domain: "m, d >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(GradientNorm(), bound: LemmaB7.GradientNormAtLargeWidth(), law: .unknown), failing: .gamma,
        check: .bracket(
            gradientBracket + " Cells that meet both conditions with a stated C speak of every C up to it; the "
                + "audit looks for a family of witnesses, one for each C."),
        means: .own([
            .refuted: "At the parameters shown, which meet both conditions for every C up to the one tried, the infimum falls "
                + "below sqrt(d)/4 with probability more than gamma: no C up to it serves.",
            .holds: "At the parameters shown, the infimum falls below sqrt(d)/4 with probability at most gamma: that cell "
                + "refutes no C.",
            .consistent: "Attacks fall below sqrt(d)/4 in at most a share gamma of the draws, and the certificates do not "
                + "exclude that better attacks do so more often.",
            .inconclusive: "The trial budget ended before the probability of violation could be told from gamma.",
            .proved: "The C printed serves for all d, m, gamma and C0 that meet the two conditions (audit).",
        ]),
        decidedBy: .proof(LemmaB7Existence.refutation),
        repairs: [LemmaB7Existence.repair])

    static let claimB7a = Claim(
        "B.7/a", place: "Lemma B.7, proof, by eq. 2", kind: .probability,
        statement: "z ~ N(0, I_{d-1}): with probability >= 1-gamma, ||z||^2 >= d - 1 - 4 sqrt(d log(2/gamma))",
        domain: "d >= 1, gamma in (0,1)",
        subject: .described("||z||^2, z ~ N(0, I_{d-1})", .lower), failing: .gamma,
        check: .law("Chi-squared with d-1 degrees of freedom: its lower tail against gamma."),
        decidedBy: .proof(LemmaB7Laws.projectedNorm))

    static let claimB7b = Claim(
        "B.7/b", place: "Lemma B.7, proof, the step after B.7/a", kind: .deterministic,
        statement: "d - 1 - 4 sqrt(d log(2/gamma)) >= d - 5 sqrt(d log(2/gamma))",
        domain: "d >= 1, gamma in (0, 2/e)",
        subject: .described("d - 1 - 4 sqrt(d log(2/gamma))", .lower), failing: .none,
        check: .balls(
            "The difference of the sides is sqrt(d log(2/gamma)) - 1. Equality may be met at a point, which no subdivision "
                + "decides: the reduction itself is checked."),
        coq: .whole("B7_b.v"),
        decidedBy: .proof(LemmaB7Steps.b))

    static let claimB7c = Claim(
        "B.7/c", place: "Lemma B.7, proof, the share of active neurons", kind: .probability,
        statement: "With probability >= 1-gamma: (1/m) sum_s relu'(<w_{s,0},x>)^2 >= 1/2 - (sqrt(2 log(1/gamma)/m) + log(1/gamma)/m)",
        domain: "m >= 1, gamma in (0,1)",
        subject: .described("(1/m) sum_s relu'(<w_{s,0},x>)^2", .lower), failing: .gamma,
        check: .law("The sum is Binomial(m, 1/2): its lower tail against gamma."),
        decidedBy: .proof(LemmaB7Laws.activeShare))

    static let claimB7d = Claim(
        "B.7/d", place: "Lemma B.7, proof, the projected gradient at W0", kind: .probability,
        statement: """
            With P = I - x x^T, with probability >= 1-gamma: ||P grad f(x;a,W0)||
            >= (1/2 - (sqrt(2 log(2/gamma)/m) + log(2/gamma)/m))^{1/2} (d - 5 sqrt(d log(4/gamma)))^{1/2}
            """,
        domain: "d, m >= 1, gamma in (0,1), both radicands >= 0",
        subject: .described("||P grad f(x; a, W0)||, P = I - x x^T", .lower), failing: .gamma,
        check: .law(
            "Given N ~ Binomial(m, 1/2) active neurons, the square is (N/m) chi-squared with d-1 degrees of freedom: a binomial "
                + "mixture of lower tails against gamma."),
        decidedBy: .proof(LemmaB7Laws.projectedGradient))

    static let claimB7e = Claim(
        "B.7/e", place: "Lemma B.7, proof, eq. 6", kind: .uniform,
        statement: """
            With P = I - x x^T, for every draw and every W in the ball: ||P grad f(x;a,W) - P grad f(x;a,W0)||
            <= C0 + sup_v || (1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_{s,0}+v_s,x>) - relu'(<w_{s,0},x>)) ||,
            the supremum over all v_1..v_m with ||v_s|| <= C0/sqrt m
            """,
        domain: "every draw and every W",
        subject: .described("||P grad f(x; a, W) - P grad f(x; a, W0)|| less the supremum over v", .upper), failing: .none,
        check: .argument(
            "The triangle inequality, neuron by neuron; beside it, both sides are evaluated on draws with the W that the "
                + "searches for B.7/f and B.7/h find."),
        decidedBy: .proof(LemmaB7Arguments.gradientChange))

    public static let flippedSum = Claim(
        "B.7/f", place: "Lemma B.7, proof, eq. 7, in the form used next", kind: .uniform,
        statement: """
            With P = I - x x^T and V = C0/sqrt m, the supremum over all v_1..v_m with ||v_s|| <= V of
            || (1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_{s,0}+v_s,x>) - relu'(<w_{s,0},x>)) ||
            is "equal in distribution" to sqrt(|S_v|/m) ||z|| with one z ~ N(0, I_{d-1}), S_v as in Lemma B.4, and so at most
            sqrt( (1/sqrt m)(C0 + sqrt(log(1/gamma)/2)) ) ||z|| with probability >= 1-gamma.
            In the form used next: with probability >= 1-gamma the supremum is
            <= sqrt( (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(FlippedProjectedSum(), bound: LemmaB7.FlippedSum(), law: .unknown), failing: .gamma,
        check: .bracket(
            flipBracket,
            beside: "in d = 2 the projected rows are independent numbers; the sum of those of one sign among the rows that can "
                + "flip, by its mean and variance, bounds the failure probability from below"),
        decidedBy: .proof(LemmaB7Arguments.flippedSum),
        repairs: LemmaB7Arguments.flippedSumRepairs)

    static let claimB7g = Claim(
        "B.7/g", place: "Lemma B.7, proof, after eq. 7, by eq. 2", kind: .probability,
        statement: "With P = I - x x^T, with probability >= 1-gamma, for all s: ||P w_{s,0}|| <= sqrt(d + 4 sqrt(d log(2m/gamma)))",
        domain: "d, m >= 1, gamma in (0,1)",
        subject: .described("max over s of ||P w_{s,0}||, P = I - x x^T", .upper), failing: .gamma,
        check: .law("The m squares are independent, chi-squared with d-1 degrees of freedom: the law of their maximum against gamma."),
        coq: .witness(
            "B7_g.v",
            given: "that the probability is one less an integral of the normal density"),
        decidedBy: .proof(LemmaB7Laws.rowNorms),
        repairs: [LemmaB7Laws.rowNormsRestrictedClaim])

    public static let projectedGradientChange = Claim(
        "B.7/h", place: "Lemma B.7, proof, last step but one", kind: .uniform,
        statement: """
            With P = I - x x^T, with probability >= 1-gamma, for all W: ||P grad f(x;a,W) - P grad f(x;a,W0)||
            <= C0 + sqrt( (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))
            """,
        domain: "none beyond the setting",
        subject: .measured(
            ProjectedGradientChange(), bound: LemmaB7.ProjectedGradientChange(), law: .atLeast(LemmaB7LowerBound.projectedGradientChange)),
        failing: .gamma,
        check: .bracket(
            flipBracket,
            beside: "in d = 2 the sum over all rows that can flip is normal given their number, which bounds the failure probability from "
                + "below; it exceeds a tiny gamma"),
        decidedBy: .proof(LemmaB7Change.refutation),
        repairs: [LemmaB7Change.restricted])

    /// In the paper's order; what is sharper than the paper (+) at the end.
    static let lemmaB7: [Claim] = [
        .gradientNorm, .gradientNormAtLargeWidth, .claimB7a, .claimB7b, .claimB7c, .claimB7d, .claimB7e, .flippedSum,
        .claimB7g, .projectedGradientChange, .sharpGradientNorm, .sharpProjectedGradientChange,
    ]
}
