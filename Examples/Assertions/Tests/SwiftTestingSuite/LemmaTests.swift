// SPDX-License-Identifier: GPL-3.0-or-later

import LemmaTesting
import Testing

/// All twelve checks together are wrong with probability at most 1e-3.
@Suite(.sharedErrorRate(1e-3, checks: 12))
struct LemmaTests {
    @Test("a claim of the paper by its name, at one point")
    func gradientStaysLarge() async throws {
        expectHolds(try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1))
    }

    @Test("a repair and a sharper bound by their IDs, on a grid", arguments: ["B.7/f*", "B.5/1+", "B.7/1+"])
    func byID(id: String) async throws {
        expectHolds(try await LemmaCheck(id, grid: Grid(d: [25, 100], m: [10_000], gamma: [0.05], c0: [1])))
    }

    @Test("what is known to be false is refuted, with a counterexample that can be replayed")
    func knownToFail() async throws {
        let check = try await LemmaCheck("B.4/2", d: 25, m: 1000, gamma: 0.05, c0: 1)
        expect(check, is: .refuted)
        #expect(try check.counterexample?.claim == "B.4/2")
    }

    @Test("a bound of our own on a quantity of lemmacheck, written and computed", arguments: [1.0, 4])
    func ownBound(c0: Double) async throws {
        let grid = Grid(d: [100], m: [1000], gamma: [0.05], c0: [c0])
        expectHolds(try await LemmaCheck(.functionValue, grid: grid, bound: "2*sqrt(log(2/gamma)) + C0/2"))
        expectHolds(try await LemmaCheck(.functionValue, grid: grid, bound: .function { p in 4 + p.c0 / 2 }))
    }

    @Test("a quantity of our own: the largest of n standard normals, against a union bound")
    func ownQuantity() async throws {
        let n = 100, gamma = 0.05
        // P(max g > t) <= n exp(-t^2/2) / 2 for t >= 0.
        let bound = 3.9
        let check = try await LemmaCheck("the largest of 100 normals", bound: bound, gamma: gamma) { _, stream in
            TrialBracket(exactly: (0..<n).map { _ in stream.normal() }.max() ?? 0)
        }
        expectHolds(check)
        #expect((check.slack ?? 0) > 1)
    }
}
