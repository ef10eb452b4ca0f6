// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.8: how its proof ends, once eq. 9's terms are bounded.
extension Claim {
    static let claimB8k = Claim(
        "B.8/k", place: "Lemma B.8, proof, third term of eq. 9, last step, read with C1 = 1", kind: .deterministic,
        statement: "sqrt(log(4m/gamma)) + sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3",
        domain: "integers d, m >= 1, gamma in (0,1), d > log(m/gamma) log(1/gamma)",
        subject: .described("sqrt(log(4m/gamma)) + sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d", .upper), failing: .none,
        check: .balls(
            "Squared, the step compares log(8m/gamma) with 4d; a failure is reported by its simplest witness, and the region where the "
                + "hypothesis on d suffices is proved."),
        coq: .witness("B8_k.v"),
        decidedBy: .proof(LemmaB8Assembly.k),
        repairs: LemmaB8Assembly.kRepairs)

    static let claimB8kWithC1 = Claim(
        "B.8/k'", place: "Lemma B.8, proof, third term of eq. 9, last step, with the factor C1 of R <= C1/sqrt d", kind: .deterministic,
        statement: "sqrt(log(4m/gamma)) + C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3",
        domain: "integers d, m >= 1, gamma in (0,1), C1 > 0, d > log(m/gamma) log(1/gamma)",
        subject: .described("sqrt(log(4m/gamma)) + C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d", .upper), failing: .none,
        check: .balls(
            "As B.8/k; besides, for which C1 the step fails everywhere, and for which it follows from the one with C1 = 1."),
        coq: .witness("B8_k_prime.v"),
        decidedBy: .proof(LemmaB8Assembly.kWithC1),
        repairs: LemmaB8Assembly.kWithC1Repairs)

    static let claimB8l = Claim(
        "B.8/l", place: "Lemma B.8, proof, last display: its terms added up", kind: .deterministic,
        statement: """
            With L = log(4/gamma):
            [ 2 sqrt L ((4 R sqrt(log d))^{1/4} + sqrt(L/m)) ] + C0
            + [ the bound of B.8/i ] + [ the bound of B.8/j ]
            <= the right-hand side of B.8/2
            """,
        domain: "d, m >= 1, gamma in (0,1), C0, R >= 0",
        subject: .described("the bounds of B.8/g at gamma/4, B.8/i and B.8/j, with C0", .upper), failing: .none,
        check: .balls("Term by term: the difference of the two sides is a sum of terms that are at least 0."),
        coq: .whole("B8_l.v"),
        decidedBy: .proof(LemmaB8Assembly.l))

    static let claimB8m = Claim(
        "B.8/m", place: "Lemma B.8, proof: the failure probabilities added up", kind: .deterministic,
        statement: """
            The proof of B.8/2 lets each event that it uses fail with probability gamma/4,
            and these probabilities add up to at most gamma
            """,
        domain: "gamma in (0,1)",
        subject: .described("the number of events times gamma/4", .upper), failing: .none,
        check: .argument("The events are listed and counted; one that is another again, or follows from it, is not counted."),
        coq: .witness(
            "B8_m.v",
            given: "which events there are"),
        decidedBy: .proof(LemmaB8Budget.counted),
        repairs: LemmaB8Budget.countedRepairs)

    static let claimB8mTogether = Claim(
        "B.8/m'", place: "Lemma B.8, proof: the events together, whatever a union bound says", kind: .probability,
        statement: """
            With probability >= 1-gamma no event that the proof of B.8/2 uses fails,
            each at the threshold that the proof gives it for gamma/4
            """,
        domain: "d, m >= 1, gamma in (0,1)",
        subject: .described("the number of the events that fail", .upper), failing: .gamma,
        check: .law(
            "That one of them fails is at least as likely as that max_s |<x,w_{s,0}>| > sqrt(log(4m/gamma)), whose law is exact."),
        coq: .witness(
            "B8_m_prime.v",
            given: "that the probability is one less an integral of the normal density"),
        decidedBy: .proof(LemmaB8Budget.together),
        repairs: LemmaB8Budget.togetherRepairs)
}
