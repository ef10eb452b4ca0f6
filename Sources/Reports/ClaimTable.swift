// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// A run's verdicts counted by claim: the short form of ``VerdictTable``.
public enum ClaimTable {
    public static func markdown(_ result: RunResult, in catalogue: Catalogue) -> String {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let rows = claims.map { claim in row(claim, result.cells.filter { $0.claim == claim }, catalogue) }
        let titles = ["claim", "quantity", "cells", "holds", "refuted", "consistent", "not judged", "slack", "refuted at"]
        return TextTable(
            columns: titles.enumerated().map { .init(title: $1, isNumber: (2...6).contains($0)) }, rows: rows
        ).markdown
    }

    private static func row(_ claim: String, _ cells: [RunResult.Cell], _ catalogue: Catalogue) -> [String] {
        func count(_ verdict: Verdict) -> String { number(cells.count { $0.verdict == verdict }) }
        let slacks = cells.filter { $0.verdict != nil }.compactMap(\.slack)
        let range = slacks.min().flatMap { low in slacks.max().map { "\(Digits.text(low, 3)) to \(Digits.text($0, 3))" } } ?? ""
        let unjudged = cells.count { $0.verdict == nil || $0.verdict == .inconclusive }
        return [
            claim, catalogue.claim(claim)?.quantityText ?? "", "\(cells.count)", count(.holds), count(.refuted), count(.consistent),
            number(unjudged), range, place(cells.filter { $0.verdict == .refuted }, among: cells),
        ]
    }

    private static func number(_ count: Int) -> String { count == 0 ? "" : "\(count)" }

    /// Where the refuted cells are, by the parameters that set them apart.
    private static func place(_ refuted: [RunResult.Cell], among cells: [RunResult.Cell]) -> String {
        guard !refuted.isEmpty else { return "" }
        if refuted.count == cells.count { return "every cell" }
        func values(_ name: String, _ value: (RunResult.Cell) -> Double?) -> String? {
            let own = Set(refuted.compactMap(value)), all = Set(cells.compactMap(value))
            guard own != all, !own.isEmpty else { return nil }
            return "\(name) = \(own.sorted().map { Digits.text($0) }.joined(separator: ", "))"
        }
        let parts = [values("d") { Double($0.d) }, values("m") { Double($0.m) }, values("C0") { $0.c0 }, values("R") { $0.radius }]
        return parts.compactMap { $0 }.joined(separator: "; ")
    }
}
