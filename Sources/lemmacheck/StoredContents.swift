// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Experiments
import Foundation
import LazyPaper
import Reports
import Verifier

/// What reports are made from where a part of it is read from a folder.
enum StoredContents {
    /// A report read back.
    ///
    /// - Throws: the exit status 65, after a line that says what is wrong with the file.
    static func read(_ file: String) throws -> StoredReports.Stored {
        do { return try StoredReports.read(file) } catch { throw Failure.input(error.description).exit }
    }

    /// The figures of a run, and the frontier's map, which is all that an audit alone has; of none where none of the formats
    /// has any, since the map takes a while.
    static func figures(of result: RunResult?, for formats: [ReportFormat]) -> FigureDrawer {
        guard formats.contains(where: \.hasFigures) else { return FigureDrawer([]) }
        let claims = result.map { ReportFigures.figures(of: $0, in: catalogue(of: $0)) } ?? []
        let own = Set((result?.own ?? []).map(\.id))
        // The map is of the paper's theorem.
        if let result, !result.cells.isEmpty, result.cells.allSatisfy({ own.contains($0.claim) }) { return FigureDrawer(claims) }
        return FigureDrawer(claims + ReportFigures.frontier())
    }

    /// Of a stored run, with the witnesses and the audit that lie beside it.
    static func contents(of result: RunResult, in folder: String) throws -> ReportContents {
        var contents = ReportContents(
            result: result.recorded, command: command(of: result), witnesses: StoredReports.witnesses(of: result, in: folder),
            in: catalogue(of: result))
        try contents.addAudit(StoredReports.audit(in: folder))
        return contents
    }

    /// The paper's claims and the run's own; those that this version cannot read are left out.
    private static func catalogue(of result: RunResult) -> Catalogue {
        (try? LazyPaper.catalogue(with: result.own ?? [])) ?? LazyPaper.catalogue
    }

    /// Of an audit, with the run that lies in the folder: its page and the numbers of a paper are of both.
    ///
    /// - Parameter expected: the verdicts that the plan expects.
    static func contents(of audit: AuditDocument, in folder: String, expected: [String: Verdict]) throws -> ReportContents {
        let run = StoredReports.run(in: folder)
        var contents = ReportContents(
            result: run, command: run.map(command) ?? "lemmacheck audit", expected: expected, in: LazyPaper.catalogue)
        try contents.addAudit(audit)
        contents.isOfAudit = true
        if let run { contents.witnesses = StoredReports.witnesses(of: run, in: folder) }
        return contents
    }

    /// The files of an audit, of figures the frontier's map. The run's own files are the run's.
    ///
    /// - Throws: as ``ReportFiles/files(of:formats:figures:)``.
    static func auditFiles(_ contents: ReportContents, formats: [ReportFormat]) throws -> [ReportFiles.File] {
        let figures = figures(of: contents.result, for: formats)
        return try ReportFiles.files(of: contents, formats: formats, figures: figures).filter { file in
            let isOfRun =
                file.name.hasPrefix("figures/") && !["figures/frontier.", "figures/gnuplot."].contains(where: file.name.hasPrefix)
            return !file.name.hasPrefix("verdicts.") && !["numbers.tex", "figures.tex"].contains(file.name) && !isOfRun
        }
    }

    /// Older reports do not say what they were made by.
    private static func command(of result: RunResult) -> String { result.command ?? "lemmacheck verify ..." }
}

extension ReportContents {
    /// Sets the audit, with the figures that the program's own records give beside its claims about experiments.
    mutating func addAudit(_ audit: AuditDocument?) throws {
        self.audit = audit
        experiments = try audit.flatMap { audit in
            guard audit.steps.contains(where: { $0.experiment == true }) else { return nil }
            return RecordedFigures(try RunRecords.recorded(), of: audit) { experiment in
                RecordedExperiment.claims(of: [experiment]).flatMap { [$0] + $0.repairs }.map(\.id)
            }
        }
    }
}

extension ReportFormat {
    /// Whether it shows figures.
    fileprivate var hasFigures: Bool {
        switch self {
        case .html, .svg, .pdf, .png: true
        case .md, .json, .csv, .tex, .junit: false
        }
    }
}
