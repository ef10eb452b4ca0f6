// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// A result as a Markdown page: what was run, the verdicts by lemma, the cells outside their claim's domain apart, and how
/// to read it.
public enum MarkdownReport {
    /// - Parameters:
    ///   - result: what the run found.
    ///   - command: the command that repeats the run.
    ///   - catalogue: where the claims stand.
    ///   - witnesses: those of the refuted claims.
    public static func text(
        of result: RunResult, command: String, in catalogue: Catalogue, witnesses: [Witness] = []
    ) -> String {
        let text = Escaping.markdown
        var page = "# Verdicts\n\n"
        page += "\(summary(result))\n\n"
        if result.interrupted == true { page += "**The run was interrupted: these are the cells that it reached.**\n\n" }
        page += """
            Made by \(Escaping.markdownCode(command)): lemmacheck \(text(result.version))\(result.run.map { ", run \(text($0))" } ?? ""), \
            seed \(result.seed), generator \(text(result.rng)), \
            sampler \(result.sampler.rawValue), family-wise error rate \(Digits.text(result.errorRate)).


            """
        page += "## By claim\n\n\(ClaimTable.markdown(result, in: catalogue))\n"
        if let table = SharpnessTable.table(result) {
            page += "## \(SharpnessTable.title)\n\n\(SharpnessTable.words)\n\n\(table.markdown)\n"
        }
        let judged = result.cells.filter(\.inDomain)
        for lemma in lemmas(judged) {
            page += "## \(text(title(lemma, judged, catalogue)))\n\n"
            page += VerdictTable.markdown(judged.filter { name($0) == lemma }) + "\n"
        }
        let outside = result.cells.filter { !$0.inDomain }
        if !outside.isEmpty {
            page += "## Outside the claims' domain\n\n"
            page += "A hypothesis of the claim fails at these cells: they are measured, and no verdict is given.\n\n"
            page += VerdictTable.markdown(outside) + "\n"
        }
        return page + WitnessReport.markdown(witnesses, in: catalogue) + legend
    }

    /// "Lemma B.4", "Claims of one's own".
    private static func title(_ lemma: String, _ cells: [RunResult.Cell], _ catalogue: Catalogue) -> String {
        let claim = cells.first { name($0) == lemma }.flatMap { catalogue.claim($0.claim) }
        return claim.flatMap { catalogue.section(of: $0)?.title } ?? "Lemma \(lemma)"
    }

    /// `15 cells: 12 PASS (holds), 3 FAIL (refuted); every verdict is the expected one.`; of expectations only where there are any.
    public static func summary(_ result: RunResult) -> String {
        let s = result.summary
        let counts = OutcomeCounts.text([
            (.pass, s.holds, "holds"), (.fail, s.refuted, "refuted"), (.open, s.consistent, "consistent"),
            (.open, s.inconclusive, "inconclusive"), (.open, s.outOfDomain, "out of domain"),
        ])
        let expectations = result.cells.count { $0.expected != nil }
        let judged = result.cells.count { $0.verdict != nil }
        let agreement: String =
            switch (expectations, s.unexpected) {
            case (0, _): ""
            case (judged, 0): "; every verdict is the expected one"
            case (_, 0): "; as expected where a verdict is expected (\(expectations))"
            case (_, let unexpected): "; \(unexpected) not as expected"
            }
        let noun = result.cells.count == 1 ? "cell" : "cells"
        return "\(result.cells.count) \(noun)\(counts.isEmpty ? "" : ": \(counts)\(agreement)")."
    }

    private static func name(_ cell: RunResult.Cell) -> String { String(cell.claim.prefix { $0 != "/" }) }

    private static func lemmas(_ cells: [RunResult.Cell]) -> [String] {
        cells.map(name).reduce(into: []) { if $0.last != $1, !$0.contains($1) { $0.append($1) } }
    }

    static let legend = """
        ## How to read this

        - **bound**: the claim's right-hand side. **quantile**: the (1-gamma)-quantile of the supremum over the lazy ball (for a \
        lower bound the gamma-quantile of the infimum), from the values attained. **slack**: bound over quantile, for a lower \
        bound quantile over bound: above 1 the bound has room to spare. **~** before the two: so few draws \
        decided the verdict that the quantile has no confidence limit on one side.
        - **P(violates)**: the exact probability that a draw violates the claim, or confidence limits for it that hold at every \
        number of trials, over all cells at once but for the error rate above. **(event)**: the claim is about the probability of an \
        event, and this is it. Blank where the claim is about every draw: one violation refutes it.
        - **refuted**: P(violates) exceeds gamma. **holds**: it does not, and certificates or an exact law exclude every W. \
        **consistent**: no attack shows more than gamma, and the certificate does not close the rest. **inconclusive**: the trial \
        budget ended first. **vacuous**: a trivial bound says as much.

        """
}
