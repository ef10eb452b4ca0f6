// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// Which neurons the ball of radius V can move across a hyperplane: conditions on a weight w = w_{s,0} alone.
///
/// All of them are closures: on the boundary, an event of probability 0, they say yes.
public enum Movability {
    /// |g| <= V: some weight within V of w is active at x and some is not. g = <w, x>. Lemma B.4, S_v.
    @inlinable
    public static func canFlip(g: Double, radius: Double) -> Bool { abs(g) <= radius }

    /// Some delta, ||delta|| <= R, and some weight within V of w disagree with w at x + delta. Lemma B.4, S'_v as defined.
    ///
    /// The direction u of x + delta ranges over the cone of angle asin R about x, and w flips at u iff |<w, u>| <= V. With
    /// g = ||w|| sin(theta), the least |<w, u>| is ||w|| sin(theta - asin R) = |g| sqrt(1-R^2) - R sqrt(||w||^2 - g^2), or 0
    /// where that is negative; hence the test below, which equals theta <= asin R + asin(V / ||w||) or ||w|| <= V.
    /// In one dimension x + delta cannot leave the line: only |w| <= V counts. 0 <= R <= 1.
    ///
    /// - Parameter rest: ||w||^2 - g^2, the squared norm of the part of w orthogonal to x; 0 in one dimension.
    @inlinable
    public static func canFlipSomewhere(g: Double, rest: Double, dimension: Int, radius: Double, perturbation: Double) -> Bool {
        if dimension == 1 { return abs(g) <= radius }
        return abs(g) * (1 - perturbation * perturbation).squareRoot() - perturbation * rest.squareRoot() <= radius
    }

    /// |g| <= V + R (||w|| + V): some weight within V of w and some delta, ||delta|| <= R, give an activation at x + delta
    /// that differs from one at x. Where it is false, w is active at x and at every x + delta whatever W, or at none.
    @inlinable
    public static func canDiffer(g: Double, rest: Double, radius: Double, perturbation: Double) -> Bool {
        // For |g| <= V + RV no root is needed; most rows that move at all are decided here or not.
        let excess = abs(g) - radius * (1 + perturbation)
        return excess <= 0 || excess <= perturbation * (g * g + rest).squareRoot()
    }
}

/// The plane of x and x + delta, with what a weight's activations at the two can do.
public struct ActivationPair: Sendable {
    /// The unit vector along x + delta is (cosine, sine); (0, 0) where x + delta = 0.
    public let cosine: Double
    public let sine: Double
    public let radius: Double

    /// `delta` in coordinates along x and along the part of delta orthogonal to x.
    public init(delta: (Double, Double), radius: Double) {
        precondition(radius >= 0)
        let along = 1 + delta.0, across = delta.1
        let norm = Double.hypot(along, across)
        cosine = norm > 0 ? along / norm : 0
        sine = norm > 0 ? across / norm : 0
        self.radius = radius
    }

    /// x + delta = 0, where no weight is active.
    public var isDegenerate: Bool { cosine == 0 && sine == 0 }

    /// x + delta is a positive multiple of x: every weight agrees with itself, though the closed wedge is not empty.
    public var isParallel: Bool { sine == 0 && cosine > 0 }

    /// The angle between x and x + delta, in (-pi, pi].
    public var angle: Double { Double.atan2(y: sine, x: cosine) }

    /// The component along x + delta of the weight with components g along x and h across it.
    @inlinable
    public func second(_ g: Double, _ h: Double) -> Double { cosine * g + sine * h }

    /// Some weight within V is active at one of x and x + delta and not at the other: the disc about (g, h) meets the double
    /// wedge {g g' <= 0}, g' the component along x + delta, whose boundary is the two lines g = 0 and g' = 0. So it does
    /// iff g g' <= 0, |g| <= V or |g'| <= V. Where x + delta is parallel to x the wedge has no inside, and no weight can.
    @inlinable
    public func canDisagree(_ g: Double, _ h: Double) -> Bool {
        if isDegenerate { return g > -radius }
        if isParallel { return false }
        let other = second(g, h)
        return abs(g) <= radius || abs(other) <= radius || (g > 0) != (other > 0)
    }
}

/// A sum of squares in eight fixed lanes: fast, and the same on every machine.
func sumOfSquares(_ x: UnsafeBufferPointer<Double>) -> Double {
    var lanes = SIMD8<Double>()
    var k = 0
    while k + 8 <= x.count {
        var v = SIMD8<Double>()
        for j in 0..<8 { v[j] = x[k + j] }
        lanes += v * v
        k += 8
    }
    var rest = 0.0
    while k < x.count {
        rest += x[k] * x[k]
        k += 1
    }
    return lanes.sum() + rest
}
