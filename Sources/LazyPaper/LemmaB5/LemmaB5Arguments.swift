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
}
