// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// 3.1/b: the step length at which the sign is reversed.
enum Theorem31Steps {
    static let b = CheckedArgument(
        search: {
            CounterexampleSearch([("f", ["1", "2", "0.1"]), ("G", ["1", "10", "3"]), ("D", ["0", "0.5", "0.9"])]) { x in
                StepsTheorem31.b(f: x[0], difference: x[2], gradient: x[1])
            }.first()
        },
        proof: [
            .argument("t < 0, so t + |t| D/G = t (1 - D/G) = -2f"),
            .sampled("f + t + |t| D/G = -f", equal: true) { point in
                let f = point.positive(log: -5, 5), gradient = point.positive(log: -3, 8)
                return StepsTheorem31.b(f: f, difference: gradient * point.real(0, 0.999), gradient: gradient)
            },
        ],
        method: "algebraic identity",
        note: "D is a supremum over ||delta|| <= |t|/G, so t stands on both sides of its own definition; that such a t exists is "
            + "not shown by the step.")
}
