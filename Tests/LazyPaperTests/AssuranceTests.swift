// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import LazyPaper
import Prover
import Reports
import Testing

@Suite struct AssuranceTests {
    private func assurance(_ verdict: Verdict, _ standings: [Evidence.Standing], witness: Bool = false) -> Assurance? {
        let counterexample = witness ? Counterexample([], lhs: 1, rhs: 0, excess: 1) : nil
        return Finding(verdict, method: "", counterexample: counterexample, evidence: standings.map { Evidence("line", $0) }).assurance
    }

    @Test("machine where every line is shown, argued where one is in words; neither of what was measured or is no verdict on a domain")
    func rule() {
        #expect(assurance(.proved, [.shown, .shown]) == .machine && assurance(.proved, [.shown, .argued]) == .argued)
        #expect(assurance(.refuted, [], witness: true) == .machine && assurance(.proved, []) == .argued)
        #expect(assurance(.refuted, [.argued], witness: true) == .argued && assurance(.refuted, [.shown, .failed]) == .machine)
        for verdict in [Verdict.holds, .consistent, .inconclusive] { #expect(assurance(verdict, [.shown]) == nil) }
        #expect(assurance(.refuted, [.measured, .argued]) == nil && assurance(.proved, [.measured]) == nil)
        #expect(assurance(.proved, [.measured, .argued]) == .argued && assurance(.proved, [.measured, .shown]) == .machine)
        var unjudged = Finding(.refuted, method: "", evidence: [Evidence("line", .shown)])
        unjudged.isJudged = false
        #expect(unjudged.assurance == nil)
    }

    /// Rows and lines as the report prints them: the word beside the verdict is that of the lines below it.
    @Test func reportSaysWhatTheLinesSay() throws {
        let claims = LazyPaper.catalogue.all.filter { ["B.9/a", "B.9/c", "B.7/b", "B.8/l", "B.5/b", "B.8/m"].contains($0.id) }
        let rows = try claims.map { AuditRow($0, try finding($0.id)) }
        let report = AuditReport(rows, in: LazyPaper.catalogue)
        for section in report.markdown.components(separatedBy: "\n### ").dropFirst() {
            let title = try #require(section.split(separator: "\n").first)
            #expect(title.hasSuffix("machine") == !section.contains("\n- argued: "), "\(title)")
        }
        let machine = rows.count { $0.finding.assurance == .machine }, argued = rows.count { $0.finding.assurance == .argued }
        #expect(machine >= 4 && argued >= 2 && machine + argued == rows.count)
        #expect(report.summary.contains(" machine, ") && report.text(on: .pipe).contains("machine"))
        let json = try #require(try JSONSerialization.jsonObject(with: report.json()) as? [String: Any])
        let steps = json["steps"] as? [[String: Any]]
        #expect(steps?.compactMap { $0["assurance"] as? String } == rows.map { $0.finding.assurance?.rawValue ?? "" })
    }

    /// Steps between formulas need no words: what the audit says of them is checked by algebra and balls throughout.
    @Test(arguments: [
        "B.5/c", "B.7/2*", "B.7/b", "B.8/c*", "B.8/e", "B.8/e'**", "B.8/l", "B.9/a", "B.9/b", "B.9/c", "B.9/j*", "B.9/n*", "B.9/p*",
        "B.9/q*", "B.9/s",
        "3.1/b", "3.1/d",
    ]) func machine(_ id: String) throws {
        #expect(try finding(id).assurance == .machine)
    }
}
