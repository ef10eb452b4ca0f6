// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// T.2: a moment bound, all integers q but one.
enum ToolsSteps {
    static let t2 = CheckedArgument(
        search: {
            CounterexampleSearch([("q", (1...20).map(String.init))]) { x in
                guard let q = integer(x[0]) else { return nil }
                return StepsTools.t2(q)
            }.first()
        },
        parts: [("Proved for q >= 2.", doubleFactorial)],
        route: "The proofs use it for q = 2q', q' >= 2, and for q >= 3 alone: nothing that it serves is touched.")

    static let t2Repairs: [Claim] = [
        Claim.repair(
            "T.2*", place: "for eq. 1, as it is used", kind: .deterministic,
            statement: "(q-1)!! <= q!/2",
            domain: "integers q >= 2",
            check: .checkedLines,
            coq: .whole("T2_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: {
                        CounterexampleSearch([("q", (2...40).map(String.init))]) { x in integer(x[0]).map { StepsTools.t2($0) } }.first()
                    },
                    proof: doubleFactorial,
                    method: "integer identity and induction")))
    ]

    private static let doubleFactorial: [CheckedLine] = [
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
}
