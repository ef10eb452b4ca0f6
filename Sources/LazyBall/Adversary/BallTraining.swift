// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// W after projected gradient descent on the logistic loss (1/n) sum_i log(1 + exp(-y_i f(x_i; a, W))), from W0: a trained network.
///
/// After each step a neuron farther than V from w_{s,0} is pulled back to that distance along the line between them. The rate is
/// chosen anew each step so that the neuron with the longest gradient moves by `stride` V: a fixed one would, at the losses that
/// matter, either stay near W0 or jump across the ball.
public struct BallTraining: Sendable {
    /// W and the signs.
    public let network: Network
    /// The mean loss at W0.
    public let initialLoss: Double
    /// The mean loss at W.
    public let loss: Double

    /// - Parameters:
    ///   - initial: W0 and the signs.
    ///   - points: n rows of `initial.dimension` numbers, n >= 1.
    ///   - labels: n numbers, each +1 or -1.
    ///   - radius: V >= 0.
    ///   - steps: how many gradient steps.
    ///   - stride: how far the neuron that moves farthest goes in a step, in units of V.
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
                    longest = max(longest, gradient.baseAddress.map { ordered_norm(Int32(d), $0 + s * d) } ?? 0)
                }
            }
            guard longest > 0 else { break }
            var rows = current.rows
            ordered_add(Int32(m * d), -stride * radius / longest, gradient, &rows)
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
