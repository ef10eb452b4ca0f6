// SPDX-License-Identifier: GPL-3.0-or-later

import LemmaTesting
import Testing

@Test("a claim of the paper is checked at a point, with the same verdict each time")
func claim() async throws {
    let check = try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1)
    #expect(check.verdict == .holds, "\(check)")
    #expect(check.description.hasPrefix("B.7/1 d=784 m=10000 gamma=0.05 c0=1.0: holds; bound 8.36"))
    #expect(try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1).description == check.description)
    #expect(try await LemmaCheck(.perturbedFlippedNeurons, d: 25, m: 1000, gamma: 0.05, c0: 1).verdict == .refuted)
    #expect(try await LemmaCheck(.functionValueAtLargeWidth, d: 25, m: 1, gamma: 0.05, c0: 1).verdict == nil)
    await #expect(throws: ParameterError.self) { try await LemmaCheck(.gradientNorm, d: 0, m: 1, gamma: 0.05, c0: 1) }
}

@Test("what is sharper than the paper, and a repair, are checked like the paper's claims")
func sharperAndRepaired() async throws {
    #expect(try await LemmaCheck(.sharpGradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1).verdict == .holds)
    #expect(try await LemmaCheck(.sharpFunctionValue, d: 2, m: 10_000, gamma: 0.05, c0: 1).verdict == .holds)
    let repair = try #require(LazyPaper.catalogue.claim("B.7/f*"))
    #expect(try await LemmaCheck(repair, d: 25, m: 1000, gamma: 0.05, c0: 1).verdict == .holds)
}

/// The k-th point of a sequence equidistributed in (0, 1): a quantity whose law is known without a generator.
private func point(_ k: Int) -> Double { (Double(k + 1) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1) }

@Test("a bound of the user's own: uniform values against their true quantiles")
func ownBound() throws {
    let above = try LemmaCheck("uniform", bound: 0.99, gamma: 0.05) { TrialBracket(exactly: point($0)) }
    #expect(above.verdict == .holds, "\(above)")
    let below = try LemmaCheck("uniform", bound: 0.5, gamma: 0.05) { TrialBracket(exactly: point($0)) }
    #expect(below.verdict == .refuted, "\(below)")
    let lower = try LemmaCheck("uniform", bound: 0.01, direction: .lower, gamma: 0.05) { TrialBracket(exactly: point($0)) }
    #expect(lower.verdict == .holds, "\(lower)")
    let attacked = try LemmaCheck("uniform", bound: 2, gamma: 0.05) { TrialBracket(attained: point($0), certified: .infinity) }
    #expect(attacked.verdict == .consistent, "\(attacked)")
    let short = try LemmaCheck("uniform", bound: 2, gamma: 0.05, maxTrials: 3) { TrialBracket(exactly: point($0)) }
    #expect(short.verdict == .inconclusive)
    #expect(throws: ParameterError.self) { try LemmaCheck("x", bound: 1, gamma: 1) { _ in TrialBracket(exactly: 0) } }
}
