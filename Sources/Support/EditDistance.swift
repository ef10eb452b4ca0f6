// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of several names a mistyped one may have been meant for.
public enum EditDistance {
    /// A name longer than this is like none of ours, and is not compared.
    private static let longestName = 40

    /// Levenshtein's distance: insertions, deletions and substitutions at cost 1, by one row of the table.
    public static func between(_ a: String, _ b: String) -> Int {
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

    /// Up to three of `names`, the nearest first, equals in their order, whatever the case of their letters: those that differ from `name`
    /// in signs between letters and digits alone (B7 and B.7), or else those within two edits. One edit where the name has three or four
    /// characters; none where it has fewer, since it would be near to everything as short.
    public static func nearest(to name: String, among names: [String]) -> [String] {
        guard name.utf8.count <= longestName else { return [] }
        let name = name.lowercased()
        func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        let scored = names.enumerated().map { (place: $0, name: $1, distance: between(name, $1.lowercased())) }
        let alike = scored.filter { !bare(name).isEmpty && bare($0.name) == bare(name) }
        let limit = name.count <= 2 ? 0 : name.count <= 4 ? 1 : 2
        let near = (alike.isEmpty ? scored.filter { $0.distance <= limit } : alike)
        return near.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(3).map(\.name)
    }
}
