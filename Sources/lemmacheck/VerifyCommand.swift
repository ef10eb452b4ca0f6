// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
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

    @OptionGroup var chosen: ChosenCells

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

    @OptionGroup var flags: RunFlags

    func validate() throws {
        try validateHunt()
        try chosen.validate(isHunt: hunt)
        guard flags.format.isEmpty || flags.out != nil else {
            throw WrongUsage.error("no file is written without --out: --format is allowed with it")
        }
    }

    func run() async throws {
        if let resume { return try await self.resume(resume) }
        if hunt { return try await hunt(chosen.lists.grid) }
        try await Session(chosen.plan(flags.options), flags: flags, out: flags.out, command: command, witnessesAt: witness).run()
    }

    /// As typed, but for what changes nothing in the result.
    var command: String { RepeatedCommand.text(without: ["--threads", "--out", "--format", "--color"], orFlags: ["--json"]) }
}
