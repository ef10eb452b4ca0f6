// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Support

/// SplitMix64 and Box-Muller: enough randomness for instances of geometry, the same on every machine.
struct TestRandom {
    private var words: SplitMix64

    init(_ seed: UInt64) { words = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { words.next() }

    /// Uniform on (0, 1).
    mutating func uniform() -> Double { words.openUniform() }

    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    mutating func normal() -> Double {
        Double.sqrt(-2 * Double.log(uniform())) * Double.cos(2 * Double.pi * uniform())
    }

    mutating func normals(_ count: Int) -> [Double] { (0..<count).map { _ in normal() } }

    mutating func sign() -> Double { next() & 1 == 0 ? 1 : -1 }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func unit(_ dimension: Int) -> [Double] {
        let v = normals(dimension)
        let length = Double.sqrt(v.reduce(0) { $0 + $1 * $1 })
        return v.map { $0 / length }
    }
}

func inner(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
func length(_ a: [Double]) -> Double { Double.sqrt(inner(a, a)) }
