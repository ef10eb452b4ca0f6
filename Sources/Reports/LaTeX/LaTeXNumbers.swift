// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// `numbers.tex`: a macro for each number that an author would quote, so that a paper is brought up to date by a run.
///
/// A macro's name is `\lc`, the claim in letters and what it is of: `\lcBSevenTwoPass` are the cells of B.7/2 that pass.
public enum LaTeXNumbers {
    public static func text(_ contents: ReportContents) -> String {
        var macros: [(name: String, value: String)] = []
        if let result = contents.result { macros += run(result) }
        if let audit = contents.audit { macros += self.audit(audit) }
        var seen: Set<String> = []
        let lines = macros.filter { seen.insert($0.name).inserted }.map { "\\newcommand{\\lc\($0.name)}{\(Escaping.latex($0.value))}" }
        return """
            % A macro for each number: \\input this file in the preamble. \\lcBSevenTwoPass: the cells of B.7/2 that pass; Prime, Star, Plus
            % stand for ', * and + of a claim's ID. Slack: from the smallest to the largest.
            \(lines.joined(separator: "\n"))

            """
    }

    private static func run(_ result: RunResult) -> [(name: String, value: String)] {
        let s = result.summary
        var macros: [(String, String)] = [
            ("Version", result.version), ("Seed", "\(result.seed)"), ("ErrorRate", Digits.text(result.errorRate)),
            ("Cells", "\(result.cells.count)"), ("CellsPass", "\(s.pass)"), ("CellsFail", "\(s.fail)"), ("CellsOpen", "\(s.open)"),
            ("Trials", "\(result.cells.reduce(0) { $0 + $1.trials })"),
        ]
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        for claim in claims {
            let cells = result.cells.filter { $0.claim == claim }, name = name(claim)
            let summary = ClaimTable.Summary(cells)
            func count(_ outcome: ClaimOutcome) -> String { "\(cells.count { ClaimOutcome($0.verdict) == outcome })" }
            macros += [
                (name + "Cells", "\(cells.count)"), (name + "Pass", count(.pass)), (name + "Fail", count(.fail)),
                (name + "Open", count(.open)),
            ]
            if !summary.slack.isEmpty { macros.append((name + "Slack", summary.slack)) }
        }
        return macros
    }

    private static func audit(_ audit: AuditDocument) -> [(name: String, value: String)] {
        let claims = audit.steps.filter { !$0.isRepair }
        func count(_ outcome: ClaimOutcome) -> String { "\(claims.count { $0.outcome == outcome })" }
        func count(_ verdict: Verdict) -> String { "\(claims.count { $0.verdict == verdict })" }
        let totals: [(String, String)] = [
            ("AuditClaims", "\(claims.count)"), ("AuditPass", count(.pass)), ("AuditFail", count(.fail)), ("AuditOpen", count(.open)),
            ("AuditProved", count(.proved)), ("AuditRefuted", count(.refuted)),
            ("AuditCoq", "\(audit.steps.count { $0.coq != nil })"), ("AuditRepairs", "\(audit.steps.count - claims.count)"),
        ]
        return totals + audit.steps.map { (name($0.id) + "Audit", $0.verdictText) }
    }

    /// An ID in letters: B.7/f* is BSevenfStar.
    static func name(_ id: String) -> String {
        let digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
        return id.map { character in
            switch character {
            case "'": return "Prime"
            case "*": return "Star"
            case "+": return "Plus"
            case _ where character.isASCII && character.isLetter: return String(character)
            default: return character.isASCII ? character.wholeNumberValue.map { digits[$0] } ?? "" : ""
            }
        }.joined()
    }
}
