// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// A run on a screen by claim: a row as soon as all of a claim's cells are done.
public struct ClaimRows {
    private let counts: [String: Int]
    private let names: [String: String]
    private let layout: TextTable.Layout
    private let screen: Screen
    private var cells: [String: [RunResult.Cell]] = [:]
    /// With its line feed, and a line between it and the table.
    public let head: String

    /// - Parameters:
    ///   - preview: of the run's cells (`Plan.preview(maxTrials:)`).
    ///   - run: what all rows share.
    ///   - catalogue: where the claims stand.
    ///   - screen: its width and colours.
    public init(_ preview: [RunResult.Cell], _ run: RunHead, in catalogue: Catalogue, on screen: Screen = .pipe) {
        let claims = Set(preview.map(\.claim))
        counts = preview.reduce(into: [:]) { $0[$1.claim, default: 0] += 1 }
        let names = claims.reduce(into: [String: String]()) { $0[$1] = catalogue.claim($1)?.measured?.quantity.name ?? "" }
        self.names = names
        let noun = "\(preview.count) cells of \(claims.count) claims"
        head = run.text(sharing: [noun], on: screen) + "\n"
        let titles = ["claim", "quantity"] + ClaimTable.Summary.titles + ["slack"]
        layout =
            TextTable(
                columns: titles.enumerated().map { .init(title: $1, isNumber: (2...5).contains($0)) },
                rows: claims.map { [$0, names[$0] ?? "", "1234", "", "", "", "0.00123 to 1.23e3"] }
            ).layout
        self.screen = screen
    }

    /// With its line feed.
    public var title: String { layout.title }

    /// The row of the cell's claim, with what fails on a line of its own, where this was its last cell; else nil.
    public mutating func add(_ cell: RunResult.Cell) -> String? {
        cells[cell.claim, default: []].append(cell)
        guard let own = cells[cell.claim], own.count == counts[cell.claim] else { return nil }
        let summary = ClaimTable.Summary(own)
        let line = layout.line([cell.claim, names[cell.claim] ?? ""] + summary.counts + [summary.slack])
        return line + (summary.failsAt.isEmpty ? "" : screen.wrapped("FAIL at \(summary.failsAt)", first: "        ", indent: 8))
    }
}
