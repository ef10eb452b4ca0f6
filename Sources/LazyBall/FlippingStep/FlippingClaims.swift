// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
import OrderedSums
import RealModule
import Support

/// An inequality that holds for every network, and how large the rounding in its two sides can be.
public struct RoundedInequality: Sendable, Hashable {
    /// Both sides as they were computed.
    public let sides: Inequality<Double>
    /// What rounding may put between the sides of an equality.
    public let tolerance: Double

    /// The inequality `lhs <= rhs`, up to `tolerance`.
    public init(_ lhs: Double, atMost rhs: Double, tolerance: Double) {
        sides = Inequality(lhs, atMost: rhs)
        self.tolerance = tolerance
    }

    /// lhs <= rhs up to rounding. A nan does not hold.
    public var holds: Bool { sides.lhs <= sides.rhs + tolerance }
}

/// The sure steps 3.1/a and 3.1/b in the proof of Theorem 3.1, at one network and point.
///
/// The descent x + t g/||g||^2, t < 0, g = grad f(x) != 0. Let D(t) = sup ||grad f(x + delta) - g|| over the segment,
/// delta = t' g/||g||^2 with t <= t' < 0. The paper takes it over the whole ball ||delta|| <= |t|/||g||, which is no smaller, so what
/// is checked here implies the paper's inequality. The gradient is piecewise constant along the segment, and D exact: each
/// breakpoint adds or drops one a_s w_s/sqrt m. (At the breakpoints themselves, a null set, the gradient is not the derivative.)
///
/// 3.1/a. f(x + t g/||g||^2) - f(x) = integral from 0 to 1 of <grad f(x + s t g/||g||^2), t g/||g||^2> ds
/// = t + integral of <grad f(...) - g, t g/||g||^2> <= t + |t| D/||g|| by Cauchy-Schwarz.
///
/// 3.1/b. f + t + |t| D/||g|| = f + t (1 - D/||g||) since t < 0, and t = -2f/(1 - D/||g||) makes it f - 2f = -f. The paper's D belongs to
/// the very t that it defines: h(c) = c (1 - D(-c)/||g||) = 2f must be solved for c = -t. Between breakpoints h is linear and
/// at one it only falls, so a first solution exists as soon as h exceeds 2f anywhere: ``ProofStep``.
public struct FlippingClaims: Sendable {
    /// W and the signs.
    public let network: Network
    /// The input, d numbers.
    public let x: [Double]
    /// f(x).
    public let value: Double
    /// ||grad f(x)|| > 0.
    public let gradientNorm: Double
    private let gradient: [Double]
    /// Breakpoints along the descent in order, and D from each on: D(-c) is the last one's with step < c.
    private let steps: [Double]
    private let deviations: [Double]
    private let limit: Double
    private let roundingScale: Double

    /// - Parameters:
    ///   - network: for 3.1/b with f(x) > 0 (``oriented(_:at:)``).
    ///   - x: the input, `network.dimension` numbers.
    ///   - limit: the largest |t| to be asked about; the variation is found up to there.
    /// - Returns: nil where grad f(x) = 0 up to rounding (``FlippingStep``), where no step is defined.
    public init?(_ network: Network, at x: [Double], limit: Double = .infinity) {
        let ray = GradientRay(network, at: x)
        guard ray.hasDirection else { return nil }
        self.network = network
        self.x = x
        value = ray.value
        gradientNorm = ray.gradientNorm
        gradient = ray.gradient
        self.limit = limit
        // The descent goes along -g whatever the sign of f.
        let passed = ray.withLine(side: 1, orientation: 1) { Array($0.breakpoints(after: -1, upTo: limit)) }
        (steps, deviations) = Self.variation(network, passed)
        roundingScale = 1e-15 * Double(network.signs.count).squareRoot() * (1 + ray.preactivations.reduce(0) { max($0, abs($1)) })
    }

    private static func variation(_ network: Network, _ passed: [SignLine.Breakpoint]) -> ([Double], [Double]) {
        let d = network.dimension
        let root = Double.sqrt(Double(network.width))
        var change = [Double](repeating: 0, count: d)
        var (steps, deviations): ([Double], [Double]) = ([], [])
        steps.reserveCapacity(passed.count)
        deviations.reserveCapacity(passed.count)
        var largest = 0.0
        for (k, breakpoint) in passed.enumerated() {
            let sign = (breakpoint.turnsOn ? 1 : -1) * network.signs[breakpoint.neuron] / root
            network.rows.withUnsafeBufferPointer { rows in
                for i in 0..<d { change[i] += sign * rows[breakpoint.neuron * d + i] }
            }
            // Breakpoints at the same place bound no piece between them.
            if k + 1 < passed.count && passed[k + 1].step == breakpoint.step { continue }
            largest = max(largest, ordered_norm(Int32(d), change))
            steps.append(breakpoint.step)
            deviations.append(largest)
        }
        return (steps, deviations)
    }

    /// (-a, W) where f(x; a, W) < 0, else the network: the paper's "without loss of generality f(x) > 0".
    public static func oriented(_ network: Network, at x: [Double]) -> Network {
        guard network.value(at: x) < 0 else { return network }
        return Network(width: network.width, dimension: network.dimension, rows: network.rows, signs: network.signs.map { -$0 })
    }

    /// D(t), t <= 0 within the limit.
    public func variation(upTo t: Double) -> Double {
        precondition(t <= 0 && -t <= limit, "t lies in [-limit, 0]")
        let passed = Bisection.firstInteger(after: -1, upTo: steps.count) { steps[$0] >= -t }
        return passed == 0 ? 0 : deviations[passed - 1]
    }

    /// f(x + t g/||g||^2) by the plain definition.
    public func value(after t: Double) -> Double {
        let scale = t / gradientNorm / gradientNorm
        return network.value(at: zip(x, gradient).map { $0 + scale * $1 })
    }

    /// 3.1/a at t <= 0: lhs f(x + t g/||g||^2), rhs f(x) + t + |t| D(t)/||g||.
    public func stepBound(at t: Double) -> RoundedInequality {
        precondition(t <= 0)
        let pull = -t * variation(upTo: t) / gradientNorm
        return RoundedInequality(value(after: t), atMost: value + t + pull, tolerance: roundingScale + 1e-12 * (abs(value) - t + pull))
    }

    /// The proof's own step, t = -2f/(1 - D(t)/||g||).
    public struct ProofStep: Sendable, Hashable {
        /// |t|: by 3.1/a and 3.1/b this C2 flips the sign, and bounds the least one that does from above.
        public let step: Double
        /// D(t).
        public let variation: Double
        /// 3.1/b both ways: the right side of 3.1/a at t, which is to be -f(x).
        public let rightSide: Double
        /// What the two together claim: f(x + t g/||g||^2) <= -f(x).
        public let conclusion: RoundedInequality
        /// |right side + f(x)|, 0 up to rounding.
        public let defect: RoundedInequality
    }

    /// The least |t| that solves t = -2f(x)/(1 - D(t)/||g||); nil where f(x) <= 0 or nothing within the limit does.
    public func proofStep() -> ProofStep? {
        guard value > 0 else { return nil }
        for k in 0...steps.count {
            let variation = k == 0 ? 0 : deviations[k - 1]
            let rate = 1 - variation / gradientNorm
            guard rate > 0 else { return nil }
            let step = 2 * value / rate
            guard step <= limit else { return nil }
            // On the piece (steps[k-1], steps[k]]; before it h had not reached 2f, so step exceeds the left end.
            if k == steps.count || step <= steps[k] {
                let t = -step
                let right = value + t + step * variation / gradientNorm
                let rounding = 1e-12 * (value + step)
                return ProofStep(
                    step: step, variation: variation, rightSide: right,
                    conclusion: RoundedInequality(value(after: t), atMost: -value, tolerance: roundingScale + rounding),
                    defect: RoundedInequality(abs(right + value), atMost: 0, tolerance: rounding))
            }
        }
        return nil
    }

    /// 3.1/c: how far f(x; a, rW) is from r f(x; a, W), and the point where rW flips from the one where W does, each as lhs <= rhs = 0.
    ///
    /// relu is positively homogeneous, so f and g scale by r and t g/||g||^2 stays if t scales by r. The sign at every point is that of
    /// W; but the C2 that rW needs is r times that of W, so one C2 cannot serve the cone.
    public static func scaleInvariance(_ network: Network, at x: [Double], by r: Double) -> (
        value: RoundedInequality, point: RoundedInequality
    ) {
        precondition(r > 0 && r.isFinite)
        let scaled = Network(
            width: network.width, dimension: network.dimension, rows: network.rows.map { r * $0 }, signs: network.signs)
        let (one, other) = (network.value(at: x), scaled.value(at: x))
        let (here, there) = (FlippingStep(network, at: x), FlippingStep(scaled, at: x))
        let terms = network.projections(on: x).reduce(0) { $0 + abs($1) } / Double.sqrt(Double(network.width))
        let value = RoundedInequality(abs(other - r * one), atMost: 0, tolerance: 1e-13 * r * terms)
        guard here.outcome == .flips && there.outcome == .flips else {
            let same = here.outcome == there.outcome
            return (value, RoundedInequality(same ? 0 : .infinity, atMost: 0, tolerance: 0))
        }
        let slack = 1e-9 * (here.distance + terms / here.gradientNorm)
        return (value, RoundedInequality(abs(there.distance - here.distance), atMost: 0, tolerance: slack))
    }
}
