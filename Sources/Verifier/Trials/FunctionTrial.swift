// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall

/// Lemma B.5: sup over W of |f(x; W)| exactly, |f(x; W0)|, or sup over W of |f(x; W) - f(x; W0)|.
struct FunctionTrial: CellTrial {
    enum Value: Sendable {
        case supremum
        case atInitialization
        case change
    }

    let draws: Draws
    let radius: Double
    let value: Value

    var method: Method { .exact }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let range = FunctionRange(try draws.functionProblem(trial, radius: radius))
        return TrialBracket(exactly: switch value {
        case .supremum: range.absoluteSupremum
        case .atInitialization: range.atInitialization.magnitude
        case .change: Swift.max(range.supremum - range.atInitialization, range.atInitialization - range.infimum)
        })
    }
}
