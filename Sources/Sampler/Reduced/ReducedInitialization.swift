// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
import RealModule

/// What a dense draw of (W0, a) would tell about one quantity, drawn by a law that is the same and costs less.
///
/// Each method is an identity in distribution, derived where it stands. Two methods of one value are NOT parts of one draw:
/// each draws its own quantity from a lane of its own. A claim about two quantities of one draw needs ``DenseInitialization``.
public struct ReducedInitialization: Sendable {
    /// Names the streams.
    public let key: StreamKey
    /// m.
    public let width: Int
    /// d.
    public let dimension: Int
    /// Where the random numbers come from.
    public let generator: Generator

    /// - Throws: ``SamplerError`` where m or d is not in 1 ... 2^53.
    public init(key: StreamKey, width: Int, dimension: Int, generator: Generator = .philox) throws(SamplerError) {
        try SamplerError.check(width: width, dimension: dimension)
        self.key = key
        self.width = width
        self.dimension = dimension
        self.generator = generator
    }

    func stream(_ lane: UInt8) -> RandomStream { RandomStream(key.with(lane: lane), generator: generator) }

    /// P(a neuron can flip at x) = 2 Phi(V) - 1: ``FlipGeometry/canFlip(_:radius:)`` of g_s ~ N(0, 1). 0 where V = 0.
    static func flipProbability(radius: Double) -> Double { Double.erf(radius / Double.sqrt(2)) }

    /// P(|g + b| <= V): where the interval lies on one side of 0 as a difference of tails, which does not cancel to nothing.
    static func flipProbability(radius: Double, bias: Double) -> Double {
        let (near, far) = ((bias.magnitude - radius) / Double.sqrt(2), (bias.magnitude + radius) / Double.sqrt(2))
        if bias == 0 { return flipProbability(radius: radius) }
        return near > 0 ? (Double.erfc(near) - Double.erfc(far)) / 2 : (Double.erf(far) - Double.erf(near)) / 2
    }
}

extension DenseInitialization {
    /// The dense draw of the same key and sizes.
    public init(_ reduced: ReducedInitialization) {
        self.init(
            key: reduced.key, checkedWidth: reduced.width, checkedDimension: reduced.dimension, generator: reduced.generator)
    }
}

/// Values at initialization.
extension ReducedInitialization {
    /// f(x; a, W0) and ||grad f(x; a, W0)||, of one draw.
    ///
    /// The active neurons are N ~ Binomial(m, 1/2) in number. Given which they are, a_s g_s is N(0, 1), since g_s is a
    /// half-normal and a_s its sign, and the rest of w_s N(0, I_{d-1}), independently. So sum_s a_s w_s is N(0, N I_d): f is its
    /// component along x over sqrt(m), and the gradient's norm its norm over sqrt(m).
    public func valuesAtInitialization() -> (function: Double, gradientNorm: Double) {
        var stream = stream(StreamLane.reducedValues)
        let active = Double(stream.binomial(width, 0.5)), scale = (active / Double(width)).squareRoot()
        let along = stream.normal()
        let across = stream.chiSquare(degrees: Double(dimension - 1))
        return (scale * along, scale * (along * along + across).squareRoot())
    }
}
