// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum of squares in eight fixed lanes: fast, and the same on every machine.
func sumOfSquares(_ x: UnsafeBufferPointer<Double>) -> Double {
    var lanes = SIMD8<Double>()
    var k = 0
    while k + 8 <= x.count {
        var v = SIMD8<Double>()
        for j in 0..<8 { v[j] = x[k + j] }
        lanes += v * v
        k += 8
    }
    var rest = 0.0
    while k < x.count {
        rest += x[k] * x[k]
        k += 1
    }
    return lanes.sum() + rest
}
