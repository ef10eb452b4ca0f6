// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import Reports
import Testing
import Verifier

/// The log of pdflatex on the article that takes in what `contents` give; nil where there is no pdflatex.
private func log(_ contents: ReportContents, figures: Bool = false) throws -> String? {
    guard let pdflatex = tool("pdflatex", for: "LaTeX by pdflatex") else { return nil }
    return try withTemporaryFolder { folder in
        var contents = contents
        contents.isOfAudit = true
        let drawer = FigureDrawer(
            try figures ? Array(ReportFigures.figures(of: #require(contents.result), in: contents.catalogue).prefix(2)) : [])
        let formats: [ReportFormat] = figures ? [.tex, .pdf] : [.tex]
        for (name, data) in try ReportFiles.files(of: contents, formats: formats, figures: drawer) {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        let article = try #require(Bundle.module.url(forResource: "article", withExtension: "tex", subdirectory: "Resources"))
        try FileManager.default.copyItem(at: article, to: folder.appendingPathComponent("article.tex"))
        // Twice: longtable takes the widths of columns from the run before.
        for _ in 1...2 {
            let said = try output(
                of: pdflatex, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "article.tex"], in: folder)
            #expect(said.status == 0, "\(said.text.suffix(2000))")
        }
        #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("article.pdf").path))
        // Bytes that are no text where the log quotes them.
        return String(decoding: try Data(contentsOf: folder.appendingPathComponent("article.log")), as: UTF8.self)
    }
}

/// By how many points boxes are too wide.
private func overflow(_ log: String) -> [Double] {
    log.matches(of: /Overfull \\hbox \(([0-9.]+)pt too wide\)/).compactMap { Double($0.output.1) }
}

@Test("LaTeX: the committed reports compile with amsmath, booktabs, graphicx and longtable, and nothing is wider than the text")
func latexOfCommittedReports() throws {
    guard let log = try log(try storedContents()) else { return }
    #expect(overflow(log).allSatisfy { $0 <= 1 }, "\(overflow(log))")
    #expect(!log.contains("LaTeX Warning: Reference") && !log.contains("Missing character"))
}

@Test("LaTeX: figures.tex takes in the drawings, whose names have dots and signs")
func latexFigures() throws {
    guard tool("gnuplot", for: "figures in LaTeX") != nil, let log = try log(try storedContents(), figures: true) else { return }
    for name in ["B.4-1", "B.4-2"] { #expect(log.contains("figures/\(name).pdf"), "\(name)") }
    #expect(overflow(log).allSatisfy { $0 <= 1 }, "\(overflow(log))")
}

@Test("LaTeX: an audit's figures of experiments are taken in from a folder beside the article, each under its label")
func latexOfExperiments() throws {
    guard let pdflatex = tool("pdflatex", for: "LaTeX by pdflatex"), tool("gnuplot", for: "experiments' figures in LaTeX") != nil else {
        return
    }
    let names = ["fig2", "fig3", "fig4", "fig4b", "fig5", "fig6", "fig7"]
    let files = try ReportFiles.files(of: contentsWithExperiments(), formats: [.tex], figures: nil)
    #expect(files.map(\.name).filter { $0.hasSuffix(".pdf") } == names.map { "audit-figures/\($0).pdf" })
    try withTemporaryFolder { folder in
        let appendix = folder.appendingPathComponent("appendix/audit-figures")
        try FileManager.default.createDirectory(at: appendix, withIntermediateDirectories: true)
        for (name, data) in files { try data.write(to: folder.appendingPathComponent("appendix/\(name)")) }
        let article = """
            \\documentclass{article}
            \\usepackage{booktabs,graphicx,longtable}
            \\graphicspath{{appendix/}}
            \\begin{document}
            \(names.map { "\\ref{fig:lc-\($0)}" }.joined(separator: ", "))
            \\input{appendix/audit}
            \\end{document}

            """
        try Data(article.utf8).write(to: folder.appendingPathComponent("article.tex"))
        for _ in 1...3 {
            let said = try output(
                of: pdflatex, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "article.tex"], in: folder)
            #expect(said.status == 0, "\(said.text.suffix(2000))")
        }
        let log = String(decoding: try Data(contentsOf: folder.appendingPathComponent("article.log")), as: UTF8.self)
        // A log breaks its lines in the middle of a path.
        let joined = log.replacing("\n", with: "")
        for name in names { #expect(joined.contains("/audit-figures/\(name).pdf"), "\(name)") }
        #expect(!log.contains("LaTeX Warning: Reference") && overflow(log).allSatisfy { $0 <= 1 }, "\(overflow(log))")
    }
}

@Test("LaTeX: hostile text compiles, runs nothing and stays on the page", arguments: hostileTexts)
func hostileLaTeX(text: String) throws {
    var contents = try hostileContents(text)
    // The article quotes numbers of B.7/2.
    let stored = try storedContents()
    contents.result?.cells += stored.result?.cells.filter { $0.claim == "B.7/2" } ?? []
    contents.audit?.steps += stored.audit?.steps.filter { $0.id == "B.7/2" } ?? []
    guard let log = try log(contents) else { return }
    #expect(overflow(log).allSatisfy { $0 <= 1 }, "\(overflow(log))")
    #expect(!log.contains("/etc/passwd)"))
}

/// Macros of a file of numbers: names with their values.
private func macros(_ text: String) throws -> [String: String] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("%") }
    let pairs = try lines.map { line in
        let match = try #require(line.wholeMatch(of: /\\newcommand\{\\([A-Za-z]+)\}\{(.*)\}/), "\(line)")
        return (String(match.output.1), String(match.output.2))
    }
    return try Dictionary(pairs) { _, _ in throw CocoaError(.coderInvalidValue) }
}

@Test("an audit beside a run takes nothing from an article that quotes both: its numbers are in a file of their own")
func latexNumbersOfBoth() throws {
    var (alone, contents) = (try storedContents(), try storedContents())
    alone.audit = nil
    contents.isOfAudit = true
    let files = try ReportFiles.files(of: contents, formats: [.tex], figures: nil)
    func text(_ name: String) throws -> String { String(decoding: try #require(files.first { $0.name == name }).contents, as: UTF8.self) }
    #expect(try text("numbers.tex") == LaTeXNumbers.text(alone))
    let (ofRun, ofAudit) = (try macros(text("numbers.tex")), try macros(text("audit-numbers.tex")))
    // LaTeX stops at a macro that is defined twice.
    #expect(Set(ofRun.keys).isDisjoint(with: ofAudit.keys) && ofAudit["lcBSevenTwoAudit"] != nil)
}

@Test("numbers.tex: one macro a number, names of letters, the report's own numbers")
func latexNumbers() throws {
    let contents = try storedContents()
    let (run, audit) = (try #require(contents.result), try #require(contents.audit))
    let macros = try macros(LaTeXNumbers.text(contents))
    #expect(macros["lcCells"] == "\(run.cells.count)" && macros["lcCellsFail"] == "\(run.summary.refuted)")
    #expect(macros["lcSeed"] == "1" && macros["lcErrorRate"] == "0.001" && macros["lcVersion"] == run.version)
    let cells = run.cells.filter { $0.claim == "B.7/2" }
    #expect(macros["lcBSevenTwoPass"] == "\(cells.count { $0.verdict == .holds })" && macros["lcBSevenTwoCells"] == "\(cells.count)")
    let most = try #require(cells.compactMap(\.slack).max())
    #expect(macros["lcBSevenTwoSlackMost"] == Digits.text(most, 3))
    #expect(macros["lcBNineOneSlackMost"] == "\\ensuremath{8.23\\cdot 10^{3}}")
    // A claim and a step of the audit each have a name of their own.
    #expect(macros.keys.count { $0.hasSuffix("Audit") } == audit.steps.count)
    #expect(macros.keys.count { $0.hasSuffix("Cells") } == Set(run.cells.map(\.claim)).count + 1)
    #expect(macros["lcAuditProved"] == "\(audit.steps.count { !$0.isRepair && $0.verdict == .proved })")
}
