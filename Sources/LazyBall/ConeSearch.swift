// SPDX-License-Identifier: GPL-3.0-or-later

import COpenBLAS
import RealModule

/// What one neuron says about a pair (delta, r).
struct ConeTerm {
    /// Its part of the quantity that is searched for.
    var value: Double
    /// Its part of the vector whose direction r should take: `weight` w_{s,0} + `move`, the move in the basis x, p, rest of r.
    var weight = 0.0
    var move: (Double, Double, Double) = (0, 0, 0)
    /// Its part of the vector that delta should turn to: `pull` w_{s,0}.
    var pull = 0.0

    static let nothing = ConeTerm(value: 0)
}

/// A quantity sum over s of phi(w_{s,0}; delta, r), searched over delta and r.
protocol ConeObjective {
    /// What is computed once for a pair; b > 0 is the width over which the search smooths the jumps at <w, x+delta> = 0.
    associatedtype Prepared
    func prepare(_ pair: DirectionPair, bandwidth b: Double) -> Prepared
    /// - Parameter w: the coordinates of w_{s,0} along x, p and the rest of r.
    func term(_ prepared: Prepared, _ w: (Double, Double, Double), sign: Double) -> ConeTerm
}

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
        var random = SplitMix(state: 77)
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

/// The sums of one pass for one pair.
struct ConeSums {
    var value = 0.0
    var direction: [Double]
    var pull: [Double]
}

enum ConePass {
    /// Sums over all rows for several pairs, in the order of the rows.
    static func run<Objective: ConeObjective>(
        _ objective: Objective, _ states: [ConeState], _ rows: some RowTiles, bandwidth: Double
    ) -> [ConeSums] {
        let n = rows.dimension
        let splits = states.map { $0.split() }
        let prepared = splits.map { objective.prepare($0.pair, bandwidth: bandwidth) }
        // Two rows for each state: p, and the rest of r.
        let axes = zip(states, splits).flatMap { $0.across + $1.rest }
        var sums = states.map { _ in
            ConeSums(direction: [Double](repeating: 0, count: n), pull: [Double](repeating: 0, count: n))
        }
        var moves = [(Double, Double, Double)](repeating: (0, 0, 0), count: states.count)
        var products = [Double](repeating: 0, count: ResidentRows.tileRows * 2 * states.count)
        rows.forEachBlock { block in
            guard let start = block.rows.baseAddress else { return }
            product(block, axes, into: &products)
            for k in states.indices {
                accumulate(objective, prepared[k], block, start, products, k, states.count, &sums[k], &moves[k])
            }
        }
        for k in states.indices {
            sums[k].direction[0] += moves[k].0
            cblas_daxpy(Int32(n), moves[k].1, states[k].across, 1, &sums[k].direction, 1)
            cblas_daxpy(Int32(n), moves[k].2, splits[k].rest, 1, &sums[k].direction, 1)
        }
        return sums
    }

    /// block.count x (axes / dimension) inner products, row-major.
    static func product(_ block: RowTile, _ axes: [Double], into products: inout [Double]) {
        let n = Int32(block.dimension)
        let columns = Int32(axes.count / block.dimension)
        guard columns > 0, let start = block.rows.baseAddress else { return }
        cblas_dgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(block.count), columns, n, 1, start, n, axes, n, 0, &products, columns)
    }

    private static func accumulate<Objective: ConeObjective>(
        _ objective: Objective, _ prepared: Objective.Prepared, _ block: RowTile, _ start: UnsafePointer<Double>,
        _ products: [Double], _ k: Int, _ count: Int, _ sums: inout ConeSums, _ move: inout (Double, Double, Double)
    ) {
        let n = block.dimension
        products.withUnsafeBufferPointer { products in
            for s in 0..<block.count {
                let place = 2 * (s * count + k)
                let w = (start[s * n], products[place], products[place + 1])
                let term = objective.term(prepared, w, sign: block.signs[s])
                if term.weight != 0 {
                    sums.value += term.value
                    cblas_daxpy(Int32(n), term.weight, start + s * n, 1, &sums.direction, 1)
                    move.0 += term.move.0
                    move.1 += term.move.1
                    move.2 += term.move.2
                }
                if term.pull != 0 { cblas_daxpy(Int32(n), term.pull, start + s * n, 1, &sums.pull, 1) }
            }
        }
    }
}
