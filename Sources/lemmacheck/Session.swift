// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
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
        let result = try await engine.run(plan, progress: meter.show, isInterrupted: { Interrupt.isRequested })
        meter.clear()
        try show(result)
        if result.interrupted == true {
            FileHandle.standardError.write(Data("lemmacheck: interrupted after \(result.cells.count) of \(plan.entries.count) cells\n".utf8))
            throw ExitCode(130)
        }
        if result.summary.unexpected > 0 { throw Failure.unexpectedVerdict.exit }
    }

    private func show(_ result: RunResult) throws {
        if flags.json {
            FileHandle.standardOutput.write(try JSONReport.data(of: result))
        } else {
            print(VerdictTable.plain(result.cells))
            print(MarkdownReport.summary(result))
        }
        guard let out else { return }
        do {
            let paths = try ReportFiles.write(result, command: command, to: out, formats: flags.format)
            if !flags.json { print("Written: \(paths.joined(separator: ", "))") }
        } catch {
            throw Failure.output(error.description).exit
        }
    }
}
