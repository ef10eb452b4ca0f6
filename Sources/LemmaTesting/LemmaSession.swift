// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization
public import Testing
internal import Verifier

/// What the checks of a suite have in common.
final class LemmaSession: Sendable {
    @TaskLocal static var current: LemmaSession?

    private let errorRate: Double
    private let checks: Int
    private let seed: UInt64?
    private let made = Mutex(0)

    init(errorRate: Double, checks: Int, seed: UInt64?) { (self.errorRate, self.checks, self.seed) = (errorRate, checks, seed) }

    /// The options of the next check: what it says itself, then what its suite says.
    ///
    /// - Throws: ``LemmaTestingError`` where the suite's error rate is used up.
    static func options(seed: UInt64?, errorRate: Double?) throws(LemmaTestingError) -> RunOptions {
        var options = RunOptions()
        options.seed = seed ?? current?.seed ?? options.seed
        if let errorRate { options.errorRate = errorRate } else if let current { options.errorRate = try current.share() }
        return options
    }

    /// One check's share of the error rate.
    private func share() throws(LemmaTestingError) -> Double {
        let count = made.withLock { made in
            made += 1
            return made
        }
        guard count <= checks else { throw .moreChecks(than: checks) }
        return errorRate / Double(checks)
    }
}

/// Shares one error rate among the checks of a suite or a test.
public struct SharedErrorRate: SuiteTrait, TestTrait, TestScoping {
    let errorRate: Double
    let checks: Int
    let seed: UInt64?

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await LemmaSession.$current.withValue(LemmaSession(errorRate: errorRate, checks: checks, seed: seed)) { try await function() }
    }
}

extension Trait where Self == SharedErrorRate {
    /// All checks of the suite together are wrong with probability at most `rate`:
    ///
    /// ```swift
    /// @Suite(.sharedErrorRate(1e-3, checks: 12))
    /// struct LemmaTests { ... }
    /// ```
    ///
    /// - Parameters:
    ///   - rate: in (0, 1).
    ///   - checks: how many checks the suite makes at most, each of a test's arguments counted; one more is an error. One that gives an
    ///     error rate of its own has that instead, and counts not.
    ///   - seed: of the checks that give none; 1 unless given.
    public static func sharedErrorRate(_ rate: Double, checks: Int, seed: UInt64? = nil) -> Self {
        SharedErrorRate(errorRate: rate, checks: checks, seed: seed)
    }
}
