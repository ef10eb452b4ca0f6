// SPDX-License-Identifier: GPL-3.0-or-later

public import Sampler

/// How a draw is made: all of W0, or only what the quantity needs, by the laws that shrink it.
public enum SamplerKind: String, Sendable, Hashable, CaseIterable, Codable {
    case dense
    case reduced
}

/// The draws (W0, a) of one cell: each trial's by its own streams, dense or by the laws that shrink it.
///
/// The dense sampler is the reference; a two-sample test holds the reduced one against it (Tests/SamplerTests).
public struct Draws: Sendable {
    /// Whether all of W0 is drawn or only what the quantity needs.
    public let sampler: SamplerKind
    /// Where the random numbers come from.
    public let generator: Generator
    /// The run's seed.
    public let seed: UInt64
    /// Identify the claim or quantity and the cell in the streams' keys.
    public let claim: UInt64
    public let cell: UInt64
    /// d and m.
    public let dimension: Int
    public let width: Int

    /// - Parameters:
    ///   - seed: the run's.
    ///   - generator: where the random numbers come from.
    ///   - sampler: whether all of W0 is drawn.
    ///   - claim: the name of the claim or quantity, which keys the streams.
    ///   - cell: the cell in words, which keys them too.
    ///   - dimension: d.
    ///   - width: m.
    public init(
        seed: UInt64, generator: Generator, sampler: SamplerKind, claim: String, cell: String, dimension: Int, width: Int
    ) {
        self.sampler = sampler
        self.generator = generator
        self.seed = seed
        self.claim = StreamKey.identifier(claim)
        self.cell = StreamKey.identifier(cell)
        self.dimension = dimension
        self.width = width
    }

    /// The name of the streams of a trial.
    public func key(_ trial: UInt64) -> StreamKey { StreamKey(seed: seed, claim: claim, cell: cell, trial: trial) }

    /// The stream of a trial, for a quantity that draws its own numbers.
    public func stream(_ trial: UInt64) -> RandomStream { RandomStream(key(trial), generator: generator) }

    /// - Throws: `SamplerError`.
    public func dense(_ trial: UInt64) throws -> DenseInitialization {
        try DenseInitialization(key: key(trial), width: width, dimension: dimension, generator: generator)
    }

    /// - Throws: `SamplerError`.
    public func reduced(_ trial: UInt64) throws -> ReducedInitialization {
        try ReducedInitialization(key: key(trial), width: width, dimension: dimension, generator: generator)
    }

    /// What one of the two samplers says of a trial, whichever this cell draws with.
    public func problem<Problem>(
        _ trial: UInt64, dense: (DenseInitialization) throws -> Problem, reduced: (ReducedInitialization) throws -> Problem
    ) throws -> Problem {
        switch sampler {
        case .dense: try dense(self.dense(trial))
        case .reduced: try reduced(self.reduced(trial))
        }
    }
}
