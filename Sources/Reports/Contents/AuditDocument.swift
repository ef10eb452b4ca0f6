// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
internal import Verifier

/// The audit as it is stored: the object that `lemmacheck audit --json` prints, `{schema, version, steps: [...]}`.
public struct AuditDocument: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/audit/1"

    /// Absent in a file of before it had one.
    public var schema: String? = AuditDocument.schema
    /// The version that made it; absent in a file of before it was said.
    public var version: String? = Version.current
    /// `RunRecords.digest` of the networks by which claims about experiments were judged; absent where none was, and in a file of before
    /// it was said.
    public var records: String?
    public var steps: [Step]

    public init(_ rows: [AuditRow], records: String? = nil) {
        self.records = records
        steps = rows.map(Step.init)
    }

    /// One row: a claim with what was found of it, as printed. Keys that do not apply are absent.
    public struct Step: Sendable, Hashable, Codable {
        /// A claim's proof in Coq.
        public struct Coq: Sendable, Hashable, Codable {
            public var file: String
            public var domain: String
            public var given: String?

            public init(file: String, domain: String, given: String? = nil) {
                (self.file, self.domain, self.given) = (file, domain, given)
            }

            /// "checked by Coq (B7_b.v): the whole domain".
            public var text: String { "checked by Coq (\(file)): \(domain)" + (given.map { ", given \($0)" } ?? "") }
        }

        public var id: String
        /// `deterministic`, `probability` or `uniform`.
        public var kind: String
        public var existence: Bool?
        public var experiment: Bool?
        public var statement: String
        public var place: String
        public var domain: String
        public var method: String
        public var outcome: ClaimOutcome
        /// Absent where there is no verdict to tell of.
        public var verdict: Verdict?
        public var assurance: Assurance?
        public var witness: Counterexample?
        public var probability: Double?
        public var gamma: Double?
        public var note: String?
        public var evidence: [Evidence]?
        public var boundary: BoundaryTable?
        /// IDs of repairs that were found to hold.
        public var repairs: [String]?
        public var coq: Coq?

        public init(_ row: AuditRow) {
            let (claim, finding) = (row.claim, row.finding)
            (id, kind, statement, place, domain) = (claim.id, claim.kind.basicName, claim.statement, claim.place, claim.domain)
            switch claim.kind {
            case .existence: existence = true
            case .experiment: experiment = true
            case .deterministic, .probability, .uniform: break
            }
            (method, outcome, verdict) = (finding.method, row.outcome, finding.isJudged ? finding.verdict : nil)
            (assurance, witness) = (finding.assurance, finding.counterexample)
            (probability, gamma) = (finding.probability, finding.gamma)
            note = finding.note.isEmpty ? nil : finding.note
            evidence = finding.evidence.isEmpty ? nil : finding.evidence
            boundary = finding.boundary
            repairs = row.repairs.isEmpty ? nil : row.repairs
            coq = row.coq.map { Coq(file: $0.file, domain: $0.domain, given: $0.given) }
        }

        /// The kind's name in tables.
        public var kindName: String { existence == true ? "existence" : experiment == true ? "experiment" : kind }
        /// Whether this stands in the place of another claim.
        public var isRepair: Bool { id.hasSuffix("*") }
        /// The verdict's word, "not judged" where there is none.
        public var verdictText: String { verdict?.rawValue ?? "not judged" }
        /// "PASS, proved, machine".
        public var headline: String { ([outcome.rawValue, verdictText] + (assurance.map { [$0.rawValue] } ?? [])).joined(separator: ", ") }
        /// The statement on one line.
        public var statementLine: String { statement.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }
}
