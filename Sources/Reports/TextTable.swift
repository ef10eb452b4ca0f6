// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of text in aligned columns, for a terminal or as a Markdown table.
struct TextTable {
    /// A column's title and whether its cells are numbers, which stand to the right.
    struct Column {
        let title: String
        let isNumber: Bool
    }

    let columns: [Column]
    let rows: [[String]]

    private func widths(_ rows: [[String]]) -> [Int] {
        columns.indices.map { column in rows.reduce(columns[column].title.count) { Swift.max($0, $1[column].count) } }
    }

    private func padded(_ text: String, _ column: Int, _ width: Int) -> String {
        let space = String(repeating: " ", count: width - text.count)
        return columns[column].isNumber ? space + text : text + space
    }

    /// Columns two spaces apart, without a trailing one.
    var plain: String {
        let widths = self.widths(rows)
        return ([columns.map(\.title)] + rows).map { line($0, widths) }.joined()
    }

    /// The title line and rows to come, laid out as if they were like `rows`.
    var layout: Layout { Layout(table: self, widths: widths(rows)) }

    /// The widths of a table's columns: its lines, one at a time.
    struct Layout {
        fileprivate let table: TextTable
        fileprivate let widths: [Int]

        /// Of a line whose cells are no longer than those that it was made from.
        var width: Int { widths.reduce(0, +) + 2 * Swift.max(0, widths.count - 1) }

        var title: String { table.line(table.columns.map(\.title), widths) }
        func line(_ row: [String]) -> String { table.line(row, widths) }
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var line = row.indices.map { padded(row[$0], $0, Swift.max(widths[$0], row[$0].count)) }.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }

    var markdown: String {
        // A bar inside a cell would end it.
        func cell(_ text: String) -> String {
            (Escaping.isMarkdownCode(text) ? text : Escaping.markdown(text)).split(separator: "|", omittingEmptySubsequences: false).joined(
                separator: "\\|")
        }
        let titles = columns.map { cell($0.title) }, rows = rows.map { $0.map(cell) }
        // Room for the rule of a column of numbers, `-:`.
        let widths = self.widths([titles] + rows).map { Swift.max(2, $0) }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let rule = columns.indices.map {
            columns[$0].isNumber
                ? String(repeating: "-", count: Swift.max(1, widths[$0] - 1)) + ":" : String(repeating: "-", count: widths[$0])
        }
        return ([titles, rule] + rows).map { row in
            line(row.indices.map { padded(row[$0], $0, widths[$0]) })
        }.joined()
    }
}
