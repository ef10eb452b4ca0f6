// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyPaper
import Sampler
import Testing

@testable import Verifier

/// A quantity that is beyond its bound, 1, in nine draws of ten where d >= 40 and C0 >= 3, and below it everywhere else: the nearer, the
/// nearer (d, C0) is to that corner.
private struct CornerQuantity: Quantity {
    var name: String { "corner" }
    var title: String { "a quantity that fails in a corner" }
    var extremum: Extremum { .supremum }
    var method: Method { .exact }
    var dependsOn: Set<OptionalParameter> { [.c0] }
    var columns: [String] { ["value"] }
    var definition: (any QuantityDefinition)? { nil }

    func check(_ parameters: Parameters) throws(ParameterError) {}
    func trivialBound(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(.infinity, "nothing") }
    func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial { Trial(draws: draws, p: parameters) }
    func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (UInt64) throws -> [Double] {
        { [try Trial(draws: draws, p: parameters).bracket($0).attained] }
    }
    func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost { .fewNumbers }
    func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [] }

    struct Trial: CellTrial {
        let draws: Draws
        let p: Parameters

        func bracket(_ trial: UInt64) throws -> TrialBracket {
            let near = min(Double(p.d) / 40, 1) * min(p.c0 / 3, 1)
            guard near == 1 else { return TrialBracket(exactly: near) }
            var stream = draws.stream(trial)
            return TrialBracket(exactly: stream.uniform() < 0.9 ? 2 : 0.5)
        }
    }
}

private func cornerClaim() -> Claim {
    Claim(
        "X/1", place: "nowhere", kind: .uniform, statement: "planted", domain: "everywhere",
        subject: .measured(CornerQuantity(), bound: ConstantFormula(eighths: 8), law: .unknown), failing: .gamma, check: .law("planted"),
        decidedBy: .draws)
}

private func hunt(_ claim: Claim, cells: Int, _ change: (inout HuntOptions) -> Void = { _ in }) async throws -> HuntFindings {
    var options = HuntOptions()
    options.cells = cells
    change(&options)
    return try await Hunt(options).run([#require(claim.measured)])
}

/// 50 is the first of 1, 2, 3, 5, 10, 20, 50, ... from 40 on, 10 the first of 1, 10, 1/10, 100, ... from 3 on.
@Test("a corner where a claim fails is found, shrunk to round parameters, and confirmed as verify judges it")
func corner() async throws {
    let found = try await hunt(cornerClaim(), cells: 64)
    let claim = try #require(found.result.claims.first), refutation = try #require(claim.refutation)
    #expect(claim.verdict == .refuted)
    let cell = refutation.cell
    #expect((cell.d, cell.m, cell.gamma, cell.c0) == (50, 1, 0.05, 10))
    #expect(refutation.foundAt.d >= 40 && refutation.foundAt.c0 ?? 0 >= 3)
    #expect(refutation.errorRate == 5e-4)
    // The same cell, by the engine alone.
    var options = RunOptions()
    options.errorRate = refutation.errorRate
    let plan = Plan(entries: [
        .init(cell: try Cell(#require(cornerClaim().measured), Parameters(d: 50, m: 1, gamma: 0.05, c0: 10)))
    ])
    let run = try await Engine(options).run(plan)
    #expect(run.cells == [cell] && found.runs == [run])
}

@Test("a hunt that is restricted to where a claim holds finds nothing, and one with no cell to look at says so")
func restricted() async throws {
    let below = try await hunt(cornerClaim(), cells: 200) { $0.restriction.d = [1, 39] }
    let searched = try #require(below.result.claims.first).searched
    #expect(below.result.claims.first?.verdict == .noRefutationFound && below.runs.isEmpty)
    #expect(searched.cells == 200 && searched.suspects == 0 && searched.random + searched.atEdges + searched.nearby == 200)
    #expect(searched.ranges.first { $0.parameter == "d" } == HuntResult.Range(parameter: "d", from: 1, to: 39))
    #expect(searched.nearest.first.map { $0.ratio > 0.9 && $0.ratio < 1 } == true)
    // R <= 1/2 in Lemma B.4.
    await #expect(throws: HuntError.self) {
        try await hunt(.perturbedFlippedNeurons, cells: 10) { $0.restriction.radius = [0.6] }
    }
}

/// Draws that violate with probability exactly gamma refute nothing, however many cells seem to: each suspect is judged on fresh draws.
@Test("what chance suspects, fresh draws do not confirm")
func chance() async throws {
    let claim = Claim.planted(PlantedQuantity(probability: 0.05, extremum: .supremum), law: .unknown)
    let found = try await hunt(claim, cells: 300) { $0.restriction.gamma = [0.05] }
    let result = try #require(found.result.claims.first)
    #expect(result.verdict == .noRefutationFound && result.searched.suspects > 20, "\(result.searched)")
}

@Test(
    "claims that are known to fail are refuted, and verify's engine says the same of the cell",
    arguments: [
        Claim.perturbedFlippedNeurons, .perturbedFlippedNeuronsUniform, .gradientNormAtLargeWidth, .flippedSum,
        .projectedGradientChange, .perturbedFlippedGradient,
    ])
func known(claim: Claim) async throws {
    let found = try await hunt(claim, cells: 1000)
    let refutation = try #require(found.result.claims.first?.refutation)
    #expect(refutation.cell.verdict == .refuted && refutation.cell.inDomain)
    #expect(refutation.cell.probability.lower > (refutation.cell.gamma ?? 1))
}

@Test("of claims that are proved nothing is found", arguments: [Claim.flippedNeurons, .functionValue, .functionChange])
func proved(claim: Claim) async throws {
    let found = try await hunt(claim, cells: 100)
    #expect(found.result.claims.first?.verdict == .noRefutationFound)
    #expect(found.result.claims.first?.searched.cells == 100)
}

@Test("the same seed gives the same hunt on any number of threads; another seed another")
func sameOnAnyThreads() async throws {
    func result(threads: Int, seed: UInt64) async throws -> HuntResult {
        try await hunt(.gradientNormAtLargeWidth, cells: 64) { ($0.run.threads, $0.run.seed) = (threads, seed) }.result
    }
    let one = try await result(threads: 1, seed: 1)
    #expect(try await result(threads: 3, seed: 1) == one)
    #expect(try await result(threads: 1, seed: 2) != one)
}

@Test("round numbers, the simplest first")
func roundNumbers() {
    #expect(RoundNumbers.counts(simplerThan: 19_127).suffix(4) == [2000, 5000, 10_000, 20_000])
    #expect(RoundNumbers.counts(simplerThan: 1) == [])
    #expect(RoundNumbers.counts(simplerThan: 20) == [1, 2, 3, 5, 10])
    #expect(RoundNumbers.gammas(simplerThan: 0.6323).suffix(2) == [0.6, 0.63])
    #expect(RoundNumbers.gammas(simplerThan: 0.05) == [])
    #expect(RoundNumbers.values(simplerThan: 0.1) == [1, 10])
    #expect(RoundNumbers.values(simplerThan: 1.647e-10).suffix(2) == [1e-10, 1.6e-10])
}
