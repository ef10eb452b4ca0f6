// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The plane of x and x + delta, with what a weight's activations at the two can do.
public struct ActivationPair: Sendable {
    /// The unit vector along x + delta is (cosine, sine); (0, 0) where x + delta = 0.
    public let cosine: Double
    public let sine: Double
    /// V >= 0.
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

    /// Some weight within V of w is active at one of x and x + delta and not at the other: exact, for components (g, h) of w and the
    /// component k along x + delta,
    ///
    ///     1[g > 0] != 1[k > 0],  or w can flip at x,  or w can flip at x + delta.
    ///
    /// A w that agrees with itself lies in one of the two wedges where both are on, or both off. The nearest way out of either is across
    /// the nearer of its two lines, at a point where the other activation holds (the lines meet at 0 alone), on the terms of
    /// ``FlipGeometry/canFlip(_:radius:)``: onto the line from the side that is on, strictly beyond it from the other. So at V = 0 only w
    /// itself counts. Where x + delta is a positive multiple of x no weight can; where it is 0, the weights with some active w' can.
    @inlinable
    public func canDisagree(_ g: Double, _ h: Double) -> Bool {
        if isDegenerate { return g > 0 || FlipGeometry.canFlip(g, radius: radius) }
        if isParallel { return false }
        let other = second(g, h)
        return FlipGeometry.canFlip(g, radius: radius) || FlipGeometry.canFlip(other, radius: radius) || (g > 0) != (other > 0)
    }
}
