// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Sampler

/// |f(x)|.
public struct InitialValue: Quantity {
    public init() {}

    public var name: String { "initial-value" }
    public var title: String { "|f(x)|" }
    public var extremum: Extremum { .supremum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [] }
    public var columns: [String] { ["abs_f"] }
    public var definition: (any QuantityDefinition)? { ValueDefinition() }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(p.m.squareRoot(), "|psi| <= 1") }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        ExactTrial(draws: draws) { abs($0.value) }
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            [abs(try LineDraw(draws, trial: trial).value)]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .pass(neurons: Double(parameters.m), numbers: sampler == .dense ? Double(parameters.d) : 2)
    }

    /// The draw itself: no weight is chosen.
    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [WitnessDraft()] }
}

/// ||grad f(x)||.
public struct InitialGradient: Quantity {
    public init() {}

    public var name: String { "initial-gradient" }
    public var title: String { "||grad f(x)||" }
    public var extremum: Extremum { .infimum }
    public var method: Method { .exact }
    public var dependsOn: Set<OptionalParameter> { [] }
    public var columns: [String] { ["gradient_norm"] }
    public var definition: (any QuantityDefinition)? { GradientDefinition() }

    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(0, "a norm") }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        ExactTrial(draws: draws, value: \.gradientNorm)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            [try LineDraw(draws, trial: trial).gradientNorm]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        .pass(neurons: Double(parameters.m), numbers: sampler == .dense ? Double(parameters.d) : 2)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [WitnessDraft()] }
}

private struct ExactTrial: CellTrial {
    let draws: Draws
    let value: @Sendable (LineDraw) -> Double

    func bracket(_ trial: UInt64) throws -> TrialBracket { TrialBracket(exactly: value(try LineDraw(draws, trial: trial))) }
}
