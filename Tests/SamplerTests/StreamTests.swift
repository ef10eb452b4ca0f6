// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
import Sampler
import Testing

/// What distinguishes streams, and what does not.
@Suite struct StreamTests {
    /// The name can be read off from where Philox begins: so the map is injective, and no stream of another name begins
    /// within 2^56 blocks of it in the same lane.
    @Test func originDeterminesTheKey() {
        var stream = RandomStream(StreamKey(seed: 1))
        for _ in 0..<1000 {
            let key = StreamKey(
                seed: stream.word(), claim: stream.word(), cell: stream.word(), trial: stream.word(),
                lane: UInt8(truncatingIfNeeded: stream.word()))
            let origin = key.origin
            let read = StreamKey(
                seed: origin.key[0], claim: origin.counter[3], cell: origin.counter[2], trial: origin.counter[1],
                lane: UInt8(origin.counter[0] >> 56))
            #expect(read == key)
            #expect(origin.counter[0] & (1 << 56 - 1) == 0, "a lane has 2^56 blocks of its own")
        }
    }

    /// All words of streams whose names differ in one part, by one, are different: no stream is a shifted copy of another.
    /// 13 x 4096 random 64-bit words repeat with probability 8e-11.
    @Test func neighboursShareNoNumbers() {
        let base = StreamKey(seed: 11, claim: 12, cell: 13, trial: 14, lane: 15)
        var keys = [base]
        for step in [UInt64.max, 1] {
            var (seed, claim, cell, trial) = (base, base, base, base)
            seed.seed &+= step
            claim.claim &+= step
            cell.cell &+= step
            trial.trial &+= step
            keys += [seed, claim, cell, trial, base.with(lane: base.lane &+ UInt8(truncatingIfNeeded: step))]
        }
        keys += [base.with(lane: 0), base.with(lane: 255)]
        #expect(Set(keys).count == 13 && Set(keys.map(\.origin)).count == 13)
        var seen = Set<UInt64>()
        for key in keys {
            var stream = RandomStream(key)
            for _ in 0..<4096 { seen.insert(stream.word()) }
        }
        #expect(seen.count == 13 * 4096)
    }

    @Test(arguments: Generator.allCases)
    func resettingRepeats(_ generator: Generator) {
        let key = StreamKey(seed: 3, claim: 1, cell: 4, trial: 1, lane: 5)
        var stream = RandomStream(key, generator: generator)
        func record(_ stream: inout RandomStream) -> [Double] {
            let normals = filled(700) { stream.fillNormals($0) }
            let signs = filled(70) { stream.fillSigns($0) }
            let rest = [
                stream.uniform(), stream.normal(), stream.chi(degrees: 3.5), Double(stream.binomial(1000, 0.3)),
                Double(stream.uniformInteger(below: 1 << 40)),
            ]
            return normals + signs + rest
        }
        let first = record(&stream)
        stream.reset(to: key.with(lane: 6))
        #expect(record(&stream) != first)
        stream.reset(to: key)
        #expect(record(&stream) == first)
        var other = RandomStream(key, generator: generator)
        #expect(record(&other) == first)
    }

    /// A fill in pieces gives the bits of one fill, and one number at a time gives them too.
    @Test(arguments: Generator.allCases)
    func fillsMayBeCut(_ generator: Generator) {
        let key = StreamKey(seed: 21)
        let count = 5000
        func pieces(_ fill: (inout RandomStream, UnsafeMutableBufferPointer<Double>) -> Void) -> [Double] {
            var stream = RandomStream(key, generator: generator)
            return filled(count) { out in
                var (start, size) = (0, 1)
                while start < count {
                    let end = min(count, start + size)
                    fill(&stream, UnsafeMutableBufferPointer(rebasing: out[start..<end]))
                    (start, size) = (end, size * 3 % 257)
                }
            }
        }
        var whole = RandomStream(key, generator: generator)
        let normals = filled(count) { whole.fillNormals($0) }
        #expect(pieces { $0.fillNormals($1) } == normals)
        #expect(draws(count, seed: 21, generator: generator) { $0.normal() } == normals)
        whole.reset(to: key)
        let signs = filled(count) { whole.fillSigns($0) }
        #expect(pieces { $0.fillSigns($1) } == signs)
        whole.reset(to: key)
        let uniforms = filled(count) { whole.fillUniforms($0) }
        #expect(pieces { $0.fillUniforms($1) } == uniforms)
        #expect(draws(count, seed: 21, generator: generator) { $0.uniform() } == uniforms)
    }

    /// The published first output of mt19937 at its customary seed, through the shim.
    @Test func mersenneTwister() throws {
        let raw = try #require(lc_rng_new(Int32(lc_rng_mt19937.rawValue)))
        defer { lc_rng_free(raw) }
        lc_rng_seed(raw, 5489)
        #expect((0..<3).map { _ in lc_rng_get(raw) } == [3_499_211_612, 581_869_302, 3_890_346_734])
    }

    /// Published values of FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv).
    @Test func identifiers() {
        #expect(StreamKey.identifier("") == 0xcbf29ce484222325)
        #expect(StreamKey.identifier("a") == 0xaf63dc4c8601ec8c)
        #expect(StreamKey.identifier("foobar") == 0x85944171f73967e8)
        #expect(StreamKey.identifier([UInt8]("foobar".utf8)) == StreamKey.identifier("foobar"))
    }

    @Test func names() {
        #expect(Generator.allCases.map(\.rawValue) == ["philox", "mt19937", "ranlxd2"])
    }
}
