// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
public import Sampler

/// A quantity's raw values, a trial at a time: what `lemmacheck sample` prints.
public struct Sample: Sendable {
    public let quantity: any Quantity
    private let parameters: Parameters
    private let draws: Draws

    /// - Throws: ``ParameterError`` where the quantity is not defined at `parameters`.
    public init(
        of quantity: any Quantity, at parameters: Parameters, seed: UInt64, generator: Generator, sampler: SamplerKind
    ) throws(ParameterError) {
        try quantity.check(parameters)
        LinearAlgebraLibrary.useOneThread()
        self.quantity = quantity
        self.parameters = parameters
        // A parameter that the law does not depend on is in the key all the same: the six oldest quantities' values are recorded so.
        draws = Draws(
            seed: seed, generator: generator, sampler: sampler, claim: quantity.name,
            cell: "d=\(parameters.d) m=\(parameters.m) c0=\(parameters.c0) radius=\(parameters.radius)", dimension: parameters.d,
            width: parameters.m)
    }

    /// The values of a trial, one for each of the quantity's columns.
    public func values(_ trial: UInt64) throws -> [Double] { try quantity.values(draws, trial: trial, at: parameters) }
}
