// SPDX-License-Identifier: GPL-3.0-or-later

public import Verifier

/// The table of a run's cells: on a screen, and in a written report with the columns that at least one of them fills.
public enum VerdictTable {
    /// A run's cells as the program shows them: a head with what they share, then a row a cell.
    public static func plain(_ result: RunResult, on screen: Screen = .pipe) -> String {
        let rows = VerdictRows(result.cells, RunHead(result), on: screen)
        return rows.head + rows.title + result.cells.map(rows.line).joined()
    }

    public static func markdown(_ cells: [RunResult.Cell]) -> String {
        let used = VerdictColumn.inReports.filter { column in cells.contains { !column.text($0).isEmpty } }
        return TextTable(
            columns: used.map { .init(title: $0.title, isNumber: $0.isNumber) },
            rows: cells.map { cell in used.map { $0.text(cell) } }
        ).markdown
    }
}
