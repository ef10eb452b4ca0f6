// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// A column of the table of cells: its title, and what stands in it.
struct VerdictColumn: Sendable {
    let title: String
    let isNumber: Bool
    /// Whether it says where the cell is, and not what was found there.
    let isParameter: Bool
    let text: @Sendable (RunResult.Cell) -> String

    private init(
        _ title: String, isNumber: Bool = true, isParameter: Bool = false, _ text: @escaping @Sendable (RunResult.Cell) -> String
    ) {
        (self.title, self.isNumber, self.isParameter, self.text) = (title, isNumber, isParameter, text)
    }

    private static func parameter(_ title: String, _ text: @escaping @Sendable (RunResult.Cell) -> String) -> VerdictColumn {
        VerdictColumn(title, isParameter: true, text)
    }

    static let quantile = VerdictColumn("quantile") { cell in cell.quantile.map { mark(cell) + Digits.text($0.value) } ?? "" }
    static let slack = VerdictColumn("slack") { cell in cell.slack.map { mark(cell) + Digits.text($0, 3) } ?? "" }

    private static let values: [VerdictColumn] = [
        VerdictColumn("claim", isNumber: false) { $0.claim },
        parameter("d") { $0.d.map(String.init) ?? "" },
        parameter("m") { $0.m.map { Digits.text(Double($0), 7) } ?? "" },
        parameter("gamma") { $0.gamma.map(gamma) ?? "" },
        parameter("C0") { $0.c0.map { Digits.text($0) } ?? "" },
        parameter("C1") { $0.c1.map { Digits.text($0) } ?? "" },
        parameter("R") { $0.radius.map { Digits.text($0) } ?? "" },
        parameter("eps") { $0.epsilon.map { Digits.text($0, 3) } ?? "" },
        parameter("parameters") { cell in cell.named.filter(\.isOwn).map(\.short).joined(separator: " ") },
        VerdictColumn("bound") { Digits.text($0.bound) },
        quantile,
        slack,
        VerdictColumn("P(violates)", isNumber: false, probability),
        VerdictColumn("trials") { "\($0.trials)" },
        VerdictColumn("method", isNumber: false) { $0.evidence == .law && $0.method != .law ? "exact law" : $0.method.rawValue },
    ]

    /// Of a written report: all there is, remarks beside the verdict.
    static let inReports =
        values + [
            VerdictColumn("outcome", isNumber: false) { ClaimOutcome($0.verdict).rawValue },
            VerdictColumn("verdict", isNumber: false) { cell in
                let remarks = remarks(cell)
                return word(cell) + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
            },
        ]

    /// Of a page, which names the claim above the table and has room for the quantile's limits.
    static let onPage = inReports.dropFirst().flatMap { $0.title == "quantile" ? [$0, limits] : [$0] }

    private static let limits = VerdictColumn("its limits", isNumber: false) { cell in
        cell.quantile.map { interval($0.lower, $0.upper) } ?? ""
    }

    /// Of a screen: outcome and verdict in one, remarks apart (``remarks(_:)``).
    static let onScreen =
        values + [VerdictColumn("verdict", isNumber: false) { "\(ClaimOutcome($0.verdict).rawValue) \(word($0))" }]

    /// Of a review, whose parameters stand above it: the quantile with its limits.
    static let inReview: [VerdictColumn] = [
        VerdictColumn("claim", isNumber: false) { $0.claim },
        VerdictColumn("bound") { Digits.text($0.bound) },
        VerdictColumn("quantile [limits]", isNumber: false) { cell in
            cell.quantile.map { "\(Digits.text($0.value)) [\(Digits.text($0.lower)), \(Digits.text($0.upper))]" } ?? ""
        },
        VerdictColumn("slack") { cell in cell.slack.map { Digits.text($0, 3) } ?? "" },
        VerdictColumn("P(violates)", isNumber: false, probability),
        VerdictColumn("trials") { "\($0.trials)" },
        VerdictColumn("verdict", isNumber: false) { cell in
            let remarks = remarks(cell)
            return "\(ClaimOutcome(cell.verdict).rawValue) \(word(cell))" + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
        },
    ]

    /// What a narrow screen does without, the first first.
    static let dispensable = ["method", "trials", "quantile", "P(violates)", "slack", "eps"]

    private static func word(_ cell: RunResult.Cell) -> String { cell.verdict?.rawValue ?? "out of domain" }

    /// What there is to say beside the verdict; empty for most cells.
    static func remarks(_ cell: RunResult.Cell) -> [String] {
        var remarks = cell.vacuous ? ["vacuous"] : []
        if let note = cell.note { remarks.append(note) }
        if let expected = cell.expected, cell.verdict != expected { remarks.append("expected \(expected.rawValue)") }
        return remarks
    }

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
        return interval(low, high)
    }

    /// Three digits, outward.
    private static func interval(_ low: Double, _ high: Double) -> String {
        "[\(Digits.text(Digits.roundedDown(low, to: 3), 3)), \(Digits.text(Digits.roundedUp(high, to: 3), 3))]"
    }
}
