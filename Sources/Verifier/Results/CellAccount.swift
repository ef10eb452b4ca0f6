// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims

extension RunResult {
    /// A cell's verdict with all that a reader needs to judge it, in one line and numbers of six digits: where, the evidence against what
    /// is allowed, bound and quantile, draws, seed and error rate.
    ///
    ///     B.7/2 is refuted at d=25 m=1000 gamma=0.05 C0=10: P(violates) in [0.0504, 0.202] exceeds 0.05; bound 4.33013 from below, ...
    ///
    /// - Parameters:
    ///   - cell: of a run.
    ///   - claim: the cell's, for the side of the bound and what it allows.
    public func account(of cell: Cell, _ claim: MeasuredClaim) -> String {
        let state =
            cell.verdict.map { "\($0.rawValue)\(cell.vacuous ? " (vacuous: a trivial bound says as much)" : "")" } ?? "out of its domain"
        let word = cell.verdict == .refuted || cell.verdict == nil ? "is \(state)" : cell.verdict == .holds ? state : "is \(state)"
        let place = cell.place.isEmpty ? "" : " at \(cell.place)"
        var parts = ["\(cell.claim) \(word)\(place): \(Self.evidence(of: cell, claim))"]
        parts.append("bound \(Self.six(cell.bound)) from \(claim.direction == .upper ? "above" : "below")")
        if let quantile = cell.quantile {
            parts.append("quantile \(Self.six(quantile.value)) in [\(Self.six(quantile.lower)), \(Self.six(quantile.upper))]")
        }
        if let slack = cell.slack { parts.append("slack \(Self.six(slack))") }
        let law = cell.method == .law ? "by a certificate in law" : "by the exact law"
        let method =
            cell.evidence == .law
            ? law : "by \(cell.trials) \(cell.trials == 1 ? "draw" : "draws") (\(cell.method.rawValue))"
        parts.append("\(method), seed \(seed), error rate \(Self.six(errorRate))")
        if let note = cell.note { parts.append(note) }
        return parts.joined(separator: "; ")
    }

    /// "P(violates) in [0.0504, 0.202] exceeds 0.05".
    private static func evidence(of cell: Cell, _ claim: MeasuredClaim) -> String {
        let failed = (try? cell.point()).map { claim.hypotheses($0.arguments).filter { !$0.holds }.map(\.text) } ?? []
        if cell.verdict == nil { return "the hypothesis \(failed.joined(separator: ", ")) fails there" }
        let p = cell.probability, limits = "[\(six(p.lower)), \(six(p.upper))]"
        let allowed = six(claim.allowedProbability(bound: cell.bound, gamma: cell.gamma ?? 0))
        let relation =
            switch cell.verdict {
            case .refuted: "exceeds"
            case .holds, .proved, .reproduced: "is at most"
            case .consistent, .inconclusive, .notReproduced, nil: "is not told from"
            }
        switch cell.probabilityOf {
        case .violation: return "P(violates) in \(limits) \(relation) \(allowed)"
        case .event: return "P in \(limits) \(relation) \(allowed)"
        case nil: return "\(cell.violations) of \(cell.trials) draws violate it"
        }
    }

    private static func six(_ x: Double) -> String { shortText(x, digits: 6) }
}
