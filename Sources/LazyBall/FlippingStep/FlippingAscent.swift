// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// An attack on the flipping step: conditional gradient ascent of c(W), the least |t| that flips, over the lazy ball.
///
/// With z = x - sigma c g/||g||^2 the point where f is 0, sigma = sign f(x), h = grad f(z) and everything differentiable,
///
///     dc/dw_s is a positive multiple of  sigma a_s ( 1[<w_s,z> > 0] z + 1[<w_s,x> > 0] k ),
///     k = -sigma (c/||g||^2) ( h - 2 <g,h> g/||g||^2 ):
///
/// f(z) = 0 defines c, its derivative in c is negative at the first zero, the first term is the weights' own effect at z, the second
/// that of their effect on g. The ball being a product, the best answer to this slope moves every neuron by V along its own
/// part; the search goes a fraction of the way there, which cannot leave the ball, and halves it until c rises. The slope is blind
/// to neurons that change sides at x, so the search is started from several W.
public struct FlippingAscent: Sendable {
    /// The best W found, at least as good as the start.
    public let network: Network
    /// The step that flips the sign there.
    public let flipping: FlippingStep
    /// How many steps the ascent took.
    public let iterations: Int

    /// - Parameters:
    ///   - start: a W of the ball.
    ///   - initial: W0.
    ///   - radius: V >= 0.
    ///   - x: the input, `start.dimension` numbers.
    ///   - maximumIterations: at most how many steps of the ascent.
    public init(from start: Network, initial: Network, radius: Double, at x: [Double], maximumIterations: Int = 12) {
        precondition(radius >= 0 && start.rows.count == initial.rows.count)
        var best = start
        var ray = GradientRay(start, at: x)
        var flipping = FlippingStep(ray)
        var fraction = 1.0
        var count = 0
        search: while count < maximumIterations, flipping.outcome == .flips, radius > 0 {
            count += 1
            let slope = FlippingSlope(ray, flipping, at: x)
            while true {
                let candidate = slope.candidate(best, initial: initial, radius: radius, fraction: fraction)
                let next = GradientRay(candidate, at: x)
                let found = FlippingStep(next)
                // A W without gradient is not what the theorem's step is about.
                if found.step > flipping.step && found.outcome != .noGradient {
                    (best, ray, flipping) = (candidate, next, found)
                    fraction = min(1, 2 * fraction)
                    break
                }
                fraction /= 2
                if fraction < 1.0 / 64 { break search }
            }
        }
        network = best
        self.flipping = flipping
        iterations = count
    }
}

/// dc/dw_s up to a common positive factor, from three vectors and two bits a neuron.
struct FlippingSlope {
    /// sigma z and sigma k, and each neuron's activations at x and at z.
    let atEnd: [Double]
    let atStart: [Double]
    let onAtStart: [Bool]
    let onAtEnd: [Bool]

    init(_ ray: GradientRay, _ flipping: FlippingStep, at x: [Double]) {
        let side = ray.side
        let square = ray.gradientNorm * ray.gradientNorm
        let scale = -side * flipping.step / square
        let z = zip(x, ray.gradient).map { $0 + scale * $1 }
        let end = zip(ray.preactivations, ray.projections).map { $0 + scale * $1 }
        onAtStart = ray.preactivations.map { $0 > 0 }
        onAtEnd = end.map { $0 > 0 }
        let h = ray.network.combination(zip(end, ray.network.signs).map { $0 > 0 ? $1 : 0 })
        let across = 2 * zip(ray.gradient, h).reduce(0) { $0 + $1.0 * $1.1 } / square
        atEnd = z.map { side * $0 }
        atStart = zip(ray.gradient, h).map { side * scale * ($1 - across * $0) }
    }

    /// W + fraction (target - W), target W0 + V times the unit vector of each neuron's part, W itself where the part is 0.
    func candidate(_ network: Network, initial: Network, radius: Double, fraction: Double) -> Network {
        let d = network.dimension
        // Six directions in all: of three kinds of neurons, for both signs.
        let moves = [(true, false), (false, true), (true, true)].map { kind -> [Double] in
            let v = kind == (true, true) ? zip(atStart, atEnd).map { $0 + $1 } : kind.0 ? atStart : atEnd
            let length = Double.sqrt(v.reduce(0) { $0 + $1 * $1 })
            return length > 0 ? v.map { $0 * (radius / length) } : []
        }
        var rows = network.rows
        rows.withUnsafeMutableBufferPointer { rows in
            initial.rows.withUnsafeBufferPointer { centers in
                for s in network.signs.indices where onAtStart[s] || onAtEnd[s] {
                    let kind = onAtStart[s] ? (onAtEnd[s] ? 2 : 0) : 1
                    let sign = network.signs[s]
                    guard !moves[kind].isEmpty else { continue }
                    moves[kind].withUnsafeBufferPointer { move in
                        for i in 0..<d {
                            let k = s * d + i
                            rows[k] += fraction * (centers[k] + sign * move[i] - rows[k])
                        }
                    }
                }
            }
        }
        return Network(width: network.width, dimension: d, rows: rows, signs: network.signs)
    }
}
