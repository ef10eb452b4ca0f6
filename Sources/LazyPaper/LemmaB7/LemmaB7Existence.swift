// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// B.7/2: "there is C > 0" such that two conditions, neither of which makes d large, bound the gradient's norm from below.
enum LemmaB7Existence {
    /// The constant of the repaired statement.
    private static let repairedC = 2500

    /// d = 1, gamma = 1/20, m = 400 C^2: meets both conditions, and W0 itself fails with probability >= erf(1/(4 sqrt 2)) = 0.197.
    static let refutation = StatedProof {
        let evidence = family.map(\.evidence)
        guard evidence.allSatisfy({ $0.standing != .failed }) else {
            return Finding(.inconclusive, method: "the family of witnesses was not verified", evidence: evidence)
        }
        let probability = Ball.refined { smallProbability }
        let counterexample = Counterexample(
            [.init("C", "1000"), .init("d", "1"), .init("m", "400000000"), .init("gamma", "0.05"), .init("C0", "0")],
            lhs: probability.midpoint, rhs: 0.05, excess: (probability - .ratio(1, 20)).lower)
        let note =
            "Refuted for every C > 0 at once, by m = 400 C^2 (C < 1: the m of C = 1), for every C0 >= 0: neither "
            + "condition makes d large. A condition between d and C0 is missing too: "
            + "where C0 >= 2 sqrt d the ball reaches W of gradient sqrt(d)/4 and less. B.7/2* states what B.7/1 gives."
        return Finding(
            .refuted, method: "a family of witnesses, one for each C", counterexample: counterexample, probability: probability.midpoint,
            gamma: 0.05, note: note, evidence: evidence)
    }

    /// P(|z| < 1/4), z ~ N(0,1).
    private static var smallProbability: Ball { .erf(Ball(1) / (Ball(4) * .sqrt(Ball(2)))) }

    private static let family: [CheckedLine] = [
        .argument("d = 1: grad f = f(x;a,W) x by homogeneity, so ||grad f(x;a,W0)|| = |f(x;a,W0)|, and W0 is in the ball"),
        .argument(
            "given N active neurons f ~ N(0, N/m) with N <= m, so P(|f(x;a,W0)| < 1/4) >= P(|z| < 1/4) = erf(1/(4 sqrt "
                + "2)), for every m"),
        .number("erf(1/(4 sqrt 2)) > 0.197 > gamma = 1/20") { Ball.ratio(197, 1000).isLess(than: smallProbability) },
        .everywhere(
            "m = 400 C^2 meets the first condition: C log 80 <= 400 "
                + "C^2 for C >= 1", LogBox(LogInterval("C", from: 1, to: .infinity))
        ) { x in
            Inequality(x[0] * .log(.integer(80)), atMost: .integer(400) * x[0] * x[0])
        },
        .everywhere("and the second: C log(160 m)/m <= 1 for C >= 1", LogBox(LogInterval("C", from: 1, to: .infinity))) { x in
            let m = RangeWithSlopes.integer(400) * x[0] * x[0]
            return Inequality(x[0] * .log(.integer(160) * m) / m, atMost: .integer(1))
        },
        .argument(
            "second family, for large d: v_s = -a_s nu u on the active neurons, u along P grad f(x;a,W0) (so no activation "
                + "changes), brings P grad f to 0 where ||P grad f(x;a,W0)|| <= C0 N/m; there remains |f(x;a,W0)|"),
        .number(
            "at d = 100, C0 = 20, m = 400 C^2, C >= 1000, gamma = 1/20 this fails with probability > 0.98: P(|f| >= 5/2) + "
                + "P(chi^2_99 > 180) + P(N/m < 0.45) < 0.02"
        ) {
            let value = Ball.erfc(.ratio(5, 2) / .sqrt(Ball(2)))
            let norm = Ball.chiSquaredUpperTail(Ball(180), degrees: 99)
            // Hoeffding: P(N/m < 1/2 - 1/20) <= exp(-2 m/400), m >= 400 10^6.
            let count = Ball.exp(Ball(-2_000_000))
            return (value + norm + count).isLess(than: .ratio(2, 100))
        },
    ]

    // MARK: the repair

    static let repair = Claim.repair(
        "B.7/2*",
        place: "for B.7/2: conditions that make d large against C0 and log(1/gamma)", kind: .existence(.deterministic),
        statement: "the bound of B.7/1 is at least sqrt(d)/4 for m >= C (C0^2 + log(4/gamma)), d >= C (C0^2 + log(8/gamma)), "
            + "d m >= C (C0^2 + log(4/gamma)) log(8m/gamma), C = 2500: there, with probability >= 1-gamma, for all W: "
            + "||grad f(x;a,W)|| >= sqrt(d)/4",
        domain: "m, d >= 1, gamma in (0,1), C0 >= 0", failing: .gamma,
        measuring: .measured(GradientNorm(), bound: LemmaB7.GradientNormAtLargeWidthRepaired(), law: .unknown),
        check: .checkedLines,
        decidedBy: .proof(
            CheckedArgument(
                proof: [
                    .argument(
                        "L4 = log(4/gamma), L8 = log(8/gamma): sqrt(2 L4/m) <= sqrt(2/C), L4/m <= 1/C, 5 sqrt(d L8) <= 5 d/sqrt "
                            + "C, C0 <= sqrt(d/C)"),
                    .argument(
                        "(C0 + sqrt(L4/2))^2 <= 2 (C0^2 + L4), so (C0 + sqrt(L4/2))/sqrt m (d + 4 sqrt(d log(8m/gamma))) <= "
                            + "sqrt(2/C) d + 4 sqrt(2/C) d"),
                    .number("sqrt((1/2 - sqrt(2/C) - 1/C)(1 - 5/sqrt C)) - 1/sqrt C - (50/C)^{1/4} >= 1/4 at C = 2500") {
                        let c = Ball(repairedC)
                        let active = Ball.ratio(1, 2) - .sqrt(Ball(2) / c) - Ball(1) / c
                        let norm = Ball(1) - Ball(5) / .sqrt(c)
                        let value = Ball.sqrt(active * norm) - Ball(1) / .sqrt(c) - .fourthRoot(Ball(50) / c)
                        return Ball.ratio(1, 4).isLess(than: value)
                    },
                    .sampled("sqrt(d)/4 <= the right-hand side of B.7/1 on the domain", equal: false) { point in
                        let gamma = point.positive(log: -50, 0), c0 = point.positive(log: -4, 6)
                        let l4 = Ball.log(Ball(4) / gamma), l8 = Ball.log(Ball(8) / gamma), c = Ball(repairedC)
                        let m = c * (c0 * c0 + l4) * point.positive(log: 0, 20)
                        let least = Ball.max(c * (c0 * c0 + l8), c * (c0 * c0 + l4) * .log(Ball(8) * m / gamma) / m)
                        let d = least * point.positive(log: 0, 3)
                        let p = Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: Ball(1), radius: Ball(0), epsilon: .ratio(1, 2))
                        return Inequality(.sqrt(d) / Ball(4), atMost: LemmaB7.gradientNorm(p).value)
                    },
                ],
                method: "term by term",
                note: "Rests on B.7/1 (proved).")))
}
