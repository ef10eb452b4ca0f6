// SPDX-License-Identifier: GPL-3.0-or-later

/// Who has checked the lines that a verdict rests on.
public enum Assurance: String, Sendable, Hashable, Codable, CaseIterable {
    /// Each of them a machine: ball or integer arithmetic, exact algebra, or a proof assistant.
    case machine
    /// Some are arguments in words, written out for a reader to check.
    case argued
}

extension Finding {
    /// Of `proved` and `refuted`, by the kinds of its lines of evidence, regions and reductions of a refutation included; a counterexample
    /// alone is a machine's.
    ///
    /// Nil for other verdicts, for a refutation by what was measured and not derived, and where there is no verdict to tell of: there the
    /// error rate or the rule of judgement says how far it is to be trusted. A line that failed supports nothing and counts for nothing,
    /// nor does what was measured beside a proof.
    public var assurance: Assurance? {
        let standings = Set(evidence.map(\.standing)).subtracting([.failed])
        guard isJudged else { return nil }
        switch verdict {
        case .proved where !standings.isEmpty:
            let derived = standings.subtracting([.measured])
            return derived.isEmpty ? nil : derived == [.shown] ? .machine : .argued
        case .proved, .refuted:
            if standings.contains(.measured) { return nil }
            if standings.isEmpty { return counterexample == nil ? .argued : .machine }
            return standings == [.shown] ? .machine : .argued
        case .holds, .consistent, .inconclusive, .reproduced, .notReproduced: return nil
        }
    }
}
