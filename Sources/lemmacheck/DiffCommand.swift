// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reports
import Verifier

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two reports: verdicts, bounds, quantiles, slacks, limits of P and numbers of trials that changed.",
        discussion: """
            Two runs (verdicts.json) or two audits (audit.json). Cells are matched by claim and parameters, steps by ID; values are \
            compared as they are recorded, to six digits. What only one of them has is listed and changes no verdict.

            Exit status: 0 the same verdicts, 1 some verdict differs or the two have nothing in common, 65 a file is no report.

            Example: lemmacheck diff old/verdicts.json reports/verdicts.json
            """)

    @Argument(help: ArgumentHelp("The older report.", valueName: "OLD.json"))
    var old: String

    @Argument(help: ArgumentHelp("The newer report.", valueName: "NEW.json"))
    var new: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        switch try (StoredContents.read(old), StoredContents.read(new)) {
        case (.run(let older), .run(let newer)):
            let comparison = RunComparison(old: older.recorded, new: newer.recorded)
            try show(json ? JSONReport.data(of: comparison) : Data(DiffReport.text(comparison).utf8), comparison.hasSameVerdicts)
        case (.audit(let older), .audit(let newer)):
            let comparison = AuditComparison(old: older, new: newer)
            try show(json ? JSONReport.data(of: comparison) : Data(DiffReport.text(comparison).utf8), comparison.hasSameVerdicts)
        case (.run, .audit): throw Failure.input("\(new): is an audit and \(old) is a run; two reports of a kind are allowed").exit
        case (.audit, .run): throw Failure.input("\(new): is a run and \(old) is an audit; two reports of a kind are allowed").exit
        }
    }

    private func show(_ data: Data, _ hasSameVerdicts: Bool) throws {
        try Output.write(data)
        if !hasSameVerdicts { throw Failure.unexpectedVerdict.exit }
    }
}
