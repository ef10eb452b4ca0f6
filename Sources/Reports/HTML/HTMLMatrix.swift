// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// All verdicts of a run at a glance: a row a claim, a column a point (d, m, C0), in each place the outcomes of the cells there.
enum HTMLMatrix {
    /// What sets the columns apart.
    private struct Point: Hashable, Comparable {
        let d: Int
        let m: Int
        let c0: Double?

        init(_ cell: RunResult.Cell) { (d, m, c0) = (cell.d, cell.m, cell.c0) }

        static func < (a: Point, b: Point) -> Bool { (a.d, a.m, a.c0 ?? -1) < (b.d, b.m, b.c0 ?? -1) }

        var text: String { "d = \(d), m = \(Digits.text(Double(m), 7))" + (c0.map { ", C0 = \(Digits.text($0))" } ?? "") }
    }

    static func html(_ result: RunResult) -> String {
        let points = Set(result.cells.map(Point.init)).sorted()
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let cells = Dictionary(grouping: result.cells) { Place(claim: $0.claim, point: Point($0)) }
        let rows = claims.map { claim in
            let places = points.map { place(cells[Place(claim: claim, point: $0)] ?? [], at: $0) }
            let link = "<a href=\"#\(HTMLPage.anchor("claim", claim))\">\(Escaping.markup(claim))</a>"
            return "<tr><th scope=\"row\">\(link)</th>\(places.joined())</tr>\n"
        }
        return """
            <p class="small quiet">A row a claim, a column a point (d, m, C0). P: all cells there PASS; F: some FAIL; O: some are OPEN and none \
            fail; a dotted frame: every bound there is vacuous; blank: no cell. Other parameters vary within a place: then it says how many.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Verdicts at a glance"><table class="matrix">
            <caption>Verdicts by claim and point</caption>
            <thead>\(heads(points))</thead>
            <tbody>
            \(rows.joined())</tbody>
            </table></div>

            """
    }

    private struct Place: Hashable {
        let claim: String
        let point: Point
    }

    /// Three lines: d and m over all columns that share them, C0 over each.
    private static func heads(_ points: [Point]) -> String {
        func line(_ name: String, _ key: (Point) -> String, _ shown: (Point) -> String) -> String {
            var groups: [(key: String, text: String, count: Int)] = []
            for point in points {
                if groups.last?.key == key(point) {
                    groups[groups.count - 1].count += 1
                } else {
                    groups.append((key(point), shown(point), 1))
                }
            }
            let cells = groups.map { "<th scope=\"col\"\($0.count > 1 ? " colspan=\"\($0.count)\"" : "")>\(Escaping.markup($0.text))</th>" }
            return "<tr><th scope=\"row\">\(name)</th>\(cells.joined())</tr>\n"
        }
        return line("d", { "\($0.d)" }, { "\($0.d)" })
            + line("m", { "\($0.d) \($0.m)" }, { Digits.text(Double($0.m), 3) })
            + line("C0", { "\($0.d) \($0.m) \($0.c0 ?? -1)" }, { $0.c0.map { Digits.text($0) } ?? "none" })
    }

    private static func place(_ cells: [RunResult.Cell], at point: Point) -> String {
        guard let claim = cells.first?.claim else { return "<td></td>" }
        let outcomes = cells.map { ClaimOutcome($0.verdict) }
        let outcome: ClaimOutcome = outcomes.contains(.fail) ? .fail : outcomes.contains(.open) ? .open : .pass
        let count = outcomes.count { $0 == outcome }
        let letter = outcome.rawValue.prefix(1) + (cells.count > 1 ? "\(count)/\(cells.count)" : "")
        let words = "\(claim) at \(point.text): \(count) of \(cells.count) \(cells.count == 1 ? "cell" : "cells") \(outcome.rawValue)"
        let isVacuous = cells.allSatisfy(\.vacuous)
        let e = Escaping.markup
        return "<td class=\"\(ClaimOutcomeMark.className(outcome))\(isVacuous ? " vacuous" : "")\">"
            + "<a href=\"#\(HTMLPage.anchor("claim", claim))\" title=\"\(e(words))\(isVacuous ? ", vacuous" : "")\">\(letter)</a></td>"
    }
}
