// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import Support
import Testing

/// A sum kept in two numbers (Knuth's TwoSum): some 30 digits.
private struct LongSum {
    var high = 0.0, low = 0.0

    mutating func add(_ x: Double) {
        let sum = high + x, part = sum - high
        low += (high - (sum - part)) + (x - part)
        high = sum
    }

    /// This and the square of a sum of two parts, without the least of its terms.
    mutating func add(squareOf x: LongSum) {
        let square = x.high * x.high
        add(square)
        add((-square).addingProduct(x.high, x.high))
        add(2 * x.high * x.low)
    }
}

@Test("what rounding moves a sum of rows by is within its bound, and that is small; also where the rows cancel", arguments: 1...40)
func rowSumRounding(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...3000, using: &generator), n = Int.random(in: 1...40, using: &generator)
    var rows = (0..<count * n).map { _ in Double.random(in: -1...1, using: &generator) }
    // Every other seed: each row but the first takes back the sum so far, but for a little.
    if seed % 2 == 0 {
        for s in 1..<max(2, count) where s < count {
            for i in 0..<n { rows[s * n + i] = -rows[(s - 1) * n + i] * (1 + 1e-9 * rows[s * n + i]) }
        }
    }
    // Coordinate 0 above V: all steady, all active.
    for s in 0..<count { rows[s * n] = abs(rows[s * n]) + 0.5 }
    let signs = (0..<count).map { Double($0 % 2 == 0 ? 1 : -1) }
    var sum = [Double](repeating: 0, count: n), exact = [LongSum](repeating: LongSum(), count: n), lengths = 0.0
    for s in 0..<count {
        var square = 0.0
        for i in 0..<n {
            sum[i] += signs[s] * rows[s * n + i]
            exact[i].add(signs[s] * rows[s * n + i])
            square += rows[s * n + i] * rows[s * n + i]
        }
        lengths += square.squareRoot()
    }
    var square = LongSum()
    for x in exact { square.add(squareOf: x) }
    let length = (square.high + square.low).squareRoot() / Double(count).squareRoot()
    let problem = GradientProblem(
        width: count, radius: 0, flippable: ResidentRows(dimension: n, rows: [], signs: []), steadySum: sum, steadyCount: count,
        steadyLengths: lengths)
    let bracket = GradientNormBracket(problem, dimension: n)
    #expect(abs(bracket.attained - length) <= problem.roundingError)
    #expect(bracket.certified <= length + problem.roundingError)
    #expect(problem.roundingError < 1e-8)
}
