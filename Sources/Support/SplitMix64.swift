// SPDX-License-Identifier: GPL-3.0-or-later

/// SplitMix64 (doi:10.1145/2714064.2660195): arbitrary numbers that are the same on every machine, for starts of searches and points of
/// tests.
///
/// Not what a draw of (W0, a) is made of: streams that may not overlap come from Sampler.
public struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
    @usableFromInline var state: UInt64

    /// The stream of a seed; every seed has one of period 2^64.
    @inlinable public init(seed: UInt64) { state = seed }

    /// 64 bits.
    @inlinable
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform on the multiples of 2^-53 in [0, 1).
    @inlinable public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Uniform on (0, 1): the middles of the 2^53 equal parts of it, as far as a Double can tell them.
    @inlinable public mutating func openUniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Uniform on (-1, 1).
    @inlinable public mutating func symmetric() -> Double { 2 * openUniform() - 1 }
}
