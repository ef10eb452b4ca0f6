// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W of Phi(r, delta; W) at a fixed pair (r, delta), in closed form from three coordinates a neuron (Lemma B.8).
public struct DirectionalDifference: HomogeneousQuantity {
    /// The first coordinates of r and delta, x being (1, 0, ...); the standard pair where both are empty.
    let direction: [Double]
    let delta: [Double]

    /// r = e_2 and delta = R e_3 with x = e_1: orthogonal to each other and to x. In two dimensions delta = R e_2 = R r; in one,
    /// where all are parallel, r = x and delta = R x.
    public init() { self.init(direction: [], delta: []) }

    /// Whether there are such vectors at the parameters of a run is for ``check(_:)`` to say.
    ///
    /// - Parameters:
    ///   - direction: the first coordinates of r, scaled to length 1; e_2 if empty.
    ///   - delta: the first coordinates of delta; R e_3 if empty, R x where d < 3 and r is given.
    public init(direction: [Double], delta: [Double]) {
        self.direction = direction
        self.delta = delta
    }

    public var name: String { "directional-difference" }
    public var title: String { "sup over W of <r, grad f(x; a, W) - grad f(x+delta; a, W)>" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
    public var degree: Int { 1 }
    public var columns: [String] { ["sup"] }
    public var definition: (any QuantityDefinition)? { DirectionalDifferenceDefinition() }

    /// - Throws: `ParameterError` where r or delta cannot be.
    public func check(_ parameters: Parameters) throws(ParameterError) { _ = try pair(at: parameters) }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(
            p.sqrtM + TrivialBound.deviation(p) + p.c0, "the sum is at most ||W0 r|| + C0, the norm a chi variable of m degrees")
    }

    private struct Trial: CellTrial {
        let draws: Draws
        let radius: Double
        let pair: DirectionPair

        func bracket(_ trial: UInt64) throws -> TrialBracket {
            let problem = try draws.problem(
                trial, dense: { $0.directionalProblem(radius: radius, pair: pair) },
                reduced: { $0.directionalProblem(radius: radius, pair: pair) })
            let supremum = DirectionalSupremum(problem)
            return TrialBracket(closedForm: supremum.value, rounding: supremum.roundingError)
        }
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        Trial(draws: draws, radius: parameters.ballRadius, pair: try pair(at: parameters))
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: .infinity)
        return { [try trial.bracket($0).attained] }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        // P(a neuron disagrees with itself between x and x + delta) is at most that of |g| being within the angle and V of 0.
        let count = Double(parameters.m) * Double.minimum(1, parameters.radius + parameters.ballRadius)
        let search = TrialCost.search(rows: count, dimension: 3, passes: 100)
        return switch sampler {
        case .dense: .denseDraw(parameters) + search
        case .reduced: search
        }
    }

    /// At the pair turned about x so that delta lies in the plane of e_0 and e_1, and r in the space of these and e_2: where the
    /// trials have it. None where there is no such pair.
    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        let d = parameters.d
        guard let pair = try? pair(at: parameters) else { return [] }
        var delta = WitnessGeometry.axis(0, times: pair.delta.0, dimension: d), r = WitnessGeometry.axis(0, times: pair.r.0, dimension: d)
        if d > 1 { (delta[1], r[1]) = (pair.delta.1, pair.r.1) }
        if d > 2 { r[2] = pair.r.2 }
        let moved = draw.moved { _, row, sign in
            let problem = DirectionalProblem(
                width: 1, radius: parameters.ballRadius, pair: pair, alongX: [row[0]], alongDelta: [d > 1 ? row[1] : 0],
                alongR: [d > 2 ? row[2] : 0], signs: [sign])
            let best = DirectionalSupremum.maximizer(problem)
            return (zip(row.indices, row).map { $0 < 3 ? best[$0] : $1 }, nil)
        }
        return [WitnessDraft(moved: moved, delta: delta, direction: r)]
    }
}
