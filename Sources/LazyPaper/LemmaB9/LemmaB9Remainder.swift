// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule
internal import Support

/// B.9/n: the terms of Lemma B.8 that are not multiplied by the net's exponent, against 50 d^{1/4}.
enum LemmaB9Remainder {
    static let n = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.n($0) },
        parts: [
            ("Proved where also d >= (log(4/gamma) log(4m/gamma))^2, for every C0 (B.9/n*).", proof)
        ],
        boundary: { table },
        route: "It fails by 5 sqrt(log(4/gamma) log(4m/gamma)), which the hypotheses let grow like sqrt d: for fixed gamma Lemma "
            + "B.9 survives with the hypothesis of B.9/n* added; no constant before d^{1/4} serves without it.")

    static let nRepairs: [Claim] = [
        Claim.repair(
            "B.9/n*", place: "for Lemma B.9: an added hypothesis", kind: .deterministic,
            statement: "B.9/n as displayed",
            domain: addedHypothesis,
            check: .checkedLines,
            coq: .whole("B9_n_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: search,
                    proof: proof,
                    method: "term by term, branch and bound, unbounded boxes",
                    note: "With Cbar^2 for Cbar C0 on both sides too: the right side gains (Cbar^2 - Cbar C0) sqrt(log m) >= 0 more.")))
    ]

    private static let addedHypothesis =
        "C0 > 0, m >= d^2.4, m >= 58, d >= (log(4/gamma) log(4m/gamma))^2 (which implies d >= "
        + "log(4m/gamma)^2 and leaves d >= 500)"

    private static func isInside(_ x: StepArguments<Ball>) -> Bool {
        let product = x.l * x.log4MOverGamma
        return (product * product).isCertainlyLessOrEqual(to: x.d)
    }

    private static let search: @Sendable () -> Counterexample? = {
        CounterexampleSearch([
            ("d", ["600", "1000", "10000", "1000000"]), ("m", ["10000000", "100000000", "10000000000", "1000000000000000"]),
            ("gamma", ["0.9", "0.5", "0.1", "0.01", "1e-6", "1e-30"]), ("C0", ["1", "2", "4", "0.5", "0.1", "10", "20", "100"]),
        ]) { x in
            guard let point = LemmaB9Domain.point(x), isInside(point) else { return nil }
            return StepsB9.n(point)
        }.first()
    }

    // MARK: the proof of n*. Write q = d^{1/4}, s = sqrt(log m), L = log(4/gamma), M = log(4m/gamma).

    private static let proof: [CheckedLine] = [
        .integer("the hypotheses leave d >= 500: (log 4 (log 4 + max(log 58, 2.4 log d)))^2 > d for d = 1..499") {
            (1...499).allSatisfy { d in
                let four = Ball.log(Ball(4))
                let least = four * (four + .max(.log(Ball(58)), .ratio(12, 5) * .log(Ball(d))))
                return Ball(d).isCertainlyLess(than: least * least)
            }
        },
        .argument("L M <= q^2, so sqrt(L M) <= q; L <= M, so L <= q; L >= log 4, so s^2 <= M <= q^2/log 4; sqrt M <= sqrt L + s"),
        .argument(
            "3 sqrt((C0 + sqrt(L/2))/sqrt m) sqrt(d + 4 sqrt(d log(8m/gamma))) <= (3/2)(1 + C0 + sqrt q) X, X = q^{-2/5} "
                + "sqrt(1 + 4/q): sqrt y <= (1+y)/2, m^{1/4} >= q^{12/5}, log(8m/gamma) <= q^2"),
        .number("log(8m/gamma) <= q^2/log 4 + log 2 <= q^2 where q^2 >= sqrt 500") {
            let square = Ball.sqrt(Ball(500))
            return (square / .log(Ball(4)) + .log(Ball(2))).isLess(than: square)
        },
        .argument("(md)^{-4/7} (sqrt(md + 4m sqrt(d log(m/gamma))) + C0) <= sqrt(1 + 4/q) + C0"),
        .argument("5 (C0 + sqrt L)(sqrt M + 3) <= 5 C0 sqrt q + 5 C0 s + 15 C0 + 5 q + 15 sqrt q"),
        .sampled("the sum of these bounds is at least the left side without 226 Cbar C0 s", equal: false) { point in
            guard let x = sample(&point) else { return nil }
            return Inequality(StepsB9.nRest(x), atMost: budget(q: .fourthRoot(x.d), s: .sqrt(x.logM), c0: x.c0))
        },
        .everywhere("for C0 <= 1, with s <= q/sqrt(log 4) and C0 = 1 in the bounds: at most 50 q", LogBox(fourthRoot)) { x in
            let s: RangeWithSlopes = x[0] / .sqrt(.log(.integer(4)))
            return Inequality(budget(q: x[0], s: s, c0: .integer(1)) / x[0], atMost: .integer(50))
        },
        .argument(
            "for C0 >= 1: C0 A <= C0^2 s/2 + A^2/(2s) and 5 C0 s <= C0^2 s/2 + 25 s/2, A = 17 + (3/2) X + 5 sqrt q; the "
                + "two halves of C0^2 s are the right side's Cbar C0 sqrt(log m)"),
        .everywhere(
            "what remains, with s^2 >= 2.4 log d = 9.6 log q below A^2 and s <= q/sqrt(log "
                + "4): at most 50 q", LogBox(fourthRoot)
        ) { x in
            let q = x[0]
            let a = linear(q)
            let least: RangeWithSlopes = .sqrt(.ratio(48, 5) * .log(q))
            let most: RangeWithSlopes = q / .sqrt(.log(.integer(4)))
            return Inequality((constant(q) + a * a / (.integer(2) * least) + .ratio(25, 2) * most) / q, atMost: .integer(50))
        },
    ]

    /// q = d^{1/4} >= 500^{1/4}.
    private static var fourthRoot: LogInterval { LogInterval("d^(1/4)", from: Ball.fourthRoot(Ball(500)).lower, to: .infinity) }

    /// X = q^{-2/5} sqrt(1 + 4/q).
    private static func x<Scalar: BoundScalar>(_ q: Scalar) -> Scalar { .sqrt(.integer(1) + .integer(4) / q) / .pow(q, .ratio(2, 5)) }

    /// What multiplies C0, but for 5 s.
    private static func linear<Scalar: BoundScalar>(_ q: Scalar) -> Scalar {
        .integer(17) + .ratio(3, 2) * x(q) + .integer(5) * .sqrt(q)
    }

    /// What is free of C0.
    private static func constant<Scalar: BoundScalar>(_ q: Scalar) -> Scalar {
        let flipped: Scalar = .ratio(3, 2) * (.integer(1) + .sqrt(q)) * x(q)
        return .integer(5) * q + .integer(15) * .sqrt(q) + flipped + .sqrt(.integer(1) + .integer(4) / q)
    }

    private static func budget<Scalar: BoundScalar>(q: Scalar, s: Scalar, c0: Scalar) -> Scalar {
        constant(q) + c0 * (linear(q) + .integer(5) * s)
    }

    private static func sample(_ point: inout SamplePoint) -> StepArguments<Ball>? {
        let d = point.positive(log: 6.3, 40), four = Ball.log(Ball(4))
        let most = Ball.sqrt(d) / four - four, least = Ball.ratio(12, 5) * .log(d)
        guard least.isCertainlyLess(than: most) else { return nil }
        let logM = least + Ball(exactly: point.uniform()) * (most - least)
        let x = StepArguments(
            d: d, m: .exp(logM), logM: logM, l: four * point.positive(log: 0, 2), c0: point.positive(log: -4, 5), c1: Ball(1))
        return isInside(x) ? x : nil
    }

    // MARK: where n fails

    /// For each d, at m = d^2.4: the smallest L = log(4/gamma) from which on n fails, by bisection in Double; the left side rises with L.
    private static var table: BoundaryTable {
        let rows = [500.0, 800, 1000, 2000, 5000, 10_000, 100_000, 1_000_000, 1e8].map { d -> [String] in
            [shortText(d)]
                + [0.0, 1, 4].map { c0 in
                    let logM = 2.4 * Double.log(d)
                    let fails = { (l: Double) in
                        let sides = StepsB9.n(
                            StepArguments(d: d, m: Double.exp(logM), logM: logM, l: l, c0: Double.maximum(c0, 1e-9), c1: 1))
                        return sides.lhs > sides.rhs
                    }
                    let most = Double.sqrt(d) - logM
                    guard fails(most) else { return "nowhere" }
                    let first = Bisection.bracket(from: Double.log(4), to: most, times: 60, where: fails).after
                    let exponent = (first - Double.log(4)) / Double.log(10)
                    return "1e-\(shortText(exponent))"
                }
        }
        return BoundaryTable(
            caption: "B.9/n fails at m = d^2.4 for gamma at most (and as far down as the hypotheses go):",
            columns: ["d", "C0 near 0", "C0 = 1", "C0 = 4"], rows: rows)
    }
}
