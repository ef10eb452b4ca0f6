// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
import Sampler
import Testing

/// Random123's published known answers for Philox4x64-10 (tests/kat_vectors of its distribution).
private let knownAnswers: [(counter: [UInt64], key: [UInt64], words: [UInt64])] = [
    (
        [0, 0, 0, 0], [0, 0],
        [0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b]
    ),
    (
        [.max, .max, .max, .max], [.max, .max],
        [0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0]
    ),
    (
        [0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89],
        [0x452821e638d01377, 0xbe5466cf34e90c6c],
        [0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6]
    ),
]

@Suite struct PhiloxTests {
    @Test(arguments: knownAnswers)
    func knownAnswersThroughGSL(_ answer: (counter: [UInt64], key: [UInt64], words: [UInt64])) throws {
        let stream = try #require(lc_rng_new(Int32(lc_rng_philox.rawValue)))
        defer { lc_rng_free(stream) }
        let c = answer.counter
        lc_rng_set_philox(stream, answer.key[0], answer.key[1], c[0], c[1], c[2], c[3])
        #expect((0..<4).map { _ in lc_rng_get(stream) } == answer.words)
        #expect(lc_philox_word(answer.key[0], answer.key[1], c[0], c[1], c[2], c[3]) == answer.words[0])
        #expect(String(cString: lc_rng_name(stream)) == "philox4x64")
    }

    /// Words made a run of blocks at a time are those of the blocks made one by one, over several lengths of run.
    @Test func blocksFollowTheCounter() {
        let key = StreamKey(seed: 5, claim: 6, cell: 7, trial: 8, lane: 9)
        var stream = RandomStream(key)
        for block in UInt64(0)..<300 {
            let first = lc_philox_word(5, lc_philox_second_key, 9 << 56 + block, 8, 7, 6)
            #expect(stream.word() == first)
            _ = (stream.word(), stream.word(), stream.word())
        }
    }

    /// GSL's own seeding is the stream of that seed with every other part of the key 0.
    @Test func seedingByGSL() throws {
        let raw = try #require(lc_rng_new(Int32(lc_rng_philox.rawValue)))
        defer { lc_rng_free(raw) }
        lc_rng_seed(raw, 1234)
        var stream = RandomStream(StreamKey(seed: 1234))
        for _ in 0..<10 { #expect(lc_rng_get(raw) == stream.word()) }
    }
}
