// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.9/v: the failure probabilities of the events that the proof of B.9/1 uses.
enum LemmaB9Budget {
    private static let events: [CheckedLine] = [
        .argument(
            "granted gamma/4 each, as in Lemma B.8: the sums at W0 over the net (T.4), |S_v|, |S'_v|, |<x,w_{s,0}>| for all s, ||P "
                + "w_{s,0}|| for all s. Granted gamma each, as displayed: ||w_{s,0}||^2 for all s (B.9/k), and the flips between points "
                + "of the net (g(p) <= gamma, B.9/h). Granted gamma/8: the sums over few neurons (B.9/i)"),
        .argument(
            "the bound on ||P w_{s,0}|| follows from that on ||w_{s,0}||^2, which leaves seven: 4/4 + 1 + 1 + 1/8 = 25/8 times gamma"),
    ]

    static let union = CheckedArgument(
        search: {
            CounterexampleSearch([("gamma", ["0.05"])]) { x in
                Inequality((Ball(4) * .ratio(1, 4) + Ball(2) + .ratio(1, 8)) * x[0], atMost: x[0])
            }.first()
        },
        parts: [("", events)],
        route: "With gamma/8 for each of the seven events the sum is 7 gamma/8 (B.9/v*). Whether the events at the displayed thresholds "
            + "hold together all the same is B.9/v'.")

    static let unionRepairs: [Claim] = [
        Claim.repair(
            "B.9/v*", place: "for Lemma B.9: gamma/8 for each of the events", kind: .deterministic,
            statement:
                "If each of the seven events fails with probability at most gamma/8, all hold together with probability >= 1-7 gamma/8; "
                + "and gamma/8 can be granted to the flips between points of the net: log g(p) <= log(gamma/8), g as in B.9/s",
            domain: "C0 >= 0, m >= d^2.4, d >= log(4/gamma)^2",
            check: .checkedLines,
            coq: .whole("B9_v_star.v", given: "the union bound"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: [.integer("the union bound: seven eighths are less than one") { 7 < 8 }] + LemmaB9Net.unionBound(share: 8),
                    method: "union bound, and that of B.9/h",
                    note:
                        "At gamma/8 the logarithms in the other thresholds grow by at most log 8. Whether each event is so likely is "
                        + "for its own row to say: B.8/h is not, and B.8/h* is.")))
    ]

    static let together = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["300", "1000"]), ("m", ["1000000", "100000000"]), ("gamma", ["0.5", "0.05"]), ("C0", ["1"]),
            ]) { x in
                guard LemmaB9Domain.point(x) != nil else { return nil }
                let one = Ball.erfc(.sqrt(.log(Ball(4) * x[1] / x[2]) / Ball(2)))
                return Inequality(Ball(1) - .pow(Ball(1) - one, x[1]), atMost: x[2])
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "",
                [
                    .argument(
                        "one of the events is |<x,w_{s,0}>| <= sqrt(log(4m/gamma)) for all s (B.8/h at gamma/4); it fails with probability "
                            + "1 - (1 - P(|z| > sqrt(log(4m/gamma))))^m, which tends to 1 as m grows")
                ]
            )
        ],
        route: "B.8/h* has the factor 2 under the root that B.8/h lacks.")
}
