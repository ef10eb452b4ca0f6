// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.7 (informally Lemma 4.2): the gradient's norm from below.
extension Catalogue {
    private static let gradientBracket =
        "For every unit u, inf over W of ||grad f|| is at least a sum over neurons of closed-form minima along u (certificate); "
            + "Frank-Wolfe on "
        + "the convex hull of the gradients raises it and yields a W whose norm comes down to it (attack)."
    private static let flipBracket =
        "Fixed-point ascent over directions from several starts attains a value (attack); the operator norm of the rows that can flip, "
        + "with their sum, bounds what any W reaches (certificate)."

    static let lemmaB7 = [
        Claim(
            "B.7/1", "Lemma B.7, first statement (informally Lemma 4.2)", .statement, "inf over W of ||grad f(x; a, W)||", sample: .gradientNorm,
            .bracket(gradientBracket), if: "none beyond the setting; where a radicand is negative the bound says nothing", sense: .lower,
            failing: "gamma", """
                With L4 = log(4/gamma), L8 = log(8/gamma), with probability >= 1-gamma, for all W:
                ||grad f(x;a,W)|| >= (1/2 - (sqrt(2 L4/m) + L4/m))^{1/2} (d - 5 sqrt(d L8))^{1/2} - C0
                - sqrt( (1/sqrt m)(C0 + sqrt(L4/2)) ) (d + 4 sqrt(d log(8m/gamma)))^{1/2}
                """),
        Claim(
            "B.7/2", "Lemma B.7, second statement", .existence, "inf over W of ||grad f(x; a, W)||", sample: .gradientNorm,
            .bracket(gradientBracket + " Cells that meet both conditions with C at a stated ceiling speak of every C up to it; the "
                + "audit looks for a family of witnesses, one for each C."),
            if: "exactly the two conditions of the statement: none links d and C0", sense: .lower, failing: "gamma",
            means: [
                .refuted: "At the parameters shown, which meet both conditions for every C up to the ceiling, the infimum falls "
                    + "below sqrt(d)/4 with probability more than gamma: no C up to the ceiling serves.",
                .holds: "At the parameters shown, the infimum falls below sqrt(d)/4 with probability at most gamma: that cell "
                    + "refutes no C.",
                .consistent: "Attacks fall below sqrt(d)/4 in at most a share gamma of the draws, and the certificates do not "
                    + "exclude that better attacks do so more often.",
                .inconclusive: "The trial budget ended before the probability of violation could be told from gamma.",
                .proved: "The C printed serves for all d, m, gamma and C0 that meet the two conditions (audit).",
            ],
            """
            There is C > 0 such that m >= C log(4/gamma) and d >= C log(8m/gamma)/m imply,
            with probability >= 1-gamma, for all W: ||grad f(x;a,W)|| >= sqrt(d)/4
            """),
        Claim(
            "B.7/a", "Lemma B.7, proof, by eq. 2", .probability, "||z||^2, z ~ N(0, I_{d-1})",
            .law("Chi-squared with d-1 degrees of freedom: its lower tail against gamma."), sense: .lower, failing: "gamma",
            "z ~ N(0, I_{d-1}): with probability >= 1-gamma, ||z||^2 >= d - 1 - 4 sqrt(d log(2/gamma))"),
        Claim(
            "B.7/b", "Lemma B.7, proof, the step after B.7/a", .deterministic, "d - 1 - 4 sqrt(d log(2/gamma))",
            .balls("The difference of the sides is sqrt(d log(2/gamma)) - 1. Equality may be met at a point, which no subdivision "
                + "decides: the reduction itself is checked."),
            if: "d >= 1, gamma < 2/e", sense: .lower,
            "d - 1 - 4 sqrt(d log(2/gamma)) >= d - 5 sqrt(d log(2/gamma))"),
        Claim(
            "B.7/c", "Lemma B.7, proof, the share of active neurons", .probability, "(1/m) sum_s relu'(<w_{s,0},x>)^2",
            .law("The sum is Binomial(m, 1/2): its lower tail against gamma."), sense: .lower, failing: "gamma",
            "With probability >= 1-gamma: (1/m) sum_s relu'(<w_{s,0},x>)^2 >= 1/2 - (sqrt(2 log(1/gamma)/m) + log(1/gamma)/m)"),
        Claim(
            "B.7/d", "Lemma B.7, proof, the projected gradient at W0", .probability, "||P grad f(x; a, W0)||, P = I - x x^T",
            .law("Given N ~ Binomial(m, 1/2) active neurons, the square is (N/m) chi-squared with d-1 degrees of freedom: a binomial "
                + "mixture of lower tails against gamma."),
            if: "none beyond the setting; where a radicand is negative the bound says nothing", sense: .lower, failing: "gamma", """
                With P = I - x x^T, with probability >= 1-gamma: ||P grad f(x;a,W0)||
                >= (1/2 - (sqrt(2 log(2/gamma)/m) + log(2/gamma)/m))^{1/2} (d - 5 sqrt(d log(4/gamma)))^{1/2}
                """),
        Claim(
            "B.7/e", "Lemma B.7, proof, eq. 6", .uniform, "||P grad f(x; a, W) - P grad f(x; a, W0)|| less the supremum over v",
            .argument("The triangle inequality, neuron by neuron; beside it, both sides are evaluated on draws with the W that the "
                + "searches for B.7/f and B.7/h find."),
            """
            With P = I - x x^T, for every draw and every W in the ball: ||P grad f(x;a,W) - P grad f(x;a,W0)||
            <= C0 + sup_v || (1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_{s,0}+v_s,x>) - relu'(<w_{s,0},x>)) ||,
            the supremum over all v_1..v_m with ||v_s|| <= C0/sqrt m
            """),
        Claim(
            "B.7/f", "Lemma B.7, proof, eq. 7, in the form used next", .uniform, "sup over v of the flipped neurons' projected sum",
            .bracket(
                flipBracket,
                beside: "in d = 2 the projected rows are independent numbers; the sum of those of one sign among the rows that can "
                    + "flip, by its mean and variance, bounds the failure probability from below"),
            failing: "gamma", """
                With P = I - x x^T and V = C0/sqrt m, the supremum over all v_1..v_m with ||v_s|| <= V of
                || (1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_{s,0}+v_s,x>) - relu'(<w_{s,0},x>)) ||
                is "equal in distribution" to sqrt(|S_v|/m) ||z|| with one z ~ N(0, I_{d-1}), and so at most
                sqrt( (1/sqrt m)(C0 + sqrt(log(1/gamma)/2)) ) ||z|| with probability >= 1-gamma.
                In the form used next: with probability >= 1-gamma the supremum is
                <= sqrt( (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))
                """),
        Claim(
            "B.7/g", "Lemma B.7, proof, after eq. 7, by eq. 2", .probability, "max over s of ||P w_{s,0}||, P = I - x x^T",
            .law("The m squares are independent, chi-squared with d-1 degrees of freedom: the law of their maximum against gamma."),
            failing: "gamma",
            "With P = I - x x^T, with probability >= 1-gamma, for all s: ||P w_{s,0}|| <= sqrt(d + 4 sqrt(d log(2m/gamma)))"),
        Claim(
            "B.7/h", "Lemma B.7, proof, last step but one", .uniform, "sup over W of ||P grad f(x; a, W) - P grad f(x; a, W0)||",
            .bracket(flipBracket), failing: "gamma", """
                With P = I - x x^T, with probability >= 1-gamma, for all W: ||P grad f(x;a,W) - P grad f(x;a,W0)||
                <= C0 + sqrt( (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))
                """),
    ]
}
