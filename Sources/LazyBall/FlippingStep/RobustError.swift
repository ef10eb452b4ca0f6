// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// At how many of n points one gradient step of length at most R changes the sign of f: Corollary 3.2.
///
/// Where a point's sign can be changed within R, the point or its perturbation is misclassified whatever its label is, so the share of
/// such points is at most the robust error of W at radius R on the empirical distribution, for any labels. Other attacks may do more:
/// the count is a lower bound.
public struct RobustError: Sendable {
    /// The points at which the step's length ||delta|| is at most R.
    public let flipped: Int
    /// ||delta|| of each point; infinite where no step flips.
    public let distances: [Double]

    /// n.
    public var points: Int { distances.count }

    /// - Parameters:
    ///   - network: any one.
    ///   - points: n rows of `network.dimension` numbers.
    ///   - perturbation: R >= 0.
    public init(_ network: Network, points: [Double], perturbation: Double) {
        precondition(perturbation >= 0)
        distances = FlippingStep.atEach(points, of: network).map(\.distance)
        flipped = distances.count { $0 <= perturbation }
    }
}

extension FlippingStep {
    /// How many points share a pass over W: m numbers a point are held, three times.
    private static func block(_ m: Int) -> Int { m > 100_000 ? 32 : 96 }

    /// The least flipping step at each of n points.
    ///
    /// - Parameters:
    ///   - points: n rows of `network.dimension` numbers.
    ///   - network: any one.
    ///   - inputs: how many coordinates, the first ones, the step may change; all of them unless given. The others are constants, a bias
    ///     say, and the gradient is that in the inputs alone.
    public static func atEach(_ points: [Double], of network: Network, inputs: Int? = nil) -> [FlippingStep] {
        let d = network.dimension
        let inputs = inputs ?? d
        precondition(points.count % d == 0 && inputs >= 1 && inputs <= d)
        let n = points.count / d
        var steps: [FlippingStep] = []
        steps.reserveCapacity(n)
        let rowSquares = network.rowSquares()
        let block = block(network.signs.count)
        for start in stride(from: 0, to: n, by: block) {
            let end = min(n, start + block)
            let rays = GradientRay.batch(
                network, at: Array(points[start * d..<end * d]), count: end - start, rowSquares: rowSquares, inputs: inputs)
            steps.append(contentsOf: rays.map { FlippingStep($0) })
        }
        return steps
    }
}

extension GradientRay {
    /// The rays of several points: three products of matrices in place of three of a matrix and a vector each.
    static func batch(_ network: Network, at points: [Double], count n: Int, rowSquares: [Double], inputs: Int) -> [GradientRay] {
        let (m, d) = (network.signs.count, network.dimension)
        let p = network.projections(onRows: points, count: n)
        var masked = [Double](repeating: 0, count: n * m)
        for i in 0..<n {
            for s in 0..<m where p[i * m + s] > 0 { masked[i * m + s] = network.signs[s] }
        }
        var gradients = [Double](repeating: 0, count: n * d)
        if m > 0 && n > 0 {
            ordered_product(
                false, false, Int32(n), Int32(d), Int32(m), 1 / Double.sqrt(Double(network.width)), masked, Int32(m), network.rows,
                Int32(d), 0, &gradients, Int32(d))
        }
        for i in 0..<n {
            for k in inputs..<d { gradients[i * d + k] = 0 }
        }
        let q = network.projections(onRows: gradients, count: n)
        return (0..<n).map { i in
            GradientRay(
                network, preactivations: Array(p[i * m..<(i + 1) * m]), projections: Array(q[i * m..<(i + 1) * m]),
                gradient: Array(gradients[i * d..<(i + 1) * d]), rowSquares: rowSquares)
        }
    }
}
