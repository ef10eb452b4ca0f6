// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyPaper
public import Verifier

/// The frontier for a terminal: where each bound says anything, and where Theorem 3.1's window is empty.
public enum FrontierText {
    public static func text(_ rows: [FrontierRow], sharper: [SharperRow], window: [WindowRow]) -> String {
        let bounds = TextTable(
            columns: ["claim", "width", "better than the trivial bound for d", "note"].map { .init(title: $0, isNumber: false) },
            rows: rows.map { [$0.claim, $0.width, ranges($0.informative), $0.note] })
        let empty = TextTable(
            columns: [
                .init(title: "C4", isNumber: true), .init(title: "no m with d^2.4 <= m <= C4 exp(d^0.24) for d in", isNumber: false),
            ],
            rows: window.map { row in
                let range =
                    row.emptyFrom.map { "(\(Digits.text($0)), \(row.emptyTo.map { Digits.text($0) } ?? "...")) " } ?? "none: never empty"
                return [Digits.text(row.c4), range]
            })
        return bounds.plain + "\n" + beside(sharper).plain + "\n" + empty.plain
    }

    private static func beside(_ rows: [SharperRow]) -> TextTable {
        TextTable(
            columns: ["claim", "d", "m", "the paper's bound", "the sharper bound"].map { .init(title: $0, isNumber: $0 != "claim") },
            rows: rows.map { row in
                [
                    row.sharper, Digits.text(row.d), Digits.text(row.m), row.paper.map { Digits.text($0) } ?? "none",
                    row.bound.map { Digits.text($0) } ?? "none",
                ]
            })
    }

    private static func ranges(_ ranges: [FrontierRow.Range]) -> String {
        ranges.isEmpty
            ? "nowhere up to 1e30"
            : ranges.map { range in
                range.to.map { "\(Digits.text(range.from)) ... \(Digits.text($0))" } ?? "\(Digits.text(range.from)) on"
            }.joined(separator: ", ")
    }
}
