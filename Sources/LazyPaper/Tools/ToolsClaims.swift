// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// The standard facts that the proofs rest on: equations 1 and 2, Theorems B.1 to B.3.
extension Claim {
    static let claimT1 = Claim(
        "T.1", place: "Appendix B, eq. 1, left", kind: .probability,
        statement: "E|z|^q <= (q-1)!! for z ~ N(0,1)",
        domain: "integers q >= 1",
        subject: .described("E|z|^q", .upper), failing: .none,
        check: .moments("E|z|^q = 2^{q/2} Gamma((q+1)/2)/sqrt(pi), enclosed and compared with (q-1)!! for each order q of the grid."),
        decidedBy: .proof(ToolsLaws.absoluteMoment))

    static let claimT2 = Claim(
        "T.2", place: "Appendix B, eq. 1, right", kind: .deterministic,
        statement: "(q-1)!! <= q!/2",
        domain: "integers q >= 1",
        subject: .described("(q-1)!!", .upper), failing: .none,
        check: .argument("q! = q!! (q-1)!! in exact integers reduces it to 2 <= q!!, decided by induction on q in steps of two."),
        coq: .witness("T2.v"),
        decidedBy: .proof(ToolsSteps.t2),
        repairs: ToolsSteps.t2Repairs)

    static let claimT3 = Claim(
        "T.3", place: "Appendix B, eq. 2", kind: .probability,
        statement: "z_1..z_m i.i.d. N(0,1): P( |sum z_s^2 - m| <= 4 sqrt(m log(2/gamma)) ) >= 1-gamma",
        domain: "m >= 1, gamma in (0,1)",
        subject: .described("|sum z_s^2 - m|", .upper), failing: .gamma,
        check: .law("The sum is chi-squared with m degrees of freedom: both tails, down to gamma = 1e-300, against gamma."),
        coq: .witness(
            "T3.v",
            given: "that the probability is one less an integral of the normal density"),
        decidedBy: .proof(ToolsLaws.chiSquare),
        repairs: [ToolsLaws.chiSquareRestrictedClaim])

    static let claimT4 = Claim(
        "T.4", place: "Theorem B.1 (Bernstein)", kind: .probability,
        statement: "P( sum(z_i - E z_i) >= sqrt(2vt) + ct ) <= e^{-t}",
        domain: "independent z_i that meet the moment condition, t > 0",
        subject: .described("P(sum(z_i - E z_i) >= sqrt(2vt) + ct)", .upper), failing: .none,
        check: .law(
            "The Chernoff argument is written out and its exponent checked; the bound is also evaluated on centred Bernoulli "
                + "sums, whose tails are exact."),
        decidedBy: .proof(ToolsLaws.bernstein))

    static let claimT5 = Claim(
        "T.5", place: "Theorem B.2 (Chernoff)", kind: .probability,
        statement: "P(S_N >= t) <= e^{-p} (e p/t)^t",
        domain: "independent Bernoulli variables, t > p = E S_N > 0",
        subject: .described("P(S_N >= t)", .upper), failing: .none,
        check: .law("The Chernoff argument is written out; the bound is also evaluated against exact binomial tails."),
        decidedBy: .proof(ToolsLaws.chernoff))

    static let claimT6 = Claim(
        "T.6", place: "Theorem B.3 (Lipschitz functions of Gaussians)", kind: .probability,
        statement: "P( |f(z) - E f(z)| >= t ) <= 2 exp(-t^2/(2 L^2))",
        domain: "f L-Lipschitz on R^n, t >= 0",
        subject: .described("P(|f(z) - E f(z)| >= t)", .upper), failing: .none,
        check: .law(
            "The exponential-supermartingale argument is written out and its exponent checked; linear f, whose tail is normal, "
                + "is evaluated."),
        decidedBy: .proof(ToolsLaws.concentration))

    /// In the paper's order.
    static let tools: [Claim] = [
        .claimT1, .claimT2, .claimT3, .claimT4, .claimT5, .claimT6,
    ]
}
