// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Experiments
import Foundation
import FoundationXML
import LazyPaper
import Testing
import Verifier

@testable import Reports

private func figures() throws -> [Figure] {
    let result = try #require(try storedContents().result)
    return ReportFigures.figures(of: result, in: LazyPaper.catalogue) + frontier
}

/// Drawn once: it takes a while.
private let frontier = ReportFigures.frontier()

/// The rows of a figure's data, blocks after each other.
private func rows(_ figure: Figure) -> [[String]] {
    figure.data.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
}

@Test("a figure's data are the run's numbers: bound, quantile and limits of every cell that is shown, and no others")
func data() throws {
    let result = try #require(try storedContents().result)
    for figure in try figures() where figure.claim != nil {
        let cells = result.cells.filter { $0.claim == figure.claim }
        let rows = rows(figure)
        #expect(!rows.isEmpty && rows.count <= cells.count)
        for row in rows {
            try #require(row.count == 11, "\(figure.name)")
            func number(_ column: Int) -> Double? { Double(row[column]) }
            let twins = cells.filter { cell in
                let isEvent = cell.probabilityOf == .event
                let value = isEvent ? (cell.probability.lower + cell.probability.upper) / 2 : cell.quantile?.value ?? cell.maximum
                return (cell.bound.isFinite ? number(1) == cell.bound : row[1] == "?") && number(3) == value
                    && row[9] == (cell.vacuous ? "1" : "0") && row[10] == (cell.inDomain ? "1" : "0")
            }
            #expect(!twins.isEmpty, "\(figure.name): \(row)")
        }
        // All cells are shown where there are few curves.
        if !figure.script.contains("left out") { #expect(rows.count == cells.count, "\(figure.name)") }
    }
}

@Test("the sharper bound in a figure is what `bound` says of it")
func sharperBounds() throws {
    let figure = try #require(try figures().first { $0.claim == "B.5/1" })
    let result = try #require(try storedContents().result)
    let cells = result.cells.filter { $0.claim == "B.5/1" }
    let claim = try #require(LazyPaper.catalogue.claim("B.5/1+")?.measured)
    let shown = Set(rows(figure).compactMap { Double($0[2]) })
    #expect(!shown.isEmpty)
    for value in shown {
        let exact = try cells.map { try BoundValue(claim, at: $0.point()).value }
        #expect(exact.contains { abs($0 - value) < 1e-5 * abs($0) })
    }
}

@Test("the frontier's map: certified where the frontier says so, nowhere below it")
func frontierMap() throws {
    let frontier = try Frontier()
    let rows = LazyPaper.certifiedMap(frontier, dimensions: [1e3, 1e6, 1e8, 1e20, 1e25])
    #expect(rows.map { $0.sharper != nil } == [false, false, true, true, true])
    #expect(rows.map { $0.paper != nil } == [false, false, false, false, true])
    // The window of the theorem is empty from d = 2 to 2972162.
    #expect(rows.map { $0.windowEnd != nil } == [false, false, true, true, true])
}

@Test("scripts and data are the same for the same report, their names plain")
func sameScripts() throws {
    #expect(try figures() == figures() && ReportFigures.frontier() == frontier)
    for figure in try figures() { #expect(Figure.isName(figure.name), "\(figure.name)") }
}

@Test("no text is one that gnuplot would run", arguments: hostileTexts)
func scripts(text: String) {
    let quoted = Figure.quoted(text)
    // One string of gnuplot's: between the outer quotation marks every other one is doubled, and the line does not end.
    #expect(quoted.hasPrefix("'") && quoted.hasSuffix("'") && !quoted.contains("\n") && !quoted.contains("\r"))
    let inner = quoted.dropFirst().dropLast()
    #expect(inner.replacing("''", with: "").contains("'") == false)
    #expect(Figure.isName(Figure.fileName(text.isEmpty ? "x" : "x" + text)))
}

@Test("drawings: well-formed SVG with a title, the same bytes twice, PDF and PNG; the committed ones where gnuplot is of that version")
func drawings() throws {
    guard let gnuplot = Gnuplot.find() else {
        print("skipped: drawings, since gnuplot is not installed")
        return
    }
    let figures = try figures()
    let drawn = try gnuplot.drawings(of: figures, as: .svg)
    #expect(try gnuplot.drawings(of: figures, as: .svg) == drawn)
    for (figure, data) in zip(figures, drawn) {
        let text = String(decoding: data, as: UTF8.self)
        #expect(XMLParser(data: data).parse(), "\(figure.name)")
        #expect(text.contains("<title>\(Escaping.markup(figure.title))</title>") && text.contains("role=\"img\""))
        #expect(text.contains("id=\"\(figure.name.replacing("+", with: "-plus"))-") || !text.contains("id=\""))
        #expect(data.count < 200_000)
    }
    let few = Array(figures.prefix(2))
    for data in try gnuplot.drawings(of: few, as: .pdf) { #expect(data.starts(with: Data("%PDF".utf8))) }
    #expect(try gnuplot.drawings(of: few, as: .pdf) == gnuplot.drawings(of: few, as: .pdf))
    for data in try gnuplot.drawings(of: few, as: .png) { #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47])) }
    let folder = committedReports.appendingPathComponent("figures")
    for figure in figures {
        for file in figure.files {
            #expect(try String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8) == file.contents, "\(file.name)")
        }
    }
    let version = try String(contentsOf: folder.appendingPathComponent("gnuplot.txt"), encoding: .utf8)
    guard version == gnuplot.version + "\n" else {
        print("skipped: the committed drawings, which \(version.dropLast()) made and not \(gnuplot.version)")
        return
    }
    for (figure, data) in zip(figures, drawn) {
        #expect(try Data(contentsOf: folder.appendingPathComponent("\(figure.name).svg")) == data, "\(figure.name)")
    }
}

@Test("Figures 2 to 7 from the recorded run: each with the records' numbers, drawn without a warning, the same bytes twice")
func experimentFigures() throws {
    let records = try RunRecords.recorded(), experiments: [Experiment] = [.errors, .fig2, .fig3, .fig4, .fig5, .fig6, .fig7, .ceiling]
    let figures = ExperimentFigures.figures(records, of: experiments)
    #expect(figures.map(\.name) == ["fig2", "fig3", "fig4", "fig4b", "fig5", "fig6", "fig7"])
    #expect(figures == ExperimentFigures.figures(records, of: experiments))
    // Figure 2, eta at m = 1000, d = 25: the mean over the runs, by hand.
    let found = records.lazy.filter { $0.scaling == .unnormalized && $0.m == 1000 && $0.d == 25 && $0.c0 == 10 }.map(\.step.mean)
    let mean = found.reduce(0, +) / Double(found.count)
    let lines = figures[0].data.split(separator: "\n").map { $0.split(separator: "\t").compactMap { Double($0) } }
    #expect(lines.contains { $0.count == 4 && $0[0] == 25 && abs($0[1] - mean) < 1e-6 * mean && $0[2] <= $0[1] && $0[1] <= $0[3] })
    // Figure 4: what no classifier can pass at d = 25 from R sqrt d = 3 on.
    let ceiling = 100 * Double(1135) / 2115
    #expect(figures[2].data.split(separator: "\n").contains { $0.hasPrefix("3.000000e+00\t\(String(format: "%.6e", ceiling))") })
    // The committed ones are those of the recorded run.
    let folder = committedReports.appendingPathComponent("experiment-figures")
    for file in figures.flatMap(\.files) {
        #expect(try String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8) == file.contents, "\(file.name)")
    }
    let drawn = try FigureDrawer(figures).drawn()
    if drawn.contains(where: { $0.svg == nil }) { return print("skipped: drawing Figures 2 to 7, as there is no gnuplot") }
    #expect(drawn.allSatisfy { $0.svg?.contains("</svg>") == true })
}
