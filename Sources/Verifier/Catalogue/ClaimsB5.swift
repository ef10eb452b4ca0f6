// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.5 (informally Lemma 4.1): the function's value.
extension Catalogue {
    private static let supremumOfF =
        "The supremum separates over neurons: sup f = (1/sqrt m)( sum_{a=+1} relu(g_s + V) - sum_{a=-1} relu(g_s - V) ), g_s = "
            + "<w_{s,0},x>, "
        + "inf f likewise, and sup |f| is the larger of sup f and -inf f. "

    static let lemmaB5 = [
        Claim(
            "B.5/1", "Lemma B.5, first statement (informally Lemma 4.1)", .statement, "sup over W of |f(x; a, W)|", sample: .functionValue,
            .supremum(
                supremumOfF + "The share of draws beyond the bound is held against gamma by a confidence sequence.",
                beside: "relu is 1-Lipschitz, and the tail of f(x;a,W0) is bounded for all m at once"),
            failing: "gamma",
            "With probability >= 1-gamma, for all W: |f(x;a,W)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m + C0"),
        Claim(
            "B.5/2", "Lemma B.5, second statement", .existence, "sup over W of |f(x; a, W)|", sample: .functionValue,
            .supremum(supremumOfF + "Verified at cells where m >= C log(2/gamma) with the C of B.5/c; the audit looks for the smallest C."),
            failing: "gamma",
            means: [
                .refuted: "At the parameters shown, which meet m >= C log(2/gamma) with the C tried, the supremum exceeds the bound "
                    + "with probability more than gamma; in the audit, for every C up to the ceiling.",
                .holds: "At the parameters shown, the supremum exceeds the bound with probability at most gamma: that cell does not "
                    + "speak against the C tried.",
                .inconclusive: "The trial budget ended before the probability of violation could be told from gamma.",
                .proved: "The C printed serves for all m, gamma and C0 (audit).",
            ],
            """
            There is C > 0 such that m >= C log(2/gamma) implies, with probability >= 1-gamma, for all W:
            |f(x;a,W)| <= 2 sqrt(log(2/gamma)) + C0
            """),
        Claim(
            "B.5/a", "Lemma B.5, proof, the value at W0", .probability, "|f(x; a, W0)|", sample: .functionValue,
            .law("Given N ~ Binomial(m, 1/2) active neurons, f(x;a,W0) ~ N(0, N/m): a binomial mixture of normal tails, against gamma."),
            failing: "gamma",
            "With probability >= 1-gamma: |f(x;a,W0)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m"),
        Claim(
            "B.5/b", "Lemma B.5, proof, the change from W0", .uniform, "sup over W of |f(x; a, W) - f(x; a, W0)|",
            .supremum("The supremum separates over neurons and is evaluated in closed form on every draw; relu is 1-Lipschitz, which "
                + "is the argument for all draws."),
            "For every draw and every W in the ball: |f(x;a,W) - f(x;a,W0)| <= C0"),
        Claim(
            "B.5/c", "Lemma B.5, from the first statement to the second", .deterministic, "sqrt(2L) + 2L/sqrt m",
            .balls("Divided by sqrt L the inequality depends on L/m alone, and is solved for it; the C found and a smaller one are "
                + "checked in ball arithmetic."),
            if: "L = log(2/gamma), gamma in (0,1), m >= C L",
            means: [
                .refuted: "No C > 0 makes the inequality true for all L and all m >= C L.",
                .proved: "The C printed makes it true for all L and all m >= C L, and no smaller one does.",
                .inconclusive: "The smallest C was not enclosed.",
            ],
            "There is a smallest C such that sqrt(2L) + 2L/sqrt m <= 2 sqrt L, for all L and all m >= C L: find it"),
    ]
}
