// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import Sampler

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
        if value == .atInitialization && draws.sampler == .reduced {
            return TrialBracket(exactly: try draws.reduced(trial).valuesAtInitialization().function.magnitude)
        }
        let range = FunctionRange(try draws.functionProblem(trial, radius: radius))
        return switch value {
        case .supremum: TrialBracket(exactly: range.absoluteSupremum)
        case .atInitialization: TrialBracket(exactly: range.atInitialization.magnitude)
        case .change:
            TrialBracket(exactly: Swift.max(range.supremum - range.atInitialization, range.atInitialization - range.infimum))
        }
    }
}
