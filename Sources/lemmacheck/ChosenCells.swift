// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import LazyPaper
import Programs
import Verifier

/// Which cells are run: the plan's, or those of a bound of one's own.
struct ChosenCells: ParsableArguments {
    @Argument(help: ArgumentHelp("Claims or lemmas; all of the plan unless given.", valueName: "claim"))
    var names: [String] = []

    @OptionGroup var lists: GridFlags

    @Option(
        name: .customLong("plan"), help: ArgumentHelp("A plan file in the format of bounds/*.yaml.", valueName: "FILE"),
        transform: path("plan"))
    var plan: String?

    @Flag(help: "Run the programs that a plan names: look at them first, as a plan may come from a stranger.")
    var allowCommands = false

    @OptionGroup var own: OwnBoundFlags

    func validate(isHunt: Bool) throws { try own.validate(names: names, isHunt: isHunt, plan: plan) }

    /// The cells with what is expected of them.
    ///
    /// - Throws: the exit status of wrong usage or of unreadable input, after a line that says why.
    func plan(_ options: RunOptions) throws -> Plan {
        let grid = lists.grid
        if own.isGiven { return try ownPlan(grid) }
        let base = try basePlan()
        let catalogue = try Failure.usage { try LazyPaper.catalogue(with: base.own) }
        let chosen = try names.isEmpty ? nil : measuredClaims(named: names, in: catalogue)
        guard chosen != nil || !base.entries.isEmpty else {
            let file = self.plan ?? "the default plan"
            throw Failure.input("\(file): nothing to verify: it has proof steps alone, which `lemmacheck audit` decides").exit
        }
        let claims = chosen ?? base.claims
        try checkUse(of: grid, by: claims)
        let plan = try Failure.usage { try base.overridden(by: grid, claims: chosen) }
        if let file = self.plan, grid == Grid() { try checkCosts(of: plan, in: file, options) }
        return plan
    }

    /// A bound of one's own on the cells that the options give.
    private func ownPlan(_ grid: Grid) throws -> Plan {
        let own = try Failure.usage { try self.own.claim(named: names.first, parameters: lists.given) }
        let claim = try Failure.usage { try own.claim(in: LazyPaper.catalogue) }
        guard let measured = claim.measured else { return Plan(entries: []) }
        try checkUse(of: grid, by: [measured])
        if let idle = own.idleParameters(of: measured).first {
            throw Failure.usage("\(claim.id) does not depend on \(idle): neither its bound nor its condition names it").exit
        }
        let given = grid.withUsualC0(of: measured)
        return try Failure.usage {
            let made = try Plan(entries: []).overridden(by: given, claims: [measured])
            if own.bound != nil { try OwnClaim.checkBounds(made.entries.map(\.cell)) }
            return Plan(entries: made.entries, own: [own])
        }
    }

    /// A plan that needs too much by itself is at fault, not the command line.
    private func checkCosts(of plan: Plan, in file: String, _ options: RunOptions) throws {
        do { try plan.checkCosts(options) } catch { throw Failure.input("\(file): \(error)").exit }
    }

    private func basePlan() throws -> Plan {
        guard let file = plan else { return try LazyPaper.defaultPlan() }
        do {
            let plan = try PlanReader.read(file: file, catalogue: LazyPaper.catalogue)
            try checkPrograms(plan.programs, in: file)
            return plan
        } catch let error as PlanError {
            throw Failure.input(error.description).exit
        }
    }

    /// What a stranger's file would start is started only where that was said.
    func checkPrograms(_ programs: [ProgramCommand], in file: String) throws {
        guard !allowCommands, let first = programs.first else { return }
        throw Failure.input(
            "\(file): would run `\(first.text)`\(programs.count == 1 ? "" : " and others"): --allow-commands is needed to run what it names"
        ).exit
    }
}
