// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule
internal import Support

/// B.9/e and f: whether m >= d^2.4 makes sqrt m outgrow d log(md).
enum LemmaB9Width {
    private static let domain = "d >= 1, m >= 58, m >= d^2.4"
    private static let route =
        "B.9/h, which it serves, is proved directly; or by B.9/d*, f*, g: the term k log(e p m/k), at most -16 Cbar sqrt m, "
        + "covers what is missing."

    static let e = CheckedArgument(
        search: { search { StepsB9.e($0) } },
        parts: parts(.ratio(33, 100)),
        boundary: { table(0.33) },
        route: route)

    static let eRepairs: [Claim] = [
        Claim.repair(
            "B.9/e*", place: "for B.9/f*: a corrected constant", kind: .deterministic,
            statement: "sqrt m >= 0.15 d log(md)",
            domain: domain,
            check: .checkedLines,
            coq: .whole("B9_e_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: { search { StepsB9.e($0, constant: .ratio(3, 20)) } },
                    proof: everyWidth { StepsB9.e($0, constant: .ratio(3, 20)) },
                    method: "branch and bound, unbounded box",
                    note: "The best constant is e/17 = 0.1599 (d real): m = "
                        + "d^2.4 at d = e^5."))),
        Claim.repair(
            "B.9/e**", place: "for B.9/f: a stronger hypothesis", kind: .deterministic,
            statement: "sqrt m >= 0.33 d log(md)",
            domain: "d >= 1, m >= 58, m >= d^3",
            check: .checkedLines,
            coq: .whole("B9_e_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: { search(power: 3) { StepsB9.e($0) } },
                    proof: everyWidth(power: 3) { StepsB9.e($0) },
                    method: "branch and bound, unbounded box"))),
    ]

    static let f = CheckedArgument(
        search: { search { StepsB9.f($0) } },
        parts: parts(.ratio(23, 70)),
        boundary: { table(2.3 / 7) },
        route: route)

    static let fRepairs: [Claim] = [
        Claim.repair(
            "B.9/f*", place: "for B.9/h: a corrected constant", kind: .deterministic,
            statement: "-24 sqrt m + 2.3 d log(md) <= -8 sqrt m",
            domain: domain,
            check: .checkedLines,
            coq: .whole("B9_f_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: { search { StepsB9.f($0, constant: .integer(16)) } },
                    proof: [.argument("it says (2.3/16) d log(md) <= sqrt m")] + everyWidth { StepsB9.e($0, constant: .ratio(23, 160)) },
                    method: "branch and bound, unbounded box"))),
        keptTerm,
        Claim.repair(
            "B.9/f**", place: "for B.9/h: a stronger hypothesis", kind: .deterministic,
            statement: "-8 sqrt m + 2.3 d log(md) <= -8 sqrt m + 7 sqrt m",
            domain: "d >= 1, m >= 58, m >= d^3",
            check: .checkedLines,
            coq: .whole("B9_f_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: { search(power: 3) { StepsB9.f($0) } },
                    proof: [.argument("it says (23/70) d log(md) <= sqrt m")]
                        + everyWidth(power: 3) { StepsB9.e($0, constant: .ratio(23, 70)) },
                    method: "branch and bound, unbounded box"))),
    ]

    /// B.9/d with the term kept that it throws away.
    static let keptTerm = Claim.repair(
        "B.9/d*", place: "for B.9/f*: the last term kept", kind: .deterministic,
        statement: "-p m + 2d log(10/eps) + k log(e p m/k) <= -24 sqrt m + 2.3 d log(md)",
        domain: "m >= 58, d >= 1, C0 >= 0",
        check: .checkedLines,
        coq: .whole("B9_d_star.v"),
        decidedBy: .proof(
            CheckedArgument(
                search: {
                    CounterexampleSearch([
                        ("d", ["1", "2", "10", "1000"]), ("m", ["58", "60", "100", "1000000"]), ("C0", ["1", "0", "0.5", "2", "10"]),
                    ]) { x in
                        let sides = StepsB9.d(StepArguments(d: x[0], m: x[1], gamma: .ratio(1, 2), c0: x[2], c1: Ball(1)))
                        return Inequality(sides.lhs, atMost: sides.rhs - Ball(16) * .sqrt(x[1]))
                    }.first()
                },
                proof: LemmaB9Net.d.proof + [
                    .number("k log(e p m/k) <= 44 Cbar sqrt m log(e/4) <= -16 sqrt m: 44 (log 4 - 1) >= 16") {
                        Ball(16).isLess(than: Ball(44) * (.log(Ball(4)) - Ball(1)))
                    }
                ],
                method: "term by term, unbounded box")))

    /// d ascending, m ascending from 58: the first pair of smallest sum.
    private static func search(power: Int? = nil, _ sides: @escaping @Sendable (StepArguments<Ball>) -> Inequality<Ball>) -> Counterexample?
    {
        CounterexampleSearch([("d", (1...40).map(String.init)), ("m", (58...400).map(String.init))]) { x in
            let least = power.map { Ball.pow(x[0], Ball($0)) } ?? .pow(x[0], .ratio(12, 5))
            guard least.isCertainlyLessOrEqual(to: x[1]) else { return nil }
            return sides(StepArguments(d: x[0], m: x[1], gamma: .ratio(1, 2), c0: Ball(1), c1: Ball(1)))
        }.first()
    }

    /// The step on m >= 58, m >= d^2.4 (or d^power): where d^2.4 < 58 by m/58, beyond by m/d^2.4.
    private static func everyWidth(
        power: Int? = nil, _ sides: @escaping @Sendable (StepArguments<RangeWithSlopes>) -> Inequality<RangeWithSlopes>
    ) -> [CheckedLine] {
        // 5.43^2.4 and 3.88^3 exceed 58: the two boxes overlap.
        let cut = power == 3 ? 3.88 : 5.44, start = power == 3 ? 3.87 : 5.42
        let name = power == 3 ? "d^3" : "d^2.4"
        return [
            small("for d <= \(cut) and m >= 58", upTo: cut, sides),
            .everywhere(
                "for d >= \(start) and m >= \(name)",
                LogBox(LemmaB9Domain.root(from: start), LogInterval("m/\(name)", from: 1, to: .infinity))
            ) { x in
                let d = LemmaB9Domain.dimension(x[0])
                let m = (power == 3 ? d * d * d : LemmaB9Domain.leastWidth(x[0])) * x[1]
                return sides(plain(d: d, m: m))
            },
        ]
    }

    private static func small(
        _ text: String, upTo cut: Double, _ sides: @escaping @Sendable (StepArguments<RangeWithSlopes>) -> Inequality<RangeWithSlopes>
    ) -> CheckedLine {
        .everywhere(text, LogBox(LogInterval("d", from: 1, to: cut), LogInterval("m/58", from: 1, to: .infinity))) { x in
            sides(plain(d: x[0], m: .integer(58) * x[1]))
        }
    }

    private static func plain(d: RangeWithSlopes, m: RangeWithSlopes) -> StepArguments<RangeWithSlopes> {
        StepArguments(d: d, m: m, logM: .log(m), l: .integer(2), c0: .integer(1), c1: .integer(1))
    }

    private static func parts(_ constant: RangeWithSlopes) -> [(region: String, checks: [CheckedLine])] {
        [
            ("Proved for d <= 4.", [small("proved for d <= 4, m >= 58", upTo: 4) { StepsB9.e($0, constant: constant) }]),
            (
                "Proved for d >= 900000.",
                [
                    .everywhere("proved for d >= 900000, m >= d^2.4", LogBox(LemmaB9Domain.root(from: 900_000), LemmaB9Domain.excess)) {
                        x in
                        StepsB9.e(plain(d: LemmaB9Domain.dimension(x[0]), m: LemmaB9Domain.leastWidth(x[0]) * x[1]), constant: constant)
                    }
                ]
            ),
        ]
    }

    /// For each d the m up to which the step fails: the root of sqrt m = c d log(md), sqrt m/log(md) rising for md > e^2.
    private static func table(_ c: Double) -> BoundaryTable {
        let rows = [4, 5, 10, 25, 100, 148, 784, 10_000, 100_000, 500_000, 900_000].map { d -> [String] in
            let dimension = Double(d)
            let least = Double.maximum(58, Double.pow(dimension, 2.4).rounded(.up))
            let fails = { (m: Double) in Double.sqrt(m) < c * dimension * Double.log(m * dimension) }
            guard fails(least) else { return ["\(d)", shortText(least), "nowhere", ""] }
            let start = Double.log(least)
            let largest = Double.exp(Bisection.bracket(from: start, to: start + 20, times: 80) { !fails(Double.exp($0)) }.before)
            return ["\(d)", shortText(least), shortText(largest), shortText(largest / least)]
        }
        return BoundaryTable(
            caption: "The step fails for m from max(58, "
                + "d^2.4) up to:", columns: ["d", "smallest m", "fails up to m", "quotient"], rows: rows)
    }
}
