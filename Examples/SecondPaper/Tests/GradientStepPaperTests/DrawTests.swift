// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import GradientStepPaper
import Sampler
import Testing

private func draws(_ quantity: any Quantity, _ sampler: SamplerKind, d: Int, m: Int) -> Draws {
    Draws(seed: 5, generator: .philox, sampler: sampler, claim: quantity.name, cell: "", dimension: d, width: m)
}

private func values(_ quantity: any Quantity, _ sampler: SamplerKind, d: Int, m: Int, count: UInt64) throws -> [[Double]] {
    let p = try Parameters(d: d, m: m, gamma: 0.05, c0: 0), draws = draws(quantity, sampler, d: d, m: m)
    return try (0..<count).map(quantity.values(draws, at: p))
}

/// The network at a point y, from its definition: x = sqrt d e_0, weights r/sqrt d.
private func network(_ rows: [[Double]], _ signs: [Double], _ y: [Double]) -> Double {
    let scale = 1 / Double(y.count).squareRoot()
    let sum = zip(rows, signs).reduce(0) { $0 + $1.1 * erf(zip($1.0, y).reduce(0) { $0 + $1.0 * $1.1 } * scale / 2.0.squareRoot()) }
    return sum / Double(rows.count).squareRoot()
}

@Test("the step found is the first that flips, on a grid and with a gradient by central differences", arguments: [1, 2, 7])
func bruteForce(d: Int) throws {
    let m = 5, step = FlippingStep()
    for trial: UInt64 in 0..<20 {
        let dense = try draws(step, .dense, d: d, m: m).dense(trial)
        var rows: [[Double]] = [], signs: [Double] = []
        dense.forEachTile { tile in
            for k in 0..<tile.count {
                rows.append(Array(tile.rows[k * d..<(k + 1) * d]))
                signs.append(tile.signs[k])
            }
        }
        let x = [Double(d).squareRoot()] + [Double](repeating: 0, count: d - 1)
        func shifted(_ y: [Double], _ i: Int, _ h: Double) -> [Double] {
            var copy = y
            copy[i] += h
            return copy
        }
        let gradient = (0..<d).map { (network(rows, signs, shifted(x, $0, 1e-5)) - network(rows, signs, shifted(x, $0, -1e-5))) / 2e-5 }
        let f = network(rows, signs, x), s = f > 0 ? 1.0 : -1
        func h(_ t: Double) -> Double { s * network(rows, signs, zip(x, gradient).map { $0 - t * s * $1 }) }
        let found = try values(step, .dense, d: d, m: m, count: trial + 1)[Int(trial)]
        #expect(abs(found[2] - abs(f)) < 1e-12 && abs(found[3] - gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()) < 1e-8)
        let last = min(found[0] * (1 - 1e-5), 50)
        #expect((0..<2000).allSatisfy { h(last * Double($0) / 2000) > 0 }, "d = \(d), trial \(trial): flips before \(last)")
        if found[1].isFinite { #expect(h(found[1] * (1 + 1e-5)) < 1e-6 && found[1] - found[0] < 1e-5 * max(1, found[0])) }
    }
}

@Test("a step that never flips has no upper end: d = 1, and the one neuron's preactivation goes to infinity from 0")
func neverFlips() throws {
    // d = m = 1: f is odd in the one preactivation and its gradient step goes through 0, so every draw flips.
    let one = try values(FlippingStep(), .dense, d: 1, m: 1, count: 50)
    #expect(one.allSatisfy { $0[1].isFinite })
    // Two neurons of opposite sign may never: f then stays above 0 to the end of the line.
    let two = try values(FlippingStep(), .dense, d: 1, m: 2, count: 200)
    #expect(two.contains { $0[1] == .infinity } && two.contains { $0[1].isFinite })
}

@Test(
    "dense and reduced draws have one law: two-sample Kolmogorov-Smirnov on each column", arguments: [(1, 4), (2, 3), (10, 40), (60, 20)])
func samplers(d: Int, m: Int) throws {
    let count = 2000
    let samples = try SamplerKind.allCases.map { try values(FlippingStep(), $0, d: d, m: m, count: UInt64(count)) }
    for column in [0, 2, 3] {
        let sorted = samples.map { $0.map { min($0[column], 100) }.sorted() }
        var (i, j, distance) = (0, 0, 0)
        while i < count, j < count {
            let x = min(sorted[0][i], sorted[1][j])
            while i < count, sorted[0][i] <= x { i += 1 }
            while j < count, sorted[1][j] <= x { j += 1 }
            distance = max(distance, abs(i - j))
        }
        // P(distance > 1.95 sqrt(2/n)) = 1e-3 for two samples of one law.
        #expect(Double(distance) / Double(count) < 1.95 * (2 / Double(count)).squareRoot(), "column \(column)")
    }
}

@Test("the value at m = 3 has the law of a sum of three uniforms")
func irwinHall() throws {
    let count = 4000
    let sample = try values(InitialValue(), .reduced, d: 5, m: 3, count: UInt64(count)).map { $0[0] * 3.0.squareRoot() }.sorted()
    // P(|U1 + U2 + U3| <= t), U uniform on (-1,1): the density is (3 - t^2)/8 below 1, (3 - t)^2/16 from there to 3.
    func cdf(_ t: Double) -> Double { t <= 1 ? (9 * t - t * t * t) / 12 : 1 - pow(3 - t, 3) / 24 }
    let distance = sample.enumerated().map { max(abs(cdf($1) - Double($0) / Double(count)), abs(cdf($1) - Double($0 + 1) / Double(count))) }
        .max()
    #expect(try #require(distance) < 1.95 / Double(count).squareRoot())
}
