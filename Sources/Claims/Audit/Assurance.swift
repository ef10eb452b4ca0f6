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
    /// Nil for other verdicts, for what was measured and not derived, and where there is no verdict to tell of: there the error rate or the
    /// rule of judgement says how far it is to be trusted. A line that failed supports nothing and counts for nothing.
    public var assurance: Assurance? {
        let standings = Set(evidence.map(\.standing)).subtracting([.failed])
        guard isJudged, verdict == .proved || verdict == .refuted, !standings.contains(.measured) else { return nil }
        if standings.isEmpty { return counterexample == nil ? .argued : .machine }
        return standings == [.shown] ? .machine : .argued
    }
}
