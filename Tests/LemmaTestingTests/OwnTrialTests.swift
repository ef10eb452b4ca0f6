// SPDX-License-Identifier: GPL-3.0-or-later

import LemmaTesting
import Testing
import XCTest

/// The k-th point of a sequence equidistributed in (0, 1): a quantity whose law is known without a generator.
private func point(_ k: Int) -> Double { (Double(k + 1) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1) }

@Test("a bound of the user's own: uniform values against their true quantiles")
func ownBound() async throws {
    let above = try await LemmaCheck("uniform", bound: 0.99, gamma: 0.05) { TrialBracket(exactly: point($0)) }
    #expect(above.verdict == .holds && above.replayCommand == nil, "\(above)")
    let below = try await LemmaCheck("uniform", bound: 0.5, gamma: 0.05) { TrialBracket(exactly: point($0)) }
    #expect(below.verdict == .refuted, "\(below)")
    let lower = try await LemmaCheck("uniform", bound: 0.01, direction: .lower, gamma: 0.05) { TrialBracket(exactly: point($0)) }
    #expect(lower.verdict == .holds, "\(lower)")
    let attacked = try await LemmaCheck("uniform", bound: 2, gamma: 0.05) { TrialBracket(attained: point($0), certified: .infinity) }
    #expect(attacked.verdict == .consistent && attacked.cells[0].result.method == .attack, "\(attacked)")
    let short = try await LemmaCheck("uniform", bound: 2, gamma: 0.05, maxTrials: 3) { TrialBracket(exactly: point($0)) }
    #expect(short.verdict == .inconclusive)
    await #expect(throws: ParameterError.self) { try await LemmaCheck("x", bound: 1, gamma: 1) { _ in TrialBracket(exactly: 0) } }
    await #expect(throws: ParameterError.self) { try await LemmaCheck("x", bound: .nan, gamma: 0.1) { _ in TrialBracket(exactly: 0) } }
}

@Test("a trial's stream is its own: the same seed the same values on any number of threads, another seed others")
func streams() async throws {
    func check(seed: UInt64, threads: Int) async throws -> LemmaCheck {
        try await LemmaCheck("normal", bound: 1.96, gamma: 0.05, seed: seed, maxTrials: 300, threads: threads) { _, stream in
            TrialBracket(exactly: stream.normal().magnitude)
        }
    }
    let one = try await check(seed: 1, threads: 1)
    #expect(try await check(seed: 1, threads: 3).description == one.description)
    #expect(try await check(seed: 2, threads: 1).description != one.description)
    // P(|g| > 1.96) = 0.05: the true quantile lies within the limits.
    let quantile = try #require(one.quantile)
    #expect(quantile.lower <= 1.96 && 1.96 <= quantile.upper)
}

private struct Forty: Error {}

@Test("what a trial throws is thrown")
func throwing() async {
    await #expect(throws: Forty.self) {
        try await LemmaCheck("x", bound: 1, gamma: 0.05) { number in
            if number == 40 { throw Forty() }
            return TrialBracket(exactly: 0)
        }
    }
}

@Suite("an error rate shared among a suite's checks", .sharedErrorRate(1e-2, checks: 4, seed: 7))
struct SharedRateTests {
    @Test("each has its share, and the suite's seed", arguments: [1, 10])
    func share(c0: Double) async throws {
        let check = try await LemmaCheck(.functionValue, d: 25, m: 1000, gamma: 0.05, c0: c0)
        #expect(expectHolds(check).description.contains("seed 7, error rate 0.0025"))
    }

    @Test("one with a rate of its own has that")
    func own() async throws {
        let check = try await LemmaCheck(.functionValue, d: 25, m: 1000, gamma: 0.05, c0: 1, seed: 3, errorRate: 1e-4)
        #expect(check.description.contains("seed 3, error rate 1e-4"))
    }
}

@Test("a suite that makes more checks than it has said is told so", .sharedErrorRate(1e-2, checks: 1))
func tooManyChecks() async throws {
    _ = try await LemmaCheck(.functionValue, d: 25, m: 1000, gamma: 0.05, c0: 1)
    await #expect(throws: LemmaTestingError.moreChecks(than: 1)) {
        try await LemmaCheck(.functionValue, d: 25, m: 1000, gamma: 0.05, c0: 1)
    }
}

@Test("expectations fail where the verdict is another, with the description")
func failingExpectations() async throws {
    let check = try await LemmaCheck(.functionValue, d: 25, m: 1000, gamma: 0.05, c0: 1, maxTrials: 1)
    withKnownIssue {
        expectHolds(check)
    } matching: { issue in
        issue.comments.contains { $0.rawValue.contains("expected holds: B.5/1 is inconclusive at d=25") }
    }
}

final class XCTestHelpers: XCTestCase {
    func testHolds() async throws {
        XCTAssertHolds(try await LemmaCheck("B.5/1", d: 25, m: 1000, gamma: 0.05, c0: 1))
        let short = try await LemmaCheck("B.5/1", d: 25, m: 1000, gamma: 0.05, c0: 1, maxTrials: 1)
        XCTAssertVerdict(short, .inconclusive)
        XCTExpectFailureText(short)
    }

    /// XCTest on Linux has no expected failures: what would be told is looked at.
    private func XCTExpectFailureText(_ check: LemmaCheck) {
        XCTAssertTrue(check.failure(expecting: .holds)?.contains("B.5/1 is inconclusive at d=25") ?? false)
    }
}
