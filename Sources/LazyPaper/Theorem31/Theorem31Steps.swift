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
            .identity("t < 0, so t + |t| D/G = t (1 - D/G) = -2f and f + t + |t| D/G = -f; f > 0, G = D + e, e > 0") {
                let difference = ExactScalar.nonnegative("D")
                let sides = StepsTheorem31.b(f: .positive("f"), difference: difference, gradient: difference + .positive("e"))
                return (sides.lhs, sides.rhs)
            }
        ],
        method: "algebraic identity",
        note: "D is a supremum over ||delta|| <= |t|/G, so t stands on both sides of its own definition; that such a t exists is "
            + "not shown by the step.")
}
