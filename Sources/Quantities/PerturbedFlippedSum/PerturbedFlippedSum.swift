// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import LazyBall
public import Sampler

/// sup over W and ||delta|| <= R of the norm of the sum over the neurons that flip at x + delta (Lemma B.8, eq. 9).
public struct PerturbedFlippedSum: HomogeneousQuantity {
    public init() {}

    public var name: String { "perturbed-flipped-sum" }
    public var title: String { "sup over W, delta of the sum of the neurons that flip at x+delta" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .certified }
    public var dependsOn: Set<OptionalParameter> { [.c0, .radius] }
    public var degree: Int { 1 }
    public var columns: [String] { ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { GradientSumDefinition(.perturbedFlips, projected: false) }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { .signedSumOfMovedRows(p) }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        search(draws, at: parameters, bound: bound)
    }

    /// - Parameter bound: beyond which the search need not go; nil where it is to go as far as it can.
    private func search(_ draws: Draws, at parameters: Parameters, bound: Double?) -> DifferenceTrial {
        DifferenceTrial(draws, at: parameters) { problem in
            let rounding = problem.roundingError
            let sum = LazyBall.PerturbedFlippedSum(problem, bound: bound.map { $0 - rounding })
            return TrialBracket(attained: sum.attained, certified: sum.certified + rounding, rounding: rounding)
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
        let witness = LazyBall.PerturbedFlippedSum(problem, bound: bound).witness
        return [DifferenceMoves.safeFlips(witness, problem, draw, at: parameters)]
    }
}
