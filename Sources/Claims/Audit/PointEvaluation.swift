// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// What a claim's inequality says at one point of the parameters, decided on enclosures of both sides.
public struct PointEvaluation: Sendable, Hashable, Codable {
    /// What the enclosures say.
    public enum Standing: String, Sendable, Hashable, Codable {
        case holds
        case fails
        /// Neither is shown.
        case open
        /// The point is not certainly in the inequality's domain.
        case outside
    }

    /// What the enclosures say of left <= right.
    public var standing: Standing
    /// Both sides, each a number in its enclosure; absent outside the domain, and where an enclosure has no number.
    public var left: Double?
    /// The right side, as the left one.
    public var right: Double?
    /// What the inequality depends on beside the point, and its values: where it fails, else where it is tightest.
    public var at: [Counterexample.Parameter]
    /// How many such values were tried; 1 where it depends on the point alone.
    public var tried: Int
    /// Whether the left side is a lower bound of the probability that the claim fails, and the right side the probability that it allows:
    /// that can show a failure and nothing else.
    public var isOfFailure: Bool

    /// A nan among the sides becomes nil.
    public init(
        _ standing: Standing, left: Double? = nil, right: Double? = nil, at: [Counterexample.Parameter] = [], tried: Int = 1,
        isOfFailure: Bool = false
    ) {
        func number(_ x: Double?) -> Double? { x.flatMap { $0.isNaN ? nil : $0 } }
        (self.standing, self.left, self.right, self.at) = (standing, number(left), number(right), at)
        (self.tried, self.isOfFailure) = (tried, isOfFailure)
    }

    /// One of several evaluations that differ in what they depend on beside the point: the first that fails, else the tightest, with all
    /// of them counted; outside where all are.
    public static func worst(_ evaluations: [PointEvaluation]) -> PointEvaluation? {
        let inside = evaluations.filter { $0.standing != .outside }
        guard var worst = inside.first(where: { $0.standing == .fails }) ?? inside.max(by: { $0.tightness < $1.tightness }) else {
            return evaluations.first
        }
        worst.tried = inside.reduce(0) { $0 + $1.tried }
        if worst.standing == .holds, inside.contains(where: { $0.standing == .open }) { worst.standing = .open }
        return worst
    }

    /// Larger where the left side is nearer to the right one; least where both are 0, or too small for a number: that shows nothing.
    private var tightness: Double {
        guard let left, let right else { return -.infinity }
        let scale = Double.maximum(left.magnitude, right.magnitude)
        return scale > 0 && scale.isFinite ? (left - right) / scale : -.infinity
    }
}

/// A proof whose inequality can be looked at point by point.
public protocol PointwiseProof: Proof {
    /// What the claim's inequality says at `point`; nil where there is none that the point decides: an argument about every W, or
    /// counterexamples of a family that the point is not of.
    ///
    /// - Parameters:
    ///   - point: the parameters; an argument that depends on fewer looks at those alone.
    ///   - kind: the claim's: of a deterministic one both sides are evaluated, of another one its failure alone may be.
    func evaluation(at point: Parameters, kind: Kind) -> PointEvaluation?
}
