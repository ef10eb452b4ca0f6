// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
internal import RealModule
public import Sampler

/// A quantity of which it is known how it goes with the scale of the weights.
///
/// At (t W0, t W), t > 0, its value is t^degree times that at (W0, W), whatever delta: a count has degree 0, f and its gradients 1.
public protocol HomogeneousQuantity: Quantity {
    var degree: Int { get }
}

/// A quantity that is known for neurons with a bias too: relu(<w_s, x> + b), b fixed, the same for all.
public protocol BiasedQuantity: HomogeneousQuantity {
    /// The trial of a cell, with the bias b.
    func trial(_ draws: Draws, at parameters: Parameters, bound: Double, bias: Double) throws -> any CellTrial
}

/// A quantity for another network than the paper's: w_{s,0} ~ N(0, sigma^2 I_d), and neurons with a fixed bias b.
///
/// Both are parameters of one's own, `sigma` and `bias`. W0 = sigma W0' with W0' as in the paper, and the ball of radius V around W0 is
/// sigma times that of radius V/sigma around W0'; sigma (<w', x> + b/sigma) = <w, x> + b. So a quantity of degree k is sigma^k times what
/// it is for W0', C0/sigma and b/sigma.
public struct VariedNetwork: Quantity {
    public static let sigma = "sigma", bias = "bias"
    /// What they may be.
    public static let ranges = [sigma: NumberRange.positive, bias: NumberRange.finite]

    private let base: any HomogeneousQuantity

    /// - Throws: `ParameterError` where `quantity` is known for no network but the paper's.
    public init(_ quantity: any Quantity, hasBias: Bool) throws(ParameterError) {
        guard let base = quantity as? any HomogeneousQuantity, !hasBias || quantity is any BiasedQuantity else {
            throw ParameterError(
                parameter: "the quantity of \(hasBias ? Self.bias : Self.sigma)", value: quantity.name,
                allowed: hasBias
                    ? "a quantity of x alone that is known with a bias: a function value or the neurons that flip at x"
                    : "a quantity that goes with the scale of the weights", fault: .notAllowed)
        }
        self.base = base
    }

    public var name: String { base.name }
    public var title: String { base.title }
    public var extremum: Extremum { base.extremum }
    public var method: Method { base.method }
    public var dependsOn: Set<OptionalParameter> { base.dependsOn }
    public var columns: [String] { ["attained", "certified"] }
    /// A definition knows the paper's network alone.
    public var definition: (any QuantityDefinition)? { nil }

    public func check(_ parameters: Parameters) throws(ParameterError) {
        for (name, range) in Self.ranges { if let value = parameters.own[name] { try range.check(name, value) } }
        try base.check(Unit(parameters).parameters)
    }

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        let sigma = p.own[Self.sigma] ?? 1, bias = p.own[Self.bias] ?? 0
        var unit = p
        unit.c0 = p.c0 / sigma
        let trivial = base.trivialBound(unit)
        // Of a value: the biases alone add at most |b| sqrt m.
        let added = base.degree == 1 && base.extremum == .supremum ? bias.magnitude * p.sqrtM : 0
        return TrivialBound(trivial.value * (base.degree == 0 ? 1 : sigma) + added, trivial.reason)
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        let unit = try Unit(parameters), factor = base.degree == 0 ? 1 : unit.sigma
        let inner: any CellTrial =
            if unit.bias != 0, let biased = base as? any BiasedQuantity {
                try biased.trial(draws, at: unit.parameters, bound: bound / factor, bias: unit.bias)
            } else {
                try base.trial(draws, at: unit.parameters, bound: bound / factor)
            }
        // b/sigma, C0/sigma and their sums with each g_s are rounded: m terms of a function value, over sqrt m.
        let rounding =
            unit.bias == 0 || base.degree == 0
            ? 0 : 4 * 0x1p-53 * Double(parameters.m).squareRoot() * (unit.bias.magnitude + unit.parameters.ballRadius)
        return ScaledTrial(base: inner, factor: factor, rounding: factor * rounding, isLower: extremum == .infimum)
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: extremum == .infimum ? -.infinity : .infinity)
        return { number in
            let bracket = try trial.bracket(number)
            return [bracket.attained, bracket.certified]
        }
    }

    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost {
        base.cost(sampler, at: (try? Unit(parameters).parameters) ?? parameters)
    }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [] }

    /// The point of the network of unit scale.
    private struct Unit {
        let sigma: Double
        /// b/sigma.
        let bias: Double
        let parameters: Parameters

        init(_ p: Parameters) throws(ParameterError) {
            sigma = p.own[VariedNetwork.sigma] ?? 1
            bias = (p.own[VariedNetwork.bias] ?? 0) / sigma
            parameters = try Parameters(
                d: p.d, m: p.m, gamma: p.gamma, c0: p.c0 / sigma, c1: p.c1, radius: p.radius, epsilon: p.epsilon, own: p.own)
        }
    }
}

private struct ScaledTrial: CellTrial {
    let base: any CellTrial
    let factor: Double
    /// Of the values, beside what the base tells.
    let rounding: Double
    let isLower: Bool

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let bracket = try base.bracket(trial)
        guard factor != 1 || rounding > 0 else { return bracket }
        // The product is rounded: an ulp of each.
        return TrialBracket(
            attained: factor * bracket.attained, certified: factor * bracket.certified + (isLower ? -rounding : rounding),
            rounding: factor * bracket.rounding + (factor * bracket.attained).ulp + rounding)
    }
}
