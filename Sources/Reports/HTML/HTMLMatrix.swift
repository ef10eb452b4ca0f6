// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// All verdicts of a run at a glance: a row a claim, a column a point (d, m, C0), in each place the outcomes of the cells there.
enum HTMLMatrix {
    /// What sets the columns apart.
    private struct Point: Hashable, Comparable {
        /// What stands at one: d, m, C0, then parameters of one's own.
        let parameters: [NamedParameter]

        init(_ cell: RunResult.Cell) { parameters = cell.named.filter { $0.isCount || $0.key == "c0" || $0.isOwn } }

        subscript(_ symbol: String) -> NamedParameter? { parameters.first { $0.symbol == symbol } }

        static func < (a: Point, b: Point) -> Bool {
            for symbol in ["d", "m", "C0"] + (a.parameters + b.parameters).filter(\.isOwn).map(\.symbol).sorted() {
                let (x, y) = (a[symbol]?.value ?? -.infinity, b[symbol]?.value ?? -.infinity)
                if x != y { return x < y }
            }
            return false
        }

        var text: String { parameters.map { "\($0.symbol) = \(Digits.text($0.value, 7))" }.joined(separator: ", ") }
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
            <p class="small">One row a claim, one column a point (d, m, C0) that was tried. P: the claim passes there; F: it fails; O: it \
            does not fail and is left open; blank: not tried there. Where cells differ in gamma, R or another parameter, and in their \
            outcome, a fraction says how many of them. A dotted frame: the bound is vacuous. C0 is a dash where the claim has none.</p>
            <div class="scroll glance" tabindex="0" role="group" aria-label="Verdicts by claim and point"><table class="matrix">
            <caption>Verdicts by claim and point</caption>
            <colgroup></colgroup>\(groups(points))
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

    /// The columns of each d, for the rule between them.
    private static func groups(_ points: [Point]) -> String {
        let dimensions = points.map { $0["d"]?.text ?? "" }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        return dimensions.map { d in "<colgroup span=\"\(points.count { $0["d"]?.text ?? "" == d })\"></colgroup>" }.joined()
    }

    /// Lines: d and m over all columns that share them, C0 over each; below them parameters of one's own.
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
            return "<tr><th scope=\"row\">\(Escaping.markup(name))</th>\(cells.joined())</tr>\n"
        }
        let own = Set(points.flatMap(\.parameters).filter(\.isOwn).map(\.symbol)).sorted()
        let symbols = ["d", "m", "C0"] + own
        return symbols.indices.filter { $0 < 3 || !own.isEmpty }.map { index in
            let symbol = symbols[index]
            return line(
                symbol, { point in symbols[...index].map { point[$0]?.text ?? "" }.joined(separator: " ") },
                { point in point[symbol].map { symbol == "d" ? $0.text : Digits.text($0.value, symbol == "m" ? 3 : 4) } ?? "–" })
        }.joined()
    }

    private static func place(_ cells: [RunResult.Cell], at point: Point) -> String {
        guard let claim = cells.first?.claim else { return "<td></td>" }
        let outcomes = cells.map { ClaimOutcome($0.verdict) }
        let outcome: ClaimOutcome = outcomes.contains(.fail) ? .fail : outcomes.contains(.open) ? .open : .pass
        let count = outcomes.count { $0 == outcome }
        let letter = outcome.rawValue.prefix(1) + (count < cells.count ? "\(count)/\(cells.count)" : "")
        let words = "\(claim) at \(point.text): \(count) of \(cells.count) \(cells.count == 1 ? "cell" : "cells") \(outcome.rawValue)"
        let isVacuous = cells.allSatisfy(\.vacuous)
        let e = Escaping.markup
        // The row's name links to the same place: for the keyboard one link a row is enough.
        return "<td class=\"\(ClaimOutcomeMark.className(outcome))\(isVacuous ? " vacuous" : "")\">"
            + "<a tabindex=\"-1\" href=\"#\(HTMLPage.anchor("claim", claim))\" "
            + "title=\"\(e(words))\(isVacuous ? ", vacuous" : "")\">\(letter)</a></td>"
    }
}
