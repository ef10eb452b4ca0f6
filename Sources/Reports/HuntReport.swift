// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Foundation
public import Verifier

/// A hunt in words.
public enum HuntReport {
    /// Nothing found proves nothing.
    private static func outcome(_ claim: HuntResult.Claim) -> ClaimOutcome { claim.verdict == .refuted ? .fail : .open }

    /// What was found of one claim, for a terminal: the verdict, the cell and the command that repeats it, and what was looked at.
    public static func text(_ claim: HuntResult.Claim, _ run: RunHead, on screen: Screen = .pipe) -> String {
        var text = "\(claim.claim)  \(outcome(claim).rawValue)  \(claim.verdict.rawValue)\n"
        if let refutation = claim.refutation {
            let rows = VerdictRows([refutation.cell], run, on: screen)
            let table = rows.head.dropLast() + rows.title + rows.line(refutation.cell)
            text += table.split(separator: "\n").map { "  \($0)\n" }.joined()
            // A command stays in one line, to be copied.
            text += lines(of: refutation).map { "  \($0)\n" }.joined()
        }
        return text + lines(of: claim.searched).map { screen.wrapped($0, first: "  ", indent: 4) }.joined()
    }

    /// `3 claims: 1 FAIL (refuted), 2 OPEN (without a refutation found, which proves nothing).`
    public static func summary(_ result: HuntResult) -> String {
        let refuted = result.claims.count { $0.verdict == .refuted }, rest = result.claims.count - refuted
        let counts = OutcomeCounts.text([
            (.fail, refuted, "refuted"), (.open, rest, "without a refutation found, which proves nothing"),
        ])
        let noun = result.claims.count == 1 ? "claim" : "claims"
        return "\(result.claims.count) \(noun)" + (counts.isEmpty ? "." : ": \(counts).")
    }

    /// The page `hunt.md`.
    ///
    /// - Parameters:
    ///   - result: what the hunt found.
    ///   - command: the command that repeats the hunt.
    ///   - witnesses: those of the refuted claims.
    ///   - catalogue: where the claims stand.
    public static func markdown(_ result: HuntResult, command: String, witnesses: [Witness], in catalogue: Catalogue) -> String {
        var page = "# Hunt\n\n\(summary(result))\n\n"
        if result.interrupted == true { page += "**The hunt was interrupted.**\n\n" }
        page += """
            Made by \(Escaping.markdownCode(command)): lemmacheck \(result.version), seed \(result.seed), generator \(result.rng), sampler \
            \(result.sampler.rawValue), at most \(result.cells) cells a claim, error rate of the whole hunt \
            \(Digits.text(result.errorRate)).


            """
        for claim in result.claims {
            page += "## \(claim.claim): \(outcome(claim).rawValue), \(claim.verdict.rawValue)\n\n"
            if let refutation = claim.refutation {
                page += VerdictTable.markdown([refutation.cell.recorded]) + "\n"
                page += lines(of: refutation).map { "- \($0)\n" }.joined() + "\n"
            }
            page += lines(of: claim.searched).map { "- \($0)\n" }.joined() + "\n"
        }
        return page + WitnessReport.markdown(witnesses, in: catalogue)
    }

    /// `hunt.md` and `hunt.json`.
    ///
    /// - Throws: where the result cannot be encoded.
    public static func files(
        of result: HuntResult, command: String, formats: [ReportFormat], witnesses: [Witness], in catalogue: Catalogue
    ) throws -> [(name: String, contents: Data)] {
        try formats.compactMap { format in
            switch format {
            case .md: ("hunt.md", Data(markdown(result, command: command, witnesses: witnesses, in: catalogue).utf8))
            case .json: ("hunt.json", try JSONReport.data(of: result.recorded))
            case .csv, .html, .tex, .junit, .svg, .pdf, .png: nil
            }
        }
    }

    private static func lines(of refutation: HuntResult.Refutation) -> [String] {
        let error = refutation.errorRate == 0 ? "" : "; error probability \(Digits.text(refutation.errorRate, 2))"
        let start = refutation.foundAt, cell = refutation.cell
        let isShrunk =
            (start.d, start.m, start.gamma) != (cell.d, cell.m, cell.gamma) || (start.c0, start.c1) != (cell.c0, cell.c1)
            || (start.radius, start.epsilon) != (cell.radius, cell.epsilon)
        return ["repeat: \(refutation.command)" + error] + (isShrunk ? ["first met at \(text(of: start))"] : [])
    }

    private static func lines(of searched: HuntResult.Searched) -> [String] {
        let ways = [(searched.random, "log-uniform"), (searched.atEdges, "with ends of ranges"), (searched.nearby, "near the nearest")]
        let decided = searched.byLaw == 0 ? "" : ", \(searched.byLaw) by law"
        let passed = [
            (searched.outOfDomain, "outside the claim's domain"), (searched.vacuous, "vacuous"), (searched.tooLarge, "too large to draw"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        var lines = [
            "\(searched.cells) cells (\(ways.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", "))), "
                + "\(searched.draws) draws\(decided), \(searched.suspects) suspected"
        ]
        if !searched.ranges.isEmpty { lines.append("ranges: " + searched.ranges.map(text).joined(separator: ", ")) }
        if !searched.extremes.isEmpty {
            lines.append("cells at " + searched.extremes.map { "\($0.of): \($0.cells)" }.joined(separator: ", "))
        }
        if !passed.isEmpty { lines.append("points passed over: " + passed.joined(separator: ", ")) }
        lines += searched.nearest.map { "near: ratio \(Digits.text($0.ratio)) at \(text(of: $0.cell))" }
        return lines
    }

    private static func text(_ range: HuntResult.Range) -> String {
        "\(range.parameter) \(Digits.text(range.from, 3)) to \(Digits.text(range.to, 3))"
    }

    private static func text(of point: Witness.Point) -> String {
        let optional = [("c0", point.c0), ("c1", point.c1), ("radius", point.radius), ("epsilon", point.epsilon)]
        return "d=\(point.d) m=\(point.m) gamma=\(Digits.text(point.gamma))"
            + optional.compactMap { name, value in value.map { " \(name)=\(Digits.text($0))" } }.joined()
    }
}

extension HuntResult {
    /// The result with every computed value rounded to ``Digits/recorded`` digits; parameters and counts stay as they are.
    var recorded: HuntResult {
        var copy = self
        for index in copy.claims.indices {
            if let cell = copy.claims[index].refutation?.cell { copy.claims[index].refutation?.cell = cell.recorded }
            for place in copy.claims[index].searched.nearest.indices {
                copy.claims[index].searched.nearest[place].ratio = Digits.rounded(copy.claims[index].searched.nearest[place].ratio)
            }
        }
        return copy
    }
}
