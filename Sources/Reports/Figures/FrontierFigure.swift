// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
internal import LazyPaper
public import Verifier

/// The frontier as a map over (d, m): where the explicit constants certify that one gradient step flips the sign, the paper's and the
/// sharper ones, and where the theorem's own window of widths is.
public struct FrontierFigure {
    private let frontier: Frontier
    /// Exponents p of the dimensions 10^p shown.
    private static let exponents = stride(from: 1.0, through: 30, by: 0.25)

    public init(_ frontier: Frontier) { self.frontier = frontier }

    public var figure: Figure {
        let name = "frontier", map = LazyPaper.certifiedMap(frontier, dimensions: Self.exponents.map { pow(10, $0).rounded() })
        func number(_ x: Double?) -> String { x.map { String(format: "%.6g", $0) } ?? "?" }
        let rows = map.map { row in
            [
                number(log10(row.d)), number(2.4 * log10(row.d)), number(row.windowEnd), number(row.paper?.lowerBound),
                number(row.paper?.upperBound), number(row.sharper?.lowerBound), number(row.sharper?.upperBound),
            ].joined(separator: "\t") + "\n"
        }
        let head = "# log10_d\tlog10_least_m\tlog10_window_end\tpaper_from\tpaper_to\tsharper_from\tsharper_to\n"
        let setting = "gamma = \(Digits.text(frontier.gamma)), C0 = \(Digits.text(frontier.c0)), C4 = 1"
        return Figure(
            name: name, claim: nil, title: "Where Theorem 3.1 is certified with explicit constants (\(setting))",
            alt: "A map over the dimension d and the width m, both logarithmic: the widths that the theorem speaks of, from d^2.4 to "
                + "exp(d^0.24); from d^2.4 on the region where the paper's constants certify a flip, and the larger one of the sharper "
                + "constants. The numbers: lemmacheck frontier.",
            body: script(name, setting), data: head + rows.joined())
    }

    /// Where the theorem's window of widths begins to be one.
    private var windowTitle: String {
        let title = "m = exp(d^0.24), the largest"
        guard let end = WindowRow.rows().first(where: { $0.c4 == 1 })?.emptyTo else { return title }
        return "\(title); none up to d = \(Digits.text(end, 3))"
    }

    private func script(_ name: String, _ setting: String) -> String {
        """
        set datafile separator "\\t"
        set datafile missing '?'
        set encoding utf8
        set border 3 lc rgb '#444444'
        set tics nomirror front
        set label 1 'Theorem 3.1 with explicit constants: where a flip is certified' at screen 0.02,0.965 left noenhanced
        set label 2 \(Figure.quoted(setting)) at screen 0.02,0.925 left noenhanced textcolor rgb '#555555'
        set lmargin at screen 0.13
        set rmargin at screen 0.96
        set tmargin at screen 0.88
        set bmargin at screen 0.12
        set xrange [1:30]
        set yrange [0:80]
        set xlabel 'd, the dimension' noenhanced
        set ylabel 'm, the width (neurons)' offset 1,0 noenhanced
        set format x '10^{%g}'
        set format y '10^{%g}'
        set xtics 3 enhanced
        set ytics 10 enhanced
        set key at graph 0.99,0.02 bottom right Left reverse samplen 2 spacing 1.15 font ',9' noenhanced
        data = '\(name).tsv'
        plot data using 1:6:7 with filledcurves fs pattern 4 fc rgb '#56B4E9' \\
                title 'a flip is certified by the sharper constants (3.1/d+)', \\
            data using 1:4:5 with filledcurves fs solid 0.55 fc rgb '#0072B2' title 'and by the paper''s own (3.1/d)', \\
            data using 1:2 with lines lc rgb '#000000' lw 2 dt 1 title 'm = d^2.4, the least width of the theorem', \\
            data using 1:3 with lines lc rgb '#D55E00' lw 2 dt 2 title \(Figure.quoted(windowTitle))

        """
    }
}

extension ReportFigures {
    /// Those of the whole report: the frontier's map at its usual parameters.
    public static func frontier() -> [Figure] { (try? Frontier()).map { [FrontierFigure($0).figure] } ?? [] }
}
