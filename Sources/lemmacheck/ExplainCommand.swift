// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import LazyPaper
import Reports
import Verifier

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a claim: statement, domain, how it is checked, what each verdict would mean, what the audit finds.",
        discussion: "Example: lemmacheck explain B.7/1")

    @Argument(help: ArgumentHelp("A claim or a lemma.", valueName: "claim"))
    var names: [String]

    func run() async throws {
        let plan = try LazyPaper.defaultPlan()
        var said: Set<String> = []
        for claim in try claims(named: names) {
            let explanation = Explanation(claim, in: LazyPaper.catalogue, said: said)
            said.insert(explanation.setting)
            try Output.print(explanation.text)
            switch claim.decision {
            case .proof:
                let rows = try await Audit(catalogue: LazyPaper.catalogue, plan: plan).rows([claim], threads: 1)
                try Output.print("What the audit finds\n\(AuditReport(rows, in: LazyPaper.catalogue).findings(on: .page))")
            case .draws, .study:
                guard let verdict = plan.steps[claim.id] else { continue }
                try Output.print("What the audit finds\n  \(verdict.rawValue), by draws: `lemmacheck audit \(claim.id)` makes them.\n")
            }
        }
    }
}
