// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.8/m: the failure probabilities of the events that the proof of B.8/2 uses, counted and as they are.
enum LemmaB8Budget {
    /// What is left of the seven events that the proof names, those that another one is or implies left out.
    private static let events = [
        "sum_s X_{s,0} (T.4, B.8/g)", "|S_v| (B.4/1)", "|S'_v| (B.4/3)", "max_s |<x,w_{s,0}>| (B.8/h)", "max_s ||w_{s,0}|| (eq. 2)",
    ]

    // MARK: B.8/m

    static let counted = CheckedArgument(
        search: {
            CounterexampleSearch([("events", ["\(events.count)"]), ("gamma", ["0.05"])]) { x in
                Inequality(x[0] * x[1] / Ball(4), atMost: x[1])
            }.first()
        },
        parts: [
            (
                "",
                [
                    .argument(
                        "the proof names seven: the sum at W0; |S_v|, ||P w_{s,0}|| and |<x,w_{s,0}>| for all s, under the second term "
                            + "of eq. 9; |S'_v|, ||w_{s,0}|| and again |<x,w_{s,0}>| for all s, under the third"),
                    .argument(
                        "the second |<x,w_{s,0}>| is the first again, and ||P w_{s,0}|| <= ||w_{s,0}||, at one threshold; left are the "
                            + "events of " + events.joined(separator: ", ") + ", none of which implies another for all d and m"),
                ]
            )
        ],
        route:
            "With gamma/5 for gamma/4 the failure probabilities add up to gamma (B.8/m*). What the events' true probability is, whatever "
            + "a union bound says, is B.8/m'.")

    static let countedRepairs: [Claim] = [
        Claim.repair(
            "B.8/m*", place: "for B.8/2: five events at gamma/5 each", kind: .uniform,
            statement: allAtOnce(5),
            domain: "d, m >= 1, R <= 1/2, gamma in (0,1), r and delta fixed", failing: .gamma,
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .argument("the first three are B.8/g, B.4/1 and B.4/3 at gamma/5"),
                        rows(5),
                        .argument("five events, a fifth of gamma each"),
                    ],
                    method: "union bound")))
    ]

    // MARK: B.8/m'

    static let together = CheckedArgument(
        search: {
            CounterexampleSearch([("m", ["1", "10", "1000"]), ("gamma", ["0.5", "0.05", "0.01"])]) { x in
                let one = NormalLaws.outside(.sqrt(.log(Ball(4) * x[0] / x[1])))
                return Inequality(Ball(1) - .pow(Ball(1) - one, x[0]), atMost: x[1])
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "For every gamma it fails once m is large.",
                [
                    .argument(
                        "one of the events is max_s |<x,w_{s,0}>| <= sqrt(log(4m/gamma)), the products m independent N(0,1): it alone "
                            + "fails with probability 1 - (1 - P(|z| > sqrt(log(4m/gamma))))^m"),
                    .argument(
                        "P(|z| > t) is of the order e^{-t^2/2}/t, here (gamma/(4m))^{1/2}/sqrt(log(4m/gamma)): times m it grows beyond "
                            + "all bounds, and the probability tends to 1"),
                ]
            )
        ],
        route: "With the factor 2 that B.8/h lacks, and both counts under one gamma/4 (B.4/5), gamma/4 each is enough (B.8/m'*).")

    static let togetherRepairs: [Claim] = [
        Claim.repair(
            "B.8/m'*", place: "for B.8/2: the events at gamma/4, both counts as one", kind: .uniform,
            statement: allAtOnce(4),
            domain: "d, m >= 1, R <= 1/2, gamma in (0,1), r and delta fixed", failing: .gamma,
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .argument("the first is B.8/g at gamma/4; the two counts together are B.4/5 at gamma/4"),
                        rows(4),
                        .argument("four events, a quarter of gamma each"),
                    ],
                    method: "union bound, both counts as one event")))
    ]

    /// The events that the proof of B.8/2 needs, at gamma/k each.
    private static func allAtOnce(_ k: Int) -> String {
        """
        With probability >= 1-gamma, L = log(\(k)/gamma), S_v and S'_v(delta) as in Lemma B.4, X_{s,0} as in B.8/a:
        (1/sqrt m) sum_s X_{s,0} <= 2 sqrt L ((4 R sqrt(log d))^{1/4} + sqrt(L/m)),
        |S_v| <= V m + sqrt(m L/2), |S'_v(delta)| <= (V m + sqrt(m L/2)) (1+R), and for all s
        |<x,w_{s,0}>| <= sqrt(2 log(\(k)m/gamma)), ||w_{s,0}|| <= sqrt d + sqrt(2 log(\(k)m/gamma))
        """
    }

    /// The bounds on every row, at gamma/k for each of the two.
    private static func rows(_ k: Int) -> CheckedLine {
        .argument(
            "P(|z| > t) <= e^{-t^2/2}, and P(||w_{s,0}|| > sqrt d + t) <= e^{-t^2/2} (T.6, one side; E||w_{s,0}|| <= sqrt d): at t = "
                + "sqrt(2 log(\(k)m/gamma)) each neuron fails with probability at most gamma/(\(k)m)")
    }
}
