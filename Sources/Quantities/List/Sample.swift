// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
public import Sampler

/// A quantity's raw values, a trial at a time: what `lemmacheck sample` prints.
public struct Sample: Sendable {
    public let quantity: any Quantity
    private let valuesOfTrial: @Sendable (UInt64) throws -> [Double]

    /// - Parameters:
    ///   - quantity: what is drawn.
    ///   - parameters: d, m and what the quantity depends on.
    ///   - seed: the same seed gives the same values.
    ///   - generator: where the random numbers come from.
    ///   - sampler: whether all of W0 is drawn or only what the quantity needs.
    ///   - trials: how many will be asked for, one at a time, within `limits`.
    ///   - limits: what the trials may cost.
    /// - Throws: `ParameterError` where the quantity is not defined at `parameters`, `CostError` where it costs too much there.
    public init(
        of quantity: any Quantity, at parameters: Parameters, seed: UInt64, generator: Generator, sampler: SamplerKind, trials: Int = 1,
        limits: CostLimits = CostLimits()
    ) throws {
        try quantity.check(parameters)
        try limits.check(quantity.cost(sampler, at: parameters), trials: trials, threads: 1, of: quantity.name)
        self.quantity = quantity
        // A parameter that the law does not depend on is in the key all the same: the six oldest quantities' values are recorded so.
        let draws = Draws(
            seed: seed, generator: generator, sampler: sampler, claim: quantity.name,
            cell: "d=\(parameters.d) m=\(parameters.m) c0=\(parameters.c0) radius=\(parameters.radius)", dimension: parameters.d,
            width: parameters.m)
        valuesOfTrial = try quantity.values(draws, at: parameters)
    }

    /// The values of a trial, one for each of the quantity's columns.
    public func values(_ trial: UInt64) throws -> [Double] { try valuesOfTrial(trial) }
}
