// SPDX-License-Identifier: GPL-3.0-or-later

public import Verifier

/// The steps and statements that the Verifier decides cell by cell, by the suprema of the oracle: rows made from the results of a run.
///
/// A verdict here covers the cells that were run and says so; none is more than `holds`.
public struct VerifierProvider: AuditProvider {
    private let cells: [String: [RunResult.Cell]]

    /// - Parameter result: a run's cells; those in their claim's domain count.
    public init(_ result: RunResult) {
        cells = Dictionary(grouping: result.cells.filter { $0.verdict != nil }, by: \.claim)
    }

    public var steps: [AuditStep] { Catalogue.all.filter { cells[$0.id] != nil }.map(Self.step) }

    public func rows(for id: String) -> [AuditRow] {
        guard let claim = Catalogue.claim(id), let cells = cells[id] else { return [] }
        let refuted = cells.filter { $0.verdict == .refuted }
        let counts = Verdict.allCases.compactMap { verdict -> String? in
            let count = cells.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        let worst = refuted.min { ($0.d, $0.m) < ($1.d, $1.m) }
        let note = "\(cells.count) cells run: \(counts.joined(separator: ", "))"
        return [
            AuditRow(
                Self.step(claim), Self.verdict(cells), method: cells[0].method == .exact ? "exact supremum per draw" : "attack and certificate per draw",
                witness: worst.map(Self.witness), probability: worst?.probability.lower, gamma: worst?.gamma, note: note,
                evidence: [Evidence("confidence sequences over all cells at once; seed and error rate as the run's", .shown)])
        ]
    }

    private static func step(_ claim: Claim) -> AuditStep {
        AuditStep(
            id: claim.id, kind: .uniform, statement: claim.statement, place: claim.place,
            domain: claim.hypotheses.isEmpty ? "every d, m, gamma, C0" : claim.hypotheses)
    }

    private static func verdict(_ cells: [RunResult.Cell]) -> AuditVerdict {
        let verdicts = Set(cells.compactMap(\.verdict))
        if verdicts.contains(.refuted) { return .refuted }
        if verdicts.contains(.inconclusive) { return .inconclusive }
        return verdicts.contains(.consistent) ? .consistent : .holds
    }

    private static func witness(_ cell: RunResult.Cell) -> Witness {
        var parameters = [Witness.Parameter("d", "\(cell.d)"), .init("m", "\(cell.m)"), .init("gamma", "\(cell.gamma)")]
        for (name, value) in [("C0", cell.c0), ("C1", cell.c1), ("R", cell.radius)] {
            if let value { parameters.append(.init(name, "\(value)")) }
        }
        // Both sides of "P(violates) <= gamma": the left one from below, by the confidence sequence.
        return Witness(parameters, lhs: cell.probability.lower, rhs: cell.gamma, excess: cell.probability.lower - cell.gamma)
    }
}
