// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.4: how many neurons change sign within the ball, at x and at x + delta.
extension Catalogue {
    private static let bound = "(V m + sqrt(m log(1/gamma)/2)) (1+R)"
    private static let flipsAt = "S'_v(delta) = { s : some W in the ball has 1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }"
    private static let fixed = "one fixed delta, ||delta|| <= R <= 1/2"

    static let lemmaB4 = [
        Claim(
            "B.4/1", "Lemma B.4, first bound", .statement, "|S_v|", sample: .flippedNeurons,
            .law("One W flips every neuron with |<w_{s,0},x>| <= V at once, so that |S_v| ~ Binomial(m, 2 Phi(V) - 1): its tail "
                + "against gamma."),
            failing: "gamma", """
                With probability >= 1-gamma: |S_v| <= V m + sqrt(m log(1/gamma)/2), where
                S_v = { s : some W in the ball has 1[<w_s,x> > 0] != 1[<w_{s,0},x> > 0] }
                """),
        Claim(
            "B.4/2", "Lemma B.4, second bound, as defined", .statement, "|S'_v|", sample: .perturbedFlippedNeurons,
            .law("s is in S'_v iff the angle of w_{s,0} to the plane orthogonal to x is at most asin(R) + asin(V/||w_{s,0}||), or "
                + "||w_{s,0}|| <= V: |S'_v| is binomial, its parameter an integral of an incomplete beta function."),
            if: "R <= 1/2", failing: "gamma", """
                With probability >= 1-gamma: |S'_v| <= \(bound), where
                S'_v = { s : some delta with ||delta|| <= R and some W in the ball have
                1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }, so that each neuron may have its own delta
                """),
        Claim(
            "B.4/3", "Lemma B.4, second bound, as its proof reads it", .statement, "|S'_v(delta)| at one fixed delta",
            .law("<w_{s,0},x+delta> has standard deviation ||x+delta||, and s flips iff it is at most V ||x+delta|| in size: the "
                + "count is Binomial(m, 2 Phi(V) - 1) for every delta != -x."),
            if: fixed, failing: "gamma", """
                With probability >= 1-gamma: |S'_v(delta)| <= \(bound), where
                \(flipsAt)
                """),
        Claim(
            "B.4/4", "Lemma B.4, second bound, as the third term of Lemma B.8 uses it", .statement, "sup over ||delta|| <= R of |S'_v(delta)|",
            .bracket("Per draw, delta is searched for from several starts (attack); a bound on the count that no delta exceeds is "
                + "had from the rows that can flip at all and their operator norm (certificate).",
                beside: "the delta that makes all m products <w_{s,0},x+delta> zero, where d > m, has a squared norm of law "
                    + "chi^2_m/chi^2_{d-m}, against R^2 and gamma"),
            if: "R <= 1/2; one delta for all neurons, chosen after the draw", failing: "gamma", """
                With probability >= 1-gamma: sup over ||delta|| <= R of |S'_v(delta)| <= \(bound), where
                \(flipsAt)
                """),
        Claim(
            "B.4/a", "Lemma B.4, proof, expectation of the count", .probability, "P(|<w_{s,0},x>| <= V)",
            .law("<w_{s,0},x> ~ N(0,1): the probability is 2 Phi(V) - 1."), if: "V >= 0",
            "P(|<w_{s,0},x>| <= V) <= 2V/sqrt(2 pi) <= V"),
        Claim(
            "B.4/b", "Lemma B.4, proof, first display", .uniform, "S_v minus { s : |<w_{s,0},x>| <= V }",
            .argument("Cauchy-Schwarz, for one neuron; beside it, membership is evaluated on draws with the W that moves each neuron "
                + "straight through the plane."),
            sense: .empty, """
                S_v is contained in { s : |<w_{s,0},x>| <= V }, where
                S_v = { s : some W in the ball has 1[<w_s,x> > 0] != 1[<w_{s,0},x> > 0] }
                """),
        Claim(
            "B.4/c", "Lemma B.4, second bound, its first inequality", .uniform, "|S'_v(delta)| at one fixed delta",
            .argument("Both sets are known neuron by neuron: s can flip at x+delta iff |<w_{s,0},x+delta>| <= V ||x+delta||, up to "
                + "the boundary. The thresholds are compared over all delta; a difference is shown by a draw and a W."),
            if: fixed, """
                |S'_v(delta)| <= #{ s : |<w_{s,0},x+delta>| <= V }   (threshold V, as displayed), where
                \(flipsAt)
                """),
        Claim(
            "B.4/d", "Lemma B.4, proof, S'_v", .uniform, "S'_v(delta) minus { s : |<w_{s,0},x+delta>| <= V(1+R) }",
            .argument("Cauchy-Schwarz and ||x+delta|| <= 1+R, for one neuron; beside it, membership is evaluated on draws."),
            if: fixed, sense: .empty, """
                S'_v(delta) is contained in { s : |<w_{s,0},x+delta>| <= V(1+R) }   (threshold V(1+R), as in the proof), where
                \(flipsAt)
                """),
        Claim(
            "B.4/e", "Lemma B.4, proof, expectation of the second count", .probability, "P(|<w_{s,0},x+delta>| <= V(1+R))",
            .law("<w_{s,0},x+delta> ~ N(0, ||x+delta||^2), evaluated where ||x+delta|| is least, at delta = -R x."),
            if: "V >= 0, every ||delta|| <= R <= 1/2 (the proof: \"<w_{s,0},x> is a Gaussian r.v. with variance 1\")",
            "P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R)"),
        Claim(
            "B.4/f", "Lemma B.4, proof, last step", .probability, "(1/m) #{ s : |<w_{s,0},x+delta>| <= V(1+R) }",
            .law("The count is binomial with the probability of B.4/e, at the worst delta = -R x: its tail against gamma."),
            if: fixed, failing: "gamma", """
                With probability >= 1-gamma:
                (1/m) #{ s : |<w_{s,0},x+delta>| <= V(1+R) } <= V(1+R) + sqrt(log(1/gamma)/(2m)) (1+R)
                """),
    ]
}
