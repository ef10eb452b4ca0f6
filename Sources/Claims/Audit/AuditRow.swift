// SPDX-License-Identifier: GPL-3.0-or-later

/// A claim with what the audit found of it: one row a claim.
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
    public var outcome: ClaimOutcome { ClaimOutcome(finding.isJudged ? verdict : nil) }
    /// The claim's proof in Coq, where that supports this verdict.
    public var coq: CoqProof? { claim.coq.flatMap { $0.verdict == verdict ? $0 : nil } }
}
