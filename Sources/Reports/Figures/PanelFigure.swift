// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// A figure of panels side by side: what was measured with its limits, and lines that are not measurements.
struct PanelFigure {
    struct Curve {
        enum Kind {
            /// Points with limits, and a line through them.
            case measured
            /// A dashed line without points.
            case reference
            /// Boxes from 0.
            case boxes
        }

        let name: String
        /// Of the palette; curves that belong together share it. nil for grey.
        let color: Int?
        let kind: Kind
        let points: [(x: Double, y: Double, low: Double, high: Double)]
    }

    struct Panel {
        let title: String
        let x: String
        let y: String
        var isLogX = false
        var isLogY = false
        /// Where the paper places something on the axis.
        var mark: (x: Double, text: String)?
        let curves: [Curve]
    }

    let name: String
    let title: String
    let subtitle: String
    let alt: String
    var panels: [Panel]
    var rows = 1

    var figure: Figure { Figure(name: name, claim: nil, title: title, alt: alt, body: script, data: data) }

    /// All curves, one after another.
    private var curves: [Curve] { panels.flatMap(\.curves).filter { !$0.points.isEmpty } }

    private var data: String {
        "# x\ty\tlow\thigh\n"
            + curves.map { curve in
                curve.points.map { [$0.x, $0.y, $0.low, $0.high].map(Figure.number).joined(separator: "\t") + "\n" }.joined()
            }.joined(separator: "\n\n")
    }

    private var script: String {
        let q = Figure.quoted
        var lines = [
            "set datafile separator \"\\t\"", "set encoding utf8", "set border 3 lc rgb '#444444'", "set tics nomirror front font ',9'",
            "set grid lc rgb '#dddddd' lt 1 lw 0.5", "set style fill solid 0.6 noborder", "data = '\(name).tsv'",
            "set label 1 \(q(title)) at screen 0.02,0.965 left noenhanced",
            "set label 2 \(q(subtitle)) at screen 0.02,0.925 left noenhanced textcolor rgb '#555555' font ',10'",
            "set multiplot layout \(rows),\((panels.count + rows - 1) / rows) margins 0.08,0.98,\(rows == 1 ? 0.32 : 0.18),0.84 "
                + "spacing 0.1,0.14",
        ]
        var index = 0, named: Set<String> = []
        for (number, panel) in panels.enumerated() {
            lines += axes(panel)
            lines.append(
                "set key at screen \(keyPlace(number)),\(rows == 1 ? 0.2 : 0.09) center top Left reverse font ',9' samplen 2 noenhanced")
            var plots: [String] = []
            for curve in panel.curves where !curve.points.isEmpty {
                plots += self.plots(curve, index, title: named.insert(curve.name).inserted && !curve.name.isEmpty ? curve.name : nil)
                index += 1
            }
            lines.append("plot \(plots.joined(separator: ", \\\n    "))")
            lines.append("unset label 1\nunset label 2\nunset arrow\nunset label 3")
        }
        return (lines + ["unset multiplot"]).joined(separator: "\n") + "\n"
    }

    /// Where a panel's names stand: below it where there are two, in the middle where the first has them for all.
    private func keyPlace(_ number: Int) -> String { panels.count == 2 ? (number == 0 ? "0.28" : "0.77") : "0.5" }

    /// A step of 1, 2 or 5 times a power of ten that cuts the range into about four.
    private static func step(_ low: Double, _ high: Double) -> Double {
        let rough = (high - low) / 4
        guard rough > 0, rough.isFinite else { return 1 }
        let power = pow(10, log10(rough).rounded(.down))
        return ([1, 2, 5].first { $0 * power >= rough * 0.8 } ?? 10) * power
    }

    private func axes(_ panel: Panel) -> [String] {
        let q = Figure.quoted
        var lines = [
            "set title \(q(panel.title)) font ',10' noenhanced", "set xlabel \(q(panel.x)) font ',10' noenhanced",
            "set ylabel \(q(panel.y)) font ',10' offset 1,0 noenhanced", "unset logscale",
        ]
        if panel.isLogX { lines.append("set logscale x") }
        if panel.isLogY { lines.append("set logscale y") }
        let xs = Set(panel.curves.filter { $0.kind == .measured }.flatMap { $0.points.map(\.x) }).sorted()
        // Few values are named as they are, those that have room.
        if panel.isLogX, !xs.isEmpty, xs.count <= 10 {
            var kept: [Double] = []
            for x in xs where kept.last.map({ x / $0 > 1.7 }) ?? true { kept.append(x) }
            lines.append("set xtics (\(kept.map { "'\(Digits.text($0, 3))' \(Figure.number($0))" }.joined(separator: ", "))) noenhanced")
            lines.append("set xrange [\(Figure.number((xs.first ?? 1) * 0.8)):\(Figure.number((xs.last ?? 1) * 1.25))]")
        } else {
            let all = panel.curves.flatMap { $0.points.map(\.x) }
            let step = Self.step(all.min() ?? 0, all.max() ?? 1)
            lines.append("unset xtics\nset xtics \(Figure.number(step)) nomirror font ',9'")
            // Room beside the outermost points, and no more: whole steps of the axis would begin before round 0.
            let room = xs.isEmpty ? 0 : 0.04 * ((all.max() ?? 1) - (all.min() ?? 0))
            let (low, high) = ((all.min() ?? 0) - room, (all.max() ?? 1) + room)
            lines.append(low < high ? "set xrange [\(Figure.number(low)):\(Figure.number(high))]" : "set xrange [*:*]")
        }
        if let mark = panel.mark {
            let x = "first \(Figure.number(mark.x))"
            lines.append("set arrow from \(x), graph 0 to \(x), graph 1 nohead dt 3 lc rgb '#555555'")
            lines.append("set label 3 \(q(mark.text)) at \(x), graph 1.02 center font ',8' textcolor rgb '#555555' noenhanced")
        }
        return lines
    }

    private func plots(_ curve: Curve, _ index: Int, title: String?) -> [String] {
        // One more than a claim's figure has: the paper has seven dimensions.
        let colors = ClaimScript.colors + ["#56B4E9"], shapes = ClaimScript.shapes.map(\.0) + [2]
        let color = curve.color.map { colors[$0 % colors.count] } ?? "#888888"
        let shape = shapes[(curve.color ?? 0) % shapes.count]
        let name = title.map { "title \(Figure.quoted($0))" } ?? "notitle"
        switch curve.kind {
        case .measured:
            return [
                "data index \(index) using 1:2:3:4 with yerrorbars lc rgb '\(color)' pt \(shape) ps 0.8 lw 1 \(name)",
                "data index \(index) using 1:2 with lines lc rgb '\(color)' lw 1.4 notitle",
            ]
        case .reference: return ["data index \(index) using 1:2 with lines lc rgb '\(color)' lw 1.6 dt 2 \(name)"]
        case .boxes: return ["data index \(index) using 1:2 with boxes lc rgb '\(color)' \(name)"]
        }
    }
}
