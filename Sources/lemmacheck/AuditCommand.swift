// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import Experiments
import Foundation
import LazyPaper
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

    @Option(help: ArgumentHelp("Write the audit's files to this folder.", valueName: "DIR"), transform: path("out"))
    var out: String?

    @Option(
        help: ArgumentHelp("The formats to write: md, json, csv, html, tex, junit, svg; all of them unless given.", valueName: "md,json"),
        transform: list("format", reportFormat))
    var format: [ReportFormat] = []

    @Option(
        help: ArgumentHelp(
            "Write to this folder, for the steps that have one, their proofs in Coq: a file each, B7_b.v for B.7/b.", valueName: "DIR"),
        transform: path("coq"))
    var coq: String?

    @OptionGroup var screen: ScreenFlags

    func validate() throws {
        guard format.isEmpty || out != nil else {
            throw WrongUsage.error("no file is written without --out: --format is allowed with it")
        }
    }

    func run() async throws {
        let named = try Set(claims(named: names))
        let all = LazyPaper.catalogue.all
        // In the paper's order, a repair behind what it repairs.
        let claims = named.isEmpty ? all : all.flatMap { [$0] + $0.repairs }.filter(named.contains)
        let plan = try LazyPaper.defaultPlan()
        let meter = ProgressMeter()
        // Held from the beginning: a folder that cannot be written to is known of before the work is done.
        let folder = try Failure.output { try out.map(ReportFolder.init) }
        // One folder for both is held once.
        let proofs = try Failure.output { coq == out ? folder : try coq.map(ReportFolder.init) }
        let rows = try await Failure.run {
            try await Audit(catalogue: LazyPaper.catalogue, plan: plan)
                .rows(claims, threads: ProcessInfo.processInfo.activeProcessorCount) { meter.show($0, of: $1, "claims") }
        }
        meter.clear()
        let records = try rows.contains { $0.claim.kind == .experiment } ? RunRecords.recorded().digest : nil
        let report = AuditReport(AuditDocument(rows, records: records), in: LazyPaper.catalogue)
        let earlier = folder.flatMap { StoredReports.audit(in: $0.path) }
        // A folder that cannot be written loses no table, and a pipe that is closed no file.
        let files = Written {
            let reports = try folder.map { folder in
                let contents = try StoredContents.contents(of: report.document, in: folder.path, expected: plan.steps)
                let files = try StoredContents.auditFiles(contents, formats: format.isEmpty ? ReportFormat.usual : format)
                return try Interrupt.deferred { try folder.exchange(files) }
            }
            let sources = try proofs.map { proofs in
                try Interrupt.deferred { try report.writeProofs(LazyPaper.coqFiles, to: proofs) }
            }
            return reports == nil && sources == nil ? nil : (reports ?? []) + (sources ?? [])
        }
        if json {
            try Output.write(report.json())
        } else {
            try Output.print(report.text(on: screen.screen), terminator: "")
            if let line = earlier.flatMap({ AuditComparison.line(old: $0, new: report.document) }) { try Output.print(line) }
        }
        try files.tell(inWords: !json)
        if report.unexpected(plan.steps) > 0 { throw Failure.unexpectedVerdict.exit }
    }
}
