// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import OwnClaims
import Reports
import Verifier

/// Lists the claims of this package, verifies those that draws can verify at two widths, and audits all of them.
@main
struct OwnClaimsCommand {
    static func main() async throws {
        let catalogue = OwnClaims.catalogue
        print(CatalogueTable.plain(catalogue.all))
        var grid = Grid()
        (grid.d, grid.m, grid.gamma, grid.c0) = ([10], [100, 10_000], [0.05], [1])
        let entries = try catalogue.measured.flatMap { claim in try grid.cells(of: claim) }.map { Plan.Entry(cell: $0) }
        let plan = Plan(entries: entries)
        let result = try await Engine(RunOptions()).run(plan)
        print(VerdictTable.plain(result))
        let rows = try await Audit(catalogue: catalogue, plan: plan).rows(catalogue.all, threads: 2)
        print(AuditReport(rows, in: catalogue).text())
    }
}
