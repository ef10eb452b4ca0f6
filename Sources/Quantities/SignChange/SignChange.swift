// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import RealModule
public import Sampler

/// Whether sign <w_{s,0}, x> differs from sign <w_{s,0}, x + delta>, ||delta|| = R, at the worst angle asin R (Lemma B.6, eq. 3).
public struct SignChange: HomogeneousQuantity {
    public init() {}

    public var name: String { "sign-change" }
    public var title: String { "P(sign<w_{s,0},x> != sign<w_{s,0},x+delta>)" }
    public var extremum: Extremum { .event }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.radius] }
    public var degree: Int { 0 }
    public var columns: [String] { ["event"] }
    public var definition: (any QuantityDefinition)? { SignChangeDefinition(between: .inputAndPerturbed) }

    public func check(_ parameters: Parameters) throws(ParameterError) { try SmallPerturbation.check(parameters) }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .probability }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        let perturbation = parameters.radius
        return SignChangeTrial(draws: draws) { g, h, _ in
            // delta at the angle where x + delta is tangent to the ball around x: the angle between them is asin R.
            let (sine, cosine) = (perturbation, Double.sqrt(1 - perturbation * perturbation))
            let tilted = draws.dimension > 1 ? cosine * g + sine * h : (1 - perturbation) * g
            return (g > 0) != (tilted > 0)
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: .infinity)
        return { [try trial.bracket($0).attained] }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .pass(neurons: 1, numbers: sampler == .dense ? Double(parameters.d) : 2)
    }

    /// The delta that turns x by asin R; against x where d = 1. Whether the neuron's sign changes there is for the check to say.
    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        let r = parameters.radius * (1 - 1e-9)
        var delta = WitnessGeometry.axis(0, times: parameters.d > 1 ? -r * r : -r, dimension: parameters.d)
        if parameters.d > 1 { delta[1] = r * (1 - r * r).squareRoot() }
        return [WitnessDraft(delta: delta)]
    }
}
