// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import Sampler

/// The draws (W0, a) of one cell: each trial's by its own streams, dense or by the laws that shrink it.
///
/// The dense sampler is the reference; a two-sample test holds the reduced one against it (Tests/SamplerTests).
struct Draws: Sendable {
    let sampler: SamplerKind
    let generator: Generator
    let seed: UInt64
    /// Identify the claim or quantity and the cell in the streams' keys.
    let claim: UInt64
    let cell: UInt64
    let dimension: Int
    let width: Int

    init(_ options: RunOptions, claim: String, cell: String, dimension: Int, width: Int) {
        sampler = options.sampler
        generator = options.generator
        seed = options.seed
        self.claim = StreamKey.identifier(claim)
        self.cell = StreamKey.identifier(cell)
        self.dimension = dimension
        self.width = width
    }

    func key(_ trial: UInt64) -> StreamKey { StreamKey(seed: seed, claim: claim, cell: cell, trial: trial) }

    func dense(_ trial: UInt64) throws -> DenseInitialization {
        try DenseInitialization(key: key(trial), width: width, dimension: dimension, generator: generator)
    }

    func reduced(_ trial: UInt64) throws -> ReducedInitialization {
        try ReducedInitialization(key: key(trial), width: width, dimension: dimension, generator: generator)
    }

    func flippedNeurons(_ trial: UInt64, radius: Double) throws -> Int {
        switch sampler {
        case .dense: try dense(trial).flippedNeurons(radius: radius)
        case .reduced: try reduced(trial).flippedNeurons(radius: radius)
        }
    }

    func perturbedFlippedNeurons(_ trial: UInt64, radius: Double, perturbation: Double) throws -> Int {
        switch sampler {
        case .dense: try dense(trial).perturbedFlippedNeurons(radius: radius, perturbation: perturbation)
        case .reduced: try reduced(trial).perturbedFlippedNeurons(radius: radius, perturbation: perturbation)
        }
    }

    /// For the delta of length R orthogonal to x, along x where d = 1.
    func flippedNeurons(_ trial: UInt64, radius: Double, at perturbation: Double) throws -> Int {
        let delta = dimension > 1 ? (0, perturbation) : (perturbation, 0)
        return switch sampler {
        case .dense: try dense(trial).flippedNeurons(radius: radius, at: delta)
        case .reduced: try reduced(trial).flippedNeurons(radius: radius, at: delta)
        }
    }

    func functionProblem(_ trial: UInt64, radius: Double) throws -> FunctionProblem {
        switch sampler {
        case .dense: try dense(trial).functionProblem(radius: radius)
        case .reduced: try reduced(trial).functionProblem(radius: radius)
        }
    }

    func gradientProblem(_ trial: UInt64, radius: Double) throws -> GradientProblem {
        switch sampler {
        case .dense: try dense(trial).gradientProblem(radius: radius)
        case .reduced: try reduced(trial).gradientProblem(radius: radius)
        }
    }

    func directionalProblem(_ trial: UInt64, radius: Double, pair: DirectionPair) throws -> DirectionalProblem {
        switch sampler {
        case .dense: try dense(trial).directionalProblem(radius: radius, pair: pair)
        case .reduced: try reduced(trial).directionalProblem(radius: radius, pair: pair)
        }
    }

    func differenceProblem(_ trial: UInt64, radius: Double, perturbation: Double) throws -> DifferenceProblem<DrawnRows> {
        switch sampler {
        case .dense: try dense(trial).differenceProblem(radius: radius, perturbation: perturbation)
        case .reduced: try reduced(trial).differenceProblem(radius: radius, perturbation: perturbation)
        }
    }
}
