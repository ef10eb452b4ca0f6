// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// What changed from one audit to another: the object that `lemmacheck diff --json` prints of two audits.
///
/// Steps are matched by ID; keys that do not apply are absent.
public struct AuditComparison: Sendable, Hashable, Codable {
    /// A step of both audits, and what changed in it.
    public struct Step: Sendable, Hashable, Codable {
        public var id: String
        /// Absent values are not judged.
        public var verdict: RunComparison.Change<Verdict>?
        public var assurance: RunComparison.Change<Assurance>?
        /// The domain on which Coq has checked it.
        public var coq: RunComparison.Change<String>?

        init(_ old: AuditDocument.Step, _ new: AuditDocument.Step) {
            id = new.id
            verdict = .init(old.verdict, new.verdict)
            assurance = .init(old.assurance, new.assurance)
            coq = .init(old.coq?.domain, new.coq?.domain)
        }

        var isChanged: Bool { verdict != nil || assurance != nil || coq != nil }
    }

    /// Counts of steps.
    public struct Summary: Sendable, Hashable, Codable {
        public var compared: Int
        public var verdicts: Int
        public var assurances: Int
        public var coq: Int
        public var came: Int
        public var went: Int
    }

    public var schema = RunComparison.schema
    public var kind = "audit"
    public var old: RunComparison.Side
    public var new: RunComparison.Side
    public var changed: [Step]
    /// IDs of the newer audit alone, and of the older.
    public var came: [String]
    public var went: [String]
    public var summary: Summary

    public init(old: AuditDocument, new: AuditDocument) {
        self.old = .init(version: old.version, run: nil, cells: old.steps.count)
        self.new = .init(version: new.version, run: nil, cells: new.steps.count)
        let before = Dictionary(old.steps.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.steps.map(\.id))
        let pairs = new.steps.compactMap { step in before[step.id].map { Step($0, step) } }
        changed = pairs.filter(\.isChanged)
        came = new.steps.map(\.id).filter { before[$0] == nil }
        went = old.steps.map(\.id).filter { !after.contains($0) }
        summary = Summary(
            compared: pairs.count, verdicts: pairs.count { $0.verdict != nil }, assurances: pairs.count { $0.assurance != nil },
            coq: pairs.count { $0.coq != nil }, came: came.count, went: went.count)
    }

    public var isOfSameSteps: Bool { came.isEmpty && went.isEmpty }
    /// Whether there are steps of both, and none has another verdict; of two without any, that is so too.
    public var hasSameVerdicts: Bool { summary.verdicts == 0 && (summary.compared > 0 || isOfSameSteps) }
}
