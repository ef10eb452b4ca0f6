// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// Random mutations of texts from a seed, for what must take or refuse any text.
public struct TextMutation {
    private var words: SplitMix64
    private let seeds: [String]
    private let pieces: [String]

    /// - Parameters:
    ///   - seeds: texts to begin with, not empty.
    ///   - pieces: what is put in, not empty.
    public init(seed: UInt64, of seeds: [String], with pieces: [String]) {
        (words, self.seeds, self.pieces) = (SplitMix64(seed: seed), seeds, pieces)
    }

    private mutating func below(_ n: Int) -> Int { Int(words.next() % UInt64(n)) }

    /// One of the texts with up to `most` changes: a character taken out, a piece put in or in the place of one, a part repeated.
    public mutating func next(atMost most: Int = 3) -> String {
        var text = Array(seeds[below(seeds.count)].unicodeScalars)
        for _ in 0...below(most) {
            let at = below(text.count + 1), piece = pieces[below(pieces.count)].unicodeScalars
            switch below(4) {
            case 0 where at < text.count: text.remove(at: at)
            case 1: text.insert(contentsOf: piece, at: at)
            case 2:
                let other = below(text.count + 1)
                text.insert(contentsOf: Array(text[min(at, other)..<max(at, other)].prefix(12)), at: at)
            default: if at < text.count { text.replaceSubrange(at...at, with: piece) }
            }
        }
        return String(String.UnicodeScalarView(text))
    }
}
