// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// The table of a run's cells, with the columns that at least one of them fills.
public enum VerdictTable {
    /// For a terminal.
    public static func plain(_ cells: [RunResult.Cell]) -> String { table(cells).plain }

    public static func markdown(_ cells: [RunResult.Cell]) -> String { table(cells).markdown }

    static func table(_ cells: [RunResult.Cell]) -> TextTable {
        let used = columns.filter { column in cells.contains { !column.text($0).isEmpty } }
        return TextTable(
            columns: used.map { .init(title: $0.title, isNumber: $0.isNumber) },
            rows: cells.map { cell in used.map { $0.text(cell) } })
    }

    private struct Column: Sendable {
        let title: String
        let isNumber: Bool
        let text: @Sendable (RunResult.Cell) -> String

        init(_ title: String, isNumber: Bool = true, _ text: @escaping @Sendable (RunResult.Cell) -> String) {
            self.title = title
            self.isNumber = isNumber
            self.text = text
        }
    }

    private static let columns: [Column] = [
        Column("claim", isNumber: false) { $0.claim },
        Column("d") { "\($0.d)" },
        Column("m") { Digits.text(Double($0.m), 7) },
        Column("gamma") { Digits.text($0.gamma) },
        Column("C0") { $0.c0.map { Digits.text($0) } ?? "" },
        Column("C1") { $0.c1.map { Digits.text($0) } ?? "" },
        Column("R") { $0.radius.map { Digits.text($0) } ?? "" },
        Column("eps") { $0.epsilon.map { Digits.text($0, 3) } ?? "" },
        Column("bound") { Digits.text($0.bound) },
        Column("quantile") { $0.quantile.map { Digits.text($0.value) } ?? "" },
        Column("slack") { $0.slack.map { Digits.text($0, 3) } ?? "" },
        Column("P(violates)", isNumber: false, probability),
        Column("trials") { "\($0.trials)" },
        Column("method", isNumber: false) { $0.evidence == .law ? "exact law" : $0.method.rawValue },
        Column("verdict", isNumber: false, verdict),
    ]

    @Sendable
    private static func probability(_ cell: RunResult.Cell) -> String {
        if cell.probability.upper < 1e-300 { return "< 1e-300" }
        let (low, high) = (cell.probability.lower, cell.probability.upper)
        // A law's enclosure that is one number to three digits is written as that number; confidence limits never are.
        let value = Digits.text(low, 3)
        if cell.evidence == .law, value == Digits.text(high, 3) { return value }
        return "[\(Digits.text(Digits.roundedDown(low, to: 3), 3)), \(Digits.text(Digits.roundedUp(high, to: 3), 3))]"
    }

    @Sendable
    private static func verdict(_ cell: RunResult.Cell) -> String {
        var text = cell.verdict?.rawValue ?? "out of domain"
        if cell.vacuous { text += " (vacuous)" }
        if let note = cell.note { text += " (\(note))" }
        if let expected = cell.expected, cell.verdict != expected { text += " (expected \(expected.rawValue))" }
        return text
    }
}
