// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Audit
import Foundation
import Reports
import Verifier

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Decides the steps of the proofs: proved, refuted with a witness, or by an exact law.",
        discussion: "Example: lemmacheck audit B.9")

    @Argument(help: ArgumentHelp("Claims or lemmas; all of them unless given.", valueName: "claim"))
    var names: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: ArgumentHelp("Write audit.md and audit.json to this folder.", valueName: "DIR"))
    var out: String?

    func run() async throws {
        let ids = try names.flatMap(claims(named:)).map(\.id)
        let rows = try await CompleteAudit.rows(ids, threads: ProcessInfo.processInfo.activeProcessorCount)
        let report = AuditReport(rows)
        if json {
            FileHandle.standardOutput.write(try report.json())
        } else {
            print(report.text, terminator: "")
        }
        if let out {
            do {
                let paths = try report.write(to: out)
                if !json { print("Written: \(paths.joined(separator: ", "))") }
            } catch {
                throw Failure.output(error.description).exit
            }
        }
        if try report.unexpected(DefaultPlan.plan().steps) > 0 { throw Failure.unexpectedVerdict.exit }
    }
}
