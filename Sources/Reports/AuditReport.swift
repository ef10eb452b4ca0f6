// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Foundation

/// The audit's rows for a terminal, as Markdown grouped by lemma in the paper's order, and as JSON.
public struct AuditReport {
    public let rows: [AuditRow]
    private let catalogue: Catalogue

    public init(_ rows: [AuditRow], in catalogue: Catalogue) {
        self.rows = rows
        self.catalogue = catalogue
    }

    private struct Object: Encodable {
        let steps: [AuditRow]
    }

    /// `{steps: [...]}`.
    public func json() throws -> Data { try JSONReport.data(of: Object(steps: rows)) }

    /// `118 claims: 44 PASS (41 proved: 20 machine, 21 argued; 3 holds), 12 FAIL (refuted: ...). 12 repairs: ...`.
    public var summary: String {
        let (repairs, steps) = (rows.filter(\.claim.isRepair), rows.filter { !$0.claim.isRepair })
        func counts(_ rows: [AuditRow]) -> String {
            OutcomeCounts.text(
                Self.order.map { verdict in
                    let those = rows.filter { $0.finding.isJudged && $0.verdict == verdict }
                    let parts = Assurance.allCases.compactMap { assurance -> String? in
                        let count = those.count { $0.finding.assurance == assurance }
                        return count == 0 ? nil : "\(count) \(assurance.rawValue)"
                    }
                    let shares = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
                    return (ClaimOutcome(verdict), those.count, verdict.rawValue + shares)
                } + [(.open, rows.count { !$0.finding.isJudged }, "not judged")])
        }
        func line(_ rows: [AuditRow], _ noun: String) -> String { "\(rows.count) \(noun)\(rows.count == 1 ? "" : "s"): \(counts(rows))." }
        let checked = rows.count { $0.coq != nil }
        return line(steps, "claim") + (repairs.isEmpty ? "" : " " + line(repairs, "repair"))
            + (checked == 0 ? "" : " \(checked) of them checked by Coq.")
    }

    /// From the strongest verdict to the weakest.
    private static let order: [Verdict] = [.proved, .refuted, .holds, .consistent, .inconclusive]

    /// The steps whose verdict is not the one that `expected` records; a step without an entry is expected as it is.
    public func unexpected(_ expected: [String: Verdict]) -> Int {
        rows.count { row in expected[row.id].map { $0 != row.verdict } ?? false }
    }

    /// The report's page.
    public var markdown: String {
        var page = "# Audit of the proofs\n\n\(summary)\n\n"
        page +=
            "Made by `lemmacheck audit --out reports`: every step decided in ball arithmetic, by an exact law, by an argument written out, "
        page +=
            "or by the verifier's draws. A repair has the ID of the step that it repairs and a star. Assurance `machine`: every line below "
        page += "the verdict is checked in ball or integer arithmetic or by exact algebra; `argued`: some are arguments in words.\n"
        var lemma = ""
        for row in rows {
            let title = catalogue.section(of: row.claim)?.title ?? ""
            if title != lemma {
                lemma = title
                page += "\n## \(title)\n"
            }
            page += section(row)
        }
        return page
    }

    private func section(_ row: AuditRow) -> String {
        let statement = row.claim.statement.split(whereSeparator: \.isNewline).joined(separator: " ")
        var text = "\n### \(row.id): \(row.headline)\n\n"
        text += "`\(statement)`\n\n"
        text += "- \(row.claim.place); domain: \(row.claim.domain)\n- decided by: \(row.finding.method)\n"
        if let witness = row.finding.counterexample { text += "- **witness**: \(witness.text)\n" }
        if !row.finding.note.isEmpty { text += "- \(row.finding.note)\n" }
        for item in row.finding.evidence { text += "- \(item.standing.rawValue): \(item.text)\n" }
        if let coq = row.coq { text += "- \(coq.text)\n" }
        if !row.repairs.isEmpty { text += "- repair: \(row.repairs.joined(separator: ", "))\n" }
        guard let table = row.finding.boundary else { return text }
        let body = TextTable(columns: table.columns.map { .init(title: $0, isNumber: false) }, rows: table.rows)
        return text + "\n\(table.caption):\n\n\(body.markdown)"
    }

    /// Writes `audit.md` and `audit.json` to `folder`.
    ///
    /// - Returns: the paths written.
    /// - Throws: ``ReportError``.
    public func write(to folder: ReportFolder) throws(ReportError) -> [String] {
        let json: Data
        do { json = try self.json() } catch { throw ReportError(path: folder.path, reason: "\(error)") }
        return try folder.exchange([("audit.md", Data(markdown.utf8)), ("audit.json", json)])
    }

    /// Writes to `folder`, of `files`, the proofs in Coq that the rows name.
    ///
    /// - Returns: the paths written.
    /// - Throws: ``ReportError``.
    public func writeProofs(_ files: [(name: String, contents: String)], to folder: ReportFolder) throws(ReportError) -> [String] {
        let named = Set(rows.compactMap(\.coq?.file))
        return try folder.exchange(files.filter { named.contains($0.name) }.map { ($0.name, Data($0.contents.utf8)) })
    }
}
