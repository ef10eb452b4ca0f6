// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.8/k and l: the last step under the third term of eq. 9, and the proof's terms added up.
enum LemmaB8Assembly {
    // MARK: B.8/k

    private static let wide: [(String, [String])] = [
        ("d", ["1", "2", "5", "10", "100"]), ("m", ["10", "100", "1", "2", "5", "1000", "1000000"]),
        ("gamma", ["0.5", "0.9", "0.1", "0.05", "0.99", "0.7"]),
    ]

    /// The point where d > log(m/gamma) log(1/gamma), certainly; nil elsewhere.
    private static func point(_ x: [Ball], c1: Ball = Ball(1)) -> Arguments<Ball>? {
        let p = Arguments(d: x[0], m: x[1], gamma: x[2], c0: Ball(1), c1: c1, radius: Ball(0), epsilon: .ratio(1, 2))
        return (p.logWidthOverGamma(1) * p.logOverGamma(1)).isCertainlyLess(than: p.d) ? p : nil
    }

    static let k = CheckedArgument(
        search: { CounterexampleSearch(wide) { x in point(x).map { StepsB8.k($0) } }.first() },
        parts: [("Holds for gamma <= 1/2.", kReduction)],
        route: "Where it fails gamma is near 1, and the hypothesis leaves m free; B.8/k* is the step for gamma <= 1/2.")

    static let kRepairs: [Claim] = [
        Claim.repair(
            "B.8/k*", place: "for B.8/j: a restricted domain", kind: .deterministic,
            statement: "B.8/k as displayed",
            domain: "integers d, m >= 1, gamma <= 1/2, d > log(m/gamma) log(1/gamma)",
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    search: {
                        CounterexampleSearch(wide) { x in
                            x[2].isCertainlyLessOrEqual(to: .ratio(1, 2)) ? point(x).map { StepsB8.k($0) } : nil
                        }.first()
                    },
                    proof: kReduction,
                    method: "algebraic reduction")))
    ]

    /// d, m >= 1, gamma in (0, 1), C0, R >= 0, C1 = 1.
    private static var exact: Arguments<ExactScalar> {
        Arguments(
            d: .atLeastOne("d"), m: .atLeastOne("m"), gamma: .integer(1) / .aboveOne("1/gamma"), c0: .nonnegative("C0"), c1: .integer(1),
            radius: .nonnegative("R"), epsilon: .ratio(1, 2))
    }

    private static let kReduction: [CheckedLine] = [
        .identity(
            "both sides less sqrt(log(4m/gamma)), squared: right minus left = 4 (2 - sqrt(log(8m/gamma)/d)), so the step says "
                + "log(8m/gamma) <= 4d"
        ) {
            let p = exact
            let sides = StepsB8.k(p), along = ExactScalar.sqrt(p.logWidthOverGamma(4))
            let (left, right) = (sides.lhs - along, sides.rhs - along)
            return (right * right - left * left, .integer(4) * (.integer(2) - .sqrt(p.logWidthOverGamma(8) / p.d)))
        },
        .argument("gamma <= 1/2: log(m/gamma) < d/log(1/gamma) <= d/log 2, so log(8m/gamma) < (1/log 2 + log 8) d, as d >= 1"),
        .number("1/log 2 + log 8 <= 4") { (Ball(1) / .log(Ball(2)) + .log(Ball(8))).isLess(than: Ball(4)) },
    ]

    // MARK: B.8/k'

    static let kWithC1 = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["100", "1000"]), ("m", ["1000"]), ("gamma", ["0.05", "0.5"]), ("C1", ["1", "2", "3", "4"]),
            ]) { x in point(x, c1: x[3]).map { StepsB8.k($0) } }.first()
        },
        parts: [
            ("Fails everywhere for C1 >= 3.", [.argument("C1 >= 3: C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d > C1 >= 3")]),
            ("Holds for C1 <= 1, gamma <= 1/2.", kReduction + [.argument("C1 <= 1: the left side is at most that of B.8/k")]),
        ],
        route:
            "C1 stands there as |<w_{s,0},delta>| <= R ||w_{s,0}|| <= C1 ||w_{s,0}||/sqrt d: the 3 becomes 3 C1 (B.8/k'*), and so do the 3 "
            + "beside sqrt(log(4m/gamma)) in B.8/j and in B.8/2.")

    static let kWithC1Repairs: [Claim] = [
        Claim.repair(
            "B.8/k'*", place: "for B.8/j: 3 C1 in the place of 3", kind: .deterministic,
            statement: "sqrt(log(4m/gamma)) + C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3 C1",
            domain: "integers d, m >= 1, gamma <= 1/2, C1 > 0, d > log(m/gamma) log(1/gamma)",
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    search: {
                        CounterexampleSearch(wide + [("C1", ["1", "10", "0.1"])]) { x in
                            guard x[2].isCertainlyLessOrEqual(to: .ratio(1, 2)) else { return nil }
                            return point(x, c1: x[3]).map { StepsB8.k($0, factor: x[3]) }
                        }.first()
                    },
                    proof: kReduction + [.argument("less sqrt(log(4m/gamma)), both sides are C1 times those of B.8/k")],
                    method: "algebraic reduction")))
    ]

    // MARK: B.8/l

    static let l = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["1", "10", "784"]), ("m", ["1", "1000"]), ("gamma", ["0.5", "0.05", "1e-6"]), ("C0", ["1", "0", "10"]),
                ("R", ["0.5", "0.1"]),
            ]) { x in
                terms(Arguments(d: x[0], m: x[1], gamma: x[2], c0: x[3], c1: Ball(1), radius: x[4], epsilon: .ratio(1, 2)))
            }.first()
        },
        proof: [
            .identity(
                "right minus left = (2 - sqrt 2) sqrt((1/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + 3 (C0 + sqrt L), L = "
                    + "log(4/gamma)"
            ) {
                let p = exact, sides = terms(p)
                let flipped: ExactScalar = (.integer(2) - .sqrt(.integer(2))) * p.flippedShare(4) * p.rowNorm(8)
                return (sides.rhs - sides.lhs, flipped + .integer(3) * (p.c0 + .sqrt(p.logOverGamma(4))))
            },
            .integer("both terms are at least 0: sqrt 2 <= 2, as 2 <= 2^2") { 2 <= 2 * 2 },
        ],
        method: "algebraic, term by term", note: "Whether the bounds that are added up hold is decided in their own rows.")

    /// The bounds of B.8/g at gamma/4, B.8/i and B.8/j, with C0, against that of B.8/2.
    private static func terms<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Inequality<Scalar> {
        let l = p.logOverGamma(4)
        let start: Scalar = .fourthRoot(.integer(4) * p.radius * .sqrt(.log(p.d))) + .sqrt(l / p.m)
        let atStart: Scalar = .integer(2) * .sqrt(l) * start
        return Inequality(
            atStart + p.c0 + LemmaB8.flippedGradient(p).value + LemmaB8.perturbedFlippedGradient(p).value,
            atMost: LemmaB8.directionalDifferenceAsProved(p).value)
    }
}
