// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Audit
import Reports
import Verifier

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a claim: statement, hypotheses, how it is checked, what each verdict would mean, what the audit finds.",
        discussion: "Example: lemmacheck explain B.7/1")

    @Argument(help: ArgumentHelp("A claim or a lemma.", valueName: "claim"))
    var names: [String]

    func run() throws {
        let recorded = try DefaultPlan.plan().steps
        for claim in try names.flatMap(claims(named:)) {
            print(claim.explanation)
            let rows = try Audit(Audit.standard.providers + [ExperimentRows.recorded()]).rows([claim.id])
            if !rows.isEmpty {
                print("What the audit finds\n\(AuditReport(rows).findings)")
            } else if let verdict = recorded[claim.id] {
                print("What the audit finds\n  \(verdict.rawValue), by draws: `lemmacheck audit \(claim.id)` makes them.\n")
            }
        }
    }
}
