// SPDX-License-Identifier: GPL-3.0-or-later

/// A claim with what the audit found of it: one row a claim.
public struct AuditRow: Sendable, Hashable {
    /// What was audited.
    public let claim: Claim
    /// What was found of it.
    public var finding: Finding
    /// The IDs of its repairs that were found to hold, rows of their own; empty where none was needed or none was found.
    public var repairs: [String]

    /// - Parameters:
    ///   - claim: what was audited.
    ///   - finding: what was found of it.
    ///   - repairs: the IDs of its repairs that hold.
    public init(_ claim: Claim, _ finding: Finding, repairs: [String] = []) {
        self.claim = claim
        self.finding = finding
        self.repairs = repairs
    }

    /// The claim's ID.
    public var id: String { claim.id }
    /// The finding's verdict.
    public var verdict: Verdict { finding.verdict }
    /// PASS, FAIL or OPEN; OPEN where the finding is not judged.
    public var outcome: ClaimOutcome { ClaimOutcome(finding.isJudged ? verdict : nil) }
    /// The claim's proof in Coq, where that supports this verdict.
    public var coq: CoqProof? { claim.coq.flatMap { $0.verdict == verdict ? $0 : nil } }
}
