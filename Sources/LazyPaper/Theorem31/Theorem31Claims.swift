// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Theorem 3.1 and Corollary 3.2: one gradient step flips the sign, for every W of the ball.
extension Claim {
    static let claim311 = Claim(
        "3.1/1", place: "Theorem 3.1", kind: .existence(.uniform),
        statement: """
            There are constants C0, C2, C3, C4 such that for max{d^2.4, C3 log(1/gamma)} <= m <= C4 exp(d^0.24),
            with probability >= 1-gamma, for all W: sign f(x) != sign f(x + eta grad f(x)) with
            |eta| = C2/||grad f(x)||^2, eta of the sign opposite to f(x)
            """,
        domain: "max{d^2.4, C3 log(1/gamma)} <= m <= C4 exp(d^0.24)",
        subject: .described("C2, the step that flips times ||grad f(x)||^2", .upper), failing: .gamma,
        check: .attack(
            "Per draw, the largest C2 that an adversary forces: the smallest single step that flips the sign, times ||grad "
                + "f||^2, at the W of largest f, at the W of least gradient, along projected ascent on the step, and at trained W. "
                + "The constants are not explicit, so that no number is compared with the theorem's."),
        means: .own([
            .refuted: "For every choice of the constants up to the stated ceilings, a cell was shown where with probability more "
                + "than gamma some W needs a larger C2, or none flips it.",
            .consistent: "What the adversaries found force is shown draw by draw; it rules out no choice of all the constants, "
                + "which are the theorem's to make. Stronger adversaries are not excluded.",
            .inconclusive: "The trial budget ended first, or no cell of the window is within reach.",
            .proved: "Constants were exhibited for which explicit bounds, each proved, certify the flip (see 3.1/d).",
        ]),
        decidedBy: .study(FlippingFindings(what: .theorem)))

    static let claim31a = Claim(
        "3.1/a", place: "Theorem 3.1, proof, the chain of inequalities", kind: .uniform,
        statement: """
            f(x + t grad f(x)/||grad f(x)||^2) <= f(x) + t
            + |t| sup over ||delta|| <= |t|/||grad f(x)|| of ||grad f(x+delta) - grad f(x)|| / ||grad f(x)||
            """,
        domain: "every network, every x with grad f(x) != 0",
        subject: .described("f(x + t grad f(x)/||grad f(x)||^2) - f(x) - t", .upper), failing: .none,
        check: .argument(
            "The fundamental theorem of calculus along the segment (f is piecewise linear, so absolutely continuous) and "
                + "Cauchy-Schwarz; beside it, both sides are evaluated on random and adversarial networks, the supremum by the "
                + "segment's own points, which makes the right-hand side no larger."),
        decidedBy: .proof(Theorem31Arguments.descent))

    static let claim31b = Claim(
        "3.1/b", place: "Theorem 3.1, proof, the choice of the step", kind: .deterministic,
        statement: """
            With D = sup over ||delta|| <= |t|/G of ||grad f(x+delta) - grad f(x)|| and t = -2 f(x)/(1 - D/G):
            f(x) + t + |t| D/G = -f(x) < 0
            """,
        domain: "f > 0, 0 <= D < G = ||grad f(x)||",
        subject: .described("the right-hand side of 3.1/a", .identity), failing: .none,
        check: .argument("Algebra, carried out and checked: f + t + |t| D/G = f + t (1 - D/G) for t < 0."),
        decidedBy: .proof(Theorem31Steps.b))

    static let claim31c = Claim(
        "3.1/c", place: "Section 3, \"Beyond lazy regime\"", kind: .uniform,
        statement: "sign f(x; a, r W) = sign f(x; a, W) for every r > 0, so that 3.1/1 extends to the cone over the ball",
        domain: "every network, x, r > 0",
        subject: .described("sign f(x; a, r W)", .identity), failing: .none,
        check: .argument("relu is positively homogeneous; beside it, signs are compared on random and adversarial networks."),
        decidedBy: .proof(Theorem31Arguments.scaling))

    static let claim31d = Claim(
        "3.1/d", place: "Theorem 3.1, assembled from the explicit constants", kind: .deterministic,
        statement: """
            With F, G and D the right-hand sides of B.5/1, B.7/1 and B.9/1: from some (d, m) on, for some C1,
            D < G and 2 F/(G - D) <= C1/sqrt d, so that some ||delta|| <= C1/sqrt d flips the sign. Report from which
            """,
        domain: "gamma = 0.05 (a third to each lemma), C0 = 1, m = d^2.4",
        subject: .described("2 F/(G - D) against C1/sqrt d", .upper), failing: .none,
        check: .balls(
            "The condition is enclosed over an unbounded box of d along m = d^2.4; the least d is found by root-finding in "
                + "log d and checked from both sides."),
        means: .own([
            .refuted: "At no d are the explicit constants enough to certify a flip, whatever C1.",
            .proved: "From the d printed on they certify a flip within the ||delta|| printed, if the three bounds are true: "
                + "their own verdicts are their rows'.",
            .inconclusive: "The enclosures decided the condition at no d.",
        ]),
        decidedBy: .proof(Theorem31Assembly.step))

    static let claim321 = Claim(
        "3.2/1", place: "Corollary 3.2", kind: .uniform,
        statement: "With probability >= 1-10 gamma, for all W in the ball: the robust error L_R(W) = E l_R(W;x,y) is at least 0.9",
        domain: "the parameters of 3.1/1",
        subject: .described("inf over W of the robust error at radius R", .lower), failing: .gamma(times: 10, text: "10 gamma"),
        check: .attack(
            "A lower confidence limit of the robust error over points of the sphere, under the worst adversary found; the "
                + "points' distribution is uniform unless given."),
        means: .own([
            .refuted: "For every choice of the constants up to the stated ceilings, a cell was shown where with probability more "
                + "than 10 gamma some W has a robust error below 0.9.",
            .consistent: "The robust error that the adversaries found leave is shown draw by draw, as a lower confidence limit; it "
                + "rules out no choice of the constants. A W not found may have less.",
            .inconclusive: "The trial budget ended first, or no cell of the window is within reach.",
        ]),
        decidedBy: .study(FlippingFindings(what: .corollary)))

    static let claim32a = Claim(
        "3.2/a", place: "Corollary 3.2, proof, Markov's inequality", kind: .probability,
        statement: "P( inf_W L_R(W) < 0.9 ) <= 10 sup_x E[ 1 - inf_W l_R(W;x,y) ]",
        domain: "every distribution on the sphere",
        subject: .described("P(inf_W L_R(W) < 0.9)", .upper), failing: .none,
        check: .argument(
            "Markov's inequality for 1 - inf_W L_R >= 0, inf_W E l_R >= E inf_W l_R, and a mean that is at most a "
                + "supremum: each written out."),
        means: .own([
            .refuted: "A law of (W0, a) and of (x, y) and a loss were exhibited at which the inequality fails.",
            .consistent: "No example tried contradicts it, and the argument does not cover the rest.",
            .proved: "The argument's steps give it for every law and every loss with values in [0,1].",
        ]),
        decidedBy: .proof(Theorem31Arguments.markov))

    /// In the paper's order.
    static let theorem31: [Claim] = [.claim311, .claim31a, .claim31b, .claim31c, .claim31d]

    /// In the paper's order.
    static let corollary32: [Claim] = [.claim321, .claim32a]
}
