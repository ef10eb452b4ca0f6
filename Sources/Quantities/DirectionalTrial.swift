// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall

/// Lemma B.8: sup over W of Phi(r, delta; W) exactly, at a fixed pair (r, delta).
struct DirectionalTrial: CellTrial {
    let draws: Draws
    let radius: Double
    let pair: DirectionPair

    var method: Method { .exact }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        TrialBracket(exactly: DirectionalSupremum(try draws.directionalProblem(trial, radius: radius, pair: pair)).value)
    }
}
