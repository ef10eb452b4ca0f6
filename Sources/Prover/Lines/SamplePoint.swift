// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic

/// A fixed stream of random arguments (SplitMix64): the same points at every run.
public struct SamplePoint: Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// Uniform on [0, 1), 53 bits.
    public mutating func uniform() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }

    /// Uniform on [a, b), as an exact ball.
    public mutating func real(_ a: Double, _ b: Double) -> Ball { Ball(exactly: a + (b - a) * uniform()) }

    /// Log-uniform on [e^a, e^b).
    public mutating func positive(log a: Double, _ b: Double) -> Ball { .exp(real(a, b)) }
}
