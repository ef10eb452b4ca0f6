// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Support

/// Local search over delta on the cone and r on the sphere: all starts advance together, one pass over the rows for each step.
///
/// For a fixed delta the quantities are convex in r, and r <- direction of the sum of maximizers never lowers them. In delta they
/// jump; the jumps smoothed over a width that shrinks from pass to pass have a gradient, and delta turns towards it, staying at its
/// angle to x. Every value is of the pair itself, not smoothed.
struct ConeSearch<Objective: ConeObjective> {
    let objective: Objective
    private(set) var states: [ConeState]
    /// The best value of each start, and the pair it was found at.
    private(set) var best: [(value: Double, state: ConeState)]

    init(_ objective: Objective, starts: [ConeState]) {
        self.objective = objective
        states = starts
        best = starts.map { (-.infinity, $0) }
    }

    /// One pass: evaluates every start where it is, and moves it.
    mutating func advance(_ rows: some RowTiles, bandwidth: Double, inertia: Double) {
        let sums = ConePass.run(objective, states, rows, bandwidth: bandwidth)
        for (k, sum) in sums.enumerated() {
            if sum.value > best[k].value { best[k] = (sum.value, states[k]) }
            // Where nothing counts along r, something may along -r.
            states[k].r = ConeState.unit(sum.direction) ?? states[k].r.map { -$0 }
            guard states[k].delta.1 > 0, let pull = ConeState.unitAcross(sum.pull) else { continue }
            let turned = zip(states[k].across, pull).map { inertia * $0 + $1 }
            states[k].across = ConeState.unitAcross(turned) ?? pull
        }
    }

    /// Rounds of blind steps from the best pair of each start, ever shorter, in delta's direction and its angle to x: for what the smoothed
    /// gradient cannot see. Every other start tries a new r besides. Two passes over the rows a round.
    mutating func wander(_ rows: some RowTiles, rounds: Int, perturbation: Double) {
        var random = SplitMix64(seed: 77)
        for round in 0..<rounds {
            let reach = 0.5 * Double.pow(0.8, Double(round))
            states = best.enumerated().map { k, found in
                var state = found.state
                if k % 2 == 1 { state.r = ConeState.unit(state.r.map { _ in random.symmetric() }) ?? state.r }
                guard state.delta.1 > 0 else { return state }
                let step = (0..<state.across.count).map { _ in random.symmetric() }
                guard let unit = ConeState.unitAcross(step) else { return state }
                state.across = ConeState.unitAcross(zip(state.across, unit).map { $0 + reach * $1 }) ?? unit
                let angle = min(state.angle * (1 + reach * random.symmetric()), ConeState.largestAngle(perturbation))
                state.delta = ConeState.delta(angle: angle, perturbation: perturbation)
                return state
            }
            // The direction first follows the new delta.
            for _ in 0..<2 {
                let deltas = states.map { ($0.across, $0.delta) }
                advance(rows, bandwidth: 1e-300, inertia: 1)
                for k in states.indices { (states[k].across, states[k].delta) = deltas[k] }
            }
        }
    }
}
