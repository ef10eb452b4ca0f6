// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.9/l, m and o: the terms of Lemma B.8 with the net's exponent put in.
enum LemmaB9NetTerms {
    private static let domain = "m >= d^2.4, d >= log(4/gamma)^2"

    /// A third of the margin of B.9/l is left over: its square root is B.9/m with 9 for 6.
    static let l = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.l($0) },
        proof: [
            .identity(
                "both sides are positive; squared and divided by 4 the step is B.9/m with 9 d log(md) on the right, so B.9/m implies it"
            ) {
                let x = LemmaB9Domain.exact
                let sides = StepsB9.l(x)
                return (
                    (sides.rhs * sides.rhs - sides.lhs * sides.lhs) / .integer(4), .integer(9) * x.d * x.logMD - StepsB9.netExponent(x)
                )
            }
        ] + exponent,
        method: "from B.9/m",
        note: "The lemma's own hypotheses suffice.")

    static let m = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.m($0) },
        proof: exponent,
        method: "term by term, unbounded box",
        note: "The lemma's own hypotheses suffice.")

    private static let exponent: [CheckedLine] = [
        .identity("(right - left)/d = 6 L - (2 log 10 + (8/7) L + log(4/gamma)/d), L = log(md)") {
            let x = LemmaB9Domain.exact
            let sides = StepsB9.m(x)
            let rest = .integer(2) * .log(.integer(10)) + .ratio(8, 7) * x.logMD + x.l / x.d
            return ((sides.rhs - sides.lhs) / x.d, .integer(6) * x.logMD - rest)
        },
        .number("gamma < 1 leaves d > (log 4)^2 > 1.92, so log(4/gamma)/d <= 1/sqrt d <= 1 and md >= d^3.4 >= 9: log(md) >= 2.19") {
            let d = Ball.ratio(192, 100), root = Ball.log(Ball(4))
            guard let least = d.isLess(than: root * root), let width = Ball(9).isLess(than: .pow(d, .ratio(17, 5))) else { return nil }
            return least && width ? Ball.ratio(219, 100).isLess(than: .log(Ball(9))) : false
        },
        .everywhere("2 log 10 + (8/7) L + 1 <= 6 L for L >= 2.19", LogBox(LogInterval("log(md)", from: 2.19, to: .infinity))) { x in
            Inequality(.integer(2) * .log(.integer(10)) + .integer(1) + .ratio(8, 7) * x[0], atMost: .integer(6) * x[0])
        },
    ]

    static let o = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["2", "10", "1000"]), ("m", ["1", "58", "1000000"]), ("C1", ["1", "0.1", "10"])]) { x in
                StepsB9.o(StepArguments(d: x[0], m: x[1], gamma: .ratio(1, 2), c0: Ball(1), c1: x[2]))
            }.first()
        },
        proof: [
            .identity(
                "at R = u C1/sqrt d: left = 6 sqrt 2 u^{1/4} (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 6 sqrt 6 d log(md)/sqrt m"
            ) {
                let d = ExactScalar.atLeastOne("d"), m = ExactScalar.positive("m"), c1 = ExactScalar.positive("C1")
                // log(md) as a variable: what is log m is not used.
                let l = ExactScalar.nonnegative("log(md)")
                let x = StepArguments(d: d, m: m, logM: l - .log(d), l: .real("log(4/gamma)"), c0: .integer(1), c1: c1)
                let net: ExactScalar = .fourthRoot(c1 * d * d * l * l * .sqrt(.log(d) / d))
                let second: ExactScalar = .integer(6) * .sqrt(.integer(6)) * d * l / .sqrt(m)
                let share = ExactScalar.nonnegative("u")
                return (StepsB9.o(x, share: share).lhs, .integer(6) * .sqrt(.integer(2)) * .fourthRoot(share) * net + second)
            },
            .everywhere("u^{1/4} <= 1 for R <= C1/sqrt d", LogBox(LogInterval("u", from: 0, to: 1))) { x in
                Inequality(.fourthRoot(x[0]), atMost: .integer(1))
            },
            .integer("6 sqrt 2 <= 9 and 6 sqrt 6 <= 15, as 72 <= 81 and 216 <= 225") { 72 <= 81 && 216 <= 225 },
        ],
        method: "algebraic, term by term")
}
