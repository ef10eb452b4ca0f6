// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyPaper
import Testing
import Verifier

private func grid(d: [Int] = [25], m: [Int] = [1000], gamma: [Double] = [0.05], c0: [Double] = [1]) -> Grid {
    var grid = Grid()
    (grid.d, grid.m, grid.gamma, grid.c0) = (d, m, gamma, c0)
    return grid
}

@Test("a value listed twice makes no cell twice, and does not count twice against the limit")
func distinctCells() throws {
    let claim = try #require(Claim.functionValue.measured)
    let once = try grid(d: [25, 100], c0: [1, 10]).cells(of: claim)
    #expect(once.count == 4)
    #expect(try grid(d: [25, 100, 25], c0: [1, 10, 10, 1]).cells(of: claim) == once)
    #expect(try grid(d: [Int](repeating: 25, count: 1_000_000)).cells(of: claim).count == 1)
}

@Test("a grid of more cells than a run may have is refused by their number, before any is made")
func tooManyCells() throws {
    let claim = try #require(Claim.functionValue.measured)
    let thousand = Array(1...1000)
    #expect(throws: GridError.tooManyCells(1e9)) {
        try grid(d: thousand, m: thousand, c0: thousand.map(Double.init)).cells(of: claim)
    }
    // Beyond every integer of 64 bits.
    let many = Array(1...100_000)
    var huge = grid(d: many, m: many, gamma: many.map { Double($0) / 200_000 }, c0: many.map(Double.init))
    #expect(throws: GridError.tooManyCells(1e20)) { try huge.cells(of: claim) }
    huge = grid(d: Array(1...100_001))
    #expect(throws: GridError.tooManyCells(100_001)) { try huge.cells(of: claim) }
    huge.d.removeLast()
    #expect(try huge.cells(of: claim).count == 100_000)
    // Of a parameter that the claim does not depend on, no value counts.
    var idle = grid()
    idle.radius = many.map(Double.init)
    #expect(try idle.cells(of: claim).count == 1)
}

@Test("the claims of a run are counted together")
func cellsOfSeveralClaims() throws {
    let claims = try [Claim.functionValue, .gradientNorm].map { try #require($0.measured) }
    let grid = grid(d: Array(1...60_000))
    #expect(try Plan(entries: []).overridden(by: grid, claims: [claims[0], claims[0]]).entries.count == 60_000)
    #expect(throws: GridError.tooManyCells(120_000)) { try Plan(entries: []).overridden(by: grid, claims: claims) }
}
