// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// What the cells of a run say of a claim: its verdict covers the cells that were run and says so; it is never more than `holds`.
enum DrawnFinding {
    /// - Parameter cells: those of the claim that lie in its domain, at least one.
    static func finding(of cells: [RunResult.Cell], _ claim: MeasuredClaim) -> Finding {
        let counts = Verdict.allCases.compactMap { verdict -> String? in
            let count = cells.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        let worst = cells.filter { $0.verdict == .refuted }.min { ($0.d ?? 0, $0.m ?? 0) < ($1.d ?? 0, $1.m ?? 0) }
        return Finding(
            verdict(cells), method: method(claim.quantity.method), counterexample: worst.map { counterexample($0, claim) },
            probability: worst?.probability.lower, gamma: worst.map { allowed($0, claim) },
            note: "\(cells.count) cells run: \(counts.joined(separator: ", "))",
            evidence: [Evidence("confidence sequences over all cells at once; seed and error rate as the run's", .measured)])
    }

    /// Of a claim that draws are to decide and that has no cell to draw at.
    static let none = Finding(
        .inconclusive, method: "no draws",
        note: "the plan has no cell in the claim's domain with m <= \(Audit.largestWidth) and d <= \(Audit.largestDimension)")

    private static func method(_ method: Method) -> String {
        switch method {
        case .exact: "exact supremum per draw"
        case .certified: "attack and certificate per draw"
        case .attack: "attack per draw"
        case .law: "limit in law"
        }
    }

    private static func verdict(_ cells: [RunResult.Cell]) -> Verdict {
        let verdicts = Set(cells.compactMap(\.verdict))
        if verdicts.contains(.refuted) { return .refuted }
        if verdicts.contains(.inconclusive) { return .inconclusive }
        return verdicts.contains(.consistent) ? .consistent : .holds
    }

    private static func allowed(_ cell: RunResult.Cell, _ claim: MeasuredClaim) -> Double {
        claim.allowedProbability(bound: cell.bound, gamma: cell.gamma ?? 0)
    }

    /// Both sides of "P(violates) <= what is allowed": the left one from below, by the confidence sequence.
    private static func counterexample(_ cell: RunResult.Cell, _ claim: MeasuredClaim) -> Counterexample {
        let parameters = cell.named.map { Counterexample.Parameter($0.symbol, $0.text) }
        let (lower, allowed) = (cell.probability.lower, allowed(cell, claim))
        return Counterexample(parameters, lhs: lower, rhs: allowed, excess: lower - allowed)
    }
}
