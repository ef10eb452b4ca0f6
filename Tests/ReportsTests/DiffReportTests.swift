// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Reports
import Testing
import Verifier

private func stored() throws -> RunResult { try #require(try storedContents().result) }

@Test("a run has not changed against itself")
func sameRun() throws {
    let run = try stored(), comparison = RunComparison(old: run, new: run)
    #expect(comparison.changed.isEmpty && comparison.came.isEmpty && comparison.went.isEmpty && comparison.hasSameVerdicts)
    #expect(comparison.summary.compared == run.cells.count)
    let line = try #require(RunComparison.line(old: run, new: run))
    #expect(line == "against the earlier report: \(run.cells.count) cells, the same verdicts; nothing else changed")
}

@Test("what was changed is what is found, and the other way round with the signs turned")
func changedRun() throws {
    let old = try stored()
    var new = old
    let slack = try #require(old.cells.firstIndex { $0.slack.map { $0 > 0 } == true })
    let verdict = try #require(old.cells.lastIndex { $0.verdict == .holds })
    new.cells[slack].slack = old.cells[slack].slack.map { $0 * 1.02 }
    new.cells[verdict].verdict = .inconclusive
    new.cells[verdict].trials += 1
    new.cells[verdict].probability.upper = 1
    new.cells[verdict].bound *= 0.5
    let comparison = RunComparison(old: old, new: new)
    #expect(comparison.changed.map(\.claim) == [old.cells[slack].claim, old.cells[verdict].claim])
    let s = comparison.summary
    #expect((s.verdicts, s.slacks, s.trials, s.probabilities, s.bounds, s.quantiles) == (1, 1, 1, 1, 1, 0))
    #expect(abs((comparison.changed[0].slack?.relative ?? 0) - 0.02) < 1e-12 && comparison.changed[1].bound?.relative == -0.5)
    #expect(comparison.changed[1].verdict?.old == .holds && comparison.changed[1].verdict?.new == .inconclusive)
    let back = RunComparison(old: new, new: old)
    #expect(back.changed[1].bound?.relative == 1 && back.changed[1].verdict?.old == .inconclusive && !back.hasSameVerdicts)
    let line = try #require(RunComparison.line(old: old, new: new))
    let claim = old.cells[verdict].claim
    #expect(
        line.contains("1 verdict changed (\(claim) holds -> inconclusive); 1 bound changed, by 50 %; 1 slack changed, by 2 %"), "\(line)")
    let text = DiffReport.text(comparison)
    for part in ["+2 %", "-50 %", "holds", "inconclusive", "verdict", "trials"] { #expect(text.contains(part), "\(part)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.last != " " })
}

@Test("cells of one run alone are listed, and give no line: the plan is another one")
func cellsOfOneRun() throws {
    let old = try stored()
    var new = old
    new.cells.removeFirst(3)
    new.cells[0].c0 = 77
    let comparison = RunComparison(old: old, new: new)
    #expect(comparison.went.count == 4 && comparison.came.map(\.c0) == [77] && comparison.hasSameVerdicts)
    #expect(RunComparison.line(old: old, new: new) == nil)
    new.cells = [new.cells[0]]
    #expect(!RunComparison(old: old, new: new).hasSameVerdicts)
    #expect(DiffReport.summary(RunComparison(old: old, new: new)).hasPrefix("No cell of both"))
}

@Test("digits beyond those that are recorded are no change")
func recordedDigits() throws {
    let old = try stored()
    var new = old
    for index in new.cells.indices { new.cells[index].bound *= 1 + 1e-12 }
    #expect(try #require(RunComparison.line(old: old, new: new)).hasSuffix("the same verdicts; nothing else changed"))
}

@Test("audits: verdicts, assurances, Coq, and steps of one alone")
func changedAudit() throws {
    let old = try #require(try storedContents().audit)
    #expect(
        try #require(AuditComparison.line(old: old, new: old)).hasSuffix(
            "\(old.steps.count) steps, the same verdicts; nothing else changed"))
    var new = old
    let proved = try #require(old.steps.firstIndex { $0.verdict == .proved && $0.coq != nil && $0.assurance == .argued })
    new.steps[proved].verdict = .holds
    new.steps[proved].assurance = nil
    new.steps[proved].coq = nil
    let comparison = AuditComparison(old: old, new: new)
    #expect(comparison.changed.map(\.id) == [old.steps[proved].id] && !comparison.hasSameVerdicts)
    let s = comparison.summary
    #expect((s.compared, s.verdicts, s.assurances, s.coq) == (old.steps.count, 1, 1, 1))
    let text = DiffReport.text(comparison)
    for part in ["proved", "holds", "argued", "none", "not checked"] { #expect(text.contains(part), "\(part)") }
    new.steps.removeLast()
    #expect(AuditComparison(old: old, new: new).went == [old.steps[old.steps.count - 1].id])
    #expect(AuditComparison.line(old: old, new: new) == nil)
}

@Test("what a file says stays on its line of a terminal", arguments: hostileTexts)
func hostileDiff(text: String) throws {
    let old = try #require(try storedContents().result), new = try #require(try hostileContents(text).result)
    let (before, after) = (try #require(try storedContents().audit), try #require(try hostileContents(text).audit))
    for shown in [
        DiffReport.text(RunComparison(old: old, new: new)), DiffReport.text(AuditComparison(old: before, new: after)),
        RunComparison.line(old: old, new: new) ?? "",
    ] {
        #expect(
            !shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || (0x202A...0x202E).contains($0.value) })
    }
}
