// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

extension Ball {
    /// a < b for every member a of this ball and b of the other. False is no answer: see ``isLess(than:)``.
    public func isCertainlyLess(than other: Ball) -> Bool { Ball.with(self, other, lc_ball_lt) != 0 }

    /// a <= b for every member a of this ball and b of the other.
    public func isCertainlyLessOrEqual(to other: Ball) -> Bool { Ball.with(self, other, lc_ball_le) != 0 }

    /// Whether every member is > 0.
    public var isCertainlyPositive: Bool { Ball(0).isCertainlyLess(than: self) }

    /// Whether every member is < 0.
    public var isCertainlyNegative: Bool { isCertainlyLess(than: Ball(0)) }

    /// Whether a < b: true or false where all members agree, nil where the balls do not decide it.
    public func isLess(than other: Ball) -> Bool? {
        if isCertainlyLess(than: other) { return true }
        return other.isCertainlyLessOrEqual(to: self) ? false : nil
    }

    /// Whether a <= b: true or false where all members agree, nil where the balls do not decide it.
    public func isLessOrEqual(to other: Ball) -> Bool? {
        if isCertainlyLessOrEqual(to: other) { return true }
        return other.isCertainlyLess(than: self) ? false : nil
    }

    /// Whether `x` is a member.
    public func contains(_ x: Double) -> Bool { contains(Ball(exactly: x)) }

    /// Whether every member of the other ball is a member of this one.
    public func contains(_ other: Ball) -> Bool { Ball.with(self, other, lc_ball_contains) != 0 }

    /// Whether the two share a member: two enclosures of one number must.
    public func overlaps(_ other: Ball) -> Bool { Ball.with(self, other, lc_ball_overlaps) != 0 }
}

extension Ball {
    /// The answer of `question`, asked at 64, 128, 256, ... bits until it is not nil or the ceiling has been tried; nil then.
    ///
    /// The question must make its balls inside the closure, at the precision of the call:
    ///
    ///     Ball.decide { Ball.exp(.pi).isLess(than: .ratio(23_140_692_633, 1_000_000_000)) }
    ///
    /// Equal real numbers are never told apart nor shown equal this way: reduce such a question algebraically first.
    public static func decide<Answer>(upTo maxPrecision: Int = 4096, _ question: () throws -> Answer?) rethrows -> Answer? {
        var bits = 64
        while true {
            if let answer = try withPrecision(bits, question) { return answer }
            if bits >= maxPrecision { return nil }
            bits = Swift.min(2 * bits, maxPrecision)
        }
    }

    /// The value of `body` at the first of 64, 128, 256, ... bits that leaves `goal` bits of relative accuracy; where the
    /// ceiling is met first, the enclosure of the last attempt, as wide as it is.
    public static func refined(toBits goal: Int = 53, upTo maxPrecision: Int = 4096, _ body: () throws -> Ball) rethrows -> Ball {
        var bits = Swift.max(64, goal + 11)
        while true {
            let value = try withPrecision(bits, body)
            if value.isFinite && value.accuracyBits >= goal || bits >= maxPrecision { return value }
            bits = Swift.min(2 * bits, maxPrecision)
        }
    }

    /// Balls and complex balls made less those freed by the calling thread, for a test that nothing leaks.
    package static var liveOnThisThread: Int { lc_live_handles() }

    /// Frees the constants that Arb keeps for the calling thread. Needed by leak checkers alone.
    public static func releaseCaches() { lc_release_caches() }
}
