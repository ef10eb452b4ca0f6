// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import OwnClaims
import Testing
import Verifier

private func result(_ claim: Claim, m: Int = 1000, sampler: SamplerKind = .reduced) async throws -> RunResult.Cell {
    var options = RunOptions()
    options.sampler = sampler
    let cell = try Cell(#require(claim.measured), Parameters(d: 5, m: m, gamma: 0.05, c0: 1))
    return try await Engine(options).run(Plan(entries: [.init(cell: cell)])).cells[0]
}

@Test("a right-hand side of one's own on an existing quantity is verified like the paper's")
func ownBound() async throws {
    let found = try await result(.sharperFunctionValue)
    #expect(found.verdict == .holds && found.bound < 3.8 && found.claim == "Own/1")
}

@Test("a quantity of one's own, dense and reduced, against its own law")
func ownQuantity() async throws {
    for sampler in SamplerKind.allCases {
        let found = try await result(.preactivationNorm, sampler: sampler)
        #expect(found.verdict == .holds)
        // sum (|g| + V)^2 = chi^2_m + 2 V sum |g| + m V^2: about sqrt(1000 + 2 sqrt(2000/pi) + 1 + 1.645 sqrt(2000)) at the 0.95-quantile.
        let quantile = try #require(found.quantile)
        #expect(abs(quantile.value - 33.6) < 0.6, "\(quantile.value)")
    }
}

@Test("a proof step of one's own is proved over its unbounded domain")
func ownStep() async throws {
    let audit = Audit(catalogue: OwnClaims.catalogue, plan: Plan(entries: []))
    let rows = try await audit.rows([.widthStep, .preactivationNorm], threads: 1)
    #expect(rows.map(\.verdict) == [.proved, .proved])
}
