// SPDX-License-Identifier: GPL-3.0-or-later

import COpenBLAS
import RealModule

/// The least |t| with sign f(x + t grad f/||grad f||^2) != sign f(x), t of the sign opposite to f(x): the C2 that Theorem 3.1 needs at W.
///
/// eta = t/||grad f||^2 is the theorem's step size. f is piecewise linear along the line and each neuron breaks it at most once, so
/// the least |t| is exact up to rounding (``SignLine``): two inner products a neuron, then a sort of the breakpoints passed.
/// 0 where f(x) = 0; infinite where f never changes sign, or where the gradient is 0 and the theorem's step undefined. A gradient counts
/// as 0 where it is the rounding of a sum that cancels, below 1e-12 of (sum ||w_s||^2 / m)^{1/2} over the active neurons, or below 1e-150,
/// whose square underflows.
/// The C2 of rW is r times that of W while the point where the sign changes is the same: x + t g/||g||^2 with t and g scaled by r.
public struct FlippingStep: Sendable, Hashable {
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
    public let outcome: Outcome
    /// f(x; a, W).
    public let value: Double
    /// ||grad f(x; a, W)||.
    public let gradientNorm: Double

    /// ||delta|| = |t|/||grad f||, the length of the perturbation.
    public var distance: Double { step == 0 ? 0 : gradientNorm > 0 ? step / gradientNorm : .infinity }

    /// - Parameter x: any point, `network.dimension` numbers.
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

/// What the neurons do along x -+ c grad f/||grad f||^2: two inner products each.
struct GradientRay {
    let network: Network
    /// <w_s, x> and <w_s, grad f(x)>.
    let preactivations: [Double]
    let projections: [Double]
    let gradient: [Double]
    let value: Double
    let gradientNorm: Double
    /// Whether the gradient is more than rounding of 0.
    let hasDirection: Bool

    init(_ network: Network, at x: [Double]) {
        precondition(x.count == network.dimension, "x has as many coordinates as a row")
        let p = network.projections(on: x)
        let gradient = network.combination(zip(p, network.signs).map { $0 > 0 ? $1 : 0 })
        self.init(
            network, preactivations: p, projections: network.projections(on: gradient), gradient: gradient,
            rowSquares: network.rowSquares())
    }

    /// - Parameter rowSquares: ||w_s||^2.
    init(_ network: Network, preactivations: [Double], projections: [Double], gradient: [Double], rowSquares: [Double]) {
        self.network = network
        self.preactivations = preactivations
        self.projections = projections
        self.gradient = gradient
        gradientNorm = cblas_dnrm2(Int32(gradient.count), gradient, 1)
        var (sum, squares) = (0.0, 0.0)
        for s in preactivations.indices where preactivations[s] > 0 {
            sum += network.signs[s] * preactivations[s]
            squares += rowSquares[s]
        }
        value = sum / Double.sqrt(Double(network.width))
        hasDirection = gradientNorm > 1e-12 * Double.sqrt(squares / Double(network.width)) && gradientNorm > 1e-150
    }

    /// sign f(x), +1 or -1.
    var side: Double { value < 0 ? -1 : 1 }

    /// The ray x - side c grad f/||grad f||^2, oriented so that it begins positive. The gradient is not 0.
    func withLine<Result>(side: Double? = nil, orientation: Double? = nil, _ body: (SignLine) -> Result) -> Result {
        let way = side ?? self.side
        return preactivations.withUnsafeBufferPointer { p in
            projections.withUnsafeBufferPointer { q in
                network.signs.withUnsafeBufferPointer { signs in
                    body(SignLine(
                        preactivations: p, projections: q, signs: signs, factor: -way / gradientNorm / gradientNorm,
                        orientation: orientation ?? way))
                }
            }
        }
    }
}

extension Network {
    /// ||w_s||^2 of every neuron.
    func rowSquares() -> [Double] {
        let d = Int32(dimension)
        return rows.withUnsafeBufferPointer { rows in
            signs.indices.map { s in rows.baseAddress.map { cblas_ddot(d, $0 + s * dimension, 1, $0 + s * dimension, 1) } ?? 0 }
        }
    }

    /// <w_s, v> of every neuron.
    func projections(on v: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: signs.count)
        guard !signs.isEmpty else { return result }
        let (m, d) = (Int32(signs.count), Int32(dimension))
        cblas_dgemv(CblasRowMajor, CblasNoTrans, m, d, 1, rows, d, v, 1, 0, &result, 1)
        return result
    }

    /// (1/sqrt m) sum_s c_s w_s.
    func combination(_ coefficients: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: dimension)
        guard !signs.isEmpty else { return result }
        let (m, d) = (Int32(signs.count), Int32(dimension))
        cblas_dgemv(CblasRowMajor, CblasTrans, m, d, 1 / Double.sqrt(Double(width)), rows, d, coefficients, 1, 0, &result, 1)
        return result
    }
}
