// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import Verifier

/// Witnesses in words.
public enum WitnessReport {
    /// The name of a claim's witness file: `B.7-2.json`.
    public static func fileName(_ claim: String) -> String { claim.replacing("/", with: "-") + ".json" }

    /// The section of the Markdown page; empty without findings.
    public static func markdown(_ findings: [WitnessFinding]) -> String {
        guard !findings.isEmpty else { return "" }
        let table = TextTable(
            columns: [
                .init(title: "claim", isNumber: false), .init(title: "d", isNumber: true), .init(title: "m", isNumber: true),
                .init(title: "trial", isNumber: true), .init(title: "moved neurons", isNumber: true), .init(title: "value", isNumber: true),
                .init(title: "bound", isNumber: true), .init(title: "P(violates)", isNumber: false),
                .init(title: "replay", isNumber: false),
            ],
            rows: findings.map(row))
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

    private static func row(_ finding: WitnessFinding) -> [String] {
        let (witness, check) = (finding.witness, finding.check)
        return [
            witness.claim, "\(witness.parameters.d)", "\(witness.parameters.m)", "\(witness.draw.trial)", "\(check.moved)",
            Digits.text(check.value), "\(sign(check)) \(Digits.text(check.bound))", probability(witness.refutation),
            "`lemmacheck replay witnesses/\(fileName(witness.claim))`",
        ]
    }

    private static func sign(_ check: WitnessCheck) -> String { check.direction == "lower" ? ">=" : "<=" }

    private static func probability(_ refutation: Witness.Refutation) -> String {
        let p = refutation.probability
        if refutation.evidence == .law { return "\(Digits.text(p.lower, 3)) > \(Digits.text(refutation.allowed))" }
        return "at least \(Digits.text(p.lower, 3)) > \(Digits.text(refutation.allowed))"
    }

    /// What a replay found, line by line; the verdict last.
    public static func text(of witness: Witness, _ check: WitnessCheck) -> String {
        let r = witness.refutation
        var lines = [
            "claim     \(check.cell)",
            "draw      seed \(check.seed), \(check.rng), trial \(check.trial)",
            "moved     \(check.moved) of \(witness.parameters.m) neurons (\(r.movedAtFirst) before those not needed were put back)",
            "distance  \(Digits.text(check.distance, 7)), allowed \(Digits.text(check.allowedDistance, 7))",
        ]
        if let length = check.deltaLength, let allowed = check.allowedDeltaLength {
            lines.append("delta     \(Digits.text(length, 7)), allowed \(Digits.text(allowed, 7))")
        }
        lines.append("value     \(Digits.text(check.value, 10)), recorded \(Digits.text(check.recordedValue, 10))")
        lines.append("bound     \(sign(check)) \(Digits.text(check.bound, 10))")
        lines.append("refuted   P(violates) \(probability(r)) at this cell, by \(evidence(r)); first found at d=\(r.fromD) m=\(r.fromM)")
        lines.append(verdict(check))
        return lines.map { $0 + "\n" }.joined()
    }

    private static func evidence(_ refutation: Witness.Refutation) -> String {
        guard let trials = refutation.trials, let violations = refutation.violations else { return "its exact law" }
        return "\(violations) violations in \(trials) trials"
    }

    private static func verdict(_ check: WitnessCheck) -> String {
        if check.isConfirmed { return "this draw violates the claim, as the witness says" }
        if !check.feasible { return "not a witness: a move or a delta is longer than allowed" }
        if !check.violates { return "not a witness: the value does not violate the claim" }
        return "not as recorded: the value violates the claim, but is not the one in the file"
    }
}
