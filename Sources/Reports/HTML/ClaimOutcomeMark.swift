// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// How a page marks an outcome: by its word and a sign, and by a colour beside them.
enum ClaimOutcomeMark {
    static func className(_ outcome: ClaimOutcome) -> String {
        switch outcome {
        case .pass: "pass"
        case .fail: "fail"
        case .open: "open"
        }
    }

    /// "PASS" in its colour.
    static func word(_ outcome: ClaimOutcome) -> String { "<span class=\"mark \(className(outcome))\">\(outcome.rawValue)</span>" }

    static func of(word: String) -> String? { ClaimOutcome(rawValue: word).map(self.word) }
}
