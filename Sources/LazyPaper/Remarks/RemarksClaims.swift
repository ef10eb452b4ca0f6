// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Prover

/// What Sections 3 and 4 remark in passing: a linear model, the largest ball, and neurons flipped by perturbations of x.
extension Claim {
    private static let model = "f(w;x) = (1/sqrt d) sum_s w_s x_s, ||x|| = 1"

    static let claim3a = Claim(
        "3/a", place: "Section 3, the linear model, its value", kind: .probability,
        statement: "\(model), w ~ N(0, I_d): with probability >= 1-gamma, |f(w;x)| <= sqrt(2 log(2/gamma)), which is O(1)",
        domain: "d >= 1, gamma in (0,1)",
        subject: .described("|f(w;x)|", .upper), failing: .gamma,
        check: .argument("f(w;x) ~ N(0, 1/d), whose tail is at most that of N(0,1); the latter's is bounded and compared with gamma."),
        decidedBy: .proof(LinearModel.value))

    static let claim3aGradient = Claim(
        "3/a'", place: "Section 3, the linear model, its gradient", kind: .deterministic,
        statement: "\(model): grad f(w;x) = w, so that ||grad f(w;x)|| = Theta(sqrt d)",
        domain: "d >= 1, every w in R^d",
        subject: .described("||w|| against ||grad f(w;x)||", .identity), failing: .none,
        check: .balls("The gradient is written down, and the two norms are compared at one w."),
        decidedBy: .proof(LinearModel.gradient),
        repairs: LinearModel.gradientRepairs)

    static let claim41a = Claim(
        "4.1/a", place: "Section 4.1, \"the largest deviation that we can allow\"", kind: .uniform,
        statement: """
            With V = h(m)/sqrt m, h unbounded, sup over W of |f(x;a,W)| is not O(1): it is at least h(m) N/(2m),
            N the number of neurons with <w_{s,0},x> > 0
            """,
        domain: "every draw, d, m >= 1, h(m) >= 0; N ~ Binomial(m, 1/2)",
        subject: .described("sup over W of |f(x;a,W)|", .lower), failing: .none,
        check: .argument("Two W that move every neuron along x, in opposite directions, are written down: f differs by h(m) N/m or more."),
        decidedBy: .proof(SketchRemarks.largestDeviation))

    static let claim43a = Claim(
        "4.3/a", place: "Section 4.3, last sentence", kind: .uniform,
        statement: """
            There is K such that, for perturbations of x too, the flipped set is of the order that Lemma 4.3 gives:
            with probability >= 1-gamma, |S'_v| <= K (C0 sqrt m + sqrt(m log(1/gamma)/2)), where, as in Lemma B.4,
            S'_v = { s : some delta with ||delta|| <= R and some W in the ball have
            1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }
            """,
        domain: "d, m >= 1, C0 > 0, gamma in (0,1), R <= 1/2, whatever d and m are (\"as long as the perturbation in x is O(1)\")",
        subject: .described("|S'_v|", .upper), failing: .gamma,
        check: .law(
            "At R = 1/2 each neuron is in S'_v with probability at least 1/3, independently: a binomial tail against gamma, for every K."),
        decidedBy: .proof(SketchRemarks.sameOrder),
        repairs: SketchRemarks.sameOrderRepairs)

    /// In the paper's order.
    static let remarkOfSection3: [Claim] = [.claim3a, .claim3aGradient]
    static let remarkOfSection41: [Claim] = [.claim41a]
    static let remarkOfSection43: [Claim] = [.claim43a]
}
