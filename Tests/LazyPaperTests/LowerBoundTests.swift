// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Laws
import LazyPaper
import RealModule
import Support
import Testing

/// The lower bound of the failure probability that a claim has.
private func lowerBound(_ id: String, at parameters: Parameters) throws -> LawEvaluation? {
    guard case .atLeast(let law) = try #require(try claim(id).measured).measurement.law else { throw NotDecidedByProof(id: id) }
    return try law.evaluation(at: parameters)
}

/// By mpmath 1.3.0 at 40 digits, C0 = 1: (ncdf(4V/5) - 1/2)^m times erfc(t/sqrt 2) for d = 2, and times gammainc((d-1)/2, t^2/2,
/// regularized=True) for d = 5, t = B - 3/5.
@Test(
    "how likely B.7/h fails at the least, against mpmath",
    arguments: [
        (2, 20, 1e-100, 3.03727530923245e-78, true), (2, 10, 1e-100, 1.0995989320895e-86, true),
        (2, 20, 1e-40, 1.95926984860233e-48, false), (5, 100, 1e-300, 2.25592294469122e-254, true),
    ])
func lowerBoundOfChange(d: Int, m: Int, gamma: Double, value: Double, isRefuted: Bool) throws {
    let law = try #require(try lowerBound("B.7/h", at: Parameters(d: d, m: m, gamma: gamma, c0: 1)))
    #expect(abs(law.left.value / value - 1) < 1e-12, "\(law.left)")
    #expect((law.outcome == .violated) == isRefuted)
}

@Test("on the line, and without a ball, nothing is said of B.7/h")
func lowerBoundWithoutRoom() throws {
    #expect(try lowerBound("B.7/h", at: Parameters(d: 1, m: 20, gamma: 1e-100, c0: 1)) == nil)
    #expect(try lowerBound("B.7/h", at: Parameters(d: 2, m: 20, gamma: 1e-100, c0: 0)) == nil)
}

/// The W of the argument on rows of the event, by the network's definition: each neuron within 4V/5 of its boundary on the inactive side,
/// moved by less than V; the change of the gradient off x is ||sum a_s P w_{s,0}||/sqrt m + (3/5) C0, but for how far past the boundary.
@Test("the moves behind the lower bound stay in the ball and change the gradient by what is said", arguments: [2, 3, 7])
func movesOfTheLowerBound(d: Int) {
    let m = 30, c0 = 2.0, radius = c0 / Double(m).squareRoot()
    var random = SplitMix64(seed: 5)
    let signs = (0..<m).map { _ in random.next() & 1 == 0 ? 1.0 : -1 }
    let rows = (0..<m).map { _ in [-0.8 * radius * random.uniform()] + (1..<d).map { _ in 4 * random.symmetric() } }
    func norm(_ v: some Sequence<Double>) -> Double { v.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let sum = (1..<d).map { i in zip(signs, rows).reduce(0) { $0 + $1.0 * $1.1[i] } }
    let u = sum.map { $0 / norm(sum) }
    let moved = zip(signs, rows).map { sign, row in [1e-9] + zip(row.dropFirst(), u).map { $0 + 0.6 * radius * sign * $1 } }
    for (before, after) in zip(rows, moved) { #expect(norm(zip(before, after).map { $1 - $0 }) < radius) }
    /// sqrt m times the part of the gradient at x = e_1 orthogonal to x.
    func gradient(_ rows: [[Double]]) -> [Double] {
        (1..<d).map { i in zip(signs, rows).reduce(0) { $0 + ($1.1[0] > 0 ? $1.0 * $1.1[i] : 0) } }
    }
    let change = norm(zip(gradient(rows), gradient(moved)).map { $1 - $0 }) / Double(m).squareRoot()
    #expect(abs(change - (norm(sum) / Double(m).squareRoot() + 0.6 * c0)) < 1e-12)
}
