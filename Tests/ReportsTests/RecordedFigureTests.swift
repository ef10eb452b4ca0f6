// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Experiments
import Foundation
import LazyPaper
import Testing
import Verifier

@testable import Reports

/// What each figure is about, as a reader of Section 5 and Appendix A has it; repairs apart.
private let about: [String: Set<String>] = [
    "fig2": ["5/2"], "fig3": ["5/3"], "fig4": ["5/4", "5/5", "5/8", "5/9", "5/9'", "5/10"], "fig5": ["5/6"], "fig6": ["5/6"],
    "fig7": ["5/7"],
    "fig4b": ["5/4", "5/5", "5/8", "5/9", "5/9'", "5/10"],
]

private func page(_ contents: ReportContents) throws -> String {
    HTMLReport.page(contents, experiments: try contents.experiments?.drawn() ?? [])
}

private var isDrawn: Bool {
    if Gnuplot.find() != nil { return true }
    print("skipped: drawings, since gnuplot is not installed")
    return false
}

@Test("each figure of an experiment is about the claims that the paper makes of it, and their repairs")
func claimsOfFigures() throws {
    let entries = try #require(try contentsWithExperiments().experiments).entries
    let found = Dictionary(uniqueKeysWithValues: entries.map { ($0.figure.name, Set($0.claims.filter { !$0.hasSuffix("*") })) })
    #expect(found == about)
    for entry in entries {
        for repair in entry.claims where repair.hasSuffix("*") { #expect(entry.claims.contains(repair.replacing("*", with: ""))) }
    }
    // A claim's place names the figure by its number.
    for (name, claims) in about {
        for id in claims {
            let claim = try #require(LazyPaper.catalogue.claim(id))
            #expect((claim.place + claim.domain).contains(try Regex("Figs?\\. [0-9 and]*\(name.dropFirst(3).prefix(1))")), "\(name), \(id)")
        }
    }
}

@Test("on the page each figure stands once, before its first claim, with an alternative text; its claims and it link to each other")
func figuresOnPage() throws {
    guard isDrawn else { return }
    let contents = try contentsWithExperiments(), entries = try #require(contents.experiments).entries
    let page = try page(contents), reader = try PageReader(page)
    #expect(entries.count == about.count && reader.images == about.count && reader.scripts == 0 && reader.outside.isEmpty)
    #expect(Set(reader.ids).count == reader.ids.count)
    for link in reader.links { #expect(reader.ids.contains(String(link.dropFirst())), "\(link)") }
    for entry in entries {
        let figure = entry.figure, first = try #require(entry.claims.first)
        // Between it and its first claim no other claim.
        let opening = try #require(page.firstRange(of: "<figure id=\"experiment-\(figure.name)\">"))
        let next = try #require(page[opening.upperBound...].firstRange(of: "<summary><strong>"))
        #expect(page[next.upperBound...].hasPrefix("\(Escaping.markup(first))</strong>"), "\(figure.name)")
        #expect(page.contains("<desc>\(Escaping.markup(figure.alt))</desc>"))
        #expect(reader.links.count { $0 == "#experiment-\(figure.name)" } == entry.claims.count)
    }
    for id in Set(entries.flatMap(\.claims)) {
        #expect(reader.links.contains("#\(HTMLPage.anchor("audit", id))"), "\(id)")
    }
}

@Test("a figure on the page is that which `experiment` writes, drawn with the others or alone")
func sameDrawings() throws {
    guard isDrawn else { return }
    let records = try RunRecords.recorded(), experiments = Experiment.allCases
    let report = ExperimentReport(
        records, rows: [], source: "the recorded run", images: .mnist, in: LazyPaper.catalogue, experiments: experiments)
    var contents = try contentsWithExperiments()
    try withTemporaryFolder { folder in
        _ = try report.write(to: ReportFolder(folder.path), withTables: false)
        func file(_ name: String, _ format: String) throws -> Data {
            try Data(contentsOf: folder.appendingPathComponent("experiment-figures/\(name).\(format)"))
        }
        let whole = try page(contents)
        // A file has a declaration of XML before the drawing.
        func drawing(_ name: String) throws -> String {
            String(decoding: try file(name, "svg"), as: UTF8.self).replacing("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", with: "")
        }
        for name in about.keys { #expect(try whole.contains(drawing(name)), "\(name)") }
        contents.audit?.steps.removeAll { $0.id != "5/5" }
        contents.experiments = try RecordedFigures(records, of: #require(contents.audit), claims: claims)
        #expect(try page(contents).contains(drawing("fig4")))
        let files = try ReportFiles.files(of: contents, formats: [.tex, .pdf, .svg, .png], figures: nil)
        let drawings = files.map(\.name).filter { $0.hasPrefix("audit-figures/") }
        #expect(drawings == ["audit-figures/fig4.pdf", "audit-figures/fig4b.pdf"])
        #expect(try files.first { $0.name == "audit-figures/fig4.pdf" }?.contents == file("fig4", "pdf"))
    }
}

@Test("no figure without a claim that it is about, or of other records than the audit's; the latter is said, on the page and in LaTeX")
func omittedFigures() throws {
    let records = try RunRecords.recorded()
    var contents = try contentsWithExperiments()
    contents.audit?.steps.removeAll { $0.experiment == true && $0.id != "5/1" }
    #expect(try RecordedFigures(records, of: #require(contents.audit), claims: claims) == nil)
    for (said, reason) in [(nil, "does not say which"), ("0", "judged by other networks")] as [(String?, String)] {
        let contents = try contentsWithExperiments(records: .some(said))
        let omission = try #require(contents.experiments?.omission)
        #expect(omission.contains(reason))
        let page = try page(contents), latex = LaTeXTables.audit(contents)
        #expect(page.contains(Escaping.markup(omission)) && !page.contains("<svg") && !page.contains("#experiment-"))
        #expect(latex.contains("% \(omission)\n") && !latex.contains("\\includegraphics"))
        let files = try ReportFiles.files(of: contents, formats: [.tex, .pdf], figures: nil)
        #expect(files.allSatisfy { !$0.name.hasSuffix(".pdf") })
    }
    // As where there is nothing to draw with.
    contents = try contentsWithExperiments()
    contents.experiments = try RecordedFigures(records, of: #require(contents.audit), claims: claims, by: nil)
    #expect(try page(contents).contains("gnuplot, which draws them, was not found") && !page(contents).contains("#experiment-"))
    #expect(!LaTeXTables.audit(contents).contains("\\includegraphics"))
}

@Test("a run's files have no figures of experiments; the page that it shares with an audit has them")
func figuresBesideRun() throws {
    guard isDrawn else { return }
    var contents = try contentsWithExperiments()
    contents.isOfAudit = false
    let files = try ReportFiles.files(of: contents, formats: [.html, .tex, .pdf], figures: nil)
    #expect(Set(files.map(\.name)) == ["index.html", "verdicts.tex", "numbers.tex"])
    let page = String(decoding: try #require(files.first { $0.name == "index.html" }).contents, as: UTF8.self)
    for name in about.keys { #expect(page.contains("id=\"experiment-\(name)\""), "\(name)") }
}

@Test("the digest of records is what sha256sum says of the tables with their names, and of one number's change another")
func digests() throws {
    let records = try RunRecords.recorded()
    var other = records
    other.lazy[0].errors += 1
    #expect(other.digest != records.digest && RunRecords().digest != records.digest)
    guard let sum = tool("sha256sum", for: "the digest of records") else { return }
    let folder = committedReports.deletingLastPathComponent().appendingPathComponent("Sources/Experiments/Records")
    try withTemporaryFolder { temporary in
        var tables = Data()
        for name in records.files.map(\.name) {
            tables += try Data("\(name)\n".utf8) + Data(contentsOf: folder.appendingPathComponent(name))
        }
        try tables.write(to: temporary.appendingPathComponent("tables"))
        #expect(try output(of: sum, ["tables"], in: temporary).text == "\(records.digest)  tables\n")
    }
}
