// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over ||delta|| <= R of the number of neurons that flip at x+delta for some W, one delta for all neurons, chosen after the draw:
/// searched for by ascent, bounded by the rows that can flip at all and their operator norm.
public struct FlippedNeuronsAtAnyPerturbation: HomogeneousQuantity {
    public init() {}

    public var name: String { "flipped-neurons-at-any-perturbation" }
    public var title: String { "sup over ||delta|| <= R of the number of neurons that flip at x+delta for some W" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
    public var degree: Int { 0 }
    public var columns: [String] { ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { FlipCountDefinition(at: .sharedPerturbation) }

    public func check(_ parameters: Parameters) throws(ParameterError) { try SmallPerturbation.check(parameters) }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .countOfNeurons(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        search(draws, at: parameters, bound: bound)
    }

    /// - Parameter bound: beyond which the search need not go; nil where it is to go as far as it can.
    private func search(_ draws: Draws, at parameters: Parameters, bound: Double?) -> DifferenceTrial {
        DifferenceTrial(draws, at: parameters) { problem in
            let count = PerturbedFlipCount(problem, bound: bound)
            return TrialBracket(attained: Double(count.attained), certified: Double(count.certified))
        }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            let bracket = try search(draws, at: parameters, bound: nil).bracket(trial)
            return [bracket.attained, bracket.certified]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .movableRows(parameters, sampler)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        let problem = draw.differenceProblem(radius: parameters.ballRadius, perturbation: parameters.radius)
        return [DifferenceMoves.safeFlips(PerturbedFlipCount(problem, bound: bound).witness, problem, draw, at: parameters)]
    }
}
