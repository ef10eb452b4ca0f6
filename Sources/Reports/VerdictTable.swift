// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// The table of a run's cells, with the columns that at least one of them fills.
public enum VerdictTable {
    /// For a terminal, as narrow as the cells allow.
    public static func plain(_ cells: [RunResult.Cell]) -> String { table(cells).plain }

    public static func markdown(_ cells: [RunResult.Cell]) -> String { table(cells).markdown }

    private static func used(_ cells: [RunResult.Cell]) -> [Column] {
        columns.filter { column in cells.contains { !column.text($0).isEmpty } }
    }

    private static func table(_ cells: [RunResult.Cell]) -> TextTable {
        let used = used(cells)
        return TextTable(
            columns: used.map { .init(title: $0.title, isNumber: $0.isNumber) },
            rows: cells.map { cell in used.map { $0.text(cell) } })
    }

    /// The table of a run that goes on, for a terminal: a title line, then a line for each cell as it is done.
    public struct Rows {
        private let columns: [Column]
        private let layout: TextTable.Layout

        /// - Parameter preview: of the run's cells (``Verifier/Plan/preview(maxTrials:)``).
        public init(_ preview: [RunResult.Cell]) {
            columns = VerdictTable.used(preview)
            layout = VerdictTable.table(preview).layout
        }

        /// Each with its line feed.
        public var title: String { layout.title }
        public func line(_ cell: RunResult.Cell) -> String { layout.line(columns.map { $0.text(cell) }) }
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
        Column("gamma") { gamma($0.gamma) },
        Column("C0") { $0.c0.map { Digits.text($0) } ?? "" },
        Column("C1") { $0.c1.map { Digits.text($0) } ?? "" },
        Column("R") { $0.radius.map { Digits.text($0) } ?? "" },
        Column("eps") { $0.epsilon.map { Digits.text($0, 3) } ?? "" },
        Column("bound") { Digits.text($0.bound) },
        Column("quantile") { cell in cell.quantile.map { mark(cell) + Digits.text($0.value) } ?? "" },
        Column("slack") { cell in cell.slack.map { mark(cell) + Digits.text($0, 3) } ?? "" },
        Column("P(violates)", isNumber: false, probability),
        Column("trials") { "\($0.trials)" },
        Column("method", isNumber: false) { $0.evidence == .law && $0.method != .law ? "exact law" : $0.method.rawValue },
        Column("outcome", isNumber: false) { ClaimOutcome($0.verdict).rawValue },
        Column("verdict", isNumber: false, verdict),
    ]

    /// As typed where four digits would make it 1, which no gamma is.
    private static func gamma(_ gamma: Double) -> String { Digits.rounded(gamma, to: 4) < 1 ? Digits.text(gamma) : "\(gamma)" }

    /// `~` before a quantile that too few draws leave without a limit on one side.
    private static func mark(_ cell: RunResult.Cell) -> String {
        cell.quantile.map { $0.lower.isFinite && $0.upper.isFinite } ?? true ? "" : "~"
    }

    /// Blank for a claim about every draw; a probability that is not one of violation says so.
    @Sendable
    private static func probability(_ cell: RunResult.Cell) -> String {
        switch cell.probabilityOf {
        case nil: ""
        case .violation: interval(cell)
        case .event: interval(cell) + " (event)"
        }
    }

    private static func interval(_ cell: RunResult.Cell) -> String {
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
