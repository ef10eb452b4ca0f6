// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds

/// B.7/b: absorbing a 1.
enum StepsOfB7 {
    static let all = [b]

    static let b = DeterministicStep(
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
        method: "algebraic reduction", note: "For gamma in [2/e, 1) it fails at d = 1, and there alone (outside the "
            + "stated domain).")
}
