// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Sampler
import Testing

@testable import Verifier

/// A constant right-hand side for d <= 17.5.
private struct ConstantUpToSeventeen: Formula {
    var dependsOn: Set<OptionalParameter> { [] }
    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { Bound(.init("constant", .integer(1))) }
    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        [Hypothesis("d <= 17.5", p.d, atMost: .ratio(35, 2))]
    }
}

@Test("a bound that says something everywhere is informative in its claim's domain and no further")
func informativeInItsDomain() throws {
    let claim = Claim(
        "X/1", place: "nowhere", kind: .probability, statement: "planted", domain: "d <= 17.5",
        subject: .measured(PlantedQuantity(probability: 0, extremum: .supremum), bound: ConstantUpToSeventeen(), law: .unknown),
        failing: .gamma, check: .law("planted"), decidedBy: .draws)
    let row = try Frontier().row(#require(claim.measured), .fixed(1024))
    #expect(row.informative == [FrontierRow.Range(from: 1, to: 17)] && row.note.contains("d <= 17.5"))
}

/// d in 1, 2, 3 and m in 1, 2, 4: nine cells share the error, and each has two sequences.
@Test("the simpler cells share the error rate")
func sharedAmongCells() throws {
    let claim = Claim.planted(PlantedQuantity(probability: 0, extremum: .supremum), law: .unknown)
    let cells = ShrunkCells(start: try cell(claim, d: 3, m: 4, c0: 1))
    #expect(cells.all.count == 9)
    #expect(abs(try cells.alpha(rate: 1e-3) / (1e-3 / 18) - 1) < 1e-12)
}

/// Violations of probability 0.08 come more often than gamma allows, but 320 trials do not show it at an error of 1e-3/18: they are 2.5
/// standard deviations more.
@Test("a simpler cell whose violations do not refute it is passed over")
func unrefutedCells() async throws {
    let claim = Claim.planted(PlantedQuantity(probability: 0.08, extremum: .supremum), law: .unknown)
    let start = try cell(claim, d: 3, m: 4, c0: 1)
    let options = RunOptions()
    let run = try await Engine(options).run(Plan(entries: [.init(cell: start, trials: 32)]))
    let shrunk = try CellShrinking(options: options, start: start, found: run.cells[0], run: run).smallest()
    #expect(shrunk.cell == start && shrunk.count?.trials == 32)
    // Where every draw violates, the first of the simpler cells is refuted.
    let sure = Claim.planted(PlantedQuantity(probability: 1, extremum: .supremum), law: .unknown)
    let other = try cell(sure, d: 3, m: 4, c0: 1)
    let found = try CellShrinking(options: options, start: other, found: run.cells[0], run: run).smallest()
    #expect(found.cell == (try cell(sure, d: 1, m: 1, c0: 1)))
}

/// The length of the sum of all moves.
private struct SumOfMoves: QuantityDefinition {
    var countsUnmoved: Bool { false }
    var scope: NeuronScope { .all }
    var movesNeurons: Bool { true }
    var vectors: WitnessVectors { [] }
    func size(dimension: Int) -> Int { dimension }
    func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {
        for i in sum.indices { sum[i] += factor * (neuron.row[i] - neuron.initial[i]) }
    }
    func value(_ sum: [Double], width: Int) -> Double { sum.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}

/// Moves (0, 0.9), (0.8, 0) and (0.8, 0): the first is the longest, and the last two together, 1.6, are the only pair above 1.5.
@Test("a move that was taken first is taken back where the others do without it")
func superfluousMoves() throws {
    let claim = try #require(Claim.planted(PlantedQuantity(probability: 0, extremum: .supremum), law: .unknown).measured)
    let parameters = try Parameters(d: 2, m: 3, gamma: 0.05, c0: 1)
    let draw = try DenseInitialization(key: StreamKey(seed: 1), width: 3, dimension: 2)
    let moved = [[0, 0.9], [0.8, 0], [0.8, 0]].enumerated().map {
        MovedNeuron(neuron: $0, sign: 1, initial: [0, 0], weights: $1, delta: nil)
    }
    func kept(_ bound: Double) -> [Int]? {
        WitnessThinning(draw, WitnessTerms(claim, SumOfMoves(), parameters), bound: bound).thinned(moved)?.map(\.neuron)
    }
    #expect(kept(1.5) == [1, 2] && kept(1.7) == [0, 1, 2] && kept(1.9) == nil)
}
