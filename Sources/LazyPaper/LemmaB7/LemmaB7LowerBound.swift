// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.7: how likely its claims fail at the least, where no draw could show it.
enum LemmaB7LowerBound {
    /// P(B.7/h fails) >= (Phi(4V/5) - 1/2)^m P(chi^2_{d-1} > t^2), t = max(0, B - (3/5) C0), B its bound; d >= 2.
    ///
    /// With probability (Phi(4V/5) - 1/2)^m all m neurons have -(4/5) V < g_s <= 0: none is active at W0. W moves each to <w_s, x> > 0 by
    /// less than (4/5) V along x and by (3/5) V a_s u orthogonally to x, u a unit vector: a move of length less than V. Then P grad f(W) -
    /// P grad f(W0) = (1/sqrt m) sum a_s P w_{s,0} + (3/5) C0 u. The first sum is N(0, I_{d-1}), independent of the g_s; along it u makes
    /// the length chi_{d-1} + (3/5) C0, which exceeds B where chi_{d-1} > t.
    ///
    /// As gamma falls, log(1/gamma) far above d, chi_{d-1} reaches sqrt(2 log(1/gamma)) with probability about gamma, and B grows as
    /// (8 d/m)^{1/4} sqrt(log(1/gamma)) alone: for m > 2d it falls behind.
    static let projectedGradientChange = LawSweep(
        grid: SweepGrid(d: SweepGrid.dimensions, m: SweepGrid.widths, gamma: SweepGrid.gammas, c0: [1, 10, 0.1]),
        contains: { $0.parameters.d >= 2 && $0.parameters.c0 > 0 }
    ) { point, _ in
        let p = point.arguments
        let strip = NormalLaws.strip(.ratio(4, 5) * p.v) / .integer(2)
        guard strip.isCertainlyPositive else { return nil }
        let t = Ball.max(.integer(0), LemmaB7.projectedGradientChange(p).value - .ratio(3, 5) * p.c0)
        let tail = ChiSquareTail.upper(point.parameters.d - 1, t * t)
        return LawSweep.Sides(
            .exp(p.m * .log(strip)) * tail, atMost: p.gamma,
            "(Phi(4V/5) - 1/2)^m P(chi_{d-1} > t): every neuron within 4V/5 of its boundary, switched on and moved along the sum")
    }
}
