// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// The formats in which a result can be written.
public enum ReportFormat: String, Sendable, CaseIterable {
    case md
    case json
    case csv
    case html
    case tex
    case junit
    case svg
    case pdf
    case png

    /// What is written unless something else is asked for: all but the figures' other forms.
    public static let usual: [ReportFormat] = [.md, .json, .csv, .html, .tex, .junit, .svg]
}

/// A file or folder that could not be written.
public struct ReportError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let reason: String
    public var description: String { "\(path): could not be written: \(reason)" }
}

/// A result's files, to be written by a ``ReportFolder``.
public enum ReportFiles {
    /// A file by its name below the report's folder.
    public typealias File = (name: String, contents: Data)

    /// The files of `contents` in these formats: `verdicts.md`, `audit.md` and so on; of HTML `index.html`, of LaTeX `numbers.tex` and
    /// `audit-numbers.tex` too; of figures a folder of them, and of those of experiments, which an audit's LaTeX takes in, one of PDF
    /// files.
    ///
    /// - Parameters:
    ///   - contents: what was found.
    ///   - formats: each once.
    ///   - figures: drawn ones; nil where none of the formats has any.
    /// - Throws: where the result cannot be encoded, and ``GnuplotError``.
    public static func files(of contents: ReportContents, formats: [ReportFormat], figures: FigureDrawer?) throws -> [File] {
        var files: [File] = []
        for format in ReportFormat.allCases where formats.contains(format) {
            switch format {
            case .svg, .pdf, .png: files += try figures?.files(format) ?? []
            case .html: files.append(("index.html", try text(of: contents, as: .html, figures: figures)))
            case .md, .json, .csv, .tex, .junit:
                if contents.result != nil {
                    files.append(("verdicts.\(format.fileExtension)", try text(of: contents.withoutAudit, as: format)))
                }
                if contents.audit != nil, contents.isOfAudit {
                    files.append(("audit.\(format.fileExtension)", try text(of: contents.withoutRun, as: format)))
                }
                if format == .tex {
                    files += numbers(of: contents)
                    files += try latexFigures(figures, formats)
                }
            }
        }
        // The audit's files, and no other command's.
        if contents.isOfAudit, formats.contains(.tex) || formats.contains(.pdf) { files += try contents.experiments?.files() ?? [] }
        return files
    }

    private static func numbers(of contents: ReportContents) -> [File] {
        var files: [File] = []
        if contents.result != nil { files.append(("numbers.tex", Data(LaTeXNumbers.text(contents.withoutAudit).utf8))) }
        if contents.audit != nil, contents.isOfAudit {
            files.append(("audit-numbers.tex", Data(LaTeXNumbers.text(contents.withoutRun).utf8)))
        }
        return files
    }

    /// `figures.tex`, where there are drawings that pdflatex takes.
    private static func latexFigures(_ figures: FigureDrawer?, _ formats: [ReportFormat]) throws -> [File] {
        guard let figures, formats.contains(.pdf), !figures.lacksGnuplot else { return [] }
        let drawn = try figures.drawn()
        return drawn.isEmpty ? [] : [("figures.tex", Data(LaTeXTables.figures(drawn).utf8))]
    }

    /// One of the formats that are a single file.
    ///
    /// - Throws: where the result cannot be encoded, and ``GnuplotError``.
    public static func text(of contents: ReportContents, as format: ReportFormat, figures: FigureDrawer? = nil) throws -> Data {
        switch format {
        case .html:
            let (own, ofExperiments) = (try figures?.drawn() ?? [], try contents.experiments?.drawn() ?? [])
            return Data(HTMLReport.page(contents, figures: own, experiments: ofExperiments).utf8)
        case .junit: return Data(JUnitReport.text(of: contents).utf8)
        case .tex: return Data((LaTeXTables.verdicts(contents) + LaTeXTables.audit(contents)).utf8)
        case .md, .json, .csv: break
        case .svg, .pdf, .png: return Data()
        }
        if let result = contents.result {
            return switch format {
            case .md:
                Data(MarkdownReport.text(of: result, command: contents.command, in: contents.catalogue, witnesses: contents.witnesses).utf8)
            case .csv: Data(CSVReport.text(of: result, in: contents.catalogue).utf8)
            case .json, .html, .tex, .junit, .svg, .pdf, .png: try JSONReport.data(of: result)
            }
        }
        guard let audit = contents.audit else { return Data() }
        return switch format {
        case .md: Data(AuditReport(audit, in: contents.catalogue).markdown.utf8)
        case .csv: Data(CSVReport.text(of: audit).utf8)
        case .json, .html, .tex, .junit, .svg, .pdf, .png: try JSONReport.data(of: audit)
        }
    }

    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? error as NSError).localizedDescription
    }
}

extension ReportFormat {
    /// Of its file.
    public var fileExtension: String { self == .junit ? "xml" : rawValue }
}
