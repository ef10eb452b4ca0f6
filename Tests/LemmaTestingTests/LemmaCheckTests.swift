// SPDX-License-Identifier: GPL-3.0-or-later

import LemmaTesting
import Testing

@Test("a claim of the paper is checked at a point, with the same verdict each time")
func claim() async throws {
    let check = try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1)
    expectHolds(check)
    #expect(check.verdict == .holds && check.holds && !check.isVacuous && check.failedHypotheses.isEmpty)
    #expect(check.description.hasPrefix("B.7/1 holds at d=784 m=10000 gamma=0.05 C0=1.0: P(violates) in ["))
    #expect(check.description.contains("; bound 8.36") && check.description.contains("seed 1, error rate 0.001"))
    #expect(check.limits.upper <= 0.05 && (check.slack ?? 0) > 1 && (check.quantile?.value ?? 0) > 8.36)
    #expect(try check.counterexample == nil)
    #expect(try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1).description == check.description)
    #expect(try await LemmaCheck("b.7/1", d: 784, m: 10_000, gamma: 0.05, c0: 1).description == check.description)
}

@Test("a claim that fails: refuted, with a failure that says all, and a counterexample")
func refutedClaim() async throws {
    let check = try await LemmaCheck(.perturbedFlippedNeurons, d: 25, m: 1000, gamma: 0.05, c0: 1)
    expect(check, is: .refuted)
    let failure = try #require(check.failure(expecting: .holds))
    for part in [
        "expected holds: B.4/2 is refuted at d=25 m=1000 gamma=0.05 C0=1", "exceeds 0.05", "seed 1",
        "repeat: lemmacheck verify B.4/2 --d 25 --m 1000",
    ] {
        #expect(failure.contains(part), "\(failure)")
    }
    #expect(check.failure(expecting: .refuted) == nil)
    let witness = try #require(try check.counterexample)
    #expect(witness.claim == "B.4/2")
}

@Test("a grid: all cells are judged at one error rate, the worst speaks; a cell outside the domain is none that holds")
func grid() async throws {
    let grid = Grid(d: [25, 784], m: [1000, 100_000], gamma: [0.05], c0: [1, 10])
    let check = try await LemmaCheck(.gradientNormAtLargeWidth, grid: grid)
    #expect(check.cells.count == 8 && !check.holds)
    let outside = check.cells.filter { $0.verdict == nil }
    #expect(!outside.isEmpty && outside.allSatisfy { !$0.failedHypotheses.isEmpty && $0.description.contains("is out of its domain") })
    #expect(check.worst.verdict == .refuted || check.worst.verdict == nil)
    #expect(try #require(check.failure(expecting: .holds)).contains("of 8 cells"))
    #expect(check.cells.allSatisfy { $0.replayCommand?.contains("--error-rate 0.000125") ?? false })
}

@Test("a bound of one's own on a claim's quantity, as an expression and as a closure: the same draws, the same verdict")
func ownBoundOnAQuantity() async throws {
    let grid = Grid(d: [100], m: [1000], gamma: [0.05], c0: [2])
    let written = try await LemmaCheck(.functionValue, grid: grid, bound: "2*sqrt(log(2/gamma)) + C0/2")
    expectHolds(written)
    #expect(written.replayCommand?.contains("--quantity function-value --at-most '2*sqrt(log(2/gamma)) + C0/2'") == true)
    let computed = try await LemmaCheck(.functionValue, grid: grid, bound: .function { 4.841_290_988 + 0 * $0.c0 })
    expectHolds(computed)
    #expect(computed.replayCommand == nil && abs((computed.slack ?? 0) - (written.slack ?? 0)) < 0.7)
    expect(try await LemmaCheck(.functionValue, grid: grid, bound: "sqrt(2/pi)*0 + 1/2".replacingPi), is: .refuted)
    expect(try await LemmaCheck("B.7/1", grid: grid, bound: .function { p in p.c0 / 1000 }), is: .holds)
}

extension LemmaBound {
    fileprivate static func text(_ text: String) -> LemmaBound { .expression(text) }
}

extension String {
    /// The language has no name for pi.
    fileprivate var replacingPi: LemmaBound { .text(replacing("pi", with: "3.14159")) }
}

@Test("what cannot be checked throws, in one line: a size, a claim, a bound, a grid; nothing ends the process")
func refusals() async throws {
    func said(_ body: () async throws -> LemmaCheck) async -> String {
        do {
            _ = try await body()
            return ""
        } catch {
            return "\(error)"
        }
    }
    let grid = Grid(d: [25], m: [1000], gamma: [0.05], c0: [1])
    let huge = Grid(d: [1_000_000_000], m: [1_000_000_000_000], gamma: [0.05], c0: [1])
    #expect(await said { try await LemmaCheck("B.9/1", grid: huge) }.contains("are allowed"))
    #expect(await said { try await LemmaCheck("B.7/9", grid: grid) }.contains("there is no claim 'B.7/9'; did you mean"))
    #expect(await said { try await LemmaCheck("B.7/a", grid: grid) }.contains("an explicit right-hand side"))
    #expect(await said { try await LemmaCheck(.functionValue, grid: grid, bound: "2*sqt(d)") }.contains("column 3"))
    #expect(await said { try await LemmaCheck(.functionValue, grid: grid, bound: "sqrt(-d)") }.contains("undefined"))
    #expect(await said { try await LemmaCheck(.functionValue, grid: grid, bound: .function { _ in .nan }) }.contains("bound = nan"))
    #expect(await said { try await LemmaCheck(.functionValue, grid: Grid(d: [25])) }.contains("m has no value"))
    #expect(await said { try await LemmaCheck(.gradientNorm, d: 0, m: 1, gamma: 0.05, c0: 1) }.contains("d = 0"))
    #expect(await said { try await LemmaCheck(.gradientNorm, d: 2, m: 1, gamma: 0.05, c0: 1, errorRate: 2) } != "")
    for text in [await said { try await LemmaCheck("B.9/1", grid: huge) }] { #expect(!text.contains("\n")) }
}

@Test("what is sharper than the paper, and a repair, are checked like the paper's claims")
func sharperAndRepaired() async throws {
    expectHolds(try await LemmaCheck(.sharpGradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1))
    expectHolds(try await LemmaCheck("B.5/1+", d: 2, m: 10_000, gamma: 0.05, c0: 1))
    expectHolds(try await LemmaCheck("B.7/f*", d: 25, m: 1000, gamma: 0.05, c0: 1))
}

@Test("a vacuous pass says so")
func vacuous() async throws {
    let check = try await LemmaCheck(.gradientNorm, d: 4, m: 4, gamma: 0.05, c0: 1)
    #expect(check.holds && check.isVacuous && check.description.contains("(vacuous: a trivial bound says as much)"))
}
