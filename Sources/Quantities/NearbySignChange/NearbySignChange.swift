// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
internal import RealModule
public import Sampler

/// Whether some W and some delta' within eps of delta have sign <w_s, x+delta> differ from sign <w_s, x+delta'>, at the worst delta = -R x,
/// which makes ||x + delta|| least (Lemma B.6, eq. 4).
public struct NearbySignChange: HomogeneousQuantity {
    public init() {}

    public var name: String { "nearby-sign-change" }
    public var title: String { "P(the sign changes for some W and some delta' within eps of delta)" }
    public var extremum: Extremum { .event }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius, .epsilon] }
    public var degree: Int { 0 }
    public var columns: [String] { ["event"] }
    public var definition: (any QuantityDefinition)? { SignChangeDefinition(between: .twoPerturbed) }

    public func check(_ parameters: Parameters) throws(ParameterError) { try SmallPerturbation.check(parameters) }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .probability }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        let (radius, spread) = (parameters.ballRadius, parameters.epsilon / (1 - parameters.radius))
        return SignChangeTrial(draws: draws) { g, h, stream in
            let norm = Double.hypot(Double.hypot(g, h), stream.chi(degrees: Double(Swift.max(0, draws.dimension - 2))))
            return FlipGeometry.canSplit(
                g: g, rest: norm * norm - g * g, dimension: draws.dimension, radius: radius, spread: spread)
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: .infinity)
        return { [try trial.bracket($0).attained] }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .pass(neurons: 1, numbers: sampler == .dense ? Double(parameters.d) : 2)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        var (delta, nearby): ([Double]?, [Double]?)
        let moved = draw.moved { _, row, _ in
            guard
                let split = FlippingMoves.split(
                    row, radius: parameters.ballRadius, perturbation: parameters.radius, mesh: parameters.epsilon)
            else { return nil }
            (delta, nearby) = (split.delta, split.nearby)
            return (split.weights, nil)
        }
        return delta.map { [WitnessDraft(moved: moved, delta: $0, nearbyDelta: nearby)] } ?? []
    }
}
