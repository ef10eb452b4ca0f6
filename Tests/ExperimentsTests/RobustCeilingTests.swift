// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Experiments

/// The largest matching by trying every edge or none at each left vertex.
private func largest(_ neighbours: [[Int]], from left: Int = 0, used: Set<Int> = []) -> Int {
    guard left < neighbours.count else { return 0 }
    var best = largest(neighbours, from: left + 1, used: used)
    for right in neighbours[left] where !used.contains(right) {
        best = max(best, 1 + largest(neighbours, from: left + 1, used: used.union([right])))
    }
    return best
}

@Test("a maximum matching, against all matchings of small random graphs; each edge is one of the graph, no vertex has two")
func matchings() {
    var random = TestRandom(3)
    for _ in 0..<300 {
        let (lefts, rights) = (1 + Int(random.uniform() * 7), 1 + Int(random.uniform() * 7))
        let density = random.uniform()
        let graph = (0..<lefts).map { _ in (0..<rights).filter { _ in random.uniform() < density } }
        let matching = BipartiteMatching(neighbours: graph, rightCount: rights)
        #expect(matching.size == largest(graph), "\(graph)")
        let chosen = matching.partners.compactMap { $0 }
        #expect(Set(chosen).count == chosen.count)
        for (left, right) in matching.partners.enumerated() { #expect(right.map(graph[left].contains) ?? true) }
    }
    #expect(BipartiteMatching(neighbours: [], rightCount: 0).size == 0)
    // A path that only a long alternation augments.
    let path = (0..<500).map { $0 == 499 ? [499] : [$0, $0 + 1] }
    #expect(BipartiteMatching(neighbours: path.map { $0.reversed() }, rightCount: 500).size == 500)
}

@Test("the ceiling of two pairs of images: those within 2R lose one of two, those beyond none; the norm is that before normalizing")
func ceilingsByHand() {
    // Directions at 0 and 60 degrees (distance 1), and at 90 and 180 degrees (distance sqrt 2), in two of four pixels.
    let s = 3.0.squareRoot() / 2
    let pixels: [[Double]] = [[1, 0, 0, 0], [0.5, s, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    let digits = DigitImages(side: 2, pixels: pixels.flatMap { $0.map { $0 / 2 } }, labels: [-1, 1, -1, 1])
    let found = RobustCeiling.ceilings(digits, side: 2, filter: .area, scaledRadii: [0.98, 1.02, 1.4, 1.42])
    #expect(found.map(\.matching) == [0, 1, 1, 2] && found.map(\.accuracy) == [1, 0.75, 0.75, 0.5])
    #expect(found.map(\.isTrivial) == [false, false, false, true] && found.allSatisfy { $0.largerClass == 2 && $0.d == 4 })
    #expect(found.allSatisfy { abs($0.logNorm - log(0.5)) < 1e-12 })
}

@Test("both filters keep the mean of a linear image, and all of one that is not made smaller")
func filters() {
    let n = 8
    for filter in ImageFilter.allCases {
        for k in 1...n {
            let matrix = filter.matrix(from: n, to: k)
            for i in 0..<k { #expect(abs(matrix[i * n..<(i + 1) * n].reduce(0, +) - 1) < 1e-12) }
            // A linear ramp at the centres of the new pixels; means over areas keep it where no old pixel is cut.
            for i in 0..<k where filter == .bilinear || n % k == 0 {
                let value = (0..<n).reduce(0) { $0 + matrix[i * n + $1] * (Double($1) + 0.5) }
                #expect(abs(value - (Double(i) + 0.5) * Double(n) / Double(k)) < 1e-12, "\(filter) \(k)")
            }
        }
        #expect(filter.matrix(from: n, to: n) == (0..<n * n).map { $0 / n == $0 % n ? 1 : 0 })
    }
}

@Test("the recorded ceilings are those that SciPy finds (ceiling_reference.py), line by line")
func ceilingsOfSciPy() throws {
    let file = try #require(Bundle.module.url(forResource: "ceiling_reference", withExtension: "csv", subdirectory: "Resources"))
    let reference = try [RobustCeiling](table: String(contentsOf: file, encoding: .utf8), path: file.path)
    let recorded = try RunRecords.recorded().ceilings
    #expect(recorded.count == 142 && reference.count == recorded.count)
    for (one, other) in zip(recorded, reference) {
        #expect(one.filter == other.filter && one.d == other.d && one.scaledRadius == other.scaledRadius)
        #expect(one.images == other.images && one.largerClass == other.largerClass && one.matching == other.matching, "\(one)")
        #expect(abs(one.logNorm - other.logNorm) < 1e-5)
    }
}
