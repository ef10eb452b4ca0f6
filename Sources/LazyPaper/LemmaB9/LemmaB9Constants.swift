// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.9/u: whether two conditions on d and m make the bound of B.9/1 small against sqrt d; and B.9/2', where the window holds a width.
enum LemmaB9Constants {
    /// The right-hand side of B.9/1 over sqrt d.
    private static func ratio(_ x: StepArguments<Ball>) -> Ball {
        let l = x.logMD
        let first = Ball(9) * .fourthRoot(x.c1 * l * l * .sqrt(.log(x.d) / x.d))
        return first + Ball(15) * .sqrt(x.d) * l / x.sqrtM + Ball(327) * x.cBar * x.c0 / .fourthRoot(x.d)
    }

    static let free = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("c", ["1"]), ("C", ["0.001"]), ("C'", ["0.001"]), ("d", ["1e22"]), ("m", ["1e53"]), ("gamma", ["0.5"]),
                ("C0", ["1", "1000000"]), ("C1", ["1"]),
            ]) { x in
                let a = StepArguments(d: x[3], m: x[4], gamma: x[5], c0: x[6], c1: x[7])
                let l = a.logMD
                guard (l * l * .sqrt(.log(a.d) / a.d)).isCertainlyLessOrEqual(to: x[1]),
                    (a.d * l / a.sqrtM).isCertainlyLessOrEqual(to: x[2] * .sqrt(a.d)),
                    Ball.pow(a.d, .ratio(12, 5)).isCertainlyLessOrEqual(to: a.m), (a.l * a.l).isCertainlyLessOrEqual(to: a.d)
                else { return nil }
                return Inequality(ratio(a), atMost: x[0])
            }.first()
        },
        parts: [
            (
                "Fails for every c, C and C'.",
                [
                    .everywhere("at m = d^2.4: log(md)^2 sqrt(log(d)/d) <= 302 d^{-1/4} for d >= 2", dimensions) { x in
                        let l: RangeWithSlopes = .log(x[0])
                        return Inequality(.ratio(289, 25) * l * l * .sqrt(l) / .fourthRoot(x[0]), atMost: .integer(302))
                    },
                    .everywhere("at m = d^2.4: d log(md)/sqrt m <= 3 d^{-1/4} sqrt d for d >= 2", dimensions) { x in
                        Inequality(.ratio(17, 5) * .log(x[0]) / .pow(x[0], .ratio(9, 20)), atMost: .integer(3))
                    },
                    .argument(
                        "so m = d^2.4, d a fifth power and at least max(5, (302/min(C, C'))^4), gamma = 1/2 meet both conditions and the "
                            + "hypotheses; at C0 = max(1, sqrt(c) d^{1/8}) the last term is 327 C0^2 d^{1/4} >= 327 c sqrt d > c sqrt d"),
                ]
            )
        ],
        route: "With C and C' that may depend on C0 and C1 it holds (B.9/u').")

    private static let dimensions = LogBox(LogInterval("d", from: 2, to: .infinity))

    static let dependent = CheckedArgument(
        proof: [
            .argument(
                "C' = c/45 and C = min(c^4/(27^4 C1), 4.6 (c/(981 Cbar C0))^2), the second only where C0 > 0. Over sqrt d the first "
                    + "term is at most 9 (C1 C)^{1/4} <= c/3, the second at most 15 C' = c/3"),
            .argument(
                "d >= log(4/gamma)^2 > 1.92 leaves d >= 2, and m >= d^2.4: log(md)^2 sqrt(log(d)/d) >= 3.4^2 (log 2)^{5/2}/sqrt d. For "
                    + "d < D = (981 Cbar C0/c)^4 that is more than 4.6/sqrt D >= C; so the first condition leaves d >= D, where the "
                    + "third term is at most c/3"),
            .number("4.6 < 3.4^2 (log 2)^{5/2}") {
                let l = Ball.log(Ball(2))
                return Ball.ratio(46, 10).isLess(than: .ratio(289, 25) * l * l * .sqrt(l))
            },
        ],
        method: "term by term",
        note: "The lemma's hypotheses are used: at d = 1, which they exclude, the first condition holds for every m.")

    // MARK: B.9/2'

    static let window = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["1", "2", "10", "1000"])]) { x in
                Inequality(.pow(x[0], .ratio(12, 5)), atMost: .exp(.pow(x[0], .ratio(6, 25))))
            }.first()
        },
        parts: [
            (
                "The window is empty exactly for 2 <= d <= 2972162.",
                [
                    .everywhere(
                        "d^0.24 <= 2.4 log d for 2 <= d <= 2972162, and nowhere there are they equal",
                        LogBox(LogInterval("d", from: 2, to: 2_972_162))
                    ) { x in Inequality(.pow(x[0], .ratio(6, 25)) + .ratio(1, 10_000_000), atMost: .ratio(12, 5) * .log(x[0])) }
                ] + filled
            )
        ],
        route: "So with C4 = 1 the theorem is about no network with such d; for every C4 the window is not empty once d is large enough.")

    static let windowRepairs: [Claim] = [
        Claim.repair(
            "B.9/2'*", place: "for B.9/2: a restricted domain", kind: .deterministic,
            statement: "d^2.4 <= exp(d^0.24), and an integer m lies between the two",
            domain: "integers d >= 2972163",
            check: .checkedLines,
            coq: .whole("B9_2_prime_star.v"),
            decidedBy: .proof(CheckedArgument(proof: filled, method: "branch and bound, unbounded box")))
    ]

    private static let filled: [CheckedLine] = [
        .everywhere(
            "2.4 log d + 10^-6 <= d^0.24 for d >= 2972163", LogBox(LogInterval("d", from: 2_972_163, to: .infinity))
        ) { x in
            Inequality(.ratio(12, 5) * .log(x[0]) + .ratio(1, 1_000_000), atMost: .pow(x[0], .ratio(6, 25)))
        },
        .number("so the window is longer than 10^-6 d^2.4 >= 1 and holds an integer") {
            Ball(1_000_000).isLess(than: .pow(Ball(2_972_163), .ratio(12, 5)))
        },
    ]
}
