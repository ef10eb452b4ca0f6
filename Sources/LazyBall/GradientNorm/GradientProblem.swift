// SPDX-License-Identifier: GPL-3.0-or-later

/// What a draw (W0, a) must tell for the problems about the gradient at x: Lemma B.7 and steps B.7/e-h, B.8/i.
///
/// Coordinates are orthonormal with x = e_0, so that a row's coordinate 0 is g_s = <w_{s,0}, x>. `dimension` is d for a
/// dense draw; a reduced draw may use fewer coordinates, those of the span of x, the flippable rows and the aggregate.
///
/// A neuron is *flippable* iff some w in its ball is active at x and some is not: ``FlipGeometry/canFlip(_:radius:)`` of g_s, none where
/// V = 0. A neuron with g_s > V is *steady active*; the steady ones enter only through their signed sum and their number, since each can
/// be moved by any vector of length V without leaving its half-space.
public struct GradientProblem: Sendable {
    /// The network's width m >= 1.
    public let width: Int
    /// The radius V >= 0 of the ball of each neuron.
    public let radius: Double
    /// The flippable neurons: weights at initialization and output signs.
    public let flippable: ResidentRows
    /// The sum of a_s w_{s,0} over the steady active neurons, `flippable.dimension` numbers.
    public let steadySum: [Double]
    /// The number of steady active neurons.
    public let steadyCount: Int
    /// No less than the sum of their lengths where `steadySum` was added up from them; 0 where it was drawn as a whole.
    public let steadyLengths: Double

    /// - Precondition: `width` >= 1, `radius` >= 0, `steadyCount` >= 0, and `steadySum` has `flippable.dimension` numbers.
    public init(
        width: Int, radius: Double, flippable: ResidentRows, steadySum: [Double], steadyCount: Int, steadyLengths: Double = 0
    ) {
        precondition(width >= 1 && radius >= 0 && steadyCount >= 0 && steadySum.count == flippable.dimension)
        self.width = width
        self.radius = radius
        self.flippable = flippable
        self.steadySum = steadySum
        self.steadyCount = steadyCount
        self.steadyLengths = steadyLengths
    }
}
