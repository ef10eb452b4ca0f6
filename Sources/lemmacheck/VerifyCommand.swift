// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Programs
import Verifier

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verifies claims on a grid of parameters.",
        discussion: """
            The cells are those of the plan (the default one unless --plan gives another) for the claims named. A parameter's \
            list takes the place of the plan's values for it; 0.1..30x1.5 in a list stands for 0.1, 0.15, 0.225, ... up to 30, and \
            10..50+10 for 10, 20, ..., 50.

            Example: lemmacheck verify B.5 --d 784 --m 1e4,1e5 --gamma 0.05 --c0 1,10
            """)

    @Argument(help: ArgumentHelp("Claims or lemmas; all of the plan unless given.", valueName: "claim"))
    var names: [String] = []

    @OptionGroup var lists: GridFlags

    @Option(help: ArgumentHelp("A plan file in the format of bounds/*.yaml.", valueName: "FILE"), transform: path("plan"))
    var plan: String?

    @Option(help: ArgumentHelp("Go on with the run whose journal is in this folder; its report, where it is finished.", valueName: "DIR"))
    var resume: String?

    @Flag(help: "Look for cells where the claims fail, over their whole stated domains; a parameter's list restricts it to these values.")
    var hunt = false

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Cells of each claim that a hunt looks at; 1000 unless given.", valueName: "N"),
        transform: count("cells", .init(1...1_000_000, largest: "1e6")))
    var cells: Int?

    @Option(
        help: ArgumentHelp(
            "Look for the witnesses that --out writes at the smallest (d, m) at which a claim is still refuted, or at the refuted cell.",
            valueName: "here|simplest"))
    var witness: WitnessPlace = .simplest

    @Flag(help: "Run the programs that a plan names: look at them first, as a plan may come from a stranger.")
    var allowCommands = false

    @OptionGroup var own: OwnBoundFlags
    @OptionGroup var flags: RunFlags

    func validate() throws {
        try validateHunt()
        try own.validate(names: names, isHunt: hunt, plan: plan)
        guard flags.format.isEmpty || flags.out != nil else {
            throw WrongUsage.error("no file is written without --out: --format is allowed with it")
        }
    }

    func run() async throws {
        if let resume { return try await self.resume(resume) }
        let grid = lists.grid
        if own.isGiven { return try await verifyOwn(grid) }
        let chosen = try names.isEmpty ? nil : measuredClaims(named: names)
        if hunt, let chosen {
            try checkUse(of: grid.given, by: subject(chosen), which: chosen.reduce(into: Set()) { $0.formUnion($1.dependsOn) })
            return try await hunt(chosen, grid)
        }
        let base = try basePlan()
        guard chosen != nil || !base.entries.isEmpty else {
            let file = self.plan ?? "the default plan"
            throw Failure.input("\(file): nothing to verify: it has proof steps alone, which `lemmacheck audit` decides").exit
        }
        let claims = chosen ?? base.claims
        try checkUse(of: grid.given, by: subject(claims), which: claims.reduce(into: Set()) { $0.formUnion($1.dependsOn) })
        try checkOwn(grid, claims)
        let plan = try Failure.usage { try base.overridden(by: grid, claims: chosen) }
        if let file = self.plan, grid == Grid() { try checkCosts(of: plan, in: file) }
        try await Session(plan, flags: flags, out: flags.out, command: command, witnessesAt: witness).run()
    }

    private func checkOwn(_ grid: Grid, _ claims: [MeasuredClaim]) throws {
        let known = Set(claims.flatMap(\.parameters.own))
        guard let idle = grid.own.keys.sorted().first(where: { !known.contains($0) }) else { return }
        throw Failure.usage("\(subject(claims)) \(claims.count == 1 ? "does not depend" : "depends") on \(idle), a parameter of your own").exit
    }

    /// A plan that needs too much by itself is at fault, not the command line.
    private func checkCosts(of plan: Plan, in file: String) throws {
        let options = flags.options
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

    /// As typed, but for what changes nothing in the result.
    var command: String { RepeatedCommand.text(without: ["--threads", "--out", "--format", "--color"], orFlags: ["--json"]) }
}
