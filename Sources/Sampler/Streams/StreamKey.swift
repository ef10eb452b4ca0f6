// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
internal import Support

/// The name of a stream of random numbers: (seed, claim, cell, trial, lane).
///
/// Philox maps it injectively to a key and a run of counters,
///
///     key     = (seed, a constant)
///     counter = (lane 2^56 + block, trial, cell, claim),   block = 0, 1, ..., 2^56 - 1,
///
/// and is a bijection of counters under each key. So two streams of different names never share a (key, counter) pair,
/// whatever their lengths below 2^58 words, and a stream is the same whichever thread, order or shard draws it.
///
/// mt19937 and ranlxd2 are seeded by one number, of which GSL keeps b = 32 and b = 31 bits. For them the seed is a word
/// of Philox under this key, and n streams are distinct only with probability: two of them coincide with probability
/// at most n(n-1) / 2^(b+1), for instance 1.2e-4 for a thousand streams of mt19937.
public struct StreamKey: Hashable, Sendable {
    /// What the user gives: the run's `--seed`.
    public var seed: UInt64
    /// Which claim or quantity, as ``identifier(_:)-(String)`` of its name.
    public var claim: UInt64
    /// Which cell of the grid, as ``identifier(_:)-(String)`` of its parameters.
    public var cell: UInt64
    /// Which trial of the cell.
    public var trial: UInt64
    /// Which of the streams of one trial: 0 for W0, 1 for the signs; an adversary takes others.
    public var lane: UInt8

    /// A name by its five parts; see the property of each.
    public init(seed: UInt64, claim: UInt64 = 0, cell: UInt64 = 0, trial: UInt64 = 0, lane: UInt8 = 0) {
        self.seed = seed
        self.claim = claim
        self.cell = cell
        self.trial = trial
        self.lane = lane
    }

    /// Where Philox begins for this name.
    package var origin: PhiloxOrigin {
        PhiloxOrigin(key: [seed, PhiloxOrigin.secondKeyWord], counter: [UInt64(lane) << 56, trial, cell, claim])
    }

    /// The same trial's stream of another lane.
    public func with(lane: UInt8) -> StreamKey {
        var key = self
        key.lane = lane
        return key
    }

    /// FNV-1a, 64 bits: a name for a claim or a cell that is the same on every machine and in every version of Swift.
    ///
    /// n different byte strings have n different identifiers but for a probability of about n^2 / 2^65.
    public static func identifier(_ bytes: some Sequence<UInt8>) -> UInt64 {
        FNV1a.hash(bytes)
    }

    /// FNV-1a of the text in UTF-8.
    public static func identifier(_ text: String) -> UInt64 { identifier(text.utf8) }
}

/// A key of Philox and the counter of the first block of a stream.
package struct PhiloxOrigin: Hashable, Sendable {
    package var key: InlineArray<2, UInt64>
    package var counter: InlineArray<4, UInt64>

    package static var secondKeyWord: UInt64 { lc_philox_second_key }

    package static func == (a: Self, b: Self) -> Bool {
        a.key[0] == b.key[0] && a.key[1] == b.key[1] && a.counter.indices.allSatisfy { a.counter[$0] == b.counter[$0] }
    }

    package func hash(into hasher: inout Hasher) {
        for k in key.indices { hasher.combine(key[k]) }
        for k in counter.indices { hasher.combine(counter[k]) }
    }
}
