// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// A run's cells on a screen: a head with what they share, a title line, then a row a cell, as they are done. A row never exceeds the
/// screen's width as long as its numbers are of the usual length: columns that say least are left out where there is no room, and remarks
/// stand on a line of their own.
public struct VerdictRows {
    private let columns: [VerdictColumn]
    private let layout: TextTable.Layout
    private let screen: Screen
    /// With its line feed, and a line between it and the table.
    public let head: String

    /// - Parameters:
    ///   - preview: of the run's cells (`Plan.preview(maxTrials:)`).
    ///   - run: what all rows share.
    ///   - screen: its width and colours.
    public init(_ preview: [RunResult.Cell], _ run: RunHead, on screen: Screen = .pipe) {
        let used = VerdictColumn.onScreen.filter { column in preview.contains { !column.text($0).isEmpty } }
        let shared = used.filter { column in
            column.isParameter && Set(preview.map { column.text($0) }).count == 1
        }
        var shown = used.filter { column in !shared.contains { $0.title == column.title } }
        var left: [String] = []
        for title in VerdictColumn.dispensable
        where shown.contains(where: { $0.title == title }) && Self.table(shown, preview).layout.width > screen.width {
            shown.removeAll { $0.title == title }
            left.append(title)
        }
        columns = shown
        layout = Self.table(shown, preview).layout
        self.screen = screen
        let values = shared.compactMap { column in preview.first.map { "\(column.title) = \(column.text($0))" } }
        let note = left.isEmpty ? "" : screen.wrapped("In a wider terminal, and with --json: \(left.joined(separator: ", ")).")
        head = run.text(sharing: values, on: screen) + note + "\n"
    }

    /// With its line feed.
    public var title: String { layout.title }

    /// A cell's row and, where there is something to remark that it has no room for, the lines below it; each with its line feed.
    public func line(_ cell: RunResult.Cell) -> String {
        let row = columns.map { $0.text(cell) }
        let remarks = VerdictColumn.remarks(cell).joined(separator: "; ")
        let plain = layout.line(row), outcome = ClaimOutcome(cell.verdict)
        guard !remarks.isEmpty else { return screen.painted(plain, outcome) }
        let whole = plain.dropLast() + " (\(remarks))\n"
        if whole.count <= screen.width + 1 { return screen.painted(String(whole), outcome) }
        return screen.painted(plain, outcome) + screen.wrapped("(\(remarks))", first: "        ", indent: 8)
    }

    private static func table(_ columns: [VerdictColumn], _ cells: [RunResult.Cell]) -> TextTable {
        TextTable(
            columns: columns.map { .init(title: $0.title, isNumber: $0.isNumber) },
            rows: cells.map { cell in columns.map { $0.text(cell) } })
    }
}
