// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import LazyPaper
import Verifier

@main
struct Lemmacheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lemmacheck",
        abstract: "Checks the explicit constants of Lemmas B.4 to B.9 by number.",
        discussion: """
            Alone, it runs the default plan (bounds/*.yaml, embedded in the program), prints a row a claim (--cells: a row a cell) \
            and writes reports/.

            Example: lemmacheck --threads 2

            Exit status: 0 every verdict is the expected one, 1 some verdict is not, 64 wrong usage, 65 unreadable input, \
            70 an internal contradiction, 74 output could not be written, \
            130 interrupted.
            """,
        version: Version.current,
        subcommands: [
            DefaultCommand.self, ListCommand.self, ExplainCommand.self, BoundCommand.self, VerifyCommand.self, AssertCommand.self,
            ReviewCommand.self, PlotCommand.self, TightenCommand.self,
            SampleCommand.self, ReplayCommand.self, AuditCommand.self, RenderCommand.self, DiffCommand.self, FrontierCommand.self,
            ExperimentCommand.self,
        ],
        defaultSubcommand: DefaultCommand.self)
}

/// What `lemmacheck` alone does.
///
/// A command of its own, since a root command with options would take those of the same name from its subcommands.
struct DefaultCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "default", abstract: "Runs the default plan and writes reports/.",
        discussion: "Example: lemmacheck --threads 2", shouldDisplay: false)

    @Flag(help: "Print a row a cell instead of a row a claim.")
    var cells = false

    @OptionGroup var flags: RunFlags

    func run() async throws {
        try await Session(
            LazyPaper.defaultPlan(), flags: flags, out: flags.out ?? "reports", command: "lemmacheck", rows: cells ? .cells : .claims
        ).run()
    }
}
