// SPDX-License-Identifier: GPL-3.0-or-later

/// A verdict for a reader in a hurry: whether the claim passed, failed, or was left open.
public enum ClaimOutcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// Proved, found to hold, or reproduced.
    case pass = "PASS"
    /// Refuted.
    case fail = "FAIL"
    /// Neither: consistent, inconclusive, not reproduced under the choices named, out of domain or not judged.
    case open = "OPEN"

    /// - Parameter verdict: nil where there is none: out of domain, or not judged.
    public init(_ verdict: Verdict?) {
        self =
            switch verdict {
            case .proved, .holds, .reproduced: .pass
            case .refuted: .fail
            case .consistent, .inconclusive, .notReproduced, nil: .open
            }
    }
}
