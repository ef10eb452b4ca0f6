// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.5: the function value at W0.
enum LemmaB5Laws {
    /// B.5/a: f(x; W0) | N ~ N(0, N/m), N ~ Bin(m, 1/2), symmetric.
    static let functionValueAtStart = LawSweep(
        grid: SweepGrid(m: SweepGrid.widths, gamma: SweepGrid.gammas),
        argument: WholeDomainArgument(
            """
            T.4 for z_s = a_s relu(<w_{s,0},x>) and for -z_s, with E z_s = 0, v = m/2 and c = 1: E|z_s|^q = E|z|^q/2 <= \
            (q-1)!!/2 <= (q!/2)(1/2) for q >= 3, since (q-1)!! <= q!/2 there. With t = log(2/gamma) each side fails with \
            probability at most gamma/2 at sqrt(t) + t/sqrt m, which is below the claim's bound.
            """,
            restsOn: [ToolsLaws.bernstein],
            [
                .fact("(q-1)!! <= q!/2 at q = 3, 4; from q to q+2 the left grows by q+1, the right by (q+1)(q+2)") {
                    [3, 4].allSatisfy { q in
                        ToolsLaws.doubleFactorial(q - 1).isCertainlyAtMost(ToolsLaws.factorial(q) / .integer(2))
                    }
                }
            ])
    ) { point, bits in
        let p = point.arguments
        let tail = BinomialNormalMixture.upperTail(
            width: point.parameters.m, p: .ratio(1, 2), q: .ratio(1, 2), t: LemmaB5.functionValueAtStart(p).value, precision: bits / 2)
        return LawSweep.Sides(
            .integer(2) * tail, atMost: p.gamma,
            "f | N ~ N(0, N/m), N ~ Bin(m, 1/2), by Poisson summation of its moment generating function")
    }
}
