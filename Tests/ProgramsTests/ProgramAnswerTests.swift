// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import TestSupport
import Testing

@testable import Programs

private func bracket(_ text: String, _ extremum: Extremum) -> TrialBracket? {
    guard let answer = try? ProgramAnswer(Array(text.utf8)[...], decoder: JSONDecoder()) else { return nil }
    return try? answer.bracket(of: 17, extremum)
}

/// What JSONSerialization, an independent reader, makes of the same text: the bracket where it is a good answer.
private func reference(_ text: String, _ extremum: Extremum) -> TrialBracket? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        Set(object.keys).isSubset(of: ["trial", "attained", "certified", "event"])
    else { return nil }
    func number(_ key: String) -> Double? {
        guard let value = object[key] as? NSNumber, !(object[key] is Bool) || "\(type(of: value))".contains("Number") else { return nil }
        return value.doubleValue
    }
    guard number("trial") == 17 else { return nil }
    if extremum == .event {
        guard let event = object["event"] as? Bool, object.count == 2 else { return nil }
        return TrialBracket(exactly: event ? 1 : 0)
    }
    guard let attained = number("attained"), object["event"] == nil, attained.isFinite else { return nil }
    guard object["certified"] != nil else {
        return TrialBracket(attained: attained, certified: extremum == .supremum ? .infinity : -.infinity)
    }
    guard let certified = number("certified") else { return nil }
    return (extremum == .supremum ? certified >= attained : certified <= attained)
        ? TrialBracket(attained: attained, certified: certified) : nil
}

@Test("10^4 answers mutated at random: none that an independent reader refuses is taken, and what is taken is what it says")
func mutatedAnswers() {
    let good = [
        #"{"trial": 17, "attained": 1.25, "certified": 1.5}"#, #"{"trial": 17, "attained": -2e-3}"#, #"{"trial":17,"event":true}"#,
        #"{"certified": 3, "trial": 17, "attained": 3}"#, #"{"event": false, "trial": 17}"#,
    ]
    let pieces = [
        "\"", "{", "}", ",", ":", "0", "1", "-", "e9", "e999", ".", "null", "true", "NaN", "Infinity", "[", "]", "\\u0000", " ",
        "\"trial\"", "\"attained\"", "\u{FFFD}",
    ]
    var mutation = TextMutation(seed: 13, of: good, with: pieces)
    var (taken, refused) = (0, 0)
    for _ in 0..<10_000 {
        let line = mutation.next()
        for extremum in [Extremum.supremum, .infimum, .event] {
            guard let found = bracket(line, extremum) else {
                refused += 1
                continue
            }
            taken += 1
            #expect(found == reference(line, extremum), "\(line) as \(extremum): \(found)")
        }
    }
    #expect(taken > 300 && refused > 10_000)
}
