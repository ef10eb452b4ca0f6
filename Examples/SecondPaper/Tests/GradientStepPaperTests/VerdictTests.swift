// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import GradientStepPaper
import Testing
import Verifier

/// A bound that is too low: t* exceeds 2.5 with probability about 0.14.
private struct TooLow: Formula {
    var dependsOn: Set<OptionalParameter> { [] }
    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { Bound(.init("5/2", .ratio(5, 2))) }
    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
}

@Test("every cell of the plan holds, and all four claims are proved")
func verdicts() async throws {
    let plan = try GradientStepPaper.plan(), catalogue = GradientStepPaper.catalogue
    let result = try await Engine(RunOptions()).run(plan)
    #expect(result.cells.count == 11 && result.cells.allSatisfy { $0.inDomain && $0.verdict == .holds })
    let rows = try await Audit(catalogue: catalogue, plan: plan).rows(catalogue.all, threads: 2)
    #expect(rows.allSatisfy { $0.verdict == .proved })
}

@Test("a bound that is too low is refuted by draws; a quantity without a definition has no witness")
func refuted() async throws {
    let claim = Claim(
        "X/1", place: "a test", kind: .probability, statement: "t* <= 5/2", domain: "none",
        subject: .measured(FlippingStep(), bound: TooLow(), law: .unknown), failing: .gamma, check: .bracket(""), decidedBy: .draws)
    let cell = try Cell(#require(claim.measured), Parameters(d: 400, m: 400, gamma: 0.05, c0: 0))
    let result = try await Engine(RunOptions()).run(Plan(entries: [.init(cell: cell)]))
    #expect(result.cells[0].verdict == .refuted && result.cells[0].undecided == 0)
    let catalogue = Catalogue([.init("X", title: "A test", setting: "", [claim])])
    #expect(try WitnessSearch(RunOptions(), in: catalogue).findings(for: result).isEmpty)
}
