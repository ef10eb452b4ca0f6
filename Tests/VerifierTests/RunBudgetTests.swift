// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Statistics
import Testing

@testable import Verifier

/// Cells of the planted claim that differ in their widths, and a run of them at the usual error rate, 1e-3.
private func cells(_ quantity: PlantedQuantity, count: Int = 1, gamma: Double = 0.05, trials: Int) async throws -> [RunResult.Cell] {
    let claim = try #require(Claim.planted(quantity, law: .unknown).measured)
    let entries = try (1...count).map {
        Plan.Entry(cell: try Cell(claim, Parameters(d: 3, m: $0, gamma: gamma, c0: 1)), trials: trials)
    }
    return try await Engine(RunOptions()).run(Plan(entries: entries)).cells
}

/// 1e-3 among four cells, and half of a cell's part for each of its two sequences: 1e-3/8.
@Test("the limits of a run's cells are at the error rate over twice the number of cells")
func sharedError() async throws {
    let sequence = try BetaBinomialSequence.tuned(alpha: 1e-3 / 8, target: 0.05)
    let found = try await cells(PlantedQuantity(probability: 0.05, undecided: 0.05, extremum: .supremum), count: 4, trials: 300)
    for cell in found {
        let lower = sequence.limits(successes: cell.violations, trials: cell.trials).lower
        let upper = sequence.limits(successes: cell.violations + cell.undecided, trials: cell.trials).upper
        #expect(lower > 0 && upper < 1 && cell.undecided > 0)
        #expect(abs(cell.probability.lower - lower) < 1e-9 * lower && abs(cell.probability.upper - upper) < 1e-9 * upper)
    }
}

/// So many violations in a row that gamma is excluded, by the sequence itself; trials come in batches of 32, whose rest is not counted.
@Test("a cell ends at the trial that decides it")
func decidingTrial() async throws {
    let sequence = try BetaBinomialSequence.tuned(alpha: 1e-3 / 2, target: 0.05)
    let first = try #require((1...100).first { sequence.position(of: 0.05, successes: $0, trials: $0) == .below })
    let found = try await cells(PlantedQuantity(probability: 1, extremum: .supremum), trials: 500)[0]
    #expect(first % 32 != 0 && found.verdict == .refuted && found.trials == first && found.violations == first)
}

/// 200 values 0, 0.01, ..., 1.99 in an order in which those above the bound 1 come as often as the others, at gamma = 1/2. The median's
/// ranks at error 1e-3, by the binomial law with exact fractions: P(S <= 76) = 0.00042, P(S <= 77) = 0.00070, so 77 and, by symmetry, 124.
@Test("the quantile is the one of 1 - gamma, its limits at the error rate, the slack the bound over it; a plan's own number of trials")
func quantile() async throws {
    let values = (0..<200).map { Double($0 * 77 % 200) / 100 }
    let found = try await cells(PlantedQuantity(probability: 0, extremum: .supremum, values: values), gamma: 0.5, trials: 200)[0]
    #expect(found.trials == 200 && found.violations == 99 && found.verdict == .inconclusive && found.maximum == 1.99)
    #expect(found.quantile == RunResult.Quantile(value: 0.99, lower: 0.76, upper: 1.23) && found.slack == 1 / 0.99)
    // At gamma = 1/4 the quantile is that of 3/4, not of 1/4: the 150th of 200, before too many violations end the run.
    let few = try await cells(PlantedQuantity(probability: 0, extremum: .supremum, values: values), gamma: 0.25, trials: 20)[0]
    #expect(try #require(few.quantile).value == values.prefix(20).sorted()[14])
}

@Test("gamma/8 allows an eighth of gamma, and an event what its bound says")
func allowedProbability() throws {
    func allowed(_ extremum: Extremum, _ failing: AllowedFailure) throws -> Double {
        let claim = Claim(
            "X/1", place: "nowhere", kind: .probability, statement: "planted", domain: "everywhere",
            subject: .measured(PlantedQuantity(probability: 0, extremum: extremum), bound: ConstantFormula(eighths: 1), law: .unknown),
            failing: failing, check: .law("planted"), decidedBy: .draws)
        return try #require(claim.measured).allowedProbability(bound: 0.125, gamma: 0.5)
    }
    #expect(try allowed(.supremum, .gamma(times: 0.125, text: "gamma/8")) == 0.0625 && allowed(.infimum, .gamma) == 0.5)
    #expect(try allowed(.event, .none) == 0.125)
}

@Test("one cell refuted refutes, one open leaves a claim open, and it holds only where all cells do")
func drawnFinding() async throws {
    func cell(_ probability: Double, trials: Int) async throws -> RunResult.Cell {
        try await cells(PlantedQuantity(probability: probability, extremum: .supremum), trials: trials)[0]
    }
    let claim = try #require(Claim.planted(PlantedQuantity(probability: 0, extremum: .supremum), law: .unknown).measured)
    let (holds, open, refuted) = (try await cell(0, trials: 500), try await cell(0, trials: 10), try await cell(1, trials: 500))
    #expect([holds.verdict, open.verdict, refuted.verdict] == [.holds, .inconclusive, .refuted])
    #expect(DrawnFinding.finding(of: [holds, holds], claim).verdict == .holds)
    #expect(DrawnFinding.finding(of: [holds, open, holds], claim).verdict == .inconclusive)
    #expect(DrawnFinding.finding(of: [holds, open, refuted], claim).verdict == .refuted)
}
