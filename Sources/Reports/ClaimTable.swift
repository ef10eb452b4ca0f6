// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// A run's verdicts counted by claim: the short form of ``VerdictTable``.
public enum ClaimTable {
    public static func markdown(_ result: RunResult, in catalogue: Catalogue) -> String {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let rows = claims.map { claim in
            let own = result.cells.filter { $0.claim == claim }
            let summary = Summary(own)
            return [claim, catalogue.claim(claim)?.quantityText ?? ""] + summary.counts + [summary.slack, summary.failsAt]
        }
        let titles = ["claim", "quantity"] + Summary.titles + ["slack", "fails at"]
        return TextTable(
            columns: titles.enumerated().map { .init(title: $1, isNumber: (2...5).contains($0)) }, rows: rows
        ).markdown
    }

    /// What a claim's cells come to.
    struct Summary {
        static let titles = ["cells", "PASS", "FAIL", "OPEN"]

        /// Cells, and those of each outcome; blank for none.
        let counts: [String]
        /// From the smallest to the largest; blank where there is none.
        let slack: String
        /// Where the cells that fail are, by the parameters that set them apart; blank where none does.
        let failsAt: String
        /// The worst of the outcomes.
        let outcome: ClaimOutcome

        init(_ cells: [RunResult.Cell]) {
            func number(_ outcome: ClaimOutcome) -> Int { cells.count { ClaimOutcome($0.verdict) == outcome } }
            counts = ["\(cells.count)"] + ClaimOutcome.allCases.map { number($0) == 0 ? "" : "\(number($0))" }
            outcome = number(.fail) > 0 ? .fail : number(.open) > 0 ? .open : .pass
            let slacks = cells.filter { $0.verdict != nil }.compactMap(\.slack)
            slack = slacks.min().flatMap { low in slacks.max().map { Self.range(low, $0) } } ?? ""
            failsAt = Self.place(cells.filter { $0.verdict == .refuted }, among: cells)
        }

        private static func range(_ low: Double, _ high: Double) -> String {
            low == high ? Digits.text(low, 3) : "\(Digits.text(low, 3)) to \(Digits.text(high, 3))"
        }

        private static func place(_ refuted: [RunResult.Cell], among cells: [RunResult.Cell]) -> String {
            guard !refuted.isEmpty else { return "" }
            if refuted.count == cells.count { return "every cell" }
            func values(_ name: String, _ value: (RunResult.Cell) -> Double?) -> String? {
                let own = Set(refuted.compactMap(value)), all = Set(cells.compactMap(value))
                guard own != all, !own.isEmpty else { return nil }
                return "\(name) = \(own.sorted().map { Digits.text($0) }.joined(separator: ", "))"
            }
            let parts = [
                values("d") { $0.d.map(Double.init) }, values("m") { $0.m.map(Double.init) }, values("gamma") { $0.gamma },
                values("C0") { $0.c0 },
                values("C1") { $0.c1 }, values("R") { $0.radius },
            ]
            let own = Set(cells.flatMap { ($0.parameters ?? [:]).keys }).sorted().map { name in values(name) { $0.parameters?[name] } }
            return (parts + own).compactMap { $0 }.joined(separator: "; ")
        }
    }
}
