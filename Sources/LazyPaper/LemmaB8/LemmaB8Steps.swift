// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.8/c and B.8/e': absorbing the 1/d of eq. 3 into a constant. B.8/e: the line without it.
enum LemmaB8Steps {
    private static let radii = ["0.5", "0.1", "0.01", "0.001", "1e-6"]
    private static let dimensions = ["2", "3", "5", "10", "100", "784"]

    // MARK: B.8/c

    static let c = CheckedArgument(
        search: {
            CounterexampleSearch([("q", (2...6).map(String.init)), ("d", dimensions), ("R", radii)]) { x in
                ToolsSteps.integer(x[0]).map { StepsB8.c(q: $0, d: x[1], radius: x[2]) }
            }.first()
        },
        parts: [
            (
                "Holds exactly where R >= r/((1-r) d sqrt(2 log d)), r = C(2q,q)/4^q <= 3/8: for all q >= 2 exactly where R >= "
                    + "0.6/(d sqrt(2 log d)).", cReduction
            )
        ],
        boundary: {
            table("Smallest R at which B.8/c holds for all q >= 2: 0.6/(d sqrt(2 log d))") { d in
                Ball.ratio(3, 5) / (d * .sqrt(Ball(2) * .log(d)))
            }
        },
        route: "R only bounds ||delta||, so it may be taken as C1/sqrt d: with C1 >= 0.37 the step holds (B.8/c**).")

    static let cRepairs: [Claim] = [
        Claim.repair(
            "B.8/c*", place: "for B.8/f: a restricted domain", kind: .deterministic,
            statement: "B.8/c as displayed",
            domain: "integers q >= 2, d >= 2, R >= 0.6/(d sqrt(2 log d))",
            check: .checkedLines,
            coq: .whole("B8_c_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: {
                        CounterexampleSearch([("q", (2...8).map(String.init)), ("d", dimensions), ("R", radii)]) { x in
                            let smallest = Ball.ratio(3, 5) / (x[1] * .sqrt(Ball(2) * .log(x[1])))
                            guard smallest.isCertainlyLess(than: x[2]) else { return nil }
                            return ToolsSteps.integer(x[0]).map { StepsB8.c(q: $0, d: x[1], radius: x[2]) }
                        }.first()
                    },
                    proof: cReduction,
                    method: "algebraic reduction"))),
        Claim.repair(
            "B.8/c**", place: "for B.8/f: the lemma's own scale of R", kind: .deterministic,
            statement: "B.8/c as displayed, at R = C1/sqrt d",
            domain: "integers q >= 2, d >= 2, C1 >= 0.37",
            check: .checkedLines,
            coq: .whole("B8_c_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: cReduction + [
                        .everywhere(
                            "0.6 <= C1 sqrt d sqrt(2 log d), that is R >= 0.6/(d sqrt(2 log d)), for d >= 2, C1 >= 0.37",
                            LogBox(LogInterval("d", from: 2, to: .infinity), LogInterval("C1", from: 0.37, to: .infinity))
                        ) { x in Inequality(.ratio(3, 5), atMost: x[1] * .sqrt(x[0]) * .sqrt(.integer(2) * .log(x[0]))) }
                    ],
                    method: "algebraic reduction, unbounded box"))),
    ]

    private static let cReduction: [CheckedLine] = [
        .identity(
            "both sides squared, over (q!)^2 4^q/2: r (A + 1/d) <= A, A = R sqrt(2 log d), r = (2q)!/(q!^2 4^q); in any (2q)!, q!, 2^q > 0"
        ) {
            let moment = ExactScalar.positive("(2q)!"), factorial = ExactScalar.positive("q!"), power = ExactScalar.positive("2^q")
            let d = ExactScalar.atLeastOne("d"), radius = ExactScalar.nonnegative("R")
            let sides = StepsB8.c(moment: moment, factorial: factorial, power: power, d: d, radius: radius)
            let a = StepsB8.change(d: d, radius: radius)
            let scale = factorial * factorial * power * power
            let difference = sides.rhs * sides.rhs - sides.lhs * sides.lhs
            return (.integer(2) * difference / scale, a - moment / scale * (a + .integer(1) / d))
        },
        .integer("r = 3/8 at q = 2: 4!/(2!^2 4^2) = 24/64") { 24 * 8 == 3 * 64 },
        .certified("and r falls: its quotient from q to q+1 is (2q+1)(2q+2)/((q+1)^2 4) <= 1") {
            let q = ExactScalar.positive("q"), next = q + .integer(1), twice = .integer(2) * q
            let quotient = (twice + .integer(1)) * (twice + .integer(2)) / (next * next * .integer(4))
            return (Inequality(quotient, atMost: .integer(1)), NonnegativeQuantity(.integer(1) / (twice + .integer(2))))
        },
        .identity("A - (3/8)(A + 1/d) = (5/8)(A - (3/5)/d), so the step holds where A >= 0.6/d") {
            let a = ExactScalar.real("A"), inverse = ExactScalar.real("1/d")
            return (a - .ratio(3, 8) * (a + inverse), .ratio(5, 8) * (a - .ratio(3, 5) * inverse))
        },
    ]

    // MARK: B.8/e

    static let e = CheckedArgument(
        search: {
            CounterexampleSearch([("d", dimensions), ("R", radii)]) { x in StepsB8.e(d: x[0], radius: x[1]) }.first()
        },
        proof: [
            .identity("the left side is 2^{1/4}/2 times the right side") {
                let sides = StepsB8.e(d: .atLeastOne("d"), radius: ExactScalar.nonnegative("R"))
                return (sides.lhs, .fourthRoot(.integer(2)) / .integer(2) * sides.rhs)
            },
            .integer("2^{1/4} <= 2, as 2 <= 2^4") { 2 <= 2 * 2 * 2 * 2 },
        ],
        method: "algebraic", note: "It holds for every d >= 1 and R >= 0.")

    // MARK: B.8/e'

    /// 1/(4 - sqrt 2).
    private static var share: Ball { Ball(1) / (Ball(4) - .sqrt(Ball(2))) }

    static let eWithShare = CheckedArgument(
        search: {
            CounterexampleSearch([("d", dimensions), ("R", radii)]) { x in StepsB8.eWithShare(d: x[0], radius: x[1]) }.first()
        },
        parts: [("Holds exactly where R >= 1/((4 - sqrt 2) d sqrt(log d)).", eWithShareReduction)],
        boundary: {
            table("Smallest R at which B.8/e' holds: 1/((4 - sqrt 2) d sqrt(log d))") { d in share / (d * .sqrt(.log(d))) }
        },
        route: "The paper prints the step without the 1/d (B.8/e), where it holds. With it, at R = C1/sqrt d, it holds for every d >= 2 "
            + "exactly where C1 >= 1/((4 - sqrt 2) sqrt(2 log 2)) = 0.32846... (B.8/e'**).")

    static let eWithShareRepairs: [Claim] = [
        Claim.repair(
            "B.8/e'*", place: "for B.8/f: a restricted domain", kind: .deterministic,
            statement: "the inequality of B.8/e'",
            domain: "d >= 2, R >= 1/((4 - sqrt 2) d sqrt(log d))",
            check: .checkedLines,
            coq: .whole("B8_e_prime_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: {
                        CounterexampleSearch([("d", dimensions), ("R", radii)]) { x in
                            guard (share / (x[0] * .sqrt(.log(x[0])))).isCertainlyLess(than: x[1]) else { return nil }
                            return StepsB8.eWithShare(d: x[0], radius: x[1])
                        }.first()
                    },
                    proof: eWithShareReduction,
                    method: "algebraic reduction"))),
        Claim.repair(
            "B.8/e'**", place: "for B.8/f: the lemma's own scale of R", kind: .deterministic,
            statement: "the inequality of B.8/e', at R = C1/sqrt d",
            domain: "d >= 2, C1 >= 1/3 (not for any C1 < 0.32846)",
            check: .checkedLines,
            coq: .whole("B8_e_prime_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: eWithShareReduction + [
                        .everywhere(
                            "1/((4 - sqrt 2)) <= C1 sqrt d sqrt(log d), that is R >= 1/((4 - sqrt 2) d sqrt(log d)), for d "
                                + ">= 2, C1 >= 1/3",
                            LogBox(LogInterval("d", from: 2, to: .infinity), LogInterval("C1", from: 1.0 / 3, to: .infinity))
                        ) { x in
                            let share: RangeWithSlopes = .integer(1) / (.integer(4) - .sqrt(.integer(2)))
                            return Inequality(share, atMost: x[1] * .sqrt(x[0]) * .sqrt(.log(x[0])))
                        },
                        .number("at d = 2 it fails for C1 = 0.328") {
                            let sides: Inequality<Ball> = StepsB8.eWithShare(d: Ball(2), radius: .ratio(328, 1000) / .sqrt(Ball(2)))
                            return sides.rhs.isLess(than: sides.lhs)
                        },
                    ],
                    method: "algebraic reduction, unbounded box"))),
    ]

    private static let eWithShareReduction: [CheckedLine] = [
        .identity(
            "right side squared minus left side squared = 4 ((4 - sqrt 2) R sqrt(log d) - 1/d): both sides being positive, the step holds "
                + "where and only where the last factor is at least 0"
        ) {
            let d = ExactScalar.atLeastOne("d"), radius = ExactScalar.nonnegative("R")
            let sides = StepsB8.eWithShare(d: d, radius: radius)
            let slack = (.integer(4) - .sqrt(.integer(2))) * radius * .sqrt(.log(d)) - .integer(1) / d
            return (sides.rhs * sides.rhs - sides.lhs * sides.lhs, .integer(4) * slack)
        }
    ]

    private static func table(_ caption: String, _ smallest: (Ball) -> Ball) -> BoundaryTable {
        let rows = [2, 3, 5, 10, 25, 100, 784, 10_000, 1_000_000].map { d in
            let radius = smallest(Ball(d))
            return ["\(d)", shortText(radius.upper), shortText((radius * .sqrt(Ball(d))).upper)]
        }
        return BoundaryTable(caption: caption, columns: ["d", "smallest R", "as C1 = R sqrt d"], rows: rows)
    }
}
