// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
import Foundation
public import Verifier

/// Witnesses in words.
public enum WitnessReport {
    /// The name of a claim's witness file: `B.7-2.json`.
    public static func fileName(_ claim: String) -> String { claim.replacing("/", with: "-") + ".json" }

    /// The section of the Markdown page; empty without witnesses.
    ///
    /// - Parameters:
    ///   - witnesses: in the order of the page.
    ///   - catalogue: where their claims stand.
    public static func markdown(_ witnesses: [Witness], in catalogue: Catalogue) -> String {
        guard !witnesses.isEmpty else { return "" }
        let table = TextTable(
            columns: [
                .init(title: "claim", isNumber: false), .init(title: "d", isNumber: true), .init(title: "m", isNumber: true),
                .init(title: "trial", isNumber: true), .init(title: "moved neurons", isNumber: true), .init(title: "value", isNumber: true),
                .init(title: "bound", isNumber: true), .init(title: "P(violates)", isNumber: false),
                .init(title: "replay", isNumber: false),
            ],
            rows: witnesses.map { row($0, in: catalogue) })
        return """
            ## Witnesses

            One draw (W0, a) for each refuted claim, and a W in its lazy ball that violates it, at the smallest (d, m) tried at which the \
            claim is still refuted and with the fewest moved neurons found. A claim that holds with probability 1-gamma allows some \
            draws to violate it: what refutes it is their probability at that cell. Paths are relative to this page.

            \(table.markdown)

            """
    }

    /// One line for a terminal, with the command that replays it.
    public static func line(_ finding: WitnessFinding, folder: String) -> String {
        let (witness, check) = (finding.witness, finding.check)
        return
            "Witness against \(witness.claim)\(finding.isSaved ? ", saved and replayed" : ""): d=\(witness.parameters.d) "
            + "m=\(witness.parameters.m), "
            + "moved neurons \(check.moved), value \(Digits.text(check.value)), bound \(sign(check)) \(Digits.text(check.bound)); "
            + "lemmacheck replay \(folder)/witnesses/\(fileName(witness.claim))"
    }

    private static func row(_ witness: Witness, in catalogue: Catalogue) -> [String] {
        let sign = catalogue.claim(witness.claim)?.sense == .lower ? ">=" : "<="
        return [
            witness.claim, "\(witness.parameters.d)", "\(witness.parameters.m)", "\(witness.draw.trial)", "\(witness.moved.count)",
            Digits.text(witness.value), "\(sign) \(Digits.text(witness.bound))", probability(witness.refutation),
            Escaping.markdownCode("lemmacheck replay witnesses/\(fileName(witness.claim))"),
        ]
    }

    private static func sign(_ check: WitnessCheck) -> String { check.direction == "lower" ? ">=" : "<=" }

    private static func probability(_ refutation: Witness.Refutation) -> String {
        probability(refutation.evidence, refutation.probability, allowed: refutation.allowed)
    }

    private static func probability(_ evidence: VerdictBasis, _ p: RunResult.Probability, allowed: Double) -> String {
        switch evidence {
        case .law: "\(Digits.text(p.lower, 3)) > \(Digits.text(allowed))"
        case .trials: "at least \(Digits.text(p.lower, 3)) > \(Digits.text(allowed))"
        }
    }

    /// What a replay found, line by line; the verdict last.
    public static func text(of witness: Witness, _ replay: WitnessReplay) -> String {
        var lines = ["claim     \(replay.cell)"]
        if let draw = replay.draw { lines += self.lines(of: draw, width: witness.parameters.m) }
        if replay.mismatches.isEmpty, let refutation = replay.refutation { lines.append("refuted   \(self.line(of: refutation))") }
        let r = witness.refutation
        lines.append(
            "unchecked the file says: refuted first at d=\(r.fromD) m=\(r.fromM); neurons moved before those not needed were put back: "
                + "\(r.movedAtFirst)")
        lines += replay.mismatches.map { "not as recorded: \($0)" }
        if replay.mismatches.isEmpty, let draw = replay.draw { lines.append(verdict(draw)) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(of draw: WitnessCheck, width: Int) -> [String] {
        var lines = [
            "draw      seed \(draw.seed), \(draw.rng), trial \(draw.trial)",
            "moved     \(draw.moved) of \(width) neurons",
            "distance  \(Digits.text(draw.distance, 7)), allowed \(Digits.text(draw.allowedDistance, 7))",
        ]
        if let length = draw.deltaLength, let allowed = draw.allowedDeltaLength {
            lines.append("delta     \(Digits.text(length, 7)), allowed \(Digits.text(allowed, 7))")
        }
        lines.append("value     \(Digits.text(draw.value, 10)), recorded \(Digits.text(draw.recordedValue, 10))")
        lines.append("bound     \(sign(draw)) \(Digits.text(draw.bound, 10))")
        return lines
    }

    /// `P(violates) at least 0.0737 > 0.05 at this cell: 7 violations in 7 trials, repeated; error probability 2.4e-6`.
    private static func line(of r: RefutationCheck) -> String {
        let text = "P(violates) \(probability(r.evidence, r.probability, allowed: r.allowed)) at this cell"
        guard let trials = r.trials, let violations = r.violations, let alpha = r.alpha else { return text + ", by its exact law" }
        let count = "\(violations) violations in \(trials) trials"
        return text + ", by " + (r.isRepeated == true ? "\(count), repeated here" : "what the file counts, not repeated here: \(count)")
            + "; error probability \(Digits.text(alpha, 2))"
    }

    private static func verdict(_ check: WitnessCheck) -> String {
        if check.isConfirmed { return "this draw violates the claim, as the witness says" }
        if !check.isFinite { return "not a witness: a value or a distance overflows, which shows nothing" }
        if !check.feasible { return "not a witness: a move or a delta is longer than allowed" }
        if !check.violates { return "not a witness: the value does not violate the claim" }
        return "not as recorded: the value violates the claim, but is not the one in the file"
    }
}
