// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// The search for one of the two, and its best delta evaluated on explicit rows.
struct SlabSearch {
    let witness: DifferenceWitness
    /// The neurons that flip, and || sum over them of a_s w_{s,0} times the direction of the flip ||.
    let count: Int
    let sum: Double

    init<Rows: RowTiles>(
        _ objective: SlabObjective, _ problem: DifferenceProblem<Rows>, _ reach: ConeReach, passes: Int, goal: Double?,
        extra: [ConeState] = []
    ) {
        var search = ConeSearch(objective, starts: ConeStarts.states(problem, centre: true) + extra)
        let slab = 2 * max(problem.radius, reach.isWhole ? 0 : reach.slab)
        let first = max(2.2 * reach.spread, slab)
        // From the spread down to the slab.
        let decay = slab > 0 && passes > 1 ? Double.pow(slab / first, 1 / Double(passes - 1)) : 0.9
        for pass in 0..<passes {
            search.advance(problem.movable, bandwidth: max(first * Double.pow(decay, Double(pass)), 1e-300), inertia: 2)
            if let goal, search.best.contains(where: { $0.value > goal * (1 + 1e-9) }) { break }
        }
        let isSmall = ConeStarts.size(problem) < 1e5
        if passes > 2 && isSmall { search.wander(problem.movable, rounds: 20, perturbation: problem.perturbation) }
        // Rows of one or two coordinates are swept exactly.
        let decided = goal.map { goal in search.best.contains { $0.value > goal * (1 + 1e-9) } } ?? false
        var found = search.best
        if passes > 2 && !decided && problem.movable.dimension > 2 {
            found.append(SlabAscent(objective, problem, reach, passes: 4 * passes, goal: goal).best)
        }
        let states = found.sorted { $0.value > $1.value }.prefix(isSmall ? 8 : 3).map(\.state)
        let radius = problem.radius
        let gathered = GatheredRows.collect(states, problem.movable) { k, g, along in
            let delta = states[k].delta
            let (x, p) = (1 + delta.0, delta.1)
            // Widened by the rounding of the products; the moves below tell on the explicit rows.
            return FlipGeometry.canFlip(x * g + p * along, radius: radius * Double.hypot(x, p) * (1 + 1e-12))
        }
        let results = zip(states, gathered).map { Self.realize($0, $1, objective) }
        self = results.dropFirst().reduce(results[0]) { best, next in
            (objective.counts ? next.count > best.count : next.sum > best.sum) ? next : best
        }
    }

    private init(witness: DifferenceWitness, count: Int, sum: Double) { (self.witness, self.count, self.sum) = (witness, count, sum) }

    /// Ascends over r at one delta, then flips what counts.
    private static func realize(_ state: ConeState, _ rows: GatheredRows, _ objective: SlabObjective) -> SlabSearch {
        let n = rows.dimension
        let shifted = state.shifted
        let before = rows.indices.indices.map { GatheredRows.product(rows.row($0), shifted) > 0 }
        var moves = rows.indices.indices.map { flip(state, rows, $0, shifted, before[$0], radius: objective.radius) }
        // Only flips that hold on the explicit rows count.
        var r = state.r
        var (best, chosen): (Double, [Bool]) = (-1, [])
        for _ in 0..<60 where !objective.counts {
            let picks = moves.indices.map { k in
                moves[k] != nil && (before[k] ? -1 : 1) * rows.signs[k] * GatheredRows.product(rows.row(k), r) > 0
            }
            let sum = Self.sum(rows, before, picks)
            let length = ordered_norm(Int32(n), sum)
            guard length > best else { break }
            (best, chosen) = (length, picks)
            r = ConeState.unit(sum) ?? r
        }
        if objective.counts { chosen = moves.map { $0 != nil } }
        for k in moves.indices where !chosen[k] { moves[k] = nil }
        let zero = [Double](repeating: 0, count: n)
        return SlabSearch(
            witness: DifferenceWitness(perturbation: state.perturbation, across: state.across, rest: zero, moves: moves.compactMap { $0 }),
            count: chosen.reduce(0) { $0 + ($1 ? 1 : 0) }, sum: ordered_norm(Int32(n), Self.sum(rows, before, chosen)))
    }

    private static func sum(_ rows: GatheredRows, _ before: [Bool], _ chosen: [Bool]) -> [Double] {
        var sum = [Double](repeating: 0, count: rows.dimension)
        for k in chosen.indices where chosen[k] {
            ordered_add(Int32(rows.dimension), (before[k] ? -1 : 1) * rows.signs[k], rows.row(k), &sum)
        }
        return sum
    }

    /// The move across the plane <w, x+delta> = 0, along x + delta; nil where none inside the ball flips the explicit row.
    private static func flip(
        _ state: ConeState, _ rows: GatheredRows, _ k: Int, _ shifted: [Double], _ before: Bool, radius: Double
    ) -> DifferenceWitness.Move? {
        let row = rows.row(k)
        let (x, p) = (1 + state.delta.0, state.delta.1)
        let length = Double.hypot(x, p)
        guard length > 0 else { return nil }
        let frame = DifferenceWitness(
            perturbation: [], across: state.across, rest: [Double](repeating: 0, count: row.count), moves: [])
        let least = -GatheredRows.product(row, shifted) / length
        var step = 0.0
        for _ in 0..<60 {
            let reach = least + (before ? -step : step)
            let move = DifferenceWitness.Move(
                index: rows.indices[k], alongX: row[0] + reach * x / length, along: reach * p / length, rest: 0)
            var moved = row
            frame.apply(move, to: &moved)
            if (GatheredRows.product(moved, shifted) > 0) != before {
                let change = zip(moved, row).map { $0 - $1 }
                return GatheredRows.product(change, change) <= radius * radius * (1 + 1e-12) ? move : nil
            }
            step = step == 0 ? max(abs(row[0]) * Double.ulpOfOne, Double.leastNormalMagnitude) : 2 * step
        }
        return nil
    }
}
