// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

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
            ordered_product(true, false, Int32(m), Int32(d), Int32(n), -rate, weights, Int32(m), points, Int32(d), 1, &rows, Int32(d))
        }
        return Network(width: network.width, dimension: d, rows: rows, signs: network.signs)
    }

    /// m x d: the gradient of the loss in W.
    func gradient(points: [Double], signs: [Double], dimension d: Int) -> [Double] {
        let (m, n) = (signs.count, points.count / d)
        var result = [Double](repeating: 0, count: m * d)
        guard m > 0 else { return result }
        ordered_product(true, false, Int32(m), Int32(d), Int32(n), 1, weights, Int32(m), points, Int32(d), 0, &result, Int32(d))
        return result
    }
}
