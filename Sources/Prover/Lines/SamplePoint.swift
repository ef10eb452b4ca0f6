// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
internal import Support

/// A fixed stream of random arguments (SplitMix64): the same points at every run.
public struct SamplePoint: Sendable {
    private var numbers: SplitMix64

    public init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    /// Uniform on [0, 1), 53 bits.
    public mutating func uniform() -> Double { numbers.uniform() }

    /// Uniform on [a, b), as an exact ball.
    public mutating func real(_ a: Double, _ b: Double) -> Ball { Ball(exactly: a + (b - a) * uniform()) }

    /// Log-uniform on [e^a, e^b).
    public mutating func positive(log a: Double, _ b: Double) -> Ball { .exp(real(a, b)) }
}
