// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Laws
import LazyBall
import RealModule
import Sampler
import Statistics
import Testing

/// The law of FlipGeometry's conditions against both samplers, C0 = 0 included: counts of neurons, added up over `trials` draws, are
/// Binomial(trials m, p) with p from the law.
///
/// A count is refused where p lies outside its Clopper-Pearson limits of error probability 1e-9: the false-alarm rate of one comparison, of
/// which there are fewer than 500. Where p = 0 the count must be 0.
@Suite struct FlipLawTests {
    static let trials: UInt64 = 300
    static let falseAlarm = 1e-9

    struct Cell: Sendable, CustomTestStringConvertible {
        let d: Int, m: Int
        let c0: Double, radius: Double

        static let all = [(1, 40), (2, 40), (3, 60), (25, 40)].flatMap { d, m in
            [0, 1e-3, 0.5, 3].flatMap { c0 in [0, 0.1, 0.5].map { Cell(d: d, m: m, c0: c0, radius: $0) } }
        }

        var testDescription: String { "d = \(d), m = \(m), C0 = \(c0), R = \(radius)" }
        var parameters: Parameters { get throws { try Parameters(d: d, m: m, gamma: 0.5, c0: c0, radius: radius) } }

        func dense(_ trial: UInt64) throws -> DenseInitialization {
            try DenseInitialization(key: StreamKey(seed: 91, claim: 1, trial: trial), width: m, dimension: d)
        }

        func reduced(_ trial: UInt64) throws -> ReducedInitialization {
            try ReducedInitialization(key: StreamKey(seed: 91, claim: 2, trial: trial), width: m, dimension: d)
        }
    }

    func compare(_ name: String, _ cell: Cell, _ p: Double, _ count: (UInt64) throws -> Int) throws {
        let total = try (0..<Self.trials).reduce(0) { try $0 + count($1) }
        guard p > 0 else {
            #expect(total == 0, "\(name) at \(cell.testDescription)")
            return
        }
        let limits = try BinomialLimits(alpha: Self.falseAlarm).limits(successes: total, trials: Int(Self.trials) * cell.m)
        #expect(limits.lower <= p && p <= limits.upper, "\(name) at \(cell.testDescription): \(total), p = \(p)")
    }

    @Test(arguments: Cell.all) func flips(_ cell: Cell) throws {
        let p = try cell.parameters
        let (v, r) = (p.ballRadius, cell.radius)
        let own = FlipProbability.perturbed(at: p), strip = Double.erf(v / Double.sqrt(2))
        if cell.c0 == 0 { #expect(own == 0 && strip == 0) }
        // Along x on the line, else across it.
        let delta = cell.d == 1 ? (r, 0) : (0, r)
        try compare("dense |S_v|", cell, strip) { try cell.dense($0).flippedNeurons(radius: v) }
        try compare("reduced |S_v|", cell, strip) { try cell.reduced($0).flippedNeurons(radius: v) }
        try compare("dense |S'_v(delta)|", cell, strip) { try cell.dense($0).flippedNeurons(radius: v, at: delta) }
        try compare("reduced |S'_v(delta)|", cell, strip) { try cell.reduced($0).flippedNeurons(radius: v, at: delta) }
        try compare("dense |S'_v|", cell, own) { try cell.dense($0).perturbedFlippedNeurons(radius: v, perturbation: r) }
        try compare("reduced |S'_v|", cell, own) { try cell.reduced($0).perturbedFlippedNeurons(radius: v, perturbation: r) }
        try compare("binomial |S'_v|", cell, own) { try cell.reduced($0).perturbedFlippedNeurons(probability: own) }
        try compare("dense rows that flip", cell, strip) { try cell.dense($0).gradientProblem(radius: v).flippable.count }
        try compare("reduced rows that flip", cell, strip) { try cell.reduced($0).gradientProblem(radius: v).flippable.count }
    }

    /// At V = 0 no neuron flips, at R = V = 0 none differs, and whether a neuron disagrees between x and x + delta is W0's matter alone.
    @Test(arguments: [(1, 30), (2, 30), (6, 50)]) func nothingFlipsWithoutABall(_ d: Int, _ m: Int) throws {
        let cell = Cell(d: d, m: m, c0: 0, radius: 0.5)
        let pair = DirectionPair(delta: d == 1 ? (0.5, 0) : (0, 0.5), r: (1, 0, 0))
        let angle = ActivationPair(delta: pair.delta, radius: 0).angle
        for trial in 0..<20 as Range<UInt64> {
            let (dense, reduced) = try (cell.dense(trial), cell.reduced(trial))
            for problem in [dense.gradientProblem(radius: 0), reduced.gradientProblem(radius: 0)] {
                #expect(problem.flippable.count == 0 && (0...m ~= problem.steadyCount))
            }
            #expect(dense.differenceProblem(radius: 0, perturbation: 0).movable.count == 0)
            #expect(reduced.differenceProblem(radius: 0, perturbation: 0).movable.count == 0)
            let movable = dense.differenceProblem(radius: 0, perturbation: 0.5)
            #expect(PerturbedFlipCount(movable).certified == 0 && PerturbedFlippedSum(movable).certified == 0)
            for problem in [dense.directionalProblem(radius: 0, pair: pair), reduced.directionalProblem(radius: 0, pair: pair)] {
                for k in problem.signs.indices {
                    #expect((problem.alongX[k] > 0) != (problem.alongX[k] + 0.5 * problem.alongDelta[k] > 0))
                }
            }
        }
        try compare("dense disagreements", cell, angle / Double.pi) {
            try cell.dense($0).directionalProblem(radius: 0, pair: pair).signs.count
        }
        try compare("reduced disagreements", cell, angle / Double.pi) {
            try cell.reduced($0).directionalProblem(radius: 0, pair: pair).signs.count
        }
    }
}
