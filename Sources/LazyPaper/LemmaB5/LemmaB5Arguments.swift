// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.5: the change from W0 in every draw, and the tail at W0.
enum LemmaB5Arguments {
    private static let lipschitz: CheckedLine = .argument(
        "relu is 1-Lipschitz: |f(x;a,W) - f(x;a,W0)| <= (1/sqrt m) sum_s |<w_s - w_{s,0},x>| <= (1/sqrt m) m V = C0")

    static let functionChange = CheckedArgument(
        proof: [lipschitz],
        method: "Lipschitz constant")

    static let functionValue = CheckedArgument(
        proof: [lipschitz] + LemmaB5Existence.tail + [
            .argument("at t = sqrt(2L), L = log(2/gamma): exp(-L) = gamma/2 <= gamma, and 2L/sqrt m >= 0")
        ],
        method: "sub-Gaussian tail, for all m",
        note: "The term 2 log(2/gamma)/sqrt m is not needed.")

    // MARK: B.5/d

    /// One neuron on the line, a = 1, x = 1: f(W) = w and f(W0) = w0, both positive.
    static let split = CheckedArgument(
        search: {
            CounterexampleSearch([("m", ["1"]), ("d", ["1"]), ("C0", ["1"]), ("w_0", ["1"]), ("w", ["0.5"])]) { x in
                let (c0, start, end) = (x[2], x[3], x[4])
                let move = Ball.abs(end - start)
                guard move.isCertainlyLessOrEqual(to: c0), end.isCertainlyPositive else { return nil }
                return Inequality(start + move, atMost: end)
            }.first()
        },
        parts: [
            (
                "It fails for every C0 > 0 on every draw with f(x;a,W0) != 0.",
                [
                    .argument(
                        "f is continuous in W and moves towards 0 where the active neurons whose a_s has the sign of f are moved a "
                            + "little against x: there |f(x;a,W)| = |f(x;a,W0)| - |f(x;a,W) - f(x;a,W0)|, less than the displayed sum")
                ]
            )
        ],
        route: "With \"<=\" for \"=\" (B.5/d*) it serves B.5/1 as well.")

    static let splitRepairs: [Claim] = [
        Claim.repair(
            "B.5/d*", place: "for B.5/1: the triangle inequality", kind: .uniform,
            statement: "For every W: |f(x;a,W)| <= |f(x;a,W0)| + |f(x;a,W) - f(x;a,W0)|",
            domain: "every draw and every W",
            check: .checkedLines,
            coq: .whole("B5_d_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: [.argument("f(x;a,W) = f(x;a,W0) + (f(x;a,W) - f(x;a,W0))")],
                    method: "triangle inequality")))
    ]
}
