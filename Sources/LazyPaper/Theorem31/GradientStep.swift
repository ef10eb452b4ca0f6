// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Laws
internal import Prover

/// How far f moves near x at W = W0, and how likely the sizes of W0 are that this rests on: lines that several readings share.
///
/// F is the supremum over ||delta|| <= rho of |f(x+delta;a,W0) - f(x;a,W0)|.
enum GradientStep {
    /// Whether d^2.4 <= m <= exp(d^0.24), d >= 100, certainly: the window of Theorem 3.1 with C4 = 1.
    static func isInWindow(d: Ball, m: Ball) -> Bool {
        Ball(100).isCertainlyLessOrEqual(to: d) && Ball.pow(d, .ratio(12, 5)).isCertainlyLessOrEqual(to: m)
            && Ball.log(m).isCertainlyLessOrEqual(to: .pow(d, .ratio(6, 25)))
    }

    /// F <= 2.1 rho sqrt d + u but for probability 4.5 rho^2/u^2 + 200/(m d) + e^{-m/10}, d >= 100, m >= d^2.4.
    static let contraction: [CheckedLine] = [
        .argument(
            "F = sup over ||delta|| <= rho of |f(x+delta;a,W0) - f(x;a,W0)|: relu(g_s + y) - relu(g_s) is 1-Lipschitz in y and 0 at 0, "
                + "so over the signs a, by the contraction principle (Ledoux and Talagrand, Theorem 4.12, doi:10.1007/978-3-642-20212-4), "
                + "E F <= 2 rho E||(1/sqrt m) sum_s a_s w_{s,0}|| <= 2 rho ||W0||_F/sqrt m"),
        .argument(
            "over the signs Var F <= 2 rho^2 sigma^2/m, sigma the operator norm of W0 (Efron and Stein): at the delta that attains F "
                + "another sign a_s lowers it by at most 2 |<w_{s,0},delta>|/sqrt m, and sum_s <w_{s,0},delta>^2 <= rho^2 sigma^2"),
        .argument(
            "||W0||_F^2 <= 1.1 m d but for 200/(m d) (Chebyshev), and sigma <= sqrt m + sqrt d + 0.46 sqrt m <= 1.5 sqrt m but for "
                + "e^{-m/10} (Davidson and Szarek, doi:10.1016/S1874-5849(01)80010-3), d >= 100 and m >= d^2.4"),
        .number("2 sqrt(1.1) <= 2.1; 1 + 100^{-0.7} + 0.46 <= 1.5; 0.46^2/2 >= 1/10") {
            let root = (Ball(2) * .sqrt(.ratio(11, 10))).isLess(than: .ratio(21, 10))
            let norm = (Ball.ratio(146, 100) + .pow(Ball(100), .ratio(-7, 10))).isLess(than: .ratio(15, 10))
            let exponent = Ball.ratio(1, 10).isLess(than: .ratio(46 * 46, 20_000))
            guard let root, let norm, let exponent else { return nil }
            return root && norm && exponent
        },
        .argument("so F <= 2.1 rho sqrt d + u but for probability 4.5 rho^2/u^2 more, for each u > 0 (Chebyshev)"),
    ]

    /// The laws of f and grad f at W0.
    static let atStart: CheckedLine = .argument(
        "given N active neurons of W0, N ~ Binomial(m, 1/2): f(x;a,W0) ~ N(0, N/m) and ||grad f(x;a,W0)||^2 ~ (N/m) chi^2_d; N lies in "
            + "[0.4 m, 0.6 m] but for probability 25/m (Chebyshev)")
}
