// SPDX-License-Identifier: GPL-3.0-or-later

/// How the supremum or infimum of a trial is known.
public enum Method: String, Sendable, Hashable, CaseIterable, Codable {
    /// In closed form.
    case exact
    /// Bracketed between a W that attains this much and a certificate that no W exceeds that.
    case certified
    /// From one side only, by a W that attains this much.
    case attack
    /// Limited without a draw, by a theorem (``LimitedInLaw``).
    case law
}

/// How one trial bears on its bound.
public enum TrialStatus: Sendable, Hashable {
    /// A W in the ball was exhibited beyond the bound.
    case violates
    /// No W in the ball goes beyond the bound.
    case satisfied
    /// The bound lies inside the bracket.
    case undecided
    /// A value is not finite, by overflow: it decides nothing, and neither does its cell.
    case overflowed
}

/// One draw's supremum (or infimum) over the lazy ball: a value that some W attains and one that no W goes beyond.
///
/// For an upper bound `attained <= sup <= certified`; for a lower bound `certified <= inf <= attained`. Where there is no
/// certificate, `certified` is infinite.
public struct TrialBracket: Sendable, Hashable {
    /// What some W attains.
    public let attained: Double
    /// What no W goes beyond; infinite where there is no certificate.
    public let certified: Double
    /// By how much rounding can have moved `attained` beyond the exact value, at most, where that is derived; `certified` has its own
    /// rounding added to it.
    public let rounding: Double

    public init(attained: Double, certified: Double, rounding: Double = 0) {
        self.attained = attained
        self.certified = certified
        self.rounding = rounding
    }

    /// A value known in closed form.
    public init(exactly value: Double) { self.init(attained: value, certified: value) }

    /// Rounding slack of a comparison, relative to the bound: sums of up to 10^7 terms are good to better than this.
    public static let slack = 1e-12

    /// Compares with an upper bound; a nan bound says nothing, so that every draw satisfies it.
    ///
    /// A value beyond the bound by less than ``slack`` and ``rounding`` is rounding and violates nothing.
    public func status(upperBound bound: Double) -> TrialStatus {
        if bound.isNaN { return .satisfied }
        if !attained.isFinite { return .overflowed }
        let allowed = bound + Self.slack * bound.magnitude
        return attained > allowed + rounding ? .violates : certified <= allowed ? .satisfied : .undecided
    }

    /// Compares with a lower bound; a nan bound says nothing, so that every draw satisfies it.
    public func status(lowerBound bound: Double) -> TrialStatus {
        TrialBracket(attained: -attained, certified: -certified, rounding: rounding).status(upperBound: -bound)
    }
}
