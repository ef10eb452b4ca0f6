// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Prover

/// 3.1/1 and 3.2/1: constants for which the theorem and its corollary hold, for every gamma and C0.
enum Theorem31Existence {
    /// 3.1/1.
    static let theorem = CheckedArgument(
        proof: constants + flip + window,
        method: "B.5/1, B.7/1 and B.9/1 at gamma/3 each, 3.1/a")

    /// 3.2/1.
    static let corollary = CheckedArgument(
        proof: constants + flip + window + [
            .argument(
                "fix (x,y), ||x|| = 1: on an event of probability at least 1-gamma every W of the ball has a ||delta|| <= R = 2 C2/sqrt d "
                    + "with sign f(x+delta) != sign f(x), so that one of the two is not y: l_R(W;x,y) = 1, and E[1 - inf_W l_R(W;x,y)] <= "
                    + "gamma"),
            .argument(
                "3.2/a: P(inf_W L_R(W) < 0.9) <= 10 sup_x E[1 - inf_W l_R(W;x,y)] <= 10 gamma, whatever the distribution on the "
                    + "sphere"),
        ],
        method: "3.1/1 at each point, 3.2/a")

    private static let constants: [CheckedLine] = [
        .argument(
            "let gamma and C0 be given; L = log(6/gamma), F = sqrt(2 L) + 2 L + C0, C2 = 2F + 1, C1 = 2 C2, C3 = 1, all free of d and m, "
                + "and C4 <= 1, which the last line chooses"),
        .argument(
            "three events, each but for gamma/3, for all W: |f(x)| <= F (B.5/1, as m >= 1); ||grad f(x)|| >= G, the right-hand side of "
                + "B.7/1; ||grad f(x) - grad f(x+delta)|| <= D for all ||delta|| <= C1/sqrt d, the right-hand side of B.9/1 at this C1, "
                + "where d >= log(12/gamma)^2"),
        .argument(
            "in the window G >= sqrt(d)/2 from some d on: m >= d^2.4 and log m <= d^0.24, so that with gamma/3 for gamma the factors (1/2 "
                + "- ...)^{1/2} and (1 - 5 sqrt(log(8/gamma)/d))^{1/2} tend to sqrt(1/2) and 1, C0/sqrt d to 0, and the last term over "
                + "sqrt d, of the order m^{-1/4} (1 + (log m/d)^{1/4}), to 0"),
        .argument("in the window D <= sqrt(d)/4 from some d on: B.9/2 at c = 1/4, with this C0 and C1"),
    ]

    private static let flip: [CheckedLine] = [
        .argument(
            "where both hold, the step delta = eta grad f(x), |eta| = C2/||grad f(x)||^2, has ||delta|| = C2/||grad f(x)|| <= 2 C2/sqrt d "
                + "= C1/sqrt d, which D covers"),
        .argument(
            "f(x) > 0: 3.1/a at t = -C2 gives f(x+delta) <= F - C2 + C2 D/G <= F - C2/2 = -1/2 < 0, as D/G <= 1/2; f(x) < 0: the same for "
                + "-a"),
        .argument("f(x) = 0: with either sign of eta 3.1/a gives |f(x+delta)| >= C2/2 > 0, whose sign is not that of 0"),
    ]

    private static let window: [CheckedLine] = [
        .argument(
            "let d0 >= log(12/gamma)^2 be a d from which on both hold, and C4 = min(1, (1/2) min of d^2.4 e^{-d^0.24} over 1 <= d < d0): "
                + "then C4 exp(d^0.24) < d^2.4 for d < d0, and the window is empty there")
    ]
}
