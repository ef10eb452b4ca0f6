// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.5/2: "there is C > 0". Every C does, as the argument needs no condition on m.
enum LemmaB5Existence {
    static let step = CheckedArgument(
        proof: [
            .argument(
                "relu is 1-Lipschitz and ||x|| = 1: |f(x;a,W) - f(x;a,W0)| <= (1/sqrt m) sum_s ||w_s - w_{s,0}|| <= sqrt m "
                    + "V = C0, for every draw (B.5/b)")
        ] + tail + [
            .argument("at t = 2 sqrt L, L = log(2/gamma): exp(-2L) = gamma^2/4 <= gamma")
        ],
        method: "sub-Gaussian tail, for all m",
        note: "There is no smallest C: every C > 0 serves, and m need not be large. The same lines give B.5/a and B.5/1 without "
            + "their second term: at t = sqrt(2L) the tail is exp(-L) = gamma/2 <= gamma.")

    /// P(|f(x;a,W0)| > t) <= exp(-t^2/2).
    static let tail: [CheckedLine] = [
        .argument(
            "given N active neurons f(x;a,W0) ~ N(0, N/m), and N <= m: P(|f(x;a,W0)| > t) <= P(|z| > t) = erfc(t/sqrt "
                + "2), z ~ N(0,1)"),
        .argument(
            "erfc(u) <= exp(-u^2), u >= 0: the difference is 0 at 0 and at infinity, and its derivative exp(-u^2)(2/sqrt "
                + "pi - 2u) changes sign once, from + to -"),
        .number("checked at u = k/8, k = 0..80 (equality at 0)") { tailBound },
    ]

    private static var tailBound: Bool? {
        for k in 0...80 {
            let u = Ball.ratio(k, 8)
            guard let holds = Ball.erfc(u).isLessOrEqual(to: .exp(-(u * u))) else { return nil }
            guard holds else { return false }
        }
        return true
    }
}
