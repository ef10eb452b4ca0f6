// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Theorem 3.1 read more strongly than its proof allows: a step free of gamma, the cone, a step bounded from below, a delta of smaller
/// order.
enum Theorem31Readings {
    // MARK: 3.1/1'

    /// At W0 the step moves f by at most 5 C2 but for a small probability, and |f| > 5 C2 has one that does not depend on d.
    static let freeOfGamma = CheckedArgument(
        search: {
            CounterexampleSearch([("C2", ["1"]), ("d", ["1e18"]), ("m", ["1e44"]), ("gamma", ["1e-15"])]) { x in
                guard GradientStep.isInWindow(d: x[1], m: x[2]) else { return nil }
                let large = Ball.erfc(Ball(5) * x[0] / .sqrt(.ratio(4, 5)))
                return Inequality((Ball(1) - Ball(25) / x[2]) * large - Ball(45) / x[1], atMost: x[3])
            }.first()
        },
        isOfProbability: true,
        parts: [("Refuted for every C2, whatever C0, C3 and C4 are.", stepAtStart)],
        route: "C2 has to grow with log(1/gamma): 3.1/1 lets it, and 3.1/1'* says how fast is enough.")

    private static let stepAtStart: [CheckedLine] =
        [
            GradientStep.atStart,
            .argument(
                "W = W0: ||grad f||^2 = (N/m) chi^2_d >= d/4 but for probability 25/m + 15/d (Chebyshev: N >= 0.4 m, chi^2_d >= 0.625 "
                    + "d), so the step is no longer than rho = 2 C2/sqrt d"),
        ] + GradientStep.contraction + [
            .argument("with this rho and u = 0.8 C2: F <= 4.2 C2 + 0.8 C2 = 5 C2 but for probability 28.125/d + 200/(m d) + e^{-m/10}"),
            .number("4.5 4/0.64 + 2/0.375^2 <= 42.5: with 25/m + 200/(m d) + e^{-m/10} <= 31/m <= 2/d, in all at most 45/d") {
                (Ball(18) / .ratio(64, 100) + Ball(2) / .ratio(140_625, 1_000_000)).isLess(than: .ratio(425, 10))
            },
            .argument("P(|f(x;a,W0)| > 5 C2) >= (1 - 25/m) erfc(5 C2/sqrt 0.8); where |f| > 5 C2 >= F the step does not change the sign"),
            .argument(
                "so for gamma = erfc(5 C2/sqrt 0.8)/2, all large d and m = ceil(d^2.4), which the window holds in the end whatever C3 "
                    + "and C4, it fails with probability more than gamma"),
        ]

    static let freeOfGammaRepairs: [Claim] = [
        Claim.repair(
            "3.1/1'*", place: "for Theorem 3.1: C2 from the bound on |f|", kind: .uniform,
            statement:
                "Where 0 < |f(x)| <= F and D <= ||grad f(x)||/2, D the supremum over ||delta|| <= 4F/||grad f(x)|| of ||grad f(x+delta) - "
                + "grad f(x)||, the step with C2 = 4F flips the sign; with the F of B.5/1 this C2 grows like sqrt(log(1/gamma))",
            domain: "every draw and every W",
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .argument(
                            "f > 0, else take -a for a: 3.1/a at t = -4F gives f(x+delta) <= f - 4F + 4F D/||grad f|| <= F - 4F + 2F = "
                                + "-F < 0"
                        ),
                        .argument(
                            "F = sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m + C0 (B.5/1), its second term at most sqrt(log(2/gamma)) "
                                + "where m >= 4 log(2/gamma)"),
                    ],
                    method: "from 3.1/a",
                    note: "That D <= ||grad f||/2 holds for all W is what 3.1/d certifies for large d.")))
    ]

    // MARK: 3.1/e

    /// W = W0/r: the step becomes r times as long, in the same direction.
    static let cone = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["10000000"]), ("m", ["100000000000000000"]), ("gamma", ["0.05"])]) { x in
                guard GradientStep.isInWindow(d: x[0], m: x[1]) else { return nil }
                return Inequality(Ball(1) - .exp(-(x[1] * .log(Ball(2)))), atMost: x[2])
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "Fails for every C2, at every d and m, on every draw with f(x;a,W0) != 0.",
                [
                    .argument(
                        "W = W0/r: f(.;a,W) = f(.;a,W0)/r, so C2 grad f(x;a,W)/||grad f(x;a,W)||^2 is r times C2 grad "
                            + "f(x;a,W0)/||grad f(x;a,W0)||^2"),
                    .argument(
                        "f(.;a,W0) is continuous, so a short enough step keeps the sign where f(x;a,W0) != 0, which fails only if no "
                            + "neuron is active, with probability 2^{-m}. Let r go to 0"),
                ]
            )
        ],
        route: "The step has to be scaled with the network: C2/(r ||grad f||^2) serves (3.1/e*).")

    static let coneRepairs: [Claim] = [
        Claim.repair(
            "3.1/e*", place: "for Section 3, \"Beyond lazy regime\": the step scaled with the network", kind: .uniform,
            statement:
                "On every draw on which 3.1/1 holds, for all W with r W in the ball, r > 0: sign f(x) != sign f(x + eta grad f(x)) with "
                + "|eta| = C2/(r ||grad f(x;a,W)||^2)",
            domain: "every draw on which 3.1/1 holds",
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .argument(
                            "W' = r W is in the ball and grad f(x;a,W') = r grad f(x;a,W): C2 grad f(x;a,W)/(r ||grad f(x;a,W)||^2) = "
                                + "C2 grad f(x;a,W')/||grad f(x;a,W')||^2, the step of 3.1/1 at W'"),
                        .argument("it flips f(.;a,W'), and f(.;a,W) = f(.;a,W')/r has the same signs (3.1/c)"),
                    ],
                    method: "homogeneity")))
    ]

    // MARK: 3.1/f

    /// The ball holds W at which f(x) is as near to 0 as one likes.
    static let orderOne = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["10000000"]), ("m", ["100000000000000000"]), ("gamma", ["0.05"]), ("C0", ["1"])]) { x in
                let room = Ball.ratio(1, 10) - .ratio(2, 5) * x[3] / .sqrt(x[1])
                guard GradientStep.isInWindow(d: x[0], m: x[1]), room.isCertainlyPositive else { return nil }
                let small = Ball.erf(.ratio(2, 5) * x[3] / .sqrt(Ball(2)))
                return Inequality(small - .exp(-(Ball(2) * x[1] * room * room)), atMost: x[2])
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "Fails for every c > 0, every C0 > 0 and gamma < erf(0.4 C0/sqrt 2), for all large m.",
                [
                    .argument(
                        "moving the neurons with g_s > V along x by at most V flips none and moves f by up to C0 #{g_s > V}/m towards 0 "
                            + "and beyond: where 0 < |f(x;a,W0)| <= 0.4 C0 and #{g_s > V} >= 0.4 m, some such W has |f(x;a,W)| as small "
                            + "as wanted, and not 0"
                    ),
                    .argument(
                        "P grad f(x;a,W) = P grad f(x;a,W0) is not 0 (d >= 2), and grad f(.;a,W) is constant on a ball about x that "
                            + "does not shrink as f goes to 0: for |f| small enough D = 0 and t = -2f solves 3.1/b, so |t| = 2 |f| < c"),
                    .argument(
                        "P(|f(x;a,W0)| <= 0.4 C0) >= erf(0.4 C0/sqrt 2), as f ~ N(0, N/m) given N <= m; P(g > V) >= 1/2 - 0.4 V, as "
                            + "1/sqrt(2 pi) < 0.4, so that #{g_s > V} < 0.4 m has at most the probability exp(-2 m (0.1 - 0.4 V)^2) "
                            + "(Hoeffding)"),
                ]
            )
        ],
        route: "The length of the step needs only the upper half: |t| <= 4 F where |f| <= F and D <= ||grad f||/2 (3.1/f*).")

    static let orderOneRepairs: [Claim] = [
        Claim.repair(
            "3.1/f*", place: "for Theorem 3.1: the upper half", kind: .uniform,
            statement: "Where |f(x)| <= F and D <= ||grad f(x)||/2, the t of 3.1/b has |t| <= 4 F",
            domain: "every draw and every W",
            check: .checkedLines,
            decidedBy: .proof(CheckedArgument(proof: [boundOnStep], method: "algebra")))
    ]

    /// With |f| = F - a and D = G/2 - e, G = ||grad f(x)|| > 0.
    private static let boundOnStep: CheckedLine = .certified(
        "D <= G/2 and |f(x)| <= F: |t| = 2 |f(x)|/(1 - D/G) <= 4 F, G = ||grad f(x)|| > 0"
    ) {
        let gradient = ExactScalar.positive("G"), value = ExactScalar.nonnegative("|f|")
        let room = ExactScalar.nonnegative("G/2 - D"), rest = ExactScalar.nonnegative("F - |f|")
        let difference = gradient / .integer(2) - room
        let step = .integer(2) * value / (.integer(1) - difference / gradient)
        let slack = .integer(4) * rest + .integer(8) * value * room / (gradient + .integer(2) * room)
        return (Inequality(step, atMost: .integer(4) * (value + rest)), NonnegativeQuantity(slack))
    }

    // MARK: 3.1/g

    /// At W0 |t| >= 2 |f| and ||grad f||^2 is of the order d.
    static let lengthOfDelta = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["1e9"]), ("m", ["1e22"]), ("gamma", ["0.05"])]) { x in
                guard GradientStep.isInWindow(d: x[0], m: x[1]), stepExists(d: x[0], m: x[1]) else { return nil }
                let large = Ball.erfc(.ratio(1, 2) / .sqrt(.ratio(4, 5))), tail = Ball.erfc(Ball(3) / .sqrt(.ratio(6, 5)))
                let norm = Ball(25) / x[1] + .ratio(9, 2) / x[0] + Ball(20_000) / (Ball(9) * x[0])
                return Inequality(large - tail - norm - .ratio(1, 1000), atMost: x[2])
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "At W0 sqrt d ||delta|| >= 1 with probability more than 0.42, for every large d.",
                [
                    GradientStep.atStart,
                    .argument(
                        "W = W0: ||delta|| = |t|/||grad f(x)|| >= 2 |f(x)|/||grad f(x)||, at least 1/sqrt d where |f(x)| >= 1/2 and "
                            + "||grad f(x)||^2 = (N/m) chi^2_d <= d"),
                    .argument(
                        "there is such a t: D, the supremum over ||delta|| <= rho, does not fall as rho grows, so b(1 - D/G), G = ||grad "
                            + "f(x)||, rho = b/G, jumps downward only; it is 0 at b = 0 and at least 6 >= 2 |f(x)| at b = 12, where D <= "
                            + "G/2 and |f(x)| <= 3: the least b at which it reaches 2 |f(x)| is |t|"),
                    .argument(
                        "for N >= 0.4 m and chi^2_d >= 0.97 d, which fails with probability at most 20000/(9d) (Chebyshev), G >= 0.62 "
                            + "sqrt d, so that 12/G <= 20/sqrt d; D <= 0.31 sqrt d there but for 1/1000, by B.9/1+ at C0 = 0, C1 = 20, "
                            + "and |f(x)| <= 3 but for erfc(3/sqrt 1.2)"),
                    .argument(
                        "for N >= 0.4 m, P(|f(x)| >= 1/2) >= erfc(1/(2 sqrt 0.8)); for N <= 0.6 m, (N/m) chi^2_d <= d where chi^2_d <= "
                            + "5d/3, which fails with probability at most 4.5/d (Chebyshev)"),
                ]
            )
        ],
        route: "Lemma B.9 is stated for ||delta|| <= C1/sqrt d, which covers it (3.1/g').")

    /// Whether 0.4 (0.97) >= 0.62^2, 12 <= 20 (0.62) and D <= 0.31 sqrt d by B.9/1+ at W0, gamma = 1/1000, C1 = 20, certainly.
    private static func stepExists(d: Ball, m: Ball) -> Bool {
        let p = Arguments(
            d: d, m: m, gamma: .ratio(1, 1000), c0: Ball(0), c1: Ball(20), radius: Ball(20) / .sqrt(d), epsilon: .ratio(1, 2))
        let norm = Ball.ratio(3844, 10_000).isCertainlyLessOrEqual(to: .ratio(3880, 10_000))
        let difference = SharpB9.gradientDifference(p).value
        return norm && difference.isCertainlyLessOrEqual(to: .ratio(31, 100) * .sqrt(d))
    }

    static let coveredByLemma = CheckedArgument(
        proof: [
            boundOnStep,
            .certified("so |t|/G <= 4F/(c sqrt d), as G >= c sqrt d") {
                let least = ExactScalar.positive("c") * .sqrt(.positive("d")), gradient = least + .nonnegative("G - c sqrt d")
                let bound = .integer(4) * ExactScalar.nonnegative("F")
                return (
                    Inequality(bound / gradient, atMost: bound / least),
                    NonnegativeQuantity(bound * .nonnegative("G - c sqrt d") / (least * gradient))
                )
            },
        ],
        method: "algebra",
        note: "F and c come from B.5/1 and B.7/1; that D <= ||grad f||/2 holds with this C1 is what 3.1/d certifies for large d.")
}
