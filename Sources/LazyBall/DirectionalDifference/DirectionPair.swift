// SPDX-License-Identifier: GPL-3.0-or-later

/// A fixed pair (r, delta) of Lemma B.8 in the orthonormal basis that Gram-Schmidt makes of (x, delta, r).
///
/// x = (1, 0, 0), delta = (delta.0, delta.1, 0) with delta.1 >= 0, r = (r.0, r.1, r.2) with r.2 >= 0. Where the span has
/// fewer than three dimensions the missing coordinates of delta and r are 0, and a weight has no component there.
public struct DirectionPair: Sendable, Hashable {
    /// delta in the basis.
    public let delta: (Double, Double)
    /// r in the basis; of length 1.
    public let r: (Double, Double, Double)

    public init(delta: (Double, Double), r: (Double, Double, Double)) {
        self.delta = delta
        self.r = r
    }

    /// Which of the three basis vectors exist: the second iff delta is not parallel to x or r leaves span(x), and so on.
    public var spanDimension: Int { r.2 != 0 ? 3 : (delta.1 != 0 || r.1 != 0 ? 2 : 1) }

    public static func == (a: Self, b: Self) -> Bool { a.delta == b.delta && a.r == b.r }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(delta.0)
        hasher.combine(delta.1)
        hasher.combine(r.0)
        hasher.combine(r.1)
        hasher.combine(r.2)
    }
}
