// SPDX-License-Identifier: GPL-3.0-or-later

/// The least |t| with sign f(x + t grad f/||grad f||^2) != sign f(x), t of the sign opposite to f(x): the C2 that Theorem 3.1 needs at W.
///
/// eta = t/||grad f||^2 is the theorem's step size. f is piecewise linear along the line and each neuron breaks it at most once, so
/// the least |t| is exact up to rounding (`SignLine`): two inner products a neuron, then a sort of the breakpoints passed.
/// 0 where f(x) = 0; infinite where f never changes sign, or where the gradient is 0 and the theorem's step undefined. A gradient counts
/// as 0 where it is the rounding of a sum that cancels, below 1e-12 of (sum ||w_s||^2 / m)^{1/2} over the active neurons, or below 1e-150,
/// whose square underflows.
/// The C2 of rW is r times that of W while the point where the sign changes is the same: x + t g/||g||^2 with t and g scaled by r.
public struct FlippingStep: Sendable, Hashable {
    /// How the walk along the gradient ends.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// f reaches 0 at `step`.
        case flips
        /// f(x) = 0: there is no sign to change.
        case zeroAtStart = "zero-at-start"
        /// f keeps its sign along the whole ray.
        case neverFlips = "never-flips"
        /// grad f(x) = 0 up to rounding: no direction.
        case noGradient = "no-gradient"
    }

    /// |t|, in [0, inf].
    public let step: Double
    /// How the walk along the gradient ends.
    public let outcome: Outcome
    /// f(x; a, W).
    public let value: Double
    /// ||grad f(x; a, W)||.
    public let gradientNorm: Double

    /// ||delta|| = |t|/||grad f||, the length of the perturbation.
    public var distance: Double { step == 0 ? 0 : gradientNorm > 0 ? step / gradientNorm : .infinity }

    /// - Parameters:
    ///   - network: any one.
    ///   - x: any point, `network.dimension` numbers.
    public init(_ network: Network, at x: [Double]) {
        let ray = GradientRay(network, at: x)
        self.init(ray)
    }

    init(_ ray: GradientRay) {
        value = ray.value
        gradientNorm = ray.gradientNorm
        if value == 0 {
            (step, outcome) = (0, .zeroAtStart)
        } else if !ray.hasDirection {
            (step, outcome) = (.infinity, .noGradient)
        } else {
            step = ray.withLine { $0.firstZero(guess: abs(ray.value)) }
            outcome = step < .infinity ? .flips : .neverFlips
        }
    }

    /// The step beyond `step` at which f takes its first sign again: the steps that flip are those from `step` up to this one.
    ///
    /// Infinite where it never does or nothing flips. A C2 that serves every W of the ball lies in the interval of each.
    public static func window(_ network: Network, at x: [Double]) -> (flipping: FlippingStep, end: Double) {
        let ray = GradientRay(network, at: x)
        let flipping = FlippingStep(ray)
        guard flipping.outcome == .flips else { return (flipping, .infinity) }
        return (flipping, ray.withLine { $0.nextZero(after: flipping.step) })
    }
}
