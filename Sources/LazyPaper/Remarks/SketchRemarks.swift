// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// 4.1/a and 4.3/a: what the proof sketches of Section 4 say of larger balls and of perturbations of x.
enum SketchRemarks {
    static let largestDeviation = CheckedArgument(
        proof: [
            .argument(
                "W+ moves the neurons with a_s = +1 by V x and those with a_s = -1 by -V x, W- the other way: f(x;a,W+) - f(x;a,W-) = "
                    + "(1/sqrt m) sum_s (relu(g_s + V) - relu(g_s - V)) >= (1/sqrt m) V N = h(m) N/m, as relu(g + V) - relu(g - V) >= V "
                    + "for g > 0 and >= 0 for all g"),
            .argument("so |f(x;a,W+)| or |f(x;a,W-)| is at least h(m) N/(2m)"),
            .argument(
                "N >= m/4 but for probability e^{-m/8} (Hoeffding): the supremum exceeds any B once h(m) > 8B, with a probability that "
                    + "tends to 1 with m"),
        ],
        method: "two opposite moves",
        note: "With V = C0/sqrt m the change from W0 is at most C0 (B.5/b).")

    /// At R = 1/2 |S'_v| is at least a Binomial(m, 1/3) variable.
    static let sameOrder = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("K", ["1", "10"]), ("d", ["2"]), ("m", ["100", "10000"]), ("gamma", ["0.05"]), ("C0", ["1"]), ("R", ["0.5"]),
            ]) { x in
                let bound = x[0] * (x[4] * .sqrt(x[2]) + .sqrt(x[2] * .log(Ball(1) / x[3]) / Ball(2)))
                let least = Ball.floor(bound) + Ball(1)
                guard least.isCertainlyLessOrEqual(to: x[2]) else { return nil }
                return Inequality(.regularizedBeta(.ratio(1, 3), least, x[2] - least + Ball(1)), atMost: x[3])
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "Fails for every K: for integers K >= 1, as may be assumed, at m = (10 K)^2, C0 = 1, gamma = 0.05, R = 1/2, d >= 2.",
                [
                    .argument(
                        "V > 0: s is in S'_v if some ||delta|| <= R makes <w_{s,0},x+delta> zero, that is if |g_s| <= R ||w_{s,0}||. At "
                            + "R = 1/2, d >= 2, that has at least the probability that a direction of the plane makes an angle of 60 "
                            + "degrees or more with the line of "
                            + "x, (2/pi) asin(1/2) = 1/3"),
                    .argument(
                        "at m = (10 K)^2 the bound is K^2 (10 + 10 sqrt(log(20)/2)) < 0.223 m, while |S'_v| is at least Binomial(m, "
                            + "1/3): it stays within the bound with probability at most exp(-2 m (1/3 - 0.223)^2) (Hoeffding)"),
                    .number("(1 + sqrt(log(20)/2))/10 < 0.223 and exp(-200 (1/3 - 0.223)^2) < 0.11") {
                        let bound = ((Ball(1) + .sqrt(.log(Ball(20)) / Ball(2))) / Ball(10)).isLess(than: .ratio(223, 1000))
                        let room = Ball.ratio(1, 3) - .ratio(223, 1000)
                        guard let bound, let rest = Ball.exp(-(Ball(200) * room * room)).isLess(than: .ratio(11, 100)) else { return nil }
                        return bound && rest
                    },
                ]
            )
        ],
        route: "The order is kept for R of the order 1/sqrt(md) (4.3/a*), or for one fixed delta (4.3/a**).")

    static let sameOrderRepairs: [Claim] = [
        Claim.repair(
            "4.3/a*", place: "for Section 4.3: a size of delta that keeps the order", kind: .uniform,
            statement: "With probability >= 1-gamma: |S'_v| <= (C0 + C1) sqrt m + sqrt(m log(1/gamma)/2), if R <= C1/sqrt(md)",
            domain: "d, m >= 1, R <= min(1/2, C1/sqrt(md)), gamma in (0,1)", failing: .gamma,
            measuring: .measured(PerturbedFlippedNeurons(), bound: LemmaB4.PerturbedFlippedNeuronsOfSameOrder(), law: .unknown),
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .argument(
                            "s is in S'_v only if |g| sqrt(1-R^2) <= V + R chi, g ~ N(0,1) and chi ~ chi_{d-1} independent of it, so with "
                                + "probability at most sqrt(2/pi) (V + R E chi)/sqrt(1-R^2) <= V + R sqrt d, as in B.4/2*"),
                        .number("(2/pi)/(1 - 1/4) <= 1: 8/3 <= pi") { Ball.ratio(8, 3).isLess(than: .pi) },
                        .argument(
                            "Hoeffding: |S'_v| <= (V + R sqrt d) m + sqrt(m log(1/gamma)/2) with probability >= 1-gamma, and (C0/sqrt m "
                                + "+ R sqrt d) m <= (C0 + C1) sqrt m"),
                    ],
                    method: "from B.4/2*"))),
        Claim.repair(
            "4.3/a**", place: "for Section 4.3: one fixed delta", kind: .uniform,
            statement:
                "With probability >= 1-gamma, for one fixed delta: |S'_v(delta)| <= (1+R) (C0 sqrt m + sqrt(m log(1/gamma)/2)), "
                + "S'_v(delta) = { s : some W in the ball has 1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }",
            domain: "m >= 1, ||delta|| <= R <= 1/2, gamma in (0,1)", failing: .gamma,
            measuring: .measured(FlippedNeuronsAtPerturbation(), bound: LemmaB4.PerturbedFlippedNeurons(), law: .unknown),
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .argument(
                            "s is in S'_v(delta) only if |<w_{s,0},y>| <= V ||y||, y = x+delta, which has the probability P(|z| <= V) "
                                + "<= V, as in B.4/3; Hoeffding gives V m + sqrt(m log(1/gamma)/2), and V m = C0 sqrt m")
                    ],
                    method: "from B.4/3"))),
    ]
}
