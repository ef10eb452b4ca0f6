// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Corollary 3.2: Markov's inequality, the radius, and the ball that the proof's display writes.
enum Corollary32Arguments {
    static let markov = CheckedArgument(
        proof: [
            .argument("inf_W E_x l_R(W;x,y) >= E_x inf_W l_R(W;x,y), so 1 - inf_W L_R <= E_x[1 - inf_W l_R]"),
            .argument(
                "Markov: P(1 - inf_W L_R > 0.1) <= 10 E[1 - inf_W L_R]; then Fubini, as 0 <= l_R <= 1, and the mean over x "
                    + "is at most the supremum"),
        ],
        method: "Markov and Fubini",
        note: "With inf_W, where the paper's display writes sup_W.")

    static let radius = CheckedArgument(
        proof: Theorem31Assembly.holdsFrom + [
            .argument(
                "for other gamma, C0 and widths of the window some C1 serves from some d on: 2 F sqrt d/(G - D(C1)) stays bounded, as F "
                    + "does not grow with d, G/sqrt d tends to 1/sqrt 2, and D(C1)/sqrt d tends to 0 for each C1 (B.9/2)")
        ],
        method: "branch and bound, unbounded box",
        note: "No logarithm is needed in R = O~(1/sqrt d). The three bounds' own verdicts are their rows'.")

    /// A W of the larger ball whose f is positive on all of ||delta|| <= R.
    static let displayedBall = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["100000000"]), ("m", ["100000000000000000000"]), ("gamma", ["0.05"]), ("C0", ["1"]), ("C1", ["60", "1"]),
            ]) { x in failure(d: x[0], m: x[1], c0: x[3], c1: x[4]).map { Inequality($0, atMost: Ball(10) * x[2]) } }.first()
        },
        isOfProbability: true,
        parts: [("Fails for every C0, C1 > 0 and gamma < 0.099 once d is large enough, for one point x with label +1.", constantSign)],
        route: "With the ball of radius C0/sqrt m, as the corollary states it, the step is 3.2/a.")

    private static let constantSign: [CheckedLine] =
        [
            .argument(
                "V = C0/sqrt d: W moves the neurons with a_s = +1 by V x and no other. For ||delta|| <= R < 1, relu rises by at least V "
                    + "(1-R) where it was active and never falls: f(x+delta;a,W) >= f(x+delta;a,W0) + (1/sqrt m) V (1-R) #{a_s = 1, "
                    + "<w_{s,0},x+delta> > 0}"
            ),
            .argument(
                "of the neurons with a_s = 1, g_s >= 1/2, at most 4 R^2 sigma^2 are inactive at x+delta: they have |<w_{s,0},delta>| >= "
                    + "1/2, and sum_s <w_{s,0},delta>^2 <= R^2 sigma^2"),
            .argument("P(a = 1, g >= 1/2) = Phi(-1/2)/2: there are at least 0.15 m of them but for probability 10^4/m (Chebyshev)"),
            .number("Phi(-1/2)/2 = p > 0.154, and p/(0.004)^2 <= 10^4") {
                let p = Ball.erfc(.ratio(1, 2) / .sqrt(Ball(2))) / Ball(4)
                guard let least = Ball.ratio(154, 1000).isLess(than: p), let most = p.isLess(than: .ratio(16, 100)) else { return nil }
                return least && most
            },
        ] + GradientStep.contraction + [
            .argument(
                "at rho = R = C1/sqrt d and u = 1: f(x+delta;a,W0) >= -|f(x;a,W0)| - 2.1 C1 - 1, and |f(x;a,W0)| <= 3 but for P(|z| > "
                    + "3). So f(.;a,W) > 0 on the whole ball about x where C0 sqrt(m/d) (1-R) (0.15 - 9 R^2) > 4 + 2.1 C1"),
            .argument(
                "then the distribution that has x alone, with label +1, has robust error 0 at this W; sqrt(m/d) >= d^{0.7} grows "
                    + "without bound"
            ),
        ]

    /// A lower bound of the probability that some W has robust error 0 at x with label +1; nil where the argument does not reach.
    private static func failure(d: Ball, m: Ball, c0: Ball, c1: Ball) -> Ball? {
        let radius = c1 / .sqrt(d)
        let lift = c0 * .sqrt(m / d) * (Ball(1) - radius) * (.ratio(15, 100) - Ball(9) * radius * radius)
        guard GradientStep.isInWindow(d: d, m: m), radius.isCertainlyLess(than: Ball(1)),
            (Ball(4) + .ratio(21, 10) * c1).isCertainlyLess(than: lift)
        else { return nil }
        let sizes = Ball(200) / (m * d) + .exp(-(m / Ball(10))) + Ball(10_000) / m
        return Ball(1) - (.erfc(Ball(3) / .sqrt(Ball(2))) + .ratio(9, 2) * radius * radius + sizes)
    }
}
