// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Prover

/// A proof step of one's own: sqrt(2L) + 2L/sqrt m <= 3 sqrt L where m >= 2L, L = log(2/gamma).
enum WidthStep {
    /// Both sides, generic over the scalar.
    static func sides<Scalar: BoundScalar>(l: Scalar, m: Scalar) -> Inequality<Scalar> {
        Inequality(.sqrt(.integer(2) * l) + .integer(2) * l / .sqrt(m), atMost: .integer(3) * .sqrt(l))
    }

    static let proof = CheckedArgument(
        // First a counterexample is looked for, among simple numbers inside the domain.
        search: {
            CounterexampleSearch([("L", ["1", "2", "10"]), ("m", ["2", "4", "20", "1000"])]) { x in
                guard (Ball(2) * x[0]).isCertainlyLessOrEqual(to: x[1]) else { return nil }
                return sides(l: x[0], m: x[1])
            }.first()
        },
        // Then each line of the proof is checked: this one over the whole unbounded box L >= log 2, m/L >= 2.
        proof: [
            .everywhere(
                "holds for L >= log 2 and m = L t, t >= 2",
                LogBox(LogInterval("L", from: 0.693, to: .infinity), LogInterval("t", from: 2, to: .infinity))
            ) { x in sides(l: x[0], m: x[0] * x[1]) }
        ],
        method: "branch and bound, unbounded box")
}

extension Claim {
    public static let widthStep = Claim(
        "Own/a", place: "from Own/1 to a rounder constant", kind: .deterministic,
        statement: "sqrt(2L) + 2L/sqrt m <= 3 sqrt L, L = log(2/gamma)",
        domain: "gamma in (0,1), m >= 2L",
        subject: .described("sqrt(2L) + 2L/sqrt m", .upper), failing: .none,
        check: .boxes,
        decidedBy: .proof(WidthStep.proof))
}
