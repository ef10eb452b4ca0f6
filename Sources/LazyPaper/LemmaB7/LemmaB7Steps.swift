// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.7/b: absorbing a 1.
enum LemmaB7Steps {
    static let b = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["1", "2", "3", "100"]), ("gamma", ["0.5", "0.7", "0.1", "0.735", "1e-9"])]) { x in
                let l = Ball.log(Ball(2) / x[1])
                guard Ball(1).isCertainlyLess(than: l) else { return nil }
                return StepsB7.b(d: x[0], l: l)
            }.first()
        },
        proof: [
            .identity("right side minus left side = sqrt(d L) - 1, L = log(2/gamma)") {
                let d = ExactScalar.positive("d"), l = ExactScalar.positive("L")
                let sides = StepsB7.b(d: d, l: l)
                return (sides.rhs - sides.lhs, .sqrt(d * l) - .integer(1))
            },
            .everywhere(
                "1 <= sqrt(d L) for d >= 1, L >= 1, with equality at d = L = 1 alone",
                LogBox(LogInterval("d", from: 1, to: .infinity), LogInterval("L", from: 1, to: .infinity))
            ) { x in Inequality(.integer(1), atMost: .sqrt(x[0] * x[1])) },
        ],
        method: "algebraic reduction",
        note: "For gamma in [2/e, 1) it fails at d = 1, and there alone (outside the "
            + "stated domain).")
}
