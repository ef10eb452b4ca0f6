// SPDX-License-Identifier: GPL-3.0-or-later

/// A closed interval `[lower, upper]` of probabilities, rounded outward: `0 <= lower <= upper <= 1`.
public struct Limits: Sendable, Equatable {
    /// The lower end, in [0, 1].
    public let lower: Double
    /// The upper end, in [`lower`, 1].
    public let upper: Double

    /// - Precondition: `0 <= lower <= upper <= 1`.
    public init(lower: Double, upper: Double) {
        precondition(0 <= lower && lower <= upper && upper <= 1, "limits must satisfy 0 <= lower <= upper <= 1")
        self.lower = lower
        self.upper = upper
    }

    /// `[0, 1]`: nothing is known.
    public static let unknown = Limits(lower: 0, upper: 1)

    /// upper - lower, rounded to nearest.
    public var width: Double { upper - lower }

    /// Whether `probability` lies in the interval, ends included.
    public func contains(_ probability: Double) -> Bool { lower <= probability && probability <= upper }
}

/// The smallest double that is at least `1 - x`, for `0 <= x <= 1`.
func complementRoundedUp(_ x: Double) -> Double {
    let y = 1 - x
    // 1 - y is exact (Sterbenz) where y >= 1/2; where y < 1/2, the subtraction 1 - x itself was exact.
    return y >= 0.5 && 1 - y > x ? y.nextUp : y
}
