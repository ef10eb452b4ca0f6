// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// `numbers.tex` of a run, `audit-numbers.tex` of an audit: a macro for each number that an author would quote, so that a paper is brought
/// up to date by a command. Each depends on its own report alone: neither command takes away what the other gave.
///
/// A macro's name is `\lc`, the claim in letters and what it is of: `\lcBSevenTwoPass` are the cells of B.7/2 that pass.
public enum LaTeXNumbers {
    /// A macro: its name without `\lc`, and the LaTeX that it stands for.
    private typealias Macro = (name: String, value: String)

    public static func text(_ contents: ReportContents) -> String {
        var macros: [Macro] = []
        if let result = contents.result { macros += run(result) }
        if let audit = contents.audit { macros += self.audit(audit) }
        var seen: Set<String> = []
        let lines = macros.filter { seen.insert($0.name).inserted }.map { "\\newcommand{\\lc\($0.name)}{\($0.value)}" }
        let heads = (contents.result == nil ? "" : ofRun) + (contents.audit == nil ? "" : ofAudit)
        return head + heads + lines.joined(separator: "\n") + "\n"
    }

    private static let head = """
        % A macro for each number: \\input this file in the preamble. Each can stand in text and in mathematics. A claim's ID is in letters,
        % Prime, Star, Plus standing for the signs ' * + in it.

        """

    private static let ofRun = """
        % \\lcVersion, \\lcSeed, \\lcErrorRate (the probability that any verdict is wrong), \\lcTrials (draws), \\lcCells and of these
        % \\lcCellsPass, \\lcCellsFail, \\lcCellsOpen.
        % Of a claim: \\lcBSevenTwoCells, \\lcBSevenTwoPass, \\lcBSevenTwoFail, \\lcBSevenTwoOpen are the cells of B.7/2;
        % \\lcBSevenTwoSlackLeast, \\lcBSevenTwoSlackMost the least and the largest slack, \\lcBSevenTwoSlack both.

        """

    private static let ofAudit = """
        % \\lcAuditClaims and of these \\lcAuditPass, \\lcAuditFail, \\lcAuditOpen, \\lcAuditProved, \\lcAuditRefuted; \\lcAuditRepairs;
        % \\lcAuditCoq (steps checked by Coq); \\lcBSevenTwoAudit is the verdict on B.7/2.

        """

    private static func run(_ result: RunResult) -> [Macro] {
        let s = result.summary
        var macros: [Macro] = [
            ("Version", Escaping.latex(result.version)), ("Seed", "\(result.seed)"),
            ("ErrorRate", LaTeXText.number(Digits.text(result.errorRate))), ("Cells", "\(result.cells.count)"),
            ("CellsPass", "\(s.pass)"), ("CellsFail", "\(s.fail)"), ("CellsOpen", "\(s.open)"),
            ("Trials", "\(result.cells.reduce(0) { $0 + $1.trials })"),
        ]
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        for claim in claims { macros += self.claim(name(claim), result.cells.filter { $0.claim == claim }) }
        return macros
    }

    private static func claim(_ name: String, _ cells: [RunResult.Cell]) -> [Macro] {
        func count(_ outcome: ClaimOutcome) -> String { "\(cells.count { ClaimOutcome($0.verdict) == outcome })" }
        let counts: [Macro] = [
            (name + "Cells", "\(cells.count)"), (name + "Pass", count(.pass)), (name + "Fail", count(.fail)), (name + "Open", count(.open)),
        ]
        let slacks = cells.filter { $0.verdict != nil }.compactMap(\.slack)
        guard let least = slacks.min(), let most = slacks.max() else { return counts }
        let ends = [least, most].map { LaTeXText.number(Digits.text($0, 3)) }
        return counts + [
            (name + "SlackLeast", ends[0]), (name + "SlackMost", ends[1]),
            (name + "Slack", LaTeXText.words(ClaimTable.Summary(cells).slack)),
        ]
    }

    private static func audit(_ audit: AuditDocument) -> [Macro] {
        let claims = audit.steps.filter { !$0.isRepair }
        func count(_ outcome: ClaimOutcome) -> String { "\(claims.count { $0.outcome == outcome })" }
        func count(_ verdict: Verdict) -> String { "\(claims.count { $0.verdict == verdict })" }
        let totals: [Macro] = [
            ("AuditClaims", "\(claims.count)"), ("AuditPass", count(.pass)), ("AuditFail", count(.fail)), ("AuditOpen", count(.open)),
            ("AuditProved", count(.proved)), ("AuditRefuted", count(.refuted)),
            ("AuditCoq", "\(audit.steps.count { $0.coq != nil })"), ("AuditRepairs", "\(audit.steps.count - claims.count)"),
        ]
        return totals + audit.steps.map { (name($0.id) + "Audit", Escaping.latex($0.verdictText)) }
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
            case _ where character.isASCII: return character.wholeNumberValue.map { digits[$0] } ?? ""
            default: return ""
            }
        }.joined()
    }
}
