// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a condition that does not hold at one place and holds at another changes: halving the way between, by three stopping rules.
///
/// The ends are taken at their word and never tested. Every rule returns a place where the condition was seen to hold (or the end that
/// was said to), whether or not it changes only once; where it changes once, the first such place to the rule's precision.
public enum Bisection {
    /// The two sides of a change: the condition does not hold at `before` and holds at `after`.
    public struct Bracket: Sendable, Hashable {
        public var before: Double
        public var after: Double

        @inlinable public init(before: Double, after: Double) {
            self.before = before
            self.after = after
        }
    }

    /// Halves the way from `before` to `after`, in either direction, a number of times: middle = (before + after)/2.
    ///
    /// - Parameter times: how many middles are tested, all of them even where the two sides have become neighbours.
    @inlinable
    public static func bracket<E: Error>(
        from before: Double, to after: Double, times: Int, where holds: (Double) throws(E) -> Bool
    ) throws(E) -> Bracket {
        var bracket = Bracket(before: before, after: after)
        for _ in 0..<times {
            let middle = (bracket.before + bracket.after) / 2
            if try holds(middle) { bracket.after = middle } else { bracket.before = middle }
        }
        return bracket
    }

    /// Divides the way from `before` to `after`, in either direction, until no middle lies strictly between them.
    ///
    /// - Parameter middle: a number about between two, the smaller given first; the arithmetic mean unless something else is said. Rounded
    ///   to an integer, say, it finds the first integer.
    @inlinable
    public static func exhaustively<E: Error>(
        from before: Double, to after: Double, middle: (Double, Double) -> Double = { $0 + ($1 - $0) / 2 },
        where holds: (Double) throws(E) -> Bool
    ) throws(E) -> Bracket {
        var bracket = Bracket(before: before, after: after)
        while true {
            let (low, high) = bracket.before < bracket.after ? (bracket.before, bracket.after) : (bracket.after, bracket.before)
            let place = middle(low, high)
            guard place > low, place < high else { return bracket }
            if try holds(place) { bracket.after = place } else { bracket.before = place }
        }
    }

    /// The first integer n with `before` < n <= `after` at which the condition holds, `after` if it holds at none between.
    ///
    /// - Precondition: `before` < `after`.
    @inlinable
    public static func firstInteger<E: Error>(
        after before: Int, upTo after: Int, where holds: (Int) throws(E) -> Bool
    ) throws(E) -> Int {
        precondition(before < after, "there must be an integer to find")
        var (before, after) = (before, after)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if try holds(middle) { after = middle } else { before = middle }
        }
        return after
    }
}
