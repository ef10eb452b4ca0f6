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
        if plan != nil { throw WrongUsage.error("a hunt has no plan, whose cells it looks for: --plan is not allowed with --hunt") }
        if names.isEmpty { throw WrongUsage.error("a hunt is for claims: --hunt is allowed with the name of at least one, such as B.8/j") }
        if let other = flags.format.first(where: { $0 != .md && $0 != .json }) {
            throw WrongUsage.error("a hunt writes hunt.md and hunt.json: --format \(other.rawValue) is not allowed with --hunt")
        }
    }

    /// Hunts for refutations of `claims`, parameters that `grid` has values for restricted to these.
    func hunt(_ claims: [MeasuredClaim], _ grid: Grid) async throws {
        try await HuntSession(claims, cells: cells ?? HuntOptions().cells, grid: grid, flags: flags, command: command).run()
    }
}
