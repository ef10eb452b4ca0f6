// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Support
public import Verifier

/// Comparisons in words: what changed, cell by cell or step by step, then a summary.
public enum DiffReport {
    /// One thing that changed: what, from what, to what, and by how much of itself.
    private typealias Row = [String]

    // MARK: runs

    public static func text(_ comparison: RunComparison) -> String {
        let groups = comparison.changed.map { (name: name($0), rows: rows($0)) }
        return text(
            groups, came: comparison.came.map(name), went: comparison.went.map(name), versions: (comparison.old, comparison.new))
            + Screen.page.wrapped(summary(comparison))
    }

    /// `259 cells of both: the same verdicts; 3 slacks changed, the largest by 2 %. 1 cell came, 2 went.`
    public static func summary(_ comparison: RunComparison) -> String {
        let s = comparison.summary
        return common(s.compared, "cell", changes(comparison)) + traffic(s.came, s.went, "cell")
    }

    private static func rows(_ cell: RunComparison.Cell) -> [Row] {
        var rows: [Row] = []
        if let change = cell.verdict { rows.append(["verdict", word(change.old), word(change.new), ""]) }
        for (name, change) in [("bound", cell.bound), ("quantile", cell.quantile), ("slack", cell.slack)] {
            guard let change else { continue }
            rows.append([name, number(change.old), number(change.new), change.relative.map(percent) ?? ""])
        }
        if let change = cell.probability { rows.append(["P", interval(change.old), interval(change.new), ""]) }
        if let change = cell.trials { rows.append(["trials", count(change.old), count(change.new), ""]) }
        return rows
    }

    private static func name(_ cell: RunComparison.Cell) -> String {
        "\(shown(cell.claim))  \(cell.named.map(\.short).joined(separator: " "))"
    }

    private static func word(_ verdict: Verdict?) -> String { verdict?.rawValue ?? "out of domain" }
    private static func number(_ x: Double?) -> String { x.map { Digits.text($0, Digits.recorded) } ?? "none" }
    private static func count(_ n: Int?) -> String { n.map(String.init) ?? "none" }
    private static func interval(_ p: RunResult.Probability?) -> String { p.map { "[\(number($0.lower)), \(number($0.upper))]" } ?? "none" }

    /// "+2 %", "-0.031 %".
    private static func percent(_ x: Double) -> String { (x < 0 ? "-" : "+") + Digits.text(100 * x.magnitude, 2) + " %" }

    fileprivate static func changes(_ comparison: RunComparison) -> String {
        let s = comparison.summary, cells = comparison.changed
        let verdicts: String
        if s.verdicts == 0 {
            verdicts = "the same verdicts"
        } else {
            let named = cells.filter { $0.verdict != nil }.prefix(3).map { cell in
                "\(shown(cell.claim)) \(word(cell.verdict?.old)) -> \(word(cell.verdict?.new))"
            }
            verdicts =
                "\(s.verdicts) \(s.verdicts == 1 ? "verdict" : "verdicts") changed "
                + "(\(named.joined(separator: ", "))\(s.verdicts > named.count ? ", ..." : ""))"
        }
        func part(_ count: Int, _ one: String, _ many: String, _ relative: [Double] = []) -> String? {
            guard count > 0 else { return nil }
            let largest = relative.map(\.magnitude).max().map { ", \(count == 1 ? "" : "the largest ")by \(Digits.text(100 * $0, 2)) %" }
            return "\(count) \(count == 1 ? one : many) changed\(largest ?? "")"
        }
        let parts = [
            part(s.bounds, "bound", "bounds", cells.compactMap { $0.bound?.relative }),
            part(s.quantiles, "quantile", "quantiles", cells.compactMap { $0.quantile?.relative }),
            part(s.slacks, "slack", "slacks", cells.compactMap { $0.slack?.relative }),
            part(s.probabilities, "pair of limits of P", "pairs of limits of P"), part(s.trials, "number of trials", "numbers of trials"),
        ].compactMap { $0 }
        return ([verdicts] + (parts.isEmpty && s.verdicts == 0 ? ["nothing else changed"] : parts)).joined(separator: "; ")
    }

    // MARK: audits

    public static func text(_ comparison: AuditComparison) -> String {
        let groups = comparison.changed.map { step in
            let changes: [(String, String?, String?)] = [
                ("verdict", step.verdict.map { $0.old?.rawValue ?? "not judged" }, step.verdict.map { $0.new?.rawValue ?? "not judged" }),
                ("assurance", step.assurance.map { $0.old?.rawValue ?? "none" }, step.assurance.map { $0.new?.rawValue ?? "none" }),
                ("Coq", step.coq.map { shown($0.old ?? "not checked") }, step.coq.map { shown($0.new ?? "not checked") }),
            ]
            return (name: shown(step.id), rows: changes.compactMap { name, old, new in old.map { [name, $0, new ?? "", ""] } })
        }
        return text(
            groups, came: comparison.came.map(shown), went: comparison.went.map(shown), versions: (comparison.old, comparison.new))
            + Screen.page.wrapped(summary(comparison))
    }

    /// `181 steps of both: the same verdicts; 2 assurances changed.`
    public static func summary(_ comparison: AuditComparison) -> String {
        let s = comparison.summary
        return common(s.compared, "step", changes(comparison)) + traffic(s.came, s.went, "step")
    }

    fileprivate static func changes(_ comparison: AuditComparison) -> String {
        let s = comparison.summary
        func part(_ count: Int, _ noun: String) -> String? { count == 0 ? nil : "\(count) \(count == 1 ? noun : noun + "s") changed" }
        let verdicts = part(s.verdicts, "verdict") ?? "the same verdicts"
        let parts = [part(s.assurances, "assurance"), part(s.coq, "proof").map { "\($0) in Coq" }].compactMap { $0 }
        return ([verdicts] + (parts.isEmpty && s.verdicts == 0 ? ["nothing else changed"] : parts)).joined(separator: "; ")
    }

    // MARK: layout

    private static func text(
        _ groups: [(name: String, rows: [Row])], came: [String], went: [String], versions: (RunComparison.Side, RunComparison.Side)
    ) -> String {
        let table = TextTable(
            columns: ["", "old", "new", "change"].map { .init(title: $0, isNumber: false) }, rows: groups.flatMap(\.rows))
        let layout = table.layout
        var text = ""
        if let old = versions.0.version, let new = versions.1.version, old != new { text += "versions \(shown(old)) and \(shown(new))\n\n" }
        if !groups.isEmpty { text += "  " + layout.title }
        for group in groups { text += group.name + "\n" + group.rows.map { "  " + layout.line($0) }.joined() }
        text += came.map { "came  \($0)\n" }.joined() + went.map { "went  \($0)\n" }.joined()
        return text.isEmpty ? "" : text + "\n"
    }

    private static func common(_ count: Int, _ noun: String, _ changes: String) -> String {
        count == 0 ? "No \(noun) of both: nothing is compared." : "\(count) \(count == 1 ? noun : noun + "s") of both: \(changes)."
    }

    private static func traffic(_ came: Int, _ went: Int, _ noun: String) -> String {
        guard came + went > 0 else { return "" }
        return " In one of them alone: \(came) \(came == 1 ? noun : noun + "s") of the new, \(went) of the old."
    }

    /// What a file says, harmless to a terminal.
    private static func shown(_ text: String) -> String { text.inOneLine(atMost: 200) }
}

extension RunComparison {
    /// "against the earlier report: 259 cells, the same verdicts; 3 slacks changed, the largest by 2 %".
    ///
    /// Nil of two runs that do not have the same cells. Values are compared as they are recorded.
    public static func line(old: RunResult, new: RunResult) -> String? {
        let comparison = RunComparison(old: old.recorded, new: new.recorded)
        guard comparison.isOfSameCells, comparison.summary.compared > 0 else { return nil }
        let count = comparison.summary.compared
        return "against the earlier report: \(count) \(count == 1 ? "cell" : "cells"), \(DiffReport.changes(comparison))"
    }
}

extension AuditComparison {
    /// As of two runs; nil of two audits that do not have the same steps.
    public static func line(old: AuditDocument, new: AuditDocument) -> String? {
        let comparison = AuditComparison(old: old, new: new)
        guard comparison.isOfSameSteps, comparison.summary.compared > 0 else { return nil }
        let count = comparison.summary.compared
        return "against the earlier audit: \(count) \(count == 1 ? "step" : "steps"), \(DiffReport.changes(comparison))"
    }
}
