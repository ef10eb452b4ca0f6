// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// 3/a: the linear model f(w;x) = (1/sqrt d) sum_s w_s x_s by which Section 3 explains the theorem.
enum LinearModel {
    /// erfc(u) <= exp(-u^2).
    private static let complementaryError = Array(LemmaB5Existence.tail.dropFirst())

    static let value = CheckedArgument(
        proof: [.argument("f(w;x) ~ N(0, 1/d): P(|f| > t) = P(|z| > t sqrt d) <= P(|z| > t) = erfc(t/sqrt 2), z ~ N(0,1)")]
            + complementaryError + [
                .argument("at t = sqrt(2 log(2/gamma)): exp(-t^2/2) = gamma/2 <= gamma")
            ],
        method: "Gaussian tail",
        note: "In fact |f| is of the order 1/sqrt d, smaller than O(1).")

    /// w = (1, ..., 1).
    static let gradient = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["4", "100"])]) { x in
                Inequality(.sqrt(x[0]), atMost: .sqrt(x[0]) / .sqrt(x[0]))
            }.first()
        },
        parts: [
            (
                "Fails at every d >= 2 for every w != 0.",
                [
                    .argument(
                        "f is linear in x with the coefficients w_s/sqrt d, so grad f(w;x) = w/sqrt d. The witness has w = (1, ..., 1)"),
                    .argument("for w ~ N(0, I_d), ||grad f||^2 ~ chi^2_d/d, which tends to 1: the norm is Theta(1), not Theta(sqrt d)"),
                ]
            )
        ],
        route: "f and grad f carry the same factor 1/sqrt d, so the length |f|/||grad f|| of the step that flips the sign is of the order "
            + "1/sqrt d, as the paper says; without the factor both sentences hold (3/a'*).")

    static let gradientRepairs: [Claim] = [
        Claim.repair(
            "3/a'*", place: "for Section 3: the model without the factor 1/sqrt d", kind: .probability,
            statement: "f(w;x) = <w,x>, w ~ N(0, I_d), ||x|| = 1: grad f(w;x) = w, and with probability >= 1-gamma both |f(w;x)| <= 2 "
                + "sqrt(log(4/gamma)) and d/2 <= ||grad f(w;x)||^2 <= 2d",
            domain: "gamma in (0,1), d >= 32 log(4/gamma)", failing: .gamma,
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [.argument("f ~ N(0,1): P(|f| > t) = erfc(t/sqrt 2)")] + complementaryError + [
                        .argument("at t = 2 sqrt(log(4/gamma)): exp(-t^2/2) = (gamma/4)^2"),
                        .argument(
                            "||w||^2 ~ chi^2_d: below d - 2 sqrt(du), and above d + 2 sqrt(du) + 2u, with probability at most e^{-u} each "
                                + "(Laurent and Massart, doi:10.1214/aos/1015957395); at u = d/16 these are d/2 and 1.625 d, and "
                                + "e^{-d/16} <= (gamma/4)^2"),
                        .number("1 - 2/4 = 1/2 and 1 + 2/4 + 2/16 <= 2") { (Ball(1) + .ratio(1, 2) + .ratio(1, 8)).isLess(than: Ball(2)) },
                        .argument("in all at most 3 (gamma/4)^2 <= gamma"),
                    ],
                    method: "Gaussian and chi-squared tails")))
    ]
}
