// SPDX-License-Identifier: GPL-3.0-or-later

/// A claim, or its negation at a witness, as a theorem that the proof assistant Coq has accepted.
///
/// The file is one of those in coq/, which the program holds and writes: it states the claim's inequality with the claim's constants, and
/// `make proofs` has coqc check it.
public struct CoqProof: Sendable, Hashable {
    /// The file's name: "B7_b.v".
    public let file: String
    /// On what domain: "the whole domain", "the witness", or the part in words.
    public let domain: String
    /// What the file takes from the text beside it, nil where its theorem is the claim itself: a law's density, say.
    public let given: String?
    /// The verdict that it supports.
    public let verdict: Verdict

    /// A proof over the whole stated domain.
    public static func whole(_ file: String, given: String? = nil) -> CoqProof {
        CoqProof(file: file, domain: "the whole domain", given: given, verdict: .proved)
    }

    /// A proof over `domain`, a part of the stated one beyond which the claim is trivial.
    public static func part(_ file: String, of domain: String, given: String? = nil) -> CoqProof {
        CoqProof(file: file, domain: domain, given: given, verdict: .proved)
    }

    /// A refutation at the audit's own witness.
    public static func witness(_ file: String, given: String? = nil) -> CoqProof {
        CoqProof(file: file, domain: "the witness", given: given, verdict: .refuted)
    }

    private init(file: String, domain: String, given: String?, verdict: Verdict) {
        (self.file, self.domain, self.given, self.verdict) = (file, domain, given, verdict)
    }
}
