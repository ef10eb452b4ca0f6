// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.5 (informally Lemma 4.1): the function's value.
extension Claim {
    private static let supremumOfF =
        "The supremum separates over neurons: sup f = (1/sqrt m)( sum_{a=+1} relu(g_s + V) - sum_{a=-1} relu(g_s - V) ), g_s = "
        + "<w_{s,0},x>, inf f likewise, and sup |f| is the larger of sup f and -inf f. "

    public static let functionValue = Claim(
        "B.5/1", place: "Lemma B.5, first statement (informally Lemma 4.1)", kind: .uniform,
        statement: "With probability >= 1-gamma, for all W: |f(x;a,W)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m + C0",
        domain: "m >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(FunctionValue(), bound: LemmaB5.FunctionValue(), law: .unknown), failing: .gamma,
        check: .supremum(
            supremumOfF + "The share of draws beyond the bound is held against gamma by a confidence sequence.",
            beside: "relu is 1-Lipschitz, and the tail of f(x;a,W0) is bounded for all m at once"),
        decidedBy: .proof(LemmaB5Arguments.functionValue))

    public static let functionValueAtLargeWidth = Claim(
        "B.5/2", place: "Lemma B.5, second statement", kind: .existence(.deterministic),
        statement: """
            There is C > 0 such that m >= C log(2/gamma) implies, with probability >= 1-gamma, for all W:
            |f(x;a,W)| <= 2 sqrt(log(2/gamma)) + C0
            """,
        domain: "m >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(FunctionValue(), bound: LemmaB5.FunctionValueAtLargeWidth(), law: .unknown), failing: .gamma,
        check: .supremum(
            supremumOfF + "Verified at cells where m >= C log(2/gamma) with the C of B.5/c; the audit looks for the smallest C."),
        means: .own([
            .refuted: "At the parameters shown, which meet m >= C log(2/gamma) with the C tried, the supremum exceeds the bound "
                + "with probability more than gamma; in the audit, for every C up to the largest one tried.",
            .holds: "At the parameters shown, the supremum exceeds the bound with probability at most gamma: that cell does not "
                + "speak against the C tried.",
            .inconclusive: "The trial budget ended before the probability of violation could be told from gamma.",
            .proved: "The C printed serves for all m, gamma and C0 (audit).",
        ]),
        decidedBy: .proof(LemmaB5Existence.step))

    public static let functionValueAtStart = Claim(
        "B.5/a", place: "Lemma B.5, proof, the value at W0", kind: .probability,
        statement: "With probability >= 1-gamma: |f(x;a,W0)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m",
        domain: "m >= 1, gamma in (0,1)",
        subject: .measured(
            FunctionValueAtInitialization(), bound: LemmaB5.FunctionValueAtStart(), law: .known(LemmaB5Laws.functionValueAtStart)),
        failing: .gamma,
        check: .law("Given N ~ Binomial(m, 1/2) active neurons, f(x;a,W0) ~ N(0, N/m): a binomial mixture of normal tails, against gamma."),
        decidedBy: .proof(LemmaB5Laws.functionValueAtStart))

    public static let functionChange = Claim(
        "B.5/b", place: "Lemma B.5, proof, the change from W0", kind: .uniform,
        statement: "For every draw and every W in the ball: |f(x;a,W) - f(x;a,W0)| <= C0",
        domain: "every draw and every W",
        subject: .measured(FunctionChange(), bound: LemmaB5.FunctionChange(), law: .unknown), failing: .none,
        check: .supremum(
            "The supremum separates over neurons and is evaluated in closed form on every draw; relu is 1-Lipschitz, which "
                + "is the argument for all draws."),
        decidedBy: .proof(LemmaB5Arguments.functionChange))

    static let claimB5d = Claim(
        "B.5/d", place: "Lemma B.5, proof, last display", kind: .uniform,
        statement: "For every W in the ball: |f(x;a,W)| = |f(x;a,W0)| + |f(x;a,W) - f(x;a,W0)|   (as displayed, with \"=\")",
        domain: "every draw and every W",
        subject: .described("|f(x;a,W0)| + |f(x;a,W) - f(x;a,W0)|", .identity), failing: .none,
        check: .argument(
            "The sides differ wherever W brings f nearer to 0, which one neuron shows, with x = 1 and a_1 = 1; with \"<=\" it is the "
                + "triangle inequality."
        ),
        coq: .witness("B5_d.v"),
        decidedBy: .proof(LemmaB5Arguments.split),
        repairs: LemmaB5Arguments.splitRepairs)

    static let claimB5c = Claim(
        "B.5/c", place: "Lemma B.5, from the first statement to the second", kind: .deterministic,
        statement: "There is a smallest C such that sqrt(2L) + 2L/sqrt m <= 2 sqrt L for all L = log(2/gamma) and all m >= C L: find it",
        domain: "m >= 1, gamma in (0,1), m >= C log(2/gamma)",
        subject: .described("sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m", .upper), failing: .none,
        check: .balls(
            "Divided by sqrt L the inequality depends on L/m alone, and is solved for it; the C found and a smaller one are "
                + "checked in ball arithmetic."),
        means: .own([
            .refuted: "No C > 0 makes the inequality true for all gamma and all m >= C log(2/gamma).",
            .proved: "The C printed makes it true for all gamma and all m >= C log(2/gamma), and no smaller one does.",
            .inconclusive: "The smallest C was not enclosed.",
        ]),
        coq: .whole("B5_c.v"),
        decidedBy: .proof(LemmaB5Steps.c))

    static let claimB5cOverIntegers = Claim(
        "B.5/c'", place: "Lemma B.5, from the first statement to the second, for integer widths", kind: .deterministic,
        statement: """
            For integers m and L = log(2/gamma) > log 2 too, the smallest C such that
            sqrt(2L) + 2L/sqrt m <= 2 sqrt L, for all L and all m >= C L, is 6 + 4 sqrt 2
            """,
        domain: "m >= 1 an integer, gamma in (0,1), m >= C log(2/gamma)",
        subject: .described("sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m", .upper), failing: .none,
        check: .balls(
            "For a smaller C an integer m is constructed at which the inequality fails; one such failure is checked in ball arithmetic."),
        coq: .whole("B5_c_prime.v"),
        decidedBy: .proof(LemmaB5Steps.cOverIntegers))

    /// In the paper's order; what is sharper than the paper (+) at the end.
    static let lemmaB5: [Claim] = [
        .functionValue, .functionValueAtLargeWidth, .functionValueAtStart, .functionChange, .claimB5d, .claimB5c,
        .claimB5cOverIntegers, .sharpFunctionValue,
    ]
}
