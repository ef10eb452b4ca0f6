// SPDX-License-Identifier: GPL-3.0-or-later

/// [lower, upper] around t*: no step shorter than `lower` flips, and the step `upper` does.
///
/// From a t with h(t) > 0 on, h is at least its tangent less the parabola of the largest curvature B, h(t) + h'(t) u - B u^2/2: nothing
/// flips before that parabola's zero. Going from zero to zero converges quadratically.
struct FlippingStepBracket {
    private(set) var lower = 0.0
    /// Infinite where no step up to `farthest` was seen to flip.
    private(set) var upper = Double.infinity

    static let farthest = 1000.0
    /// Far above the rounding of h, a sum of m terms below 1, over its slope.
    private static let tolerance = 1e-9
    private static let mostSteps = 1000

    /// - Parameter draw: with f(x) >= 0.
    init(_ draw: LineDraw, farthest: Double = Self.farthest) {
        let curvature = draw.curvature
        for _ in 0..<Self.mostSteps where lower < farthest {
            let (value, slope) = draw.valueAndSlope(at: lower)
            guard value > 0 else {
                upper = lower
                return
            }
            let next = lower + (slope + (slope * slope + 2 * curvature * value).squareRoot()) / curvature
            let isClose = next - lower <= Self.tolerance * max(1, lower)
            lower = next
            if isClose, let flip = Self.flip(draw, justBeyond: next) {
                upper = flip
                return
            }
        }
    }

    /// A step that flips, at 2, 4, 8, ... tolerances beyond `t`, at most at twice of it; h may touch 0 and rise again.
    private static func flip(_ draw: LineDraw, justBeyond t: Double) -> Double? {
        var distance = tolerance * max(1, t)
        while distance <= max(1, t) {
            if draw.valueAndSlope(at: t + distance).value <= 0 { return t + distance }
            distance *= 2
        }
        return nil
    }
}
