// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Foundation

/// The audit's rows for a terminal, as Markdown grouped by lemma in the paper's order, and as JSON.
public struct AuditReport {
    public let document: AuditDocument
    private let catalogue: Catalogue

    var steps: [AuditDocument.Step] { document.steps }

    public init(_ rows: [AuditRow], in catalogue: Catalogue) { self.init(AuditDocument(rows), in: catalogue) }

    public init(_ document: AuditDocument, in catalogue: Catalogue) {
        self.document = document
        self.catalogue = catalogue
    }

    /// `{schema, version, steps: [...]}`.
    public func json() throws -> Data { try JSONReport.data(of: document) }

    /// `118 claims: 44 PASS (41 proved: 20 machine, 21 argued; 3 holds), 12 FAIL (refuted: ...). 12 repairs: ...`.
    public var summary: String {
        let (repairs, claims) = (steps.filter(\.isRepair), steps.filter { !$0.isRepair })
        func counts(_ steps: [AuditDocument.Step]) -> String {
            OutcomeCounts.text(
                Self.order.map { verdict in
                    let those = steps.filter { $0.verdict == verdict }
                    let parts = Assurance.allCases.compactMap { assurance -> String? in
                        let count = those.count { $0.assurance == assurance }
                        return count == 0 ? nil : "\(count) \(assurance.rawValue)"
                    }
                    let shares = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
                    return (ClaimOutcome(verdict), those.count, verdict.rawValue + shares)
                } + [(.open, steps.count { $0.verdict == nil }, "not judged")])
        }
        func line(_ steps: [AuditDocument.Step], _ noun: String) -> String {
            "\(steps.count) \(noun)\(steps.count == 1 ? "" : "s"): \(counts(steps))."
        }
        let checked = steps.count { $0.coq != nil }
        return line(claims, "claim") + (repairs.isEmpty ? "" : " " + line(repairs, "repair"))
            + (checked == 0 ? "" : " \(checked) of them checked by Coq.")
    }

    /// From the strongest verdict to the weakest.
    private static let order: [Verdict] = [.proved, .refuted, .holds, .reproduced, .notReproduced, .consistent, .inconclusive]

    /// The steps whose verdict is not the one that `expected` records; a step without an entry is expected as it is.
    public func unexpected(_ expected: [String: Verdict]) -> Int {
        steps.count { step in expected[step.id].map { $0 != step.verdict } ?? false }
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
        for step in steps {
            let title = self.title(of: step)
            if title != lemma {
                lemma = title
                page += "\n## \(title)\n"
            }
            page += section(step)
        }
        return page
    }

    /// The section of the paper that a step stands in: "Lemma B.7".
    func title(of step: AuditDocument.Step) -> String {
        catalogue.claim(step.id).flatMap { catalogue.section(of: $0)?.title } ?? ""
    }

    private func section(_ step: AuditDocument.Step) -> String {
        let text = Escaping.markdown
        var page = "\n### \(text(step.id)): \(step.headline)\n\n"
        page += "\(Escaping.markdownCode(step.statementLine))\n\n"
        page += "- \(text(step.place)); domain: \(text(step.domain))\n- decided by: \(text(step.method))\n"
        if let witness = step.witness { page += "- **witness**: \(text(witness.text))\n" }
        if let note = step.note { page += "- \(text(note))\n" }
        for item in step.evidence ?? [] { page += "- \(item.standing.rawValue): \(text(item.text))\n" }
        if let coq = step.coq { page += "- \(text(coq.text))\n" }
        if let repairs = step.repairs { page += "- repair: \(text(repairs.joined(separator: ", ")))\n" }
        guard let table = step.boundary else { return page }
        let body = TextTable(columns: table.columns.map { .init(title: $0, isNumber: false) }, rows: table.rows)
        return page + "\n\(text(table.title)):\n\n\(body.markdown)"
    }

    /// Writes to `folder`, of `files`, the proofs in Coq that the rows name.
    ///
    /// - Returns: the paths written.
    /// - Throws: ``ReportError``.
    public func writeProofs(_ files: [(name: String, contents: String)], to folder: ReportFolder) throws(ReportError) -> [String] {
        let named = Set(steps.compactMap(\.coq?.file))
        return try folder.exchange(files.filter { named.contains($0.name) }.map { ($0.name, Data($0.contents.utf8)) })
    }
}

extension BoundaryTable {
    /// The caption without the colon that some have at their end.
    var title: String { caption.hasSuffix(":") ? String(caption.dropLast()) : caption }
}
