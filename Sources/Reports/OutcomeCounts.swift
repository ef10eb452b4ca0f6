// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// Counts of verdicts under their outcomes: `229 PASS (holds), 28 FAIL (refuted), 2 OPEN (1 consistent, 1 out of domain)`.
enum OutcomeCounts {
    /// - Parameter parts: what was counted under each outcome, in words; what is 0 is left out.
    static func text(_ parts: [(outcome: ClaimOutcome, count: Int, name: String)]) -> String {
        ClaimOutcome.allCases.compactMap { outcome in
            let own = parts.filter { $0.outcome == outcome && $0.count > 0 }
            guard let first = own.first else { return nil }
            let separator = own.contains { $0.name.contains(",") } ? "; " : ", "
            let details = own.count == 1 ? first.name : own.map { "\($0.count) \($0.name)" }.joined(separator: separator)
            return "\(own.reduce(0) { $0 + $1.count }) \(outcome.rawValue) (\(details))"
        }.joined(separator: ", ")
    }
}
