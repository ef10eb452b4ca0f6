// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim

/// A stream of random numbers, owned by one task at a time.
///
/// It is not copyable, since a copy would replay it, and not Sendable. Open one in each chunk of work and ``reset(to:)``
/// it for each trial: that costs some 20 ns with Philox, most of it for the first numbers drawn.
/// The numbers depend on the key and on the order of the calls, never on how a fill is cut into several.
public struct RandomStream: ~Copyable {
    let handle: OpaquePointer
    /// Which generator it is.
    public let generator: Generator

    /// Opens the stream of `key`. Traps where memory is short.
    public init(_ key: StreamKey, generator: Generator = .philox) {
        guard let handle = lc_rng_new(generator.kind) else { fatalError("no memory for a random stream") }
        self.handle = handle
        self.generator = generator
        reset(to: key)
    }

    deinit { lc_rng_free(handle) }

    /// Leaves what is left of this stream and begins that of `key`.
    public mutating func reset(to key: StreamKey) {
        let k = key.origin.key, c = key.origin.counter
        switch generator {
        case .philox:
            lc_rng_set_philox(handle, k[0], k[1], c[0], c[1], c[2], c[3])
        case .mt19937, .ranlxd2:
            lc_rng_seed(handle, lc_philox_word(k[0], k[1], c[0], c[1], c[2], c[3]))
        }
    }

    /// 64 random bits.
    public mutating func word() -> UInt64 { lc_rng_word(handle) }

    /// Uniform on the multiples of 2^-53 in [0, 1).
    public mutating func uniform() -> Double { lc_rng_uniform(handle) }

    /// Uniform on 0, ..., n - 1, without bias. `n` >= 1.
    public mutating func uniformInteger(below n: UInt64) -> UInt64 {
        precondition(n >= 1, "an integer below 0 does not exist")
        return lc_rng_below(handle, n)
    }

    /// +1 or -1, each `out[k]`; 64 of them a word, and the rest of a word is kept for the next call.
    public mutating func fillSigns(_ out: UnsafeMutableBufferPointer<Double>) {
        guard let base = out.baseAddress else { return }
        lc_rng_fill_signs(handle, base, out.count)
    }

    /// Independent numbers as of ``uniform()``.
    public mutating func fillUniforms(_ out: UnsafeMutableBufferPointer<Double>) {
        guard let base = out.baseAddress else { return }
        lc_rng_fill_uniforms(handle, base, out.count)
    }
}
