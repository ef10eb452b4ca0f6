// SPDX-License-Identifier: GPL-3.0-or-later

/// Every statement and displayed proof step of the paper that can be checked by number, in the paper's order.
public enum Catalogue {
    public static let all: [Claim] =
        tools + lemmaB4 + lemmaB5 + lemmaB6 + lemmaB7 + lemmaB8 + lemmaB9 + theorem31 + experiments

    /// The claim of that ID, whatever the case of its letters.
    public static func claim(_ id: String) -> Claim? { all.first { $0.id.lowercased() == id.lowercased() } }

    /// The claims that a name stands for: `B.7/1` for one, `B.7` (or `T` for the tools) for all of a lemma, in the paper's order,
    /// whatever the case of its letters; empty if there is none.
    public static func claims(of name: String) -> [Claim] {
        if let claim = claim(name) { return [claim] }
        let name = name.lowercased()
        return all.filter { $0.lemma.lowercased() == name || (name == "t" && $0.id.hasPrefix("T.")) }
    }

    /// Up to three IDs that `name` may have been meant for: those within two edits, the nearest first, equals in the paper's order.
    public static func nearest(_ name: String) -> [String] {
        let name = name.lowercased()
        let scored = all.enumerated().map { place, claim in
            (id: claim.id, place: place, distance: editDistance(name, claim.id.lowercased()))
        }
        let near = scored.filter { $0.distance <= 2 }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return near.prefix(3).map(\.id)
    }

    /// Levenshtein's distance: insertions, deletions and substitutions at cost 1, by one row of the table.
    private static func editDistance(_ a: String, _ b: String) -> Int {
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
