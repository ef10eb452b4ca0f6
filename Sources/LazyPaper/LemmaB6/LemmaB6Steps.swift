// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.6/d: collecting the terms of eq. 4.
enum LemmaB6Steps {
    static let d = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["1", "2", "3", "10", "100", "1e6"]), ("eps", ["0.5", "0.9", "0.1", "0.01", "1e-9", "0.999"])]) {
                x in
                StepsB6.d(d: x[0], eps: x[1], l: .log(Ball(2) / x[1]))
            }.first()
        },
        proof: [
            .everywhere(
                "holds for all d >= 1, eps > 0 and L >= log 2, eps and L taken as independent",
                LogBox(LogInterval("d", from: 1, to: .infinity), LogInterval("eps", from: 0, to: 1), logAboveLogTwo)
            ) { x in StepsB6.d(d: x[0], eps: x[1], l: x[2]) }
        ],
        method: "branch and bound, unbounded box",
        note: "As an inequality; the equality that the paper writes does not hold.")

    /// A parameter L >= log 2; the end is moved outward.
    static var logAboveLogTwo: LogInterval { LogInterval("L", from: Ball.log(Ball(2)).lower, to: .infinity) }
}
