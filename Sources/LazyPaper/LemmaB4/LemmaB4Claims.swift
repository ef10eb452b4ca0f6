// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.4: how many neurons change sign within the ball, at x and at x + delta.
extension Claim {
    private static let bound = "(V m + sqrt(m log(1/gamma)/2)) (1+R)"
    private static let flipsAt = "S'_v(delta) = { s : some W in the ball has 1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }"
    private static let fixed = "one fixed delta, ||delta|| <= R <= 1/2"

    public static let flippedNeurons = Claim(
        "B.4/1", place: "Lemma B.4, first bound", kind: .probability,
        statement: """
            With probability >= 1-gamma: |S_v| <= V m + sqrt(m log(1/gamma)/2), where
            S_v = { s : some W in the ball has 1[<w_s,x> > 0] != 1[<w_{s,0},x> > 0] }
            """,
        domain: "m >= 1, V >= 0, gamma in (0,1)",
        subject: .measured(FlippedNeurons(), bound: LemmaB4.FlippedNeurons(), law: .known(LemmaB4Laws.flipped)), failing: .gamma,
        check: .law(
            "One W flips every neuron with |<w_{s,0},x>| <= V at once, so that |S_v| ~ Binomial(m, 2 Phi(V) - 1): its tail "
                + "against gamma."),
        decidedBy: .proof(LemmaB4Laws.flipped))

    public static let perturbedFlippedNeurons = Claim(
        "B.4/2", place: "Lemma B.4, second bound, as defined", kind: .probability,
        statement: """
            With probability >= 1-gamma: |S'_v| <= \(bound), where
            S'_v = { s : some delta with ||delta|| <= R and some W in the ball have
            1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }, so that each neuron may have its own delta
            """,
        domain: "d, m >= 1, R <= 1/2, gamma in (0,1)",
        subject: .measured(PerturbedFlippedNeurons(), bound: LemmaB4.PerturbedFlippedNeurons(), law: .known(LemmaB4Laws.perturbed)),
        failing: .gamma,
        check: .law(
            "s is in S'_v iff the angle of w_{s,0} to the plane orthogonal to x is at most asin(R) + asin(V/||w_{s,0}||), or "
                + "||w_{s,0}|| <= V: |S'_v| is binomial, its parameter an integral of an incomplete beta function."),
        decidedBy: .proof(LemmaB4Laws.perturbed),
        repairs: [LemmaB4Laws.perturbedRepairedClaim])

    public static let perturbedFlippedNeuronsFixed = Claim(
        "B.4/3", place: "Lemma B.4, second bound, as its proof reads it", kind: .probability,
        statement: """
            With probability >= 1-gamma: |S'_v(delta)| <= \(bound), where
            \(flipsAt)
            """,
        domain: "m >= 1, R <= 1/2, gamma in (0,1), delta fixed",
        subject: .measured(
            FlippedNeuronsAtPerturbation(), bound: LemmaB4.PerturbedFlippedNeurons(), law: .known(LemmaB4Laws.perturbedFixed)),
        failing: .gamma,
        check: .law(
            "<w_{s,0},x+delta> has standard deviation ||x+delta||, and s flips iff it is at most V ||x+delta|| in size: the "
                + "count is Binomial(m, 2 Phi(V) - 1) for every delta != -x."),
        decidedBy: .proof(LemmaB4Laws.perturbedFixed))

    public static let perturbedFlippedNeuronsUniform = Claim(
        "B.4/4", place: "Lemma B.4, second bound, as the third term of Lemma B.8 uses it", kind: .uniform,
        statement: """
            With probability >= 1-gamma: sup over ||delta|| <= R of |S'_v(delta)| <= \(bound), where
            \(flipsAt)
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0, R <= 1/2",
        subject: .measured(FlippedNeuronsAtAnyPerturbation(), bound: LemmaB4.PerturbedFlippedNeurons(), law: .unknown), failing: .gamma,
        check: .bracket(
            "Per draw, delta is searched for from several starts (attack); a bound on the count that no delta exceeds is "
                + "had from the rows that can flip at all and their operator norm (certificate).",
            beside: "the delta that makes all m products <w_{s,0},x+delta> zero, where d > m, has a squared norm of law "
                + "chi^2_m/chi^2_{d-m}, against R^2 and gamma"),
        decidedBy: .proof(LemmaB4Arguments.everyDelta),
        repairs: LemmaB4Arguments.everyDeltaRepairs)

    static let perturbedFlippedNeuronsAtScale = Claim(
        "B.4/4'", place: "Lemma B.4, second bound, uniformly over delta, at the R of Lemma B.8", kind: .uniform,
        statement: """
            With probability >= 1-gamma, R = C1/sqrt d:
            sup over ||delta|| <= R of |S'_v(delta)| <= \(bound), where
            \(flipsAt)
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0, C1 > 0, C1/sqrt d <= 1/2",
        subject: .described("sup over ||delta|| <= C1/sqrt d of the number of neurons that flip at x+delta", .upper), failing: .gamma,
        check: .law(
            "Of the neurons with the smallest |<w_{s,0},x>| one more is taken than the bound allows; the shortest delta that makes all "
                + "their products <w_{s,0},x+delta> zero has a squared norm of the law of a sum of squares over chi^2, against C1^2/d "
                + "and gamma."),
        decidedBy: .proof(LemmaB4Arguments.everyDeltaAtScale),
        repairs: [LemmaB4Arguments.everyDeltaAtScaleRepaired])

    static let claimB4a = Claim(
        "B.4/a", place: "Lemma B.4, proof, expectation of the count", kind: .probability,
        statement: "P(|<w_{s,0},x>| <= V) <= 2V/sqrt(2 pi) <= V",
        domain: "V >= 0",
        subject: .described("P(|<w_{s,0},x>| <= V)", .upper), failing: .none,
        check: .law("<w_{s,0},x> ~ N(0,1): the probability is 2 Phi(V) - 1."),
        coq: .whole(
            "B4_a.v",
            given: "that the probability is an integral of the normal density"),
        decidedBy: .proof(LemmaB4Laws.strip))

    static let claimB4b = Claim(
        "B.4/b", place: "Lemma B.4, proof, first display", kind: .uniform,
        statement: """
            S_v is contained in { s : |<w_{s,0},x>| <= V }, where
            S_v = { s : some W in the ball has 1[<w_s,x> > 0] != 1[<w_{s,0},x> > 0] }
            """,
        domain: "every W0, V >= 0, ||x|| = 1",
        subject: .described("neurons that flip at x with |<w_{s,0},x>| > V", .empty), failing: .none,
        check: .argument(
            "Cauchy-Schwarz, for one neuron; beside it, membership is evaluated on draws with the W that moves each neuron "
                + "straight through the plane."),
        decidedBy: .proof(LemmaB4Arguments.flips))

    static let claimB4c = Claim(
        "B.4/c", place: "Lemma B.4, second bound, its first inequality", kind: .uniform,
        statement: """
            |S'_v(delta)| <= #{ s : |<w_{s,0},x+delta>| <= V }   (threshold V, as displayed), where
            \(flipsAt)
            """,
        domain: "every W0, V >= 0, delta fixed with ||delta|| <= R <= 1/2",
        subject: .described("number of neurons that flip at x+delta, delta fixed", .upper), failing: .none,
        check: .argument(
            "Both sets are known neuron by neuron: s can flip at x+delta iff |<w_{s,0},x+delta>| <= V ||x+delta||, up to "
                + "the boundary. The thresholds are compared over all delta; a difference is shown by a draw and a W."),
        decidedBy: .proof(LemmaB4Arguments.flipsAsDisplayed),
        repairs: LemmaB4Arguments.flipsAsDisplayedRepairs)

    static let claimB4d = Claim(
        "B.4/d", place: "Lemma B.4, proof, S'_v", kind: .uniform,
        statement: """
            S'_v(delta) is contained in { s : |<w_{s,0},x+delta>| <= V(1+R) }   (threshold V(1+R), as in the proof), where
            \(flipsAt)
            """,
        domain: "every W0, V >= 0, delta fixed with ||delta|| <= R",
        subject: .described("neurons that flip at x+delta with |<w_{s,0},x+delta>| > V(1+R)", .empty), failing: .none,
        check: .argument("Cauchy-Schwarz and ||x+delta|| <= 1+R, for one neuron; beside it, membership is evaluated on draws."),
        decidedBy: .proof(LemmaB4Arguments.flipsAsProved))

    static let claimB4e = Claim(
        "B.4/e", place: "Lemma B.4, proof, expectation of the second count", kind: .probability,
        statement: "P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R)",
        domain: "V >= 0, R <= 1/2",
        subject: .described("P(|<w_{s,0},x+delta>| <= V(1+R))", .upper), failing: .none,
        check: .law("<w_{s,0},x+delta> ~ N(0, ||x+delta||^2), evaluated where ||x+delta|| is least, at delta = -R x."),
        coq: .witness(
            "B4_e.v",
            given: "that the probability is an integral of the normal density"),
        decidedBy: .proof(LemmaB4Laws.widerStrip),
        repairs: [LemmaB4Laws.widerStripRestrictedClaim])

    static let bothFlippedCounts = Claim(
        "B.4/5", place: "Lemma B.4, both bounds under one gamma", kind: .uniform,
        statement: """
            With probability >= 1-gamma both hold, for one fixed delta:
            |S_v| <= V m + sqrt(m log(1/gamma)/2) and
            |S'_v(delta)| <= \(bound), where
            S_v = { s : some W in the ball has 1[<w_s,x> > 0] != 1[<w_{s,0},x> > 0] }
            and \(flipsAt)
            """,
        domain: "m >= 1, V >= 0, R <= 1/2, gamma in (0,1), delta fixed with ||delta|| <= R",
        subject: .described("numbers of neurons that flip at x and at x+delta, delta fixed", .upper), failing: .gamma,
        check: .argument(
            "Each count is Binomial(m, P(|z| <= V)). That one of the two is too large is at most as likely as if they were "
                + "independent; this is compared with gamma for all m: by Chernoff's bound where the least count beyond the bound is 30 or "
                + "more, on meshes in ball arithmetic for the others."),
        decidedBy: .proof(LemmaB4Joint.both))

    static let claimB4f = Claim(
        "B.4/f", place: "Lemma B.4, proof, last step", kind: .probability,
        statement: """
            With probability >= 1-gamma:
            (1/m) #{ s : |<w_{s,0},x+delta>| <= V(1+R) } <= V(1+R) + sqrt(log(1/gamma)/(2m)) (1+R)
            """,
        domain: "m >= 1, V >= 0, R <= 1/2, gamma in (0,1), delta fixed",
        subject: .described("(1/m) #{ s : |<w_{s,0},x+delta>| <= V(1+R) }", .upper), failing: .gamma,
        check: .law("The count is binomial with the probability of B.4/e, at the worst delta = -R x: its tail against gamma."),
        decidedBy: .proof(LemmaB4Laws.widerCount),
        repairs: [LemmaB4Laws.widerCountRestrictedClaim])

    /// In the paper's order.
    static let lemmaB4: [Claim] = [
        .flippedNeurons, .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform,
        .perturbedFlippedNeuronsAtScale, .claimB4a, .claimB4b, .claimB4c, .claimB4d, .claimB4e, .bothFlippedCounts, .claimB4f,
    ]
}
