// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import RealModule

/// What the draws and searches that several quantities share cost.
extension TrialCost {
    /// One pass over all of W0.
    static func denseDraw(_ p: Parameters) -> TrialCost { .pass(neurons: Double(p.m), numbers: Double(p.d)) }

    /// A search over the neurons that can flip at x, |g_s| <= V; reduced, no more of a row is drawn than the inner products need.
    static func flippableRows(_ p: Parameters, _ sampler: SamplerKind) -> TrialCost {
        let share = Double.erf(p.ballRadius / Double.sqrt(2)), count = Double(p.m) * share
        // Beyond the mean by what chance adds to a count.
        let rows = Double.minimum(Double(p.m), count + 6 * count.squareRoot() + 20)
        switch sampler {
        case .dense: return .denseDraw(p) + .search(rows: rows, dimension: Double(p.d), passes: 200)
        case .reduced: return .search(rows: rows, dimension: Double.minimum(Double(p.d), rows + 2), passes: 200)
        }
    }

    /// A search over delta: the neurons that can flip somewhere in reach, |g_s| <= V + R (||w_s|| + V), drawn anew for each pass where they
    /// do not stay in memory.
    static func movableRows(_ p: Parameters, _ sampler: SamplerKind) -> TrialCost {
        let (d, m) = (Double(p.d), Double(p.m))
        let reach = p.ballRadius + p.radius * (d.squareRoot() + p.ballRadius)
        let rows = Double.minimum(m, m * Double.erf(reach / Double.sqrt(2)) + 6 * m.squareRoot() + 20)
        let dimension = sampler == .reduced ? Double.minimum(d, rows + 2) : d
        let numbers = rows * dimension
        // The rows that flip at the delta under way stay in memory: a share of about the angle between x and x + delta.
        let flipping = Double.minimum(rows, m * (p.radius + p.ballRadius)) * dimension
        let search = TrialCost(
            operations: 400 * numbers + 1000, bytes: 8 * (Double.minimum(numbers, 12e6) + 2 * flipping + 12 * rows) + 1_048_576)
        return sampler == .dense ? .denseDraw(p) + search : search
    }
}
