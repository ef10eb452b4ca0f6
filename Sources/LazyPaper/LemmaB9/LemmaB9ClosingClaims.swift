// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Prover

/// Lemma B.9: its last inequality, what its proof takes for granted in passing, and what the lemma adds after "Particularly".
extension Claim {
    private static let net = """
        Omega = { (r, delta) : ||r|| = 1, ||delta|| <= R } has a net of mesh eps, in the distance
        ||r - r'|| + ||delta - delta'||, of at most (10/eps)^{2d} points
        """
    private static let phi = "Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>))"
    private static let conditions = "log(md)^2 sqrt(log(d)/d) <= C and d log(md)/sqrt m <= C' sqrt d imply"
    private static let conclusion = "9 ( C1 d^2 log(md)^2 sqrt(log(d)/d) )^{1/4} + 15 d log(md)/sqrt m + 327 Cbar C0 d^{0.25} <= c sqrt d"
    private static let hypotheses = "m >= d^2.4, d >= log(4/gamma)^2, C0 >= 0, C1 > 0"

    static let claimB92Window = Claim(
        "B.9/2'", place: "Lemma B.9, second statement, where its window of widths is not empty", kind: .deterministic,
        statement: "d^2.4 <= exp(d^0.24), so that some width m has d^2.4 <= m <= exp(d^0.24)",
        domain: "integers d >= 1; C4 = 1",
        subject: .described("d^2.4", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B9_2_prime.v"),
        decidedBy: .proof(LemmaB9Constants.window),
        repairs: LemmaB9Constants.windowRepairs)

    static let claimB9p = Claim(
        "B.9/p", place: "Lemma B.9, proof, last inequality, the other terms", kind: .deterministic,
        statement: "50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25}",
        domain: LemmaB9Domain.hypotheses,
        subject: .described("the terms free of R", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B9_p.v"),
        decidedBy: .proof(LemmaB9FinalStep.p),
        repairs: LemmaB9FinalStep.pRepairs)

    static let claimB9pInWindow = Claim(
        "B.9/p'", place: "Lemma B.9, proof, last inequality, the other terms, within the window of Theorem 3.1", kind: .deterministic,
        statement: "50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25}, given m <= exp(d^0.24)",
        domain: LemmaB9FinalStep.windowed,
        subject: .described("the terms free of R", .upper), failing: .none,
        check: .boxes,
        coq: .witness("B9_p_prime.v"),
        decidedBy: .proof(LemmaB9FinalStep.pInWindow),
        repairs: LemmaB9FinalStep.pInWindowRepairs)

    static let claimB9q = Claim(
        "B.9/q", place: "Lemma B.9, proof, the step in delta: two sums of the size of B.9/j", kind: .deterministic,
        statement: "2 (113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)) <= 226 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)",
        domain: LemmaB9Domain.hypotheses,
        subject: .described("twice the right-hand side of B.9/j", .upper), failing: .none,
        check: .balls("The difference of the two sides is one term, whose sign is known; a point where it fails is shown."),
        coq: .witness("B9_q.v"),
        decidedBy: .proof(LemmaB9Collection.q),
        repairs: LemmaB9Collection.qRepairs)

    static let claimB9r = Claim(
        "B.9/r", place: "Lemma B.9, proof, the size of the net", kind: .deterministic,
        statement: net,
        domain: "d >= 1, eps in (0,1), R <= 1/2",
        subject: .described("the number of points of a net", .upper), failing: .none,
        check: .argument(
            "Volumes bound the number of points of the sphere, and of the ball, that keep a distance from each other; the product of both "
                + "bounds is compared with (10/eps)^{2d} over a box."),
        coq: .whole(
            "B9_r.v",
            given: "the two nets' sizes by volumes"),
        decidedBy: .proof(LemmaB9Covering.net))

    static let claimB9rAnyRadius = Claim(
        "B.9/r'", place: "Lemma B.9, proof, the size of the net, for every R", kind: .deterministic,
        statement: net,
        domain: "d >= 1, eps in (0,1), every R > 0",
        subject: .described("the number of points of a net", .upper), failing: .none,
        check: .argument("On the line, d = 1, the points that a net needs are counted from below and compared with (10/eps)^2."),
        coq: .witness(
            "B9_r_prime.v",
            given: "the least size of a net at d = 1"),
        decidedBy: .proof(LemmaB9Covering.netAtAnyRadius),
        repairs: LemmaB9Covering.netAtAnyRadiusRepairs)

    static let claimB9s = Claim(
        "B.9/s", place: "Lemma B.9, proof, \"p <= k/m to make sure g(p) increases as p increases\"", kind: .deterministic,
        statement: "g(p) = (10/eps)^{2d} e^{-pm} (e p m/k)^k rises with p for 0 < p <= k/m",
        domain: "d, m, k > 0, eps in (0,1), 0 < p <= k/m",
        subject: .described("g at the smaller of two values of p", .upper), failing: .none,
        check: .argument("The slope of log g, and beside it both sides at random points."),
        coq: .whole("B9_s.v"),
        decidedBy: .proof(LemmaB9Covering.unionBoundRises))

    static let claimB9t = Claim(
        "B.9/t", place: "Lemma B.9, proof, the step in r", kind: .uniform,
        statement: """
            For every draw in which all s have ||w_{s,0}||^2 <= d + 4 sqrt(d log(m/gamma)), for all W, delta, r, r':
            |Phi(r,delta;W) - Phi(r',delta;W)| <= ||r - r'|| ( sqrt(md + 4m sqrt(d log(m/gamma))) + C0 ), where
            \(phi)
            """,
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0, every delta, r, r' in R^d",
        subject: .described("|Phi(r,delta;W) - Phi(r',delta;W)|", .upper), failing: .none,
        check: .argument("The triangle inequality, neuron by neuron; the sum's closed form is checked at random points."),
        decidedBy: .proof(LemmaB9Covering.stepInDirection))

    static let claimB9u = Claim(
        "B.9/u", place: "Lemma B.9, \"Particularly\", with C and C' free of C0 and C1", kind: .existence(.deterministic),
        statement: """
            For any c > 0 there are C, C' > 0, free of C0 and C1, such that \(conditions)
            \(conclusion)
            """,
        domain: hypotheses,
        subject: .described("the right-hand side of B.9/1", .upper), failing: .none,
        check: .balls("For every C and C' a point is given that meets both conditions and, with C0 large, breaks the conclusion."),
        decidedBy: .proof(LemmaB9Constants.free))

    static let claimB9uDependent = Claim(
        "B.9/u'", place: "Lemma B.9, \"Particularly\", with C and C' that may depend on C0 and C1", kind: .existence(.deterministic),
        statement: """
            For any c > 0 there are C, C' > 0, which may depend on C0 and C1, such that \(conditions)
            \(conclusion)
            """,
        domain: hypotheses,
        subject: .described("the right-hand side of B.9/1", .upper), failing: .none,
        check: .balls("C and C' are written down, and each of the three terms is held to a third of c sqrt d."),
        decidedBy: .proof(LemmaB9Constants.dependent))

    static let claimB9v = Claim(
        "B.9/v", place: "Lemma B.9, proof, the failure probabilities added up", kind: .deterministic,
        statement:
            "The events that the proof of B.9/1 uses have failure probabilities, as they are granted there, that add up to at most gamma",
        domain: "gamma in (0,1)",
        subject: .described("the sum of the failure probabilities granted", .upper), failing: .none,
        check: .argument("The events are listed and counted; one that follows from another is counted once."),
        coq: .witness(
            "B9_v.v",
            given: "which events there are"),
        decidedBy: .proof(LemmaB9Budget.union),
        repairs: LemmaB9Budget.unionRepairs)

    static let claimB9vTogether = Claim(
        "B.9/v'", place: "Lemma B.9, proof, its events together, whatever the union bound says", kind: .probability,
        statement: """
            With probability >= 1-gamma all the events that the proof of B.9/1 uses hold, each at the threshold displayed for it;
            one of them is that all s have |<x,w_{s,0}>| <= sqrt(log(4m/gamma))
            """,
        domain: LemmaB9Domain.hypotheses,
        subject: .described("the quantity of one of the events", .upper), failing: .gamma,
        check: .law(
            "That one of the events fails is at least as likely as that the largest of m independent |N(0,1)| exceeds its threshold."),
        decidedBy: .proof(LemmaB9Budget.together))
}
