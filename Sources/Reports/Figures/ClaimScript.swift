// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
import Foundation
internal import Verifier

/// The gnuplot script of a claim's figure.
struct ClaimScript {
    let figure: ClaimFigure
    let rows: ClaimFigure.Rows
    let dataFile: String
    let sharperName: String?

    /// Okabe and Ito's colours, which the colour-blind tell apart, in the order of their darkness, so that grey does too.
    static let colors = ["#0072B2", "#D55E00", "#000000", "#009E73", "#CC79A7", "#E69F00"]
    /// Filled points, and open ones of the same shape.
    static let shapes = [(7, 6), (5, 4), (9, 8), (11, 10), (13, 12), (15, 14)]

    private func q(_ text: String) -> String { Figure.quoted(text) }

    private var hasProbability: Bool { rows.all.contains { $0.probability != nil } }

    var text: String {
        var lines = [
            "set datafile separator \"\\t\"", "set datafile missing '?'", "set encoding utf8", "unset key", "set tics nomirror front",
            "set border 3 lc rgb '#444444'", "set grid lc rgb '#dddddd' lt 1 lw 0.5", "data = \(q(dataFile))",
            "set label 1 \(q(figure.claim.id + ": " + figure.claim.claim.quantityText)) at screen 0.02,0.965 left noenhanced",
            "set label 2 \(q(subtitle)) at screen 0.02,0.925 left noenhanced textcolor rgb '#555555'", "set multiplot",
        ]
        lines += scales
        lines += upper
        if hasProbability { lines += lower }
        return (lines + ["unset multiplot"]).joined(separator: "\n") + "\n"
    }

    private var subtitle: String {
        var parts = figure.swept.shared.isEmpty ? [] : [figure.swept.shared]
        if figure.swept.omitted > 0 { parts.append("\(figure.swept.omitted) of the curves left out") }
        return parts.joined(separator: "; ")
    }

    // MARK: the axis along the figure

    private var xs: [Double] { Array(Set(rows.all.map(\.x))).sorted() }
    private var isLogX: Bool { (xs.first ?? 0) > 0 && xs.count > 1 && logRatio(xs.first ?? 1, xs.last ?? 1) > log(8) }

    /// log(high/low), where the ratio itself may be too large for a number.
    private func logRatio(_ low: Double, _ high: Double) -> Double { log(high) - log(low) }

    private var xRange: (Double, Double) {
        guard let low = xs.first, let high = xs.last else { return (0, 1) }
        if low == high { return low == 0 ? (-1, 1) : (low - 0.5 * abs(low), low + 0.5 * abs(low)) }
        if isLogX {
            let room = 0.08 * logRatio(low, high)
            return (Swift.max(1e-307, exp(log(low) - room)), Swift.min(1e307, exp(log(high) + room)))
        }
        return (low - 0.08 * (high - low), high + 0.08 * (high - low))
    }

    /// Points of different curves at one place stand beside each other.
    private var scales: [String] {
        let (low, high) = xRange
        let count = Double(Swift.max(1, figure.swept.curves.count))
        let shift =
            isLogX
            ? "x*exp((k-\((count - 1) / 2))*\(g(0.012 * logRatio(low, high))))" : "x+(k-\((count - 1) / 2))*\(g(0.012 * (high - low)))"
        var lines = ["at(x,k) = \(shift)", "set xrange [\(g(low)):\(g(high))]"]
        if isLogX { lines.append("set logscale x") }
        // Few values are named as they are.
        let named = tics
        if !named.isEmpty {
            lines.append("set xtics (\(named.map { "'\(Digits.text($0, 3))' \(g($0))" }.joined(separator: ", "))) noenhanced")
        }
        return lines + shading
    }

    /// The values that are named below the axis: those that have room; none where there are many, and the axis has its own.
    private var tics: [Double] {
        guard xs.count <= 10 else { return [] }
        let (low, high) = xRange
        func place(_ x: Double) -> Double { isLogX ? logRatio(low, x) / logRatio(low, high) : (x - low) / (high - low) }
        return xs.reduce(into: []) { kept, x in
            if kept.last.map({ place(x) - place($0) > 0.09 }) ?? true { kept.append(x) }
        }
    }

    /// Behind the curves, where all cells at a place say nothing: light for a vacuous bound, dark for a point out of the domain.
    private var shading: [String] {
        let (low, high) = xRange
        func middle(_ a: Double, _ b: Double) -> Double { isLogX ? exp((log(a) + log(b)) / 2) : (a + b) / 2 }
        var areas: [(from: Double, to: Double, isOutside: Bool)] = []
        for (index, x) in xs.enumerated() {
            let here = rows.all.filter { $0.x == x }
            guard here.allSatisfy({ $0.isVacuous || !$0.inDomain }) else { continue }
            let isOutside = here.allSatisfy { !$0.inDomain }
            let from = index == 0 ? low : middle(xs[index - 1], x), to = index == xs.count - 1 ? high : middle(x, xs[index + 1])
            if let last = areas.last, last.to == from, last.isOutside == isOutside {
                areas[areas.count - 1].to = to
            } else {
                areas.append((from, to, isOutside))
            }
        }
        return areas.enumerated().flatMap { index, area in
            [
                "set object \(index + 1) rectangle from first \(g(area.from)), graph 0 to first \(g(area.to)), graph 1 behind fc rgb "
                    + "'\(area.isOutside ? "#c9c9c9" : "#ececec")' fs solid noborder",
                "set label \(index + 11) '\(area.isOutside ? "out of domain" : "vacuous")' at first \(g(middle(area.from, area.to))), "
                    + "graph 0.07 center front textcolor rgb '#444444' font ',9'",
            ]
        }
    }

    // MARK: the panels

    private func margins(top: Double, bottom: Double) -> [String] {
        ["set lmargin at screen 0.12", "set rmargin at screen 0.71", "set tmargin at screen \(top)", "set bmargin at screen \(bottom)"]
    }

    private var upper: [String] {
        var lines = margins(top: 0.88, bottom: hasProbability ? 0.42 : 0.12)
        let frame = FigureFrame(shownValues)
        lines += frame.lines
        lines.append("set ylabel \(q(figure.valueTitle)) offset 1,0 noenhanced")
        lines.append(hasProbability ? "set xlabel ''\nset format x ''" : "set xlabel \(q(figure.swept.axis.title)) noenhanced")
        lines.append("set key at screen 0.99,0.88 right top Right samplen 2.6 spacing 1.25 font ',10' noenhanced")
        var plots: [String] = []
        for k in rows.curves.indices {
            let (color, shape) = (Self.colors[k % Self.colors.count], Self.shapes[k % Self.shapes.count])
            let style = "lc rgb '\(color)'"
            let name = figure.swept.curves[k].name
            plots.append("data index \(k) using (at($1,\(k))):2 with linespoints \(style) lw 1.6 dt 1 pt 1 ps 0.4 notitle")
            if rows.curves[k].contains(where: { $0.sharper != nil }) {
                plots.append("data index \(k) using (at($1,\(k))):3 with linespoints \(style) lw 1.6 dt 2 pt 1 ps 0.4 notitle")
            }
            let hasLimits = rows.curves[k].contains { $0.lower != nil }
            func points(_ condition: String, _ shape: Int, _ title: String) -> String {
                let place = "data index \(k) using (at($1,\(k))):(\(condition) ? $4 : 1/0)"
                let drawn = hasLimits ? ":(clip($5)):(clip($6)) with yerrorbars lw 1" : " with points"
                return "\(place)\(drawn) \(style) pt \(shape) ps 0.9 \(title)"
            }
            plots.append(points("$10 == 0 && $11 == 1", shape.0, name.isEmpty ? "notitle" : "title \(q(name))"))
            plots.append(points("$10 == 1 && $11 == 1", shape.1, "notitle"))
            plots.append(points("$11 == 0", 2, "notitle"))
        }
        plots += legend(frame)
        return lines + ["plot \(plots.joined(separator: ", \\\n    "))"]
    }

    /// What the frame has room for: not what says nothing.
    private var shownValues: [Double] {
        let values = rows.all.flatMap { row in
            [row.isVacuous ? nil : row.bound, row.isSharperInformative ? row.sharper : nil, row.value, row.lower, row.upper]
        }.compactMap { $0 }.filter(\.isFinite)
        return values.isEmpty ? rows.all.map(\.bound).filter(\.isFinite) : values
    }

    /// What lines and points are, drawn nowhere but in the legend.
    private func legend(_ frame: FigureFrame) -> [String] {
        func title(_ claim: String, _ bounds: [Double]) -> String {
            // A long name, which the title has, would run into the figure.
            q("bound\(claim.count > 12 ? "" : " \(claim)")\(bounds.contains { frame.contains($0) } ? "" : " (off scale)")")
        }
        let measured = rows.isOfEvent ? "probability" : rows.all.contains { $0.probability != nil } ? "quantile, limits" : "largest value"
        var items = ["NaN with points pt 7 lc rgb '#777777' title '\(measured)'"]
        if rows.all.contains(where: \.isVacuous) { items.append("NaN with points pt 6 lc rgb '#777777' title 'the same, vacuous'") }
        if rows.all.contains(where: { !$0.inDomain }) { items.append("NaN with points pt 2 lc rgb '#777777' title 'out of domain'") }
        items.append("NaN with lines lw 1.6 dt 1 lc rgb '#777777' title \(title(figure.claim.id, rows.all.map(\.bound)))")
        if rows.all.contains(where: { $0.sharper != nil }), let sharperName {
            items.append("NaN with lines lw 1.6 dt 2 lc rgb '#777777' title \(title(sharperName, rows.all.compactMap(\.sharper)))")
        }
        return items
    }

    private var lower: [String] {
        var lines = margins(top: 0.36, bottom: 0.12)
        let uppers = rows.all.compactMap { $0.probability?.upper }.filter { $0 > 0 }, allowed = rows.all.compactMap(\.allowed)
        let least = Swift.max(1e-12, Swift.min(uppers.min() ?? 1, (allowed.min() ?? 1) / 10))
        let floor = pow(10, Foundation.floor(log10(least) - 0.3))
        lines += ["unset key", "set logscale y", "set yrange [\(g(floor)):2]", "floor = \(g(floor))", "unset label 1", "unset label 2"]
        for number in 1...20 { lines.append("unset label \(10 + number)") }
        lines += [
            "set format x '%g'", "set format y '10^{%T}'", "set ytics 1e\(Swift.max(1, Int((-log10(floor) / 4).rounded(.up)))) enhanced",
            "set ylabel 'P(violates)' offset 1,0 noenhanced",
            "set xlabel \(q(figure.swept.axis.title)) noenhanced",
            "up(x) = x < floor ? floor : x",
        ]
        let notes = ["symbol: upper limit", "bar: to the lower limit", "dotted: allowed"]
        for (index, note) in notes.enumerated() {
            lines.append(
                "set label \(31 + index) '\(note)' at screen 0.73,\(g(0.345 - 0.035 * Double(index))) left font ',10' "
                    + "textcolor rgb '#444444' noenhanced")
        }
        // One line over the whole width where the same is allowed at all points; else a line with each curve.
        var plots: [String] = []
        if let first = allowed.first, allowed.allSatisfy({ $0 == first }) {
            plots.append("\(g(first)) with lines lc rgb '#444444' dt 3 lw 1.8")
        } else {
            plots += rows.curves.indices.map { k in
                "data index \(k) using (at($1,\(k))):9 with lines lc rgb '\(Self.colors[k % Self.colors.count])' dt 3 lw 1.8"
            }
        }
        for k in rows.curves.indices {
            let style = "lc rgb '\(Self.colors[k % Self.colors.count])'", shape = Self.shapes[k % Self.shapes.count].0
            plots.append(
                "data index \(k) using (at($1,\(k))):(up($8)):(up($7)):(up($8)) with yerrorbars \(style) pt \(shape) ps 0.6 lw 1.4")
        }
        return lines + ["plot \(plots.joined(separator: ", \\\n    "))"]
    }

    private func g(_ x: Double) -> String { Figure.number(x) }
}
