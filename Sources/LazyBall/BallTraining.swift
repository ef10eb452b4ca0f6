// SPDX-License-Identifier: GPL-3.0-or-later

import COpenBLAS
import RealModule

/// W after projected gradient descent on the logistic loss (1/n) sum_i log(1 + exp(-y_i f(x_i; a, W))), from W0: a trained network.
///
/// After each step a neuron farther than V from w_{s,0} is pulled back to that distance along the line between them. The rate is
/// chosen anew each step so that the neuron with the longest gradient moves by `stride` V: a fixed one would, at the losses that
/// matter, either stay near W0 or jump across the ball.
public struct BallTraining: Sendable {
    public let network: Network
    /// The mean loss at W0 and at W.
    public let initialLoss: Double
    public let loss: Double

    /// - Parameters:
    ///   - points: n rows of `initial.dimension` numbers, n >= 1.
    ///   - labels: n numbers, each +1 or -1.
    public init(_ initial: Network, points: [Double], labels: [Double], radius: Double, steps: Int = 12, stride: Double = 0.25) {
        let (d, n, m) = (initial.dimension, labels.count, initial.signs.count)
        precondition(n >= 1 && points.count == n * d && radius >= 0)
        var current = initial
        var pass = LogisticPass(current, points: points, labels: labels)
        initialLoss = pass.loss
        for _ in 0..<steps where radius > 0 {
            let gradient = pass.gradient(points: points, signs: current.signs, dimension: d)
            var longest = 0.0
            gradient.withUnsafeBufferPointer { gradient in
                for s in 0..<m {
                    longest = max(longest, gradient.baseAddress.map { cblas_dnrm2(Int32(d), $0 + s * d, 1) } ?? 0)
                }
            }
            guard longest > 0 else { break }
            var rows = current.rows
            cblas_daxpy(Int32(m * d), -stride * radius / longest, gradient, 1, &rows, 1)
            Self.project(&rows, onto: initial, radius: radius)
            current = Network(width: initial.width, dimension: d, rows: rows, signs: initial.signs)
            pass = LogisticPass(current, points: points, labels: labels)
        }
        network = current
        loss = pass.loss
    }

    /// Each row to the nearest point of its ball.
    package static func project(_ rows: inout [Double], onto initial: Network, radius: Double) {
        let d = initial.dimension
        rows.withUnsafeMutableBufferPointer { rows in
            initial.rows.withUnsafeBufferPointer { centers in
                for s in initial.signs.indices {
                    var square = 0.0
                    for k in s * d..<(s + 1) * d { square += (rows[k] - centers[k]) * (rows[k] - centers[k]) }
                    let length = Double.sqrt(square)
                    guard length > radius else { continue }
                    let scale = radius / length
                    for k in s * d..<(s + 1) * d { rows[k] = centers[k] + scale * (rows[k] - centers[k]) }
                }
            }
        }
    }
}

/// f at n points, the loss, and what its gradient needs.
package struct LogisticPass {
    /// n x m: a_s 1[<w_s, x_i> > 0] dloss/df_i / sqrt m.
    private let weights: [Double]
    package let loss: Double

    package init(_ network: Network, points: [Double], labels: [Double]) {
        let (n, m) = (labels.count, network.signs.count)
        let root = Double.sqrt(Double(network.width))
        var activations = network.projections(onRows: points, count: n)
        var loss = 0.0
        activations.withUnsafeMutableBufferPointer { activations in
            network.signs.withUnsafeBufferPointer { signs in
                for i in 0..<n {
                    let row = UnsafeMutableBufferPointer(rebasing: activations[i * m..<(i + 1) * m])
                    var value = 0.0
                    for s in 0..<m { value += signs[s] * max(0, row[s]) }
                    let margin = labels[i] * value / root
                    // log(1 + e^-z) and its derivative -1/(1 + e^z), neither of which may overflow.
                    loss += max(0, -margin) + Double.log(onePlus: Double.exp(-abs(margin)))
                    let small = Double.exp(-abs(margin))
                    let slope = -labels[i] * (margin > 0 ? small : 1) / (1 + small) / (root * Double(n))
                    for s in 0..<m { row[s] = row[s] > 0 ? slope * signs[s] : 0 }
                }
            }
        }
        weights = activations
        self.loss = loss / Double(n)
    }

    /// The network after a step of `rate` down the gradient of the mean loss.
    package func descended(_ network: consuming Network, points: [Double], rate: Double) -> Network {
        let (m, n, d) = (network.signs.count, points.count / network.dimension, network.dimension)
        var rows = network.rows
        if m > 0 {
            cblas_dgemm(
                CblasRowMajor, CblasTrans, CblasNoTrans, Int32(m), Int32(d), Int32(n), -rate, weights, Int32(m), points, Int32(d), 1,
                &rows, Int32(d))
        }
        return Network(width: network.width, dimension: d, rows: rows, signs: network.signs)
    }

    /// m x d: the gradient of the loss in W.
    func gradient(points: [Double], signs: [Double], dimension d: Int) -> [Double] {
        let (m, n) = (signs.count, points.count / d)
        var result = [Double](repeating: 0, count: m * d)
        guard m > 0 else { return result }
        cblas_dgemm(
            CblasRowMajor, CblasTrans, CblasNoTrans, Int32(m), Int32(d), Int32(n), 1, weights, Int32(m), points, Int32(d), 0,
            &result, Int32(d))
        return result
    }
}

extension Network {
    /// <w_s, x_i> for `count` rows x_i: count x m, row-major.
    func projections(onRows points: [Double], count n: Int) -> [Double] {
        let m = signs.count
        var result = [Double](repeating: 0, count: n * m)
        guard n > 0 && m > 0 else { return result }
        let d = Int32(dimension)
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(m), d, 1, points, d, rows, d, 0, &result, Int32(m))
        return result
    }
}

extension Network {
    /// f at `count` points: rows of `dimension` numbers.
    package func values(onRows points: [Double], count n: Int) -> [Double] {
        let m = signs.count
        let preactivations = projections(onRows: points, count: n)
        return (0..<n).map { i in
            var sum = 0.0
            for s in 0..<m { sum += signs[s] * max(0, preactivations[i * m + s]) }
            return sum / Double.sqrt(Double(width))
        }
    }
}
