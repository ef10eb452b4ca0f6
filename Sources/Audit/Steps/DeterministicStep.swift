// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds

/// A step that the audit decides by itself, with all that it may try. No verdict is written down: a counterexample is looked for first, then
/// each line of the proof is checked, and the row says what came of it.
struct DeterministicStep: Sendable {
    let step: AuditStep
    /// Looks for the simplest counterexample; nil finds none.
    var search: (@Sendable () -> Witness?)?
    /// Whether the witness's sides are a lower bound of the probability of failure, and gamma.
    var isOfProbability = false
    /// The lines of a proof over the whole domain; empty where none is known.
    var proof: [Check] = []
    /// How the proof goes, in a few words.
    var method = ""
    /// Where a step that fails somewhere holds all the same, or fails throughout: the region in words, and the lines that show it.
    var parts: [(region: String, checks: [Check])] = []
    var boundary: (@Sendable () -> BoundaryTable)?
    /// Beside a proof.
    var note = ""
    /// Beside a refutation: whether the statement that the step serves survives, and by which route.
    var route = ""
    var repairs: [DeterministicStep] = []

    /// The step's row, then those of its repairs, where it is refuted.
    func rows() -> [AuditRow] {
        if let witness = search?() { return refuted(witness) }
        let evidence = proof.map(\.evidence)
        let holds = !proof.isEmpty && evidence.allSatisfy { $0.standing != .failed }
        let row = AuditRow(
            step, holds ? .proved : .inconclusive, method: holds ? method : "no counterexample among simple numbers, no "
                + "complete proof",
            note: note, evidence: evidence)
        return [row]
    }

    private func refuted(_ witness: Witness) -> [AuditRow] {
        var evidence: [Evidence] = [], regions: [String] = []
        for part in parts {
            let lines = part.checks.map(\.evidence)
            if lines.allSatisfy({ $0.standing != .failed }) { regions.append(part.region) }
            evidence += lines
        }
        let repaired = repairs.flatMap { $0.rows() }
        let found = repaired.filter { $0.verdict == .proved }.map(\.id)
        let note = (regions + [route]).filter { !$0.isEmpty }.joined(separator: " ")
        let row = AuditRow(
            step, .refuted, method: isOfProbability ? "lower bound of the failure probability, in ball arithmetic" : "counterexample in ball arithmetic",
            witness: witness, probability: isOfProbability ? witness.lhs : nil, gamma: isOfProbability ? witness.rhs : nil, note: note, evidence: evidence,
            boundary: boundary?(), repairs: found)
        return [row] + repaired
    }
}
