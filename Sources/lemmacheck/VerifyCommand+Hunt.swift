// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import Reports
import Verifier

extension VerifyCommand {
    /// Refuses what makes no sense together, in one line.
    func validateHunt() throws {
        guard hunt else {
            if cells != nil { throw WrongUsage.error("--cells is of a hunt: it is allowed with --hunt") }
            return
        }
        if chosen.plan != nil { throw WrongUsage.error("a hunt has no plan, whose cells it looks for: --plan is not allowed with --hunt") }
        if chosen.names.isEmpty {
            throw WrongUsage.error("a hunt is for claims: --hunt is allowed with the name of at least one, such as B.8/j")
        }
        if let other = flags.format.first(where: { $0 != .md && $0 != .json }) {
            throw WrongUsage.error("a hunt writes hunt.md and hunt.json: --format \(other.rawValue) is not allowed with --hunt")
        }
    }

    /// Hunts for refutations of the claims named, parameters that `grid` has values for restricted to these.
    func hunt(_ grid: Grid) async throws {
        let claims = try measuredClaims(named: chosen.names)
        try checkUse(of: grid, by: claims)
        guard grid.c0Rules.isEmpty else { throw Failure.usage("a hunt looks at values of C0: --c0-rule is not allowed with --hunt").exit }
        try await HuntSession(claims, cells: cells ?? HuntOptions().cells, grid: grid, flags: flags, command: command).run()
    }
}
