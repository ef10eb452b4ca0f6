// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule
import Support

/// How far the gradient at x can go from where it is at W0, bracketed: B.7/f, B.7/h and B.8/i.
///
/// With e_s = a_s for a flippable neuron inactive at W0, -a_s for an active one, and h_s = e_s w_{s,0} (P before it where the claim has
/// it), each supremum is, times sqrt m, of the form
///
///     max over T of c + ||sum over T of h_s|| - sum over T of t_s  =  c + max over unit u of sum_s (<u, h_s> - t_s)_+
///
/// - B.7/f and B.8/i, sup || (1/sqrt m) sum_s a_s w_{s,0} (1_W - 1_W0) ||: c = 0, t_s = 0; T is the set of neurons that flip.
/// - B.7/h, sup ||P grad f(W) - P grad f(W0)||: the N steady active neurons and an active one that stays add V each along u, an inactive
///   one that is switched on keeps r_s = sqrt(V^2 - g_s^2) for that. So c = V (N + #active), t_s = V for active, -r_s for inactive.
///
/// The function of u is convex: u <- direction of sum over T(u) raises it; that is the attack. The certificate is
/// c + sum_s (-t_s)_+ + max_u sum_s (<u, h_s>)_+, and with y_+ = (|y| + y)/2 and Cauchy's inequality the last is at most
/// (sigma sqrt k + ||sum_s h_s||)/2, sigma a rigorous upper bound of the operator norm of the k rows (`OperatorNorm`).
public struct GradientDeviation: Sendable {
    /// Which supremum.
    public enum Quantity: Sendable, Hashable, CaseIterable {
        /// B.7/f: flips alone, projected off x.
        case projectedFlips
        /// B.7/h: the whole difference, projected off x.
        case projectedDifference
        /// B.8/i: flips alone, not projected.
        case flips
    }

    /// The quantity at `witness`.
    public let attained: Double
    /// No W has more.
    public let certified: Double
    /// The W that attains `attained`.
    public let witness: GradientWitness

    /// What the three certificates share, computed once per draw: sigma of the projected rows.
    public struct Certificate: Sendable {
        /// An upper bound of the operator norm of the flippable rows, projected off x.
        public let projectedNorm: Double

        /// One Gram matrix of order min(k, n - 1) and a few Cholesky factorizations.
        public init(_ problem: GradientProblem) {
            projectedNorm = OperatorNorm.upperBound(problem.flippable, fromColumn: 1)
        }
    }

    /// - Parameters:
    ///   - quantity: which of the three.
    ///   - problem: the draw.
    ///   - certificate: nil to do without (`certified` is then infinite).
    ///   - bound: no further starts once certified <= bound or attained > bound.
    ///   - starts: at most how many ascents.
    public init(
        _ quantity: Quantity, _ problem: GradientProblem, certificate: Certificate?, bound: Double? = nil, starts: Int = 4
    ) {
        var ascent = DeviationAscent(quantity, problem)
        let root = Double.sqrt(Double(problem.width))
        let limit = certificate.map { ascent.certified($0.projectedNorm) / root } ?? .infinity
        for start in 0..<max(1, starts) {
            ascent.climb(from: start)
            if let bound, limit <= bound || ascent.best.value / root > bound { break }
        }
        attained = ascent.best.value / root
        certified = max(limit, attained)
        witness = ascent.witness()
    }
}

/// The ascent of one supremum from several starts.
struct DeviationAscent {
    let quantity: GradientDeviation.Quantity
    let problem: GradientProblem
    let active: [Bool]
    let thresholds: [Double]
    let constant: Double
    /// sum over all flippable of h_s.
    let total: [Double]
    private var pattern: SubsetSum
    private var projections: [Double]
    private(set) var best: (value: Double, chosen: [Bool], sum: [Double])

    init(_ quantity: GradientDeviation.Quantity, _ problem: GradientProblem) {
        self.quantity = quantity
        self.problem = problem
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        let radius = problem.radius
        let g = (0..<k).map { problem.flippable.rows[$0 * n] }
        active = g.map { $0 > 0 }
        // With one coordinate, x's own, P leaves nothing of any move.
        let moves = quantity == .projectedDifference && n > 1
        thresholds = g.map { g in
            guard moves else { return 0 }
            return g > 0 ? radius : -Double.sqrt(max(0, (radius - g) * (radius + g)))
        }
        constant = moves ? radius * Double(problem.steadyCount + active.filter { $0 }.count) : 0
        let signs = zip(active, problem.flippable.signs).map { $0 ? -$1 : $1 }
        pattern = SubsetSum(
            rows: problem.flippable, signs: signs, constant: [Double](repeating: 0, count: n), on: [Bool](repeating: true, count: k))
        total = Self.projected(pattern.sum, quantity)
        projections = [Double](repeating: 0, count: k)
        pattern.set([Bool](repeating: false, count: k))
        best = (constant, pattern.on, [Double](repeating: 0, count: n))
    }

    /// The certificate, times sqrt m. With x's coordinate, sigma^2 grows by at most sum g_s^2.
    func certified(_ projectedNorm: Double) -> Double {
        var (square, spare) = (projectedNorm * projectedNorm, 0.0)
        if quantity == .flips {
            for s in active.indices {
                let g = problem.flippable.rows[s * problem.flippable.dimension]
                square += g * g
            }
        }
        for t in thresholds where t < 0 { spare -= t }
        let subset = 0.5 * (Double.sqrt(square * Double(active.count)) + ordered_norm(Int32(total.count), total))
        // The sums' own rounding.
        return (constant + spare + subset) * (1 + 1e-12)
    }

    /// Ascends from the start of this number: along the sum of all h_s, then from directions that are fixed but arbitrary, turned by two
    /// passes over the rows towards where the rows are large.
    mutating func climb(from start: Int) {
        let n = total.count
        guard !active.isEmpty else { return }
        var u: [Double]
        if start == 0 {
            u = total
        } else {
            var random = SplitMix64(seed: UInt64(start))
            u = (0..<n).map { _ in random.symmetric() }
            for _ in 0..<2 { u = turned(Self.projected(u, quantity)) }
        }
        for turn in 0..<60 {
            let length = ordered_norm(Int32(n), u)
            guard length > 0 else { return }
            ordered_scale(Int32(n), 1 / length, &u)
            pattern.project(u, into: &projections)
            let chosen = projections.indices.map { pattern.signs[$0] * projections[$0] > thresholds[$0] }
            let same = turn > 0 && chosen == pattern.on
            pattern.set(chosen)
            record()
            // The set decides the next direction: the same set again is a fixed point.
            if same { break }
            u = Self.projected(pattern.sum, quantity)
        }
    }

    private mutating func record() {
        let sum = Self.projected(pattern.sum, quantity)
        var value = constant + ordered_norm(Int32(sum.count), sum)
        for s in pattern.on.indices where pattern.on[s] { value -= thresholds[s] }
        if value > best.value { best = (value, pattern.on, sum) }
    }

    /// H'H u.
    private mutating func turned(_ u: [Double]) -> [Double] {
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        pattern.project(u, into: &projections)
        var result = [Double](repeating: 0, count: n)
        ordered_multiply_transposed(Int32(k), Int32(n), 1, problem.flippable.rows, Int32(n), projections, 0, &result)
        return Self.projected(result, quantity)
    }

    static func projected(_ v: [Double], _ quantity: GradientDeviation.Quantity) -> [Double] {
        guard quantity != .flips else { return v }
        var v = v
        v[0] = 0
        return v
    }

    /// The W: neurons of T flip; where moves count, all active ones move along the sum's direction.
    func witness() -> GradientWitness {
        let on = zip(active, best.chosen).map { $0 != $1 }
        let n = total.count
        let zero = [Double](repeating: 0, count: n)
        guard quantity == .projectedDifference else {
            return GradientWitness(on: on, across: zero, mixture: [(1, 0, 0)], steadyMove: zero)
        }
        let length = ordered_norm(Int32(n), best.sum)
        // Without a flip any direction across x serves; without such a direction (d = 1) nothing moves.
        let direction = length > 0 ? best.sum.map { $0 / length } : (0..<n).map { $0 == 1 ? 1 : 0 }
        return GradientWitness(
            on: on, across: direction, mixture: [(1, 0, -1)], steadyMove: direction.map { problem.radius * $0 })
    }
}
