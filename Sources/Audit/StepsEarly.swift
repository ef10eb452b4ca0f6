// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds

/// T.2, B.5/c, B.6/d, B.7/b and 3.1/b: the steps that an algebraic reduction or one box decides.
enum StepsEarly {
    static let all = [t2, b5c, b6d, b7b, step31b]

    static let t2 = DeterministicStep(
        step: AuditStep(
            id: "T.2", kind: .deterministic, statement: "(q-1)!! <= q!/2", place: "eq. 1, right", domain: "integers q >= 1"),
        search: {
            WitnessSearch([("q", (1...20).map(String.init))]) { x in
                guard let q = integer(x[0]) else { return nil }
                return StepsTools.t2(q)
            }.first()
        },
        parts: [("Proved for q >= 2.", doubleFactorial)],
        route: "The proofs use it for q = 2q', q' >= 2, and for q >= 3 alone: nothing that it serves is touched.",
        repairs: [
            DeterministicStep(
                step: AuditStep(
                    id: "T.2*", kind: .deterministic, statement: "(q-1)!! <= q!/2", place: "for eq. 1, as it is used", domain: "integers q >= 2"),
                search: {
                    WitnessSearch([("q", (2...40).map(String.init))]) { x in integer(x[0]).map { StepsTools.t2($0) } }.first()
                },
                proof: doubleFactorial, method: "integer identity and induction")
        ])

    private static let doubleFactorial: [Check] = [
        .integer("q! = q!! (q-1)!!, so the step says q!! >= 2; checked for q <= 60") {
            (1...60).allSatisfy { q in
                let left: Ball = Ball.withPrecision(512) { StepsTools.factorial(q) }
                let right: Ball = Ball.withPrecision(512) { StepsTools.doubleFactorial(q) * StepsTools.doubleFactorial(q - 1) }
                return left.isExact && left.contains(right) && right.contains(left)
            }
        },
        .integer("2!! = 2, 3!! = 3, and q!! = q (q-2)!! >= (q-2)!!: q!! >= 2 for q >= 2 by induction in steps of two") {
            let values: [Double] = [StepsTools.doubleFactorial(2), StepsTools.doubleFactorial(3)]
            return values == [2, 3]
        },
    ]

    /// The integer that an exact ball is, where it is one.
    static func integer(_ x: Ball) -> Int? {
        let value = x.midpoint
        guard x.isExact, value == value.rounded(), value.magnitude < 1e15 else { return nil }
        return Int(value)
    }

    static let b5c = DeterministicStep(
        step: AuditStep(
            id: "B.5/c", kind: .deterministic, statement: "sqrt(2L) + 2L/sqrt m <= 2 sqrt L for m >= C L, L = log(2/gamma), at the smallest C: 6 + 4 sqrt 2",
            place: "Lemma B.5, from its first to its second statement", domain: "m >= 1, gamma in (0,1), m >= C log(2/gamma)"),
        search: {
            // With C = 6 + 4 sqrt 2 itself: m = C L is excluded, m any integer above it is not.
            WitnessSearch([("L", ["1", "2", "5", "10", "100", "1000"]), ("m", (1...200).map(String.init))]) { x in
                guard (smallestC * x[0]).isCertainlyLessOrEqual(to: x[1]) else { return nil }
                return StepsB5.c(l: x[0], m: x[1])
            }.first()
        },
        proof: [
            .sampled("2 sqrt L - sqrt(2L) - 2L/sqrt m = 2 sqrt L ((1 - 1/sqrt 2) - sqrt(L/m))", equal: true) { point in
                let l = point.positive(log: -0.3, 7), m = point.positive(log: 0, 20)
                let sides: StepSides<Ball> = StepsB5.c(l: l, m: m)
                let slack = Ball(1) - Ball(1) / .sqrt(Ball(2)) - .sqrt(l / m)
                return StepSides(sides.rhs - sides.lhs, atMost: Ball(2) * .sqrt(l) * slack)
            },
            .integer("so the step holds exactly where m/L >= (1 - 1/sqrt 2)^-2 = 6 + 4 sqrt 2: (3 - 2 sqrt 2)(6 + 4 sqrt 2) = 2 in Z[sqrt 2]") {
                // (a + b sqrt 2)(c + e sqrt 2) = (ac + 2be) + (ae + bc) sqrt 2.
                let (a, b, c, e) = (3, -2, 6, 4)
                return a * c + 2 * b * e == 2 && a * e + b * c == 0
            },
            .number("a smaller C does not do: at C = 11.65, L = 20, m = 233 the left side is larger") {
                let sides: StepSides<Ball> = StepsB5.c(l: Ball(20), m: Ball(233))
                return sides.rhs.isLess(than: sides.lhs)
            },
        ],
        method: "algebraic reduction", note: "Smallest C = 6 + 4 sqrt 2 = 11.65685... (m real; along integers m = ceil(C L) the same limit).")

    private static var smallestC: Ball { Ball(6) + Ball(4) * .sqrt(Ball(2)) }

    static let b6d = DeterministicStep(
        step: AuditStep(
            id: "B.6/d", kind: .deterministic,
            statement: "eps + eps sqrt(d + 4 sqrt(d log(2/eps))) <= 2 eps (sqrt d + 2 sqrt(d log(2/eps)))",
            place: "Lemma B.6, proof of eq. 4, last line (written = there)", domain: "d >= 1, eps in (0,1)"),
        search: {
            WitnessSearch([("d", ["1", "2", "3", "10", "100", "1e6"]), ("eps", ["0.5", "0.9", "0.1", "0.01", "1e-9", "0.999"])]) { x in
                StepsB6.d(d: x[0], eps: x[1], l: .log(Ball(2) / x[1]))
            }.first()
        },
        proof: [
            .everywhere(
                "holds for all d >= 1, eps > 0 and L >= log 2, eps and L taken as independent",
                LogBox(LogInterval("d", from: 1, to: .infinity), LogInterval("eps", from: 0, to: 1), logAboveLogTwo)
            ) { x in StepsB6.d(d: x[0], eps: x[1], l: x[2]) }
        ],
        method: "branch and bound, unbounded box", note: "As an inequality; the equality that the paper writes does not hold.")

    /// A parameter L >= log 2; the end is moved outward.
    static var logAboveLogTwo: LogInterval { LogInterval("L", from: Ball.log(Ball(2)).lower, to: .infinity) }

    static let b7b = DeterministicStep(
        step: AuditStep(
            id: "B.7/b", kind: .deterministic, statement: "d - 1 - 4 sqrt(d log(2/gamma)) >= d - 5 sqrt(d log(2/gamma))",
            place: "Lemma B.7, proof, lower tail of the projected norm", domain: "d >= 1, gamma in (0, 2/e)"),
        search: {
            WitnessSearch([("d", ["1", "2", "3", "100"]), ("gamma", ["0.5", "0.7", "0.1", "0.735", "1e-9"])]) { x in
                let l = Ball.log(Ball(2) / x[1])
                guard Ball(1).isCertainlyLess(than: l) else { return nil }
                return StepsB7.b(d: x[0], l: l)
            }.first()
        },
        proof: [
            .sampled("right side minus left side = sqrt(d L) - 1, L = log(2/gamma)", equal: true) { point in
                let d = point.positive(log: 0, 30), l = point.positive(log: 0, 6)
                let sides: StepSides<Ball> = StepsB7.b(d: d, l: l)
                return StepSides(sides.rhs - sides.lhs, atMost: .sqrt(d * l) - Ball(1))
            },
            .everywhere("1 <= sqrt(d L) for d >= 1, L >= 1, with equality at d = L = 1 alone",
                LogBox(LogInterval("d", from: 1, to: .infinity), LogInterval("L", from: 1, to: .infinity))
            ) { x in StepSides(.integer(1), atMost: .sqrt(x[0] * x[1])) },
        ],
        method: "algebraic reduction", note: "For gamma in [2/e, 1) it fails at d = 1, and there alone (outside the stated domain).")

    static let step31b = DeterministicStep(
        step: AuditStep(
            id: "3.1/b", kind: .deterministic, statement: "f + t + |t| D/G = -f < 0 at t = -2f/(1 - D/G)",
            place: "Theorem 3.1, proof", domain: "f > 0, 0 <= D < G = ||grad f(x)||"),
        search: {
            WitnessSearch([("f", ["1", "2", "0.1"]), ("G", ["1", "10", "3"]), ("D", ["0", "0.5", "0.9"])]) { x in
                Steps31.b(f: x[0], difference: x[2], gradient: x[1])
            }.first()
        },
        proof: [
            .argument("t < 0, so t + |t| D/G = t (1 - D/G) = -2f"),
            .sampled("f + t + |t| D/G = -f", equal: true) { point in
                let f = point.positive(log: -5, 5), gradient = point.positive(log: -3, 8)
                return Steps31.b(f: f, difference: gradient * point.real(0, 0.999), gradient: gradient)
            },
        ],
        method: "algebraic identity",
        note: "D is a supremum over ||delta|| <= |t|/G, so t stands on both sides of its own definition; that such a t exists is not shown by the step.")
}
