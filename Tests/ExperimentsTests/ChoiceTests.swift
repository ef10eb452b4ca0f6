// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import RealModule
import Testing
import Verifier

@testable import Experiments
@testable import LazyPaper

@Test("the summary of a choice has the planted exponents, the pairs that rise, and the different networks that fail")
func choiceSummaries() throws {
    var other = Planted.lazy(step: -0.5, growth: (0.3, -0.2, 0.1), errors: 22)
    for index in other.indices { other[index].choices.batch = 64 }
    let summaries = (Planted.lazy() + other).summaries()
    try #require(summaries.map(\.choices.batch) == [1, 64])
    #expect(
        abs((summaries[0].exponents[.step]?.exponent ?? 0) + 1) < 0.01 && abs((summaries[1].exponents[.step]?.exponent ?? 0) + 0.5) < 0.01)
    #expect(summaries[0].rises == [.relative: 16, .gradient: 16, .step: 16] && summaries[1].rises[.gradient] == 0)
    #expect(summaries.map(\.pairs) == [16, 16] && summaries.map(\.failing) == [0, 48] && summaries.map(\.networks) == [48, 48])
    let step = try #require(summaries[0].step)
    #expect(abs(step * 784 / 1.2589 - 1) < 0.01, "10^0.1 = 1.2589")
}

@Test("a choice reproduces what its networks show by the claims' rules, and that which shows most is named")
func choiceComparison() throws {
    var other = Planted.lazy(step: -0.5, growth: (0.3, -0.2, 0.1), errors: 22)
    for index in other.indices { other[index].choices.batch = 64 }
    let found = try planted(RunRecords(choices: Planted.lazy() + other), .mnist).choices
    let rows = try #require(found).rows
    #expect(rows.map(\.choices.batch) == [1, 64])
    // Planted: no errors, the paper's exponents, growth everywhere, and eta = 784^-1 10^0.1 far from 0.045.
    #expect(rows[0].verdicts == [.reproduced, .reproduced, .reproduced, .reproduced, .reproduced, .notReproduced])
    // 784^-0.5 10^0.1 = 0.04496.
    #expect(rows[1].verdicts == [.notReproduced, .reproduced, .reproduced, .notReproduced, .notReproduced, .reproduced])
    #expect(found?.best.map(\.choices.batch) == [1] && found?.best.map(\.reproduced) == [5])
    #expect(found?.reproducing("5/2").choices.map(\.batch) == [1] && found?.reproducing("5/7").choices.map(\.batch) == [64])
    #expect(found?.reproducing("5/4").choices.isEmpty == true && found?.reproducing("5/2").of == 2)
    #expect(try planted(RunRecords(lazy: other), .mnist).choices == nil)
}

@Test("the rules are those of bounds/: another number, another verdict; none may be missing")
func rules() throws {
    let plan = try LazyPaper.defaultPlan(), claim = try #require(LazyPaper.catalogue.claim("5/1"))
    func verdict(_ change: (inout [String: Double]) -> Void) throws -> Verdict? {
        var numbers = plan.rules
        change(&numbers)
        let rules = try ExperimentRules(Plan(entries: [], rules: numbers))
        return ExperimentFindings(RunRecords(lazy: Planted.lazy(errors: 22)), source: "planted", images: .mnist, rules: rules)
            .rows([claim]).first?.verdict
    }
    #expect(try verdict { _ in } == .notReproduced)
    #expect(try verdict { $0["test-error"] = 0.02 } == .reproduced)
    #expect(throws: PlanError.self) { try verdict { $0["robust"] = nil } }
    #expect(Set(plan.rules.keys) == Set(ExperimentRule.allCases.map(\.rawValue)))
}

@Test("means and medians over the images are told apart")
func aggregates() throws {
    var records = Planted.lazy()
    for index in records.indices {
        let step = records[index].step
        records[index].step = Spread(low: step.low, median: step.median * Double(records[index].d), high: step.high, mean: step.mean)
    }
    let claim = try #require(LazyPaper.catalogue.claim("5/2")), rules = try ExperimentRules.fixed()
    let verdicts = Aggregate.allCases.map {
        ExperimentFindings(RunRecords(lazy: records), source: "planted", images: .mnist, rules: rules, by: $0).rows([claim]).first?.verdict
    }
    #expect(verdicts == [.reproduced, .notReproduced])
}

@Test("what a run takes is told before: more of it takes longer, more threads less, but never less than its longest network")
func expectedCost() {
    func run(_ runs: Int) -> ExperimentRun {
        var options = Experiment.Options()
        (options.runs, options.widths) = (runs, [1000])
        return ExperimentRun(.fig2, options)
    }
    let (one, four) = (run(1).expected(threads: 1), run(4).expected(threads: 1))
    #expect(abs(four.seconds / one.seconds - 4) < 1e-9 && run(4).expected(threads: 4).seconds < four.seconds / 3)
    #expect(run(4).expected(threads: 1000).seconds > 0 && run(4).expected(threads: 4).bytes > four.bytes)
    let texts = [3.2, 89, 90, 5399, 5400, 36_000].map { ExpectedCost(seconds: $0, bytes: 1).timeText }
    #expect(texts == ["3 s", "89 s", "2 min", "90 min", "1.5 h", "10.0 h"])
    #expect([1e6, 6.41e8, 1.91e9].map { ExpectedCost(seconds: 1, bytes: $0).memoryText } == ["10 MB", "650 MB", "2.0 GB"])
}
