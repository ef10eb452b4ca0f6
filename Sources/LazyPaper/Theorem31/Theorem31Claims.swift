// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Theorem 3.1: one gradient step flips the sign, for every W of the ball.
extension Claim {
    static let claim311 = Claim(
        "3.1/1", place: "Theorem 3.1", kind: .existence(.uniform),
        statement: """
            For every gamma in (0,1) and C0 >= 0 there are C2, C3 and C4, which may depend on gamma and C0 but not on d and m, such that for
            max{d^2.4, C3 log(1/gamma)} <= m <= C4 exp(d^0.24), with probability >= 1-gamma, for all W:
            sign f(x) != sign f(x + eta grad f(x)) with |eta| = C2/||grad f(x)||^2, eta of the sign opposite to f(x)
            """,
        domain: "max{d^2.4, C3 log(1/gamma)} <= m <= C4 exp(d^0.24)",
        subject: .described("C2, the step that flips times ||grad f(x)||^2", .upper), failing: .gamma,
        check: .argument(
            "C2 from the bound of B.5/1, with B.7/1 and B.9/1 for the gradient's size and its change along the step. Beside it, per draw, "
                + "the largest C2 that an adversary forces: the smallest single step that flips the sign, times ||grad f||^2, at the W of "
                + "largest f, at the W of least gradient, along projected ascent on the step, and at trained W."),
        means: .own([
            .refuted: "For every choice of the constants up to the largest ones tried, a cell was shown where with probability more "
                + "than gamma some W needs a larger C2, or none flips it.",
            .inconclusive: "The argument has a line that failed.",
            .proved: "Constants were exhibited for which the bounds of B.5/1, B.7/1 and B.9/1, each proved in its row, give the flip; from "
                + "which d on explicit ones do is 3.1/d and 3.1/d+.",
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
        coq: .whole("Thm31_b.v"),
        decidedBy: .proof(Theorem31Steps.b))

    static let claim31c = Claim(
        "3.1/c", place: "Section 3, \"Beyond lazy regime\"", kind: .uniform,
        statement: "sign f(x; a, r W) = sign f(x; a, W) for every r > 0",
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

    static let claim311FreeOfGamma = Claim(
        "3.1/1'", place: "Theorem 3.1, with C2 free of gamma", kind: .existence(.uniform),
        statement: """
            There are constants C0, C2, free of gamma, and C3, C4 that may depend on it, such that for
            max{d^2.4, C3 log(1/gamma)} <= m <= C4 exp(d^0.24), with probability >= 1-gamma, for all W:
            sign f(x) != sign f(x + eta grad f(x)) with |eta| = C2/||grad f(x)||^2, eta of the sign opposite to f(x)
            """,
        domain: "every gamma in (0,1)",
        subject: .described("|f(x)|/F at W0, F the most by which the step changes f", .upper), failing: .gamma,
        check: .argument(
            "At W = W0 the step moves f by at most 5 C2 but for a small probability, and |f(x;a,W0)| > 5 C2 has a probability that does "
                + "not depend on d: for gamma below it the step fails."),
        decidedBy: .proof(Theorem31Readings.freeOfGamma),
        repairs: Theorem31Readings.freeOfGammaRepairs)

    static let claim31e = Claim(
        "3.1/e", place: "Section 3, \"Beyond lazy regime\": \"Theorem 3.1 still holds\" on the cone", kind: .uniform,
        statement: """
            The C2 of 3.1/1 serves on the cone too: with probability >= 1-gamma, for all W with r W in the ball for some
            r > 0: sign f(x) != sign f(x + eta grad f(x)) with |eta| = C2/||grad f(x;a,W)||^2, eta of the sign opposite to f(x)
            """,
        domain: "the parameters of 3.1/1, any C2 > 0",
        subject: .described("the sign after the step", .identity), failing: .gamma,
        check: .argument(
            "A network scaled up by 1/r has the same direction of its gradient and r times the step: as r goes to 0 the step goes to 0 and "
                + "flips nothing."),
        decidedBy: .proof(Theorem31Readings.cone),
        repairs: Theorem31Readings.coneRepairs)

    static let claim31f = Claim(
        "3.1/f", place: "Theorem 3.1, proof, end: \"Theta(1)\"", kind: .existence(.uniform),
        statement: """
            There are c > 0 and C, free of d and m, such that with probability >= 1-gamma, for all W: c <= |t| <= C,
            t = -2 f(x)/(1 - D/||grad f(x)||) being the step of 3.1/b, with its D
            """,
        domain: "the parameters of 3.1/1, C0 > 0",
        subject: .described("|t| at the W of least |f(x)|", .lower), failing: .gamma,
        check: .argument(
            "The ball holds W at which f(x) is as near to 0 as one likes, with a probability that depends neither on d nor on m; there "
                + "t is as small."),
        decidedBy: .proof(Theorem31Readings.orderOne),
        repairs: Theorem31Readings.orderOneRepairs)

    static let claim31g = Claim(
        "3.1/g", place: "Theorem 3.1, proof, first display, against its use", kind: .uniform,
        statement: """
            With probability >= 1-gamma, for all W: the delta at which 3.1/b uses
            ||grad f(x) - grad f(x+delta)|| <= C3' sqrt d, where ||delta|| = |t|/||grad f(x)||, t the step of 3.1/b, is within the
            o(1/sqrt d) for which the proof states this: sqrt d ||delta|| tends to 0 as d grows
            """,
        domain: "the parameters of 3.1/1",
        subject: .described("sqrt d |t|/||grad f(x)||", .upper), failing: .gamma,
        check: .argument(
            "At W0 |t| >= 2 |f(x)|, and ||grad f(x)||^2 is (N/m) chi^2_d: sqrt d ||delta|| >= 1 with a probability of more than 0.4 for "
                + "every large d."),
        decidedBy: .proof(Theorem31Readings.lengthOfDelta))

    static let claim31gCovered = Claim(
        "3.1/g'", place: "Theorem 3.1, proof: the delta of 3.1/b against the domain of Lemma B.9", kind: .uniform,
        statement: """
            Where |f(x)| <= F, ||grad f(x)|| >= c sqrt d and D <= ||grad f(x)||/2, the delta of 3.1/b, with its t and D, has
            ||delta|| = |t|/||grad f(x)|| <= C1/sqrt d with C1 = 4F/c, so that Lemma B.9 with this C1 covers it
            """,
        domain: "every draw and every W, F >= 0, c > 0, C1/sqrt d <= 1/2",
        subject: .described("|t|/||grad f(x)||", .upper), failing: .none,
        check: .argument("Algebra: 1 - D/||grad f(x)|| is at least 1/2."),
        decidedBy: .proof(Theorem31Readings.coveredByLemma))

    /// In the paper's order.
    static let theorem31: [Claim] = [
        .claim311, .claim311FreeOfGamma, .claim31a, .claim31b, .claim31c, .claim31e, .claim31f, .claim31g, .claim31gCovered, .claim31d,
        .claim31dSharp,
    ]
}
