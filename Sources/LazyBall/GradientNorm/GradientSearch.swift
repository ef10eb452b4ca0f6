// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// The state of the search: the certificate, the hull, the best active set so far.
struct GradientSearch {
    let problem: GradientProblem
    let target: Double
    let bound: Double?
    let preactivations: [Double]
    let root: Double
    let atInitialization: Double
    private(set) var certified = 0.0
    private(set) var attained = Double.infinity
    private(set) var iterations = 0
    var pattern: SubsetSum
    var best: (on: [Bool], sum: [Double])
    var projections: [Double]

    init(_ problem: GradientProblem, target: Double, bound: Double?) {
        self.problem = problem
        self.target = target
        self.bound = bound
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        preactivations = (0..<k).map { problem.flippable.rows[$0 * n] }
        root = Double.sqrt(Double(problem.width))
        pattern = SubsetSum(
            rows: problem.flippable, signs: problem.flippable.signs, constant: problem.steadySum, on: preactivations.map { $0 > 0 })
        best = (pattern.on, pattern.sum)
        projections = [Double](repeating: 0, count: k)
        atInitialization = ordered_norm(Int32(n), pattern.sum) / root
        attack()
    }

    var isClosed: Bool { attained - certified <= target || attained < GradientNormBracket.zeroTolerance }

    var isDecided: Bool {
        guard let bound else { return false }
        return certified >= bound || attained < bound
    }

    /// The best moves for the pattern at hand.
    mutating func attack() {
        let norm = solve(pattern.on, pattern.sum).norm / root
        if norm < attained {
            attained = norm
            best = (pattern.on, pattern.sum)
        }
    }

    func solve(_ on: [Bool], _ sum: [Double]) -> FixedActiveSet {
        var (g, a): ([Double], [Double]) = ([], [])
        g.reserveCapacity(on.count)
        a.reserveCapacity(on.count)
        for s in on.indices where on[s] {
            g.append(preactivations[s])
            a.append(problem.flippable.signs[s])
        }
        return FixedActiveSet(
            base: (sum[0], Self.rest(sum)), preactivations: g, signs: a, steadyCount: problem.steadyCount, radius: problem.radius)
    }

    /// The length of the part orthogonal to x.
    static func rest(_ v: [Double]) -> Double {
        v.withUnsafeBufferPointer { v in
            v.baseAddress.map { ordered_norm(Int32(v.count - 1), $0 + 1) } ?? 0
        }
    }

    /// Frank-Wolfe. Nil once the target is met.
    mutating func descend(maximumIterations: Int) -> GapReason? {
        let reach = Double(problem.steadyCount) * problem.radius
        var hull = MinimumNormPoint(dimension: problem.flippable.dimension)
        var u = Self.direction(problem.steadySum) ?? Self.direction(pattern.sum) ?? Self.axis(problem.flippable.dimension)
        while iterations < maximumIterations {
            if isClosed { return nil }
            if isDecided { return .decided }
            iterations += 1
            let (value, vertex) = answer(u)
            certified = max(certified, value / root)
            attack()
            if isClosed { return nil }
            // Progress below a hundredth of the target is none: the certificate is where it will end.
            guard hull.add(vertex, tag: iterations), hull.norm - reach > (certified + 0.01 * target) * root else {
                return hull.norm <= reach ? .hullReachesOrigin : .certificateExhausted
            }
            guard let next = Self.direction(hull.point) else { return .hullReachesOrigin }
            u = next
        }
        return .iterationLimit
    }

    /// sqrt m L(u), and the gradient (without the steady ball) that has it.
    private mutating func answer(_ u: [Double]) -> (value: Double, vertex: [Double]) {
        let n = u.count
        let across = Self.rest(u)
        pattern.project(u, into: &projections)
        var on = pattern.on
        let signs = problem.flippable.signs
        let sum = GradientCertificate.select(
            uX: u[0], across: across, preactivations, projections, signs, radius: problem.radius, on: &on)
        pattern.set(on)
        let moves = ActiveMoves(along: u[0], across: across, radius: problem.radius)
        var (x, p) = (0.0, 0.0)
        for s in on.indices where on[s] {
            let move = moves.move(preactivations[s], signs[s])
            x += signs[s] * move.0
            p += signs[s] * move.1
        }
        var vertex = pattern.sum
        if across > 0 { ordered_add(Int32(n), p / across, u, &vertex) }
        vertex[0] = pattern.sum[0] + x
        let steady = MinimumNormPoint.product(u, problem.steadySum) - Double(problem.steadyCount) * problem.radius
        return (steady + sum, vertex)
    }

    /// The best active set, its sum taken afresh, with its moves.
    mutating func finish() -> (norm: Double, witness: GradientWitness) {
        pattern.set(best.on)
        pattern.recompute()
        let moves = solve(pattern.on, pattern.sum)
        let rest = Self.rest(pattern.sum)
        var across = pattern.sum.map { rest > 0 ? $0 / rest : 0 }
        across[0] = 0
        var steady = across.map { $0 * moves.steadyMove.1 }
        steady[0] = moves.steadyMove.0
        return (moves.norm / root, GradientWitness(on: pattern.on, across: across, mixture: moves.mixture, steadyMove: steady))
    }

    private static func direction(_ v: [Double]) -> [Double]? {
        let length = ordered_norm(Int32(v.count), v)
        return length > 0 ? v.map { $0 / length } : nil
    }

    private static func axis(_ n: Int) -> [Double] { [1] + [Double](repeating: 0, count: n - 1) }
}
