// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Statistics
internal import Support

/// The cells at which a refuted cell is tried when it is shrunk, in the order of (d, m): itself the last.
///
/// Gamma, C0 and C1 stay; R and eps follow d and m by their default rules where they did so in the cell to begin with.
struct ShrunkCells {
    /// The cell to begin with.
    let start: Cell

    var all: [Cell] {
        let p = start.parameters
        let dimensions = Self.rising([1, 2, 3, 5, 10, 25, 50, 100, 250, 500], upTo: p.d)
        return dimensions.flatMap { d in
            let edge = domainEdge(d)
            return Self.rising((0...15).flatMap { k in [1, 2, 5].map { $0 * Self.powerOfTen(k) } } + [edge], upTo: p.m)
                .compactMap { cell(d, $0) }
        }
    }

    /// The error probability of each cell's confidence sequences, where `rate` is that of all of them together.
    ///
    /// - Throws: `StatisticsError` where `rate` is out of range.
    func alpha(rate: Double) throws -> Double { try ErrorBudget(rate: rate, cells: all.count).perSequence }

    private static func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    private static func rising(_ values: [Int], upTo last: Int) -> [Int] { Set(values.filter { $0 < last } + [last]).sorted() }

    /// The smallest m at which the claim's hypotheses hold, if they do so from some m on.
    private func domainEdge(_ d: Int) -> Int {
        Bisection.firstInteger(after: 0, upTo: start.parameters.m) { isInDomain(d, $0) }
    }

    private func isInDomain(_ d: Int, _ m: Int) -> Bool {
        guard let cell = cell(d, m) else { return false }
        return cell.claim.hypotheses(cell.parameters.arguments).allSatisfy { $0.holds }
    }

    /// The claim at (d, m); nil where it is not defined there.
    func cell(_ d: Int, _ m: Int) -> Cell? {
        let p = start.parameters
        guard let usual = try? Parameters(d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1) else { return nil }
        guard
            let parameters = try? Parameters(
                d: d, m: m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius == usual.radius ? nil : p.radius,
                epsilon: p.epsilon == usual.epsilon ? nil : p.epsilon)
        else { return nil }
        return try? Cell(start.claim, parameters)
    }
}
