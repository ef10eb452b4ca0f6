// SPDX-License-Identifier: GPL-3.0-or-later

/// A claim with what the audit found of it: what the audit prints, one row a claim.
public struct AuditRow: Sendable, Hashable {
    public let claim: Claim
    public var finding: Finding
    /// The IDs of its repairs that were found to hold, rows of their own; empty where none was needed or none was found.
    public var repairs: [String]

    public init(_ claim: Claim, _ finding: Finding, repairs: [String] = []) {
        self.claim = claim
        self.finding = finding
        self.repairs = repairs
    }

    public var id: String { claim.id }
    public var verdict: Verdict { finding.verdict }
    /// All of it: "PASS, proved, machine".
    public var headline: String { "\(outcome.rawValue), \(verdictWithAssurance)" }
    public var outcome: ClaimOutcome { ClaimOutcome(finding.isJudged ? verdict : nil) }
    /// The claim's proof in Coq, where that supports this verdict.
    public var coq: CoqProof? { claim.coq.flatMap { $0.verdict == verdict ? $0 : nil } }

    /// The verdict's word, "not judged" where there is none.
    public var verdictText: String { finding.isJudged ? verdict.rawValue : "not judged" }
    /// The assurance's word, empty where there is none.
    public var assuranceText: String { finding.assurance?.rawValue ?? "" }
    /// The verdict's word and, where there is an assurance, its own: "proved, machine".
    public var verdictWithAssurance: String { verdictText + (assuranceText.isEmpty ? "" : ", \(assuranceText)") }
}

/// One flat object a row: {id, kind, existence, experiment, statement, place, domain, method, outcome, verdict, assurance, witness,
/// probability, gamma, note, evidence, boundary, repairs, coq}, keys that do not apply absent.
extension AuditRow: Encodable {
    private enum Key: String, CodingKey {
        case id, kind, existence, experiment, statement, place, domain, method, outcome, verdict, assurance, witness, probability, gamma,
            note, evidence, boundary, repairs, coq
    }

    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(claim.id, forKey: .id)
        try row.encode(claim.kind.basicName, forKey: .kind)
        switch claim.kind {
        case .existence: try row.encode(true, forKey: .existence)
        case .experiment: try row.encode(true, forKey: .experiment)
        case .deterministic, .probability, .uniform: break
        }
        try row.encode(claim.statement, forKey: .statement)
        try row.encode(claim.place, forKey: .place)
        try row.encode(claim.domain, forKey: .domain)
        try row.encode(finding.method, forKey: .method)
        try row.encode(outcome, forKey: .outcome)
        if finding.isJudged { try row.encode(finding.verdict, forKey: .verdict) }
        try row.encodeIfPresent(finding.assurance, forKey: .assurance)
        try row.encodeIfPresent(finding.counterexample, forKey: .witness)
        try row.encodeIfPresent(finding.probability, forKey: .probability)
        try row.encodeIfPresent(finding.gamma, forKey: .gamma)
        if !finding.note.isEmpty { try row.encode(finding.note, forKey: .note) }
        if !finding.evidence.isEmpty { try row.encode(finding.evidence, forKey: .evidence) }
        try row.encodeIfPresent(finding.boundary, forKey: .boundary)
        if !repairs.isEmpty { try row.encode(repairs, forKey: .repairs) }
        try row.encodeIfPresent(coq, forKey: .coq)
    }
}
