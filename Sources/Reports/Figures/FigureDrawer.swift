// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
internal import Synchronization

/// A report's figures, drawn when they are first asked for; without gnuplot its scripts and data alone.
public final class FigureDrawer: Sendable {
    private let figures: [Figure]
    private let gnuplot: Gnuplot?
    /// Below the report's.
    private let folder: String
    private let svgs = Mutex<[Data]?>(nil)

    /// The usual folder below the report's.
    static let folder = "figures"

    init(_ figures: [Figure], in folder: String, by gnuplot: Gnuplot? = .find()) {
        (self.figures, self.folder, self.gnuplot) = (figures, folder, gnuplot)
    }

    public convenience init(_ figures: [Figure], by gnuplot: Gnuplot? = .find()) { self.init(figures, in: Self.folder, by: gnuplot) }

    /// Whether there is something that will not be drawn.
    public var lacksGnuplot: Bool { gnuplot == nil && !figures.isEmpty }

    /// For a page; without drawings where there is no gnuplot.
    ///
    /// - Throws: ``GnuplotError``.
    public func drawn() throws -> [ReportFigure] {
        guard let svgs = try vector() else {
            return figures.map { ReportFigure(name: $0.name, claim: $0.claim, title: $0.title, alt: $0.alt, svg: nil) }
        }
        return zip(figures, svgs).map { figure, data in
            var text = String(decoding: data, as: UTF8.self)
            if text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>\n") { text.removeSubrange(text.startIndex..<end.upperBound) }
            return ReportFigure(name: figure.name, claim: figure.claim, title: figure.title, alt: figure.alt, svg: text)
        }
    }

    /// Files of a format; with SVG the scripts and the data, and the version that drew.
    func files(_ format: ReportFormat) throws -> [ReportFiles.File] {
        guard let format = FigureFormat(rawValue: format.rawValue) else { return [] }
        var files: [ReportFiles.File] = []
        if format == .svg {
            for figure in figures { files += figure.files.map { ("\(folder)/\($0.name)", Data($0.contents.utf8)) } }
        }
        guard let gnuplot else { return files }
        let drawings = try format == .svg ? vector() ?? [] : gnuplot.drawings(of: figures, as: format)
        files += zip(figures, drawings).map { ("\(folder)/\($0.name).\(format.rawValue)", $1) }
        if format == .svg, !figures.isEmpty { files.append(("\(folder)/gnuplot.txt", Data("\(gnuplot.version)\n".utf8))) }
        return files
    }

    private func vector() throws -> [Data]? {
        guard let gnuplot else { return nil }
        return try svgs.withLock { known in
            if let known { return known }
            let drawn = try gnuplot.drawings(of: figures, as: .svg)
            known = drawn
            return drawn
        }
    }
}
