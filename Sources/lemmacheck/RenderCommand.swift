// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import LazyPaper
import Reports
import Verifier

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Makes the files of a report from its JSON, in any format.",
        discussion: """
            REPORT.json is a run's verdicts.json or an audit's audit.json; nothing is drawn or decided anew, and the files are, bit for \
            bit, those that the run or the audit wrote. Witnesses, and the other of the two reports for the page, are read where they lie \
            beside it. One format that is a single file goes to standard output without --out.

            Example: lemmacheck render reports/verdicts.json --format junit
            """)

    @Argument(help: ArgumentHelp("A report.", valueName: "REPORT.json"))
    var file: String

    @Option(
        help: ArgumentHelp(
            "The formats to write: md, json, csv, html, tex, junit, svg, pdf, png; all but the last two unless given.", valueName: "md,json"
        ),
        transform: list("format", reportFormat))
    var format: [ReportFormat] = []

    @Option(help: ArgumentHelp("Write the files to this folder.", valueName: "DIR"), transform: path("out"))
    var out: String?

    func validate() throws {
        guard out == nil else { return }
        guard format.count == 1, let only = format.first, only.isSingleFile else {
            let single = ReportFormat.allCases.filter(\.isSingleFile).map(\.rawValue).joined(separator: ", ")
            throw WrongUsage.error("these are several files: --out says where to; without it one --format of \(single) is allowed")
        }
    }

    func run() throws {
        let contents: ReportContents
        let beside = URL(fileURLWithPath: file).deletingLastPathComponent().path
        switch try StoredContents.read(file) {
        case .run(let result): contents = try StoredContents.contents(of: result, in: beside)
        case .audit(let audit): contents = try StoredContents.contents(of: audit, in: beside, expected: LazyPaper.defaultPlan().steps)
        }
        guard let out else { return try Output.write(text(of: contents)) }
        let folder = try Failure.output { try ReportFolder(out) }
        let formats = format.isEmpty ? ReportFormat.usual : format
        let figures = StoredContents.figures(of: contents.isOfAudit ? nil : contents.result, for: formats)
        let files = Written {
            let files =
                try contents.isOfAudit
                ? StoredContents.auditFiles(contents, formats: formats)
                : ReportFiles.files(of: contents, formats: formats, figures: figures)
            return try Interrupt.deferred { try folder.exchange(files) }
        }
        if figures.lacksGnuplot { try Output.print("Without drawings: gnuplot was not found.") }
        let shown: Set<ReportFormat> = [.html, .tex, .pdf]
        if let omission = contents.experiments?.omission, !shown.isDisjoint(with: formats) { try Output.print(omission) }
        try files.tell(inWords: true)
    }

    /// The one format asked for: a page is of both reports, every other format of this one alone.
    private func text(of contents: ReportContents) throws -> Data {
        var contents = contents
        guard let format = format.first else { return Data() }
        if format != .html {
            if contents.isOfAudit { contents.result = nil } else { contents.audit = nil }
        }
        return try Failure.output {
            try ReportFiles.text(of: contents, as: format, figures: StoredContents.figures(of: contents.result, for: [format]))
        }
    }
}

extension ReportFormat {
    /// Whether it is one file, and not a folder of figures.
    fileprivate var isSingleFile: Bool {
        switch self {
        case .md, .json, .csv, .html, .tex, .junit: true
        case .svg, .pdf, .png: false
        }
    }
}
