// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall

/// Lemma B.7: inf over W of ||grad f(x; W)||, bracketed, and no more precisely than its bound needs.
struct GradientNormTrial: CellTrial {
    let draws: Draws
    let radius: Double
    let bound: Double

    var method: Method { .certified }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let bracket = GradientNormBracket(
            try draws.gradientProblem(trial, radius: radius), dimension: draws.dimension, bound: bound.isFinite ? bound : nil)
        return TrialBracket(attained: bracket.attained, certified: bracket.certified)
    }
}
