// SPDX-License-Identifier: GPL-3.0-or-later

import COpenBLAS
import RealModule

/// inf over the ball of ||grad f(x; a, W)||, bracketed between a certificate and a W that attains `attained`: Lemma B.7.
///
/// The certificate is L(u) of ``GradientCertificate``, for the best unit u met. Its maximum over u is the distance from 0 to the convex
/// hull of the gradients, found by fully corrective Frank-Wolfe: each step is one oracle call at u, the direction of the nearest point
/// of the hull of the vertices so far. The steady neurons' ball of radius N V is kept out of the hull and taken off the distance.
/// Every vertex is itself the gradient of a W; its active set, with the moves made best for it (``FixedPattern``), is the attack.
/// Neither the number of iterations nor the target changes that `certified` <= inf <= `attained`, up to rounding.
public struct GradientNormBracket: Sendable {
    /// ||grad f|| at `witness`.
    public let attained: Double
    /// No W has less; 0 where no direction says anything.
    public let certified: Double
    /// ||grad f(x; a, W0)||.
    public let atInitialization: Double
    public let iterations: Int
    /// Why attained - certified is above the target, nil where it is not or where `attained` is 0 up to rounding.
    public let gapReason: GapReason?
    public let witness: GradientWitness

    /// attained - certified.
    public var gap: Double { attained - certified }

    /// An `attained` below this is rounding of an exact 0.
    public static let zeroTolerance = 1e-12

    /// - Parameters:
    ///   - dimension: d, which the target refers to; a reduced draw has fewer coordinates.
    ///   - bound: stop as soon as certified >= bound or attained < bound.
    ///   - relativeGap: the target, in units of sqrt(d/2).
    public init(
        _ problem: GradientProblem, dimension: Int, bound: Double? = nil, relativeGap: Double = 1e-3, maximumIterations: Int = 100
    ) {
        var search = GradientSearch(problem, target: relativeGap * Double.sqrt(Double(dimension) / 2), bound: bound)
        atInitialization = search.atInitialization
        var reason = search.descend(maximumIterations: maximumIterations)
        if reason != nil && reason != .decided && search.polish() { reason = nil }
        let final = search.finish()
        attained = final.norm
        certified = min(search.certified, final.norm)
        iterations = search.iterations
        gapReason = final.norm < Self.zeroTolerance || final.norm - search.certified <= search.target ? nil : reason ?? .certificateExhausted
        witness = final.witness
    }
}

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
    var pattern: PatternSum
    var best: (on: [Bool], sum: [Double])
    var projections: [Double]

    init(_ problem: GradientProblem, target: Double, bound: Double?) {
        self.problem = problem
        self.target = target
        self.bound = bound
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        preactivations = (0..<k).map { problem.flippable.rows[$0 * n] }
        root = Double.sqrt(Double(problem.width))
        pattern = PatternSum(
            rows: problem.flippable, signs: problem.flippable.signs, constant: problem.steadySum, on: preactivations.map { $0 > 0 })
        best = (pattern.on, pattern.sum)
        projections = [Double](repeating: 0, count: k)
        atInitialization = cblas_dnrm2(Int32(n), pattern.sum, 1) / root
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

    func solve(_ on: [Bool], _ sum: [Double]) -> FixedPattern {
        var (g, a): ([Double], [Double]) = ([], [])
        g.reserveCapacity(on.count)
        a.reserveCapacity(on.count)
        for s in on.indices where on[s] {
            g.append(preactivations[s])
            a.append(problem.flippable.signs[s])
        }
        return FixedPattern(
            base: (sum[0], Self.rest(sum)), preactivations: g, signs: a, steadyCount: problem.steadyCount, radius: problem.radius)
    }

    /// The length of the part orthogonal to x.
    static func rest(_ v: [Double]) -> Double {
        v.withUnsafeBufferPointer { v in
            v.baseAddress.map { cblas_dnrm2(Int32(v.count - 1), $0 + 1, 1) } ?? 0
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
        let moves = CapMoves(along: u[0], across: across, radius: problem.radius)
        var (x, p) = (0.0, 0.0)
        for s in on.indices where on[s] {
            let move = moves.move(preactivations[s], signs[s])
            x += signs[s] * move.0
            p += signs[s] * move.1
        }
        var vertex = pattern.sum
        if across > 0 { cblas_daxpy(Int32(n), p / across, u, 1, &vertex, 1) }
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
        let length = cblas_dnrm2(Int32(v.count), v, 1)
        return length > 0 ? v.map { $0 / length } : nil
    }

    private static func axis(_ n: Int) -> [Double] { [1] + [Double](repeating: 0, count: n - 1) }
}
