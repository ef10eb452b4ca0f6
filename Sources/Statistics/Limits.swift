// SPDX-License-Identifier: GPL-3.0-or-later

/// A closed interval `[lower, upper]` of probabilities, rounded outward: `0 <= lower <= upper <= 1`.
public struct Limits: Sendable, Equatable {
    public let lower: Double
    public let upper: Double

    /// - Precondition: `0 <= lower <= upper <= 1`.
    public init(lower: Double, upper: Double) {
        precondition(0 <= lower && lower <= upper && upper <= 1, "limits must satisfy 0 <= lower <= upper <= 1")
        self.lower = lower
        self.upper = upper
    }

    /// `[0, 1]`: nothing is known.
    public static let unknown = Limits(lower: 0, upper: 1)

    public var width: Double { upper - lower }

    public func contains(_ probability: Double) -> Bool { lower <= probability && probability <= upper }

    /// The values in both intervals; nil where there is none.
    public func intersection(_ other: Limits) -> Limits? {
        let low = max(lower, other.lower)
        let high = min(upper, other.upper)
        return low <= high ? Limits(lower: low, upper: high) : nil
    }

    /// `1 - upper ... 1 - lower`, rounded outward: the limits of the opposite event.
    public var complement: Limits {
        Limits(lower: complementRoundedDown(upper), upper: complementRoundedUp(lower))
    }
}

/// The smallest double that is at least `1 - x`, for `0 <= x <= 1`.
func complementRoundedUp(_ x: Double) -> Double {
    let y = 1 - x
    // 1 - y is exact (Sterbenz) where y >= 1/2; where y < 1/2, the subtraction 1 - x itself was exact.
    return y >= 0.5 && 1 - y > x ? y.nextUp : y
}

/// The largest double that is at most `1 - x`, for `0 <= x <= 1`.
func complementRoundedDown(_ x: Double) -> Double {
    let y = 1 - x
    return y >= 0.5 && 1 - y < x ? y.nextDown : y
}
