// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums

/// One delta, with the rows that can disagree there: ascent over r, and the witness.
struct DifferencePolish {
    let radius: Double
    private(set) var state: ConeState
    let rows: GatheredRows
    private(set) var value = -Double.infinity

    init(_ state: ConeState, _ rows: GatheredRows, radius: Double) {
        self.state = state
        self.rows = rows
        self.radius = radius
    }

    /// A choice whose ball is larger by more than the rounding of products.
    static func cautious(_ state: ConeState, radius: Double) -> DirectionalChoice {
        DirectionalChoice(state.split().pair, radius: radius + 1e-12 * (1 + radius))
    }

    /// r <- direction of the sum of maximizers, until nothing is gained.
    mutating func climb(turns: Int = 60) {
        let resident = ResidentRows(dimension: rows.dimension, rows: rows.rows, signs: rows.signs)
        var current = state
        for _ in 0..<turns {
            let sums = ConePass.run(DifferenceObjective(radius: radius), [current], resident, bandwidth: 1e-300)[0]
            guard sums.value > value + 1e-13 * abs(value) || value == -.infinity else { return }
            (value, state) = (sums.value, current)
            guard let r = ConeState.unit(sums.direction) else { return }
            current.r = r
        }
    }

    /// The W of the state, and the norm of the difference of gradients at it, times sqrt m: evaluated on explicit rows.
    func witness() -> (witness: DifferenceWitness, value: Double) {
        let (pair, rest) = state.split()
        // Explicit rows round each coordinate: the ball is taken smaller by more than that.
        let choice = DirectionalChoice(pair, radius: max(0, radius - 2e-14))
        let shifted = state.shifted
        var sum = [Double](repeating: 0, count: rows.dimension)
        var moves: [DifferenceWitness.Move] = []
        let frame = DifferenceWitness(perturbation: state.perturbation, across: state.across, rest: rest, moves: [])
        for k in rows.indices.indices {
            let row = rows.row(k)
            let w = (row[0], GatheredRows.product(row, state.across), GatheredRows.product(row, rest))
            let best = choice.best(w, sign: rows.signs[k])
            var moved = row
            if let move = realize(best, w, row, choice, frame, shifted, rows.indices[k]) {
                frame.apply(move, to: &moved)
                moves.append(move)
            }
            let difference = (moved[0] > 0 ? 1.0 : 0) - (GatheredRows.product(moved, shifted) > 0 ? 1 : 0)
            if difference != 0 { ordered_add(Int32(row.count), difference * rows.signs[k], moved, &sum) }
        }
        let witness = DifferenceWitness(perturbation: frame.perturbation, across: state.across, rest: rest, moves: moves)
        return (witness, ordered_norm(Int32(sum.count), sum))
    }

    /// The move to the best weight, with activations that hold on the explicit row; nil where it stays, or where no such move was found.
    private func realize(
        _ best: DirectionalChoice.Best, _ w: (Double, Double, Double), _ row: [Double], _ choice: DirectionalChoice,
        _ frame: DifferenceWitness, _ shifted: [Double], _ index: Int
    ) -> DifferenceWitness.Move? {
        let point = choice.realize(w, best)
        if point == w { return nil }
        let on = point.0 > 0
        let shiftedOn = best.side == .agree ? on : !on
        var step = 0.0
        for _ in 0..<40 {
            let move = DifferenceWitness.Move(
                index: index, alongX: point.0, along: point.1 - w.1 + (shiftedOn ? step : -step), rest: point.2 - w.2)
            var moved = row
            frame.apply(move, to: &moved)
            if (GatheredRows.product(moved, shifted) > 0) == shiftedOn {
                let distance = GatheredRows.product(zip(moved, row).map { $0 - $1 }, zip(moved, row).map { $0 - $1 })
                return distance <= radius * radius * (1 + 1e-12) ? move : nil
            }
            step = step == 0 ? max(abs(w.1), Double.leastNormalMagnitude) * Double.ulpOfOne : 2 * step
        }
        return nil
    }
}
