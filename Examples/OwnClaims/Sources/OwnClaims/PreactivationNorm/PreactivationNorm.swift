// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Sampler

/// A quantity of one's own on the network: ||W x||, the length of all preactivations, at the worst W of the ball.
///
/// The ball is a product of balls of radius V, one a neuron, and x is a unit vector, so each |<w_s, x>| goes up to |g_s| + V whatever the
/// others do: the supremum is the root of sum_s (|g_s| + V)^2.
public struct PreactivationNorm: Quantity {
    public init() {}

    public var name: String { "preactivation-norm" }
    public var title: String { "sup over W of ||W x||" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [.c0] }
    public var columns: [String] { ["sup"] }
    public var definition: (any QuantityDefinition)? { PreactivationNormDefinition() }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    /// Markov's inequality: E ||W0 x||^2 = m.
    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound((p.m / p.gamma).squareRoot() + p.c0, "E ||W0 x||^2 = m, by Markov's inequality, and W moves it by at most C0")
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        Trial(draws: draws, radius: parameters.ballRadius)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            [try Trial(draws: draws, radius: parameters.ballRadius).bracket(trial).attained]
        }
    }

    /// The m numbers g_s are in memory, 16 bytes each with the signs.
    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        TrialCost.pass(neurons: Double(parameters.m), numbers: sampler == .dense ? Double(parameters.d) : 1)
            + TrialCost(operations: Double(parameters.m), bytes: 16 * Double(parameters.m))
    }

    /// The W that moves every neuron by V along x, away from 0.
    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] {
        let step = parameters.ballRadius * (1 - 1e-9)
        return [
            WitnessDraft(
                moved: draw.moved { _, row, _ in
                    var weights = row
                    weights[0] += row[0] > 0 ? step : -step
                    return (weights, nil)
                })
        ]
    }

    private struct Trial: CellTrial {
        let draws: Draws
        let radius: Double

        /// g_s of all neurons: a column of the dense draw, or m normals by the reduced one.
        func bracket(_ trial: UInt64) throws -> TrialBracket {
            let problem = try draws.problem(
                trial, dense: { $0.functionProblem(radius: radius) }, reduced: { $0.functionProblem(radius: radius) })
            let square = problem.preactivations.reduce(0) { $0 + (abs($1) + radius) * (abs($1) + radius) }
            return TrialBracket(exactly: square.squareRoot())
        }
    }
}
