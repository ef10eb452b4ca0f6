// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import GradientStepPaper
import Reports
import Verifier

/// Lists the second paper's claims, verifies them at the points of its plan, and audits them.
@main
struct SecondPaperCommand {
    static func main() async throws {
        let catalogue = GradientStepPaper.catalogue
        let plan = try GradientStepPaper.plan()
        print(CatalogueTable.plain(catalogue.all))
        print(VerdictTable.plain(try await Engine(RunOptions()).run(plan)))
        let rows = try await Audit(catalogue: catalogue, plan: plan).rows(catalogue.all, threads: 2)
        print(AuditReport(rows, in: catalogue).text())
    }
}
