// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.6: one neuron, between two inputs.
extension Claim {
    public static let signChange = Claim(
        "B.6/1", place: "Lemma B.6, eq. 3", kind: .probability,
        statement: "P( sign<w_{s,0},x> != sign<w_{s,0},x+delta> ) <= R sqrt(2 log d) + 1/d",
        domain: "d >= 1, R <= 1/2",
        subject: .measured(SignChange(), bound: LemmaB6.SignChange(), law: .known(LemmaB6Laws.signChange)), failing: .none,
        check: .law(
            "By rotation invariance the probability is angle(x, x+delta)/pi, at most asin(R)/pi, attained on the sphere "
                + "||delta|| = R."),
        decidedBy: .proof(LemmaB6Laws.signChange))

    public static let signChangeNearby = Claim(
        "B.6/2", place: "Lemma B.6, eq. 4", kind: .probability,
        statement: """
            P( some delta' in B_2(delta,eps) and some W in the ball have sign<w_s,x+delta> != sign<w_s,x+delta'> )
            <= 2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V
            """,
        domain: "d >= 1, R <= 1/2, eps in (0,1), V >= 0",
        subject: .measured(NearbySignChange(), bound: LemmaB6.SignChangeNearby(), law: .known(LemmaB6Laws.signChangeNearby)),
        failing: .none,
        check: .law(
            "With rho = ||w_{s,0}|| ~ chi_d, the event is a band of angles asin(eps/||x+delta||) + asin(V/rho) about a plane: "
                + "E_rho of an incomplete beta function, at the worst delta = -R x."),
        decidedBy: .proof(LemmaB6Laws.signChangeNearby))

    static let claimB6a = Claim(
        "B.6/a", place: "Lemma B.6, proof of eq. 4, by eq. 2", kind: .probability,
        statement: "P( ||w_{s,0}|| >= sqrt(d + 4 sqrt(d log(2/eps))) ) <= eps",
        domain: "d >= 1, eps in (0,1)",
        subject: .described("P(||w_{s,0}|| >= sqrt(d + 4 sqrt(d log(2/eps))))", .upper), failing: .none,
        check: .law("||w_{s,0}||^2 is chi-squared with d degrees of freedom: its upper tail, down to eps = 1e-300."),
        coq: .witness(
            "B6_a.v",
            given: "that the probability is one less an integral of the normal density"),
        decidedBy: .proof(LemmaB6Laws.norm),
        repairs: [LemmaB6Laws.normRestrictedClaim])

    static let claimB6b = Claim(
        "B.6/b", place: "Lemma B.6, proof of eq. 4", kind: .probability,
        statement: "<w_{s,0},x+delta> ~ N(0, sigma^2) with sigma^2 >= 1/2, since ||delta|| <= 1/2",
        domain: "R <= 1/2",
        subject: .described("sigma^2, the variance of <w_{s,0},x+delta>", .lower), failing: .none,
        check: .law("sigma^2 = ||x+delta||^2, least at delta = -R x."),
        coq: .witness(
            "B6_b.v",
            given: "that the standard deviation may be 1-R"),
        decidedBy: .proof(LemmaB6Laws.variance),
        repairs: [LemmaB6Laws.varianceRestrictedClaim])

    static let claimB6c = Claim(
        "B.6/c", place: "Lemma B.6, proof of eq. 4, how it uses B.6/b", kind: .probability,
        statement: "P( |<w_{s,0},x+delta>| <= t ) <= t",
        domain: "t >= 0, R <= 1/2",
        subject: .described("P(|<w_{s,0},x+delta>| <= t)", .upper), failing: .none,
        check: .law("A normal probability of a strip, evaluated at the least variance, delta = -R x."),
        coq: .witness(
            "B6_c.v",
            given: "that the probability is an integral of the normal density"),
        decidedBy: .proof(LemmaB6Laws.strip),
        repairs: [LemmaB6Laws.stripRestrictedClaim])

    static let claimB6d = Claim(
        "B.6/d", place: "Lemma B.6, proof of eq. 4, last line (written \"=\" there)", kind: .deterministic,
        statement: "eps + eps sqrt(d + 4 sqrt(d log(2/eps))) <= 2 eps (sqrt d + 2 sqrt(d log(2/eps)))",
        domain: "d >= 1, eps in (0,1)",
        subject: .described("eps + eps sqrt(d + 4 sqrt(d log(2/eps)))", .upper), failing: .none,
        check: .boxes,
        coq: .whole("B6_d.v"),
        decidedBy: .proof(LemmaB6Steps.d))

    /// In the paper's order.
    static let lemmaB6: [Claim] = [
        .signChange, .signChangeNearby, .claimB6a, .claimB6b, .claimB6c, .claimB6d,
    ]
}
