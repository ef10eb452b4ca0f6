// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import LazyPaper
import Reports
import Verifier

/// One run from the command line: runs a plan, prints the table or the JSON, writes the files, ends with the right status.
struct Session {
    let flags: RunFlags
    /// Where the files go; `nil` for nowhere.
    let out: String?
    /// The command that repeats the run, for the report.
    let command: String

    func run(_ plan: Plan) async throws {
        var options = RunOptions()
        options.seed = flags.seed
        options.generator = flags.rng
        options.sampler = flags.sampler
        options.maxTrials = flags.trials
        options.errorRate = flags.errorRate
        options.threads = flags.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let engine = try Failure.usage { try Engine(options) }
        Interrupt.install()
        let meter = ProgressMeter()
        let result = try await Failure.run {
            try await engine.run(plan, progress: meter.show, isInterrupted: { Interrupt.isRequested })
        }
        meter.clear()
        try show(result, witnesses(for: result, options))
        if result.interrupted == true {
            Output.note("lemmacheck: interrupted after \(result.cells.count) of \(plan.entries.count) cells\n")
            throw ExitCode(130)
        }
        if !result.isAsExpected { throw Failure.unexpectedVerdict.exit }
    }

    /// A witness for each refuted claim, where there is a folder to keep it in; what an earlier run left there is tried first.
    private func witnesses(for result: RunResult, _ options: RunOptions) throws -> [WitnessFinding] {
        guard let out, result.interrupted != true else { return [] }
        return try WitnessSearch(options, in: LazyPaper.catalogue).findings(for: result, saved: WitnessFiles.saved(in: out))
    }

    private func show(_ result: RunResult, _ witnesses: [WitnessFinding]) throws {
        let files = Written {
            try out.map { folder in
                try ReportFiles.write(
                    result, command: command, in: LazyPaper.catalogue, to: folder,
                    formats: flags.format.isEmpty ? ReportFormat.allCases : flags.format, witnesses: witnesses)
                    + WitnessFiles.write(witnesses, to: folder)
            }
        }
        if flags.json {
            try Output.write(JSONReport.data(of: result))
        } else {
            try Output.print(VerdictTable.plain(result.cells))
            try Output.print(MarkdownReport.summary(result))
            for finding in witnesses { try Output.print(WitnessReport.line(finding, folder: out ?? ".")) }
        }
        try files.tell(inWords: !flags.json)
    }
}
