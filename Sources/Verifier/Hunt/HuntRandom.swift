// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule
internal import Support

/// The choices of a hunt, from one number.
struct HuntRandom {
    private var bits: SplitMix64

    init(seed: UInt64) { bits = SplitMix64(seed: seed) }

    /// True with this probability.
    mutating func chance(_ probability: Double) -> Bool { bits.uniform() < probability }

    /// Uniform on (-1, 1).
    mutating func symmetric() -> Double { bits.symmetric() }

    /// One of `values`, each as likely.
    ///
    /// - Precondition: there is one.
    mutating func element<Value>(_ values: [Value]) -> Value {
        precondition(!values.isEmpty)
        return values[Swift.min(values.count - 1, Int(bits.uniform() * Double(values.count)))]
    }

    /// e^u, u uniform between the logarithms of the ends: 0 < `low` <= `high`.
    mutating func logUniform(_ low: Double, _ high: Double) -> Double {
        let value = low * Double.exp(bits.openUniform() * (Double.log(high) - Double.log(low)))
        return Swift.min(high, Swift.max(low, value))
    }

    /// An integer from 1 to `high`, log-uniform.
    mutating func count(upTo high: Int) -> Int {
        Swift.min(high, Swift.max(1, Int(logUniform(1, Double(high) + 1))))
    }
}
