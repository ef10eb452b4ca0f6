// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

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
        gradientNorm = ordered_norm(Int32(gradient.count), gradient)
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
                    body(
                        SignLine(
                            preactivations: p, projections: q, signs: signs, factor: -way / gradientNorm / gradientNorm,
                            orientation: orientation ?? way))
                }
            }
        }
    }
}
