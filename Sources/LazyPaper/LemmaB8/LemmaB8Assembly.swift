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
            coq: .whole("B8_k_star.v"),
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
        .certified(
            "gamma <= 1/2, d >= 1 and log(m/gamma) <= d/log(1/gamma): log(8m/gamma) <= (1/log 2 + log 8) d"
        ) {
            let two = ExactScalar.log(.integer(2)), eight = ExactScalar.log(.integer(8))
            let more = ExactScalar.nonnegative("log(1/gamma) - log 2"), excess = ExactScalar.nonnegative("d - log(m/gamma) log(1/gamma)")
            let above = ExactScalar.nonnegative("d - 1"), d = .integer(1) + above, l = two + more
            let rest = d * more / (two * l) + excess / l + eight * above
            return (Inequality((d - excess) / l + eight, atMost: (.integer(1) / two + eight) * d), NonnegativeQuantity(rest))
        },
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
            (
                "Fails everywhere for C1 >= 3.",
                [
                    .certified(
                        "C1 >= 3: less sqrt(log(4m/gamma)) and squared, the left side is at least 9 + 36 sqrt(log(8m/gamma)/d), more than "
                            + "the right side's 9"
                    ) {
                        var p = exact
                        let excess = ExactScalar.nonnegative("C1 - 3"), root: ExactScalar = .sqrt(p.logWidthOverGamma(8) / p.d)
                        p.c1 = .integer(3) + excess
                        let left = StepsB8.k(p).lhs - .sqrt(p.logWidthOverGamma(4)), spread = .integer(1) + .integer(4) * root
                        return (
                            Inequality(.integer(9) + .integer(36) * root, atMost: left * left),
                            NonnegativeQuantity(excess * (.integer(6) + excess) * spread)
                        )
                    }
                ]
            ),
            (
                "Holds for C1 <= 1, gamma <= 1/2.",
                kReduction + [
                    .certified("C1 <= 1: the left side is at most that of B.8/k") {
                        var p = exact
                        let c1 = ExactScalar.nonnegative("C1"), rest = ExactScalar.nonnegative("1 - C1"), row = p.rowNorm(8) / .sqrt(p.d)
                        p.c1 = c1
                        let left = StepsB8.k(p).lhs
                        p.c1 = c1 + rest
                        return (Inequality(left, atMost: StepsB8.k(p).lhs), NonnegativeQuantity(rest * row))
                    }
                ]
            ),
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
            coq: .whole("B8_k_prime_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: {
                        CounterexampleSearch(wide + [("C1", ["1", "10", "0.1"])]) { x in
                            guard x[2].isCertainlyLessOrEqual(to: .ratio(1, 2)) else { return nil }
                            return point(x, c1: x[3]).map { StepsB8.k($0, factor: x[3]) }
                        }.first()
                    },
                    proof: kReduction + [
                        .identity("less sqrt(log(4m/gamma)), right minus left is C1 times that of B.8/k") {
                            var p = exact
                            let one = StepsB8.k(p), c1 = ExactScalar.positive("C1")
                            p.c1 = c1
                            let sides = StepsB8.k(p, factor: c1)
                            return (sides.rhs - sides.lhs, c1 * (one.rhs - one.lhs))
                        }
                    ],
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
            .number("and both terms are at least 0, as sqrt 2 <= 2") { Ball.sqrt(Ball(2)).isLess(than: Ball(2)) },
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
