// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// sup over r in S^{d-1}, ||delta|| <= R and W in the ball of Phi(r, delta; W), bracketed: Lemma B.9.
///
/// The supremum over r is sup over delta, W of ||grad f(x; W) - grad f(x + delta; W)||. For given r and delta the supremum over W is exact
/// (``DirectionalSupremum``), and r ascends; over delta the search is local, from several starts (`ConeSearch`): `attained` is the
/// value, on explicit weights, at `witness`. `certified` holds for all r, delta and W (`DifferenceCertificate`).
///
/// Both are 0 where nothing can disagree: R = 0, no movable rows, R < 1 in one dimension.
public struct GradientDifferenceBracket: Sendable {
    /// ||grad f(x; W) - grad f(x + delta; W)|| at the witness.
    public let attained: Double
    /// No delta and W have more.
    public let certified: Double
    /// The delta and W that attain `attained`.
    public let witness: DifferenceWitness
    /// The certificate alone; `certified` is the larger of this and `attained`, which rounding might put above it.
    package let limit: Double

    /// - Parameters:
    ///   - problem: the draw.
    ///   - bound: the search is cut short once certified <= bound or attained > bound.
    ///   - starts: how many deltas advance together; nil for a number that suits the size.
    ///   - passes: at most how many passes over the rows the search makes.
    public init<Rows: RowTiles>(
        _ problem: DifferenceProblem<Rows>, bound: Double? = nil, starts: Int? = nil, passes: Int = 30
    ) {
        let root = Double.sqrt(Double(problem.width))
        let n = problem.movable.dimension
        let zero = [Double](repeating: 0, count: n)
        let states = ConeStarts.states(problem, count: starts)
        guard problem.movable.count > 0, problem.perturbation > 0, !states.isEmpty else {
            (attained, certified, limit) = (0, 0, 0)
            witness = DifferenceWitness(perturbation: zero, across: zero, rest: zero, moves: [])
            return
        }
        let reach = ConeReach(problem)
        limit = DifferenceCertificate(problem, reach).bound(problem, goal: bound.map { $0 * root }) / root
        let decided = limit <= bound ?? -.infinity
        var search = ConeSearch(DifferenceObjective(radius: problem.radius), starts: states)
        let width = max(2.2 * reach.spread, 1e-300)
        for pass in 0..<(decided ? min(2, passes) : passes) {
            search.advance(problem.movable, bandwidth: width * Double.pow(0.95, Double(pass)), inertia: 2)
            if let bound, search.best.contains(where: { $0.value > bound * root * (1 + 1e-9) }) { break }
        }
        let isSmall = ConeStarts.size(problem) < 1e5
        if !decided && isSmall { search.wander(problem.movable, rounds: 20, perturbation: problem.perturbation) }
        let top = search.best.sorted { $0.value > $1.value }.prefix(isSmall ? 8 : 3).map(\.state)
        let found = Self.polish(top, problem)
        attained = found.value / root
        certified = max(limit, attained)
        witness = found.witness
    }

    /// The best of a few deltas after the ascent over r.
    private static func polish<Rows: RowTiles>(
        _ states: [ConeState], _ problem: DifferenceProblem<Rows>
    ) -> (witness: DifferenceWitness, value: Double) {
        let choices = states.map { DifferencePolish.cautious($0, radius: problem.radius) }
        let gathered = GatheredRows.collect(states, problem.movable) { k, g, along in !choices[k].certainlyAgrees(g, along) }
        let results = zip(states, gathered).map { state, rows in
            var polish = DifferencePolish(state, rows, radius: problem.radius)
            polish.climb()
            return polish.witness()
        }
        return results.dropFirst().reduce(results[0]) { $1.value > $0.value ? $1 : $0 }
    }
}
