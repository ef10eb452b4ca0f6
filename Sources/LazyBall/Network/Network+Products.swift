// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

extension Network {
    /// ||w_s||^2 of every neuron.
    func rowSquares() -> [Double] {
        let d = Int32(dimension)
        return rows.withUnsafeBufferPointer { rows in
            signs.indices.map { s in rows.baseAddress.map { ordered_dot(d, $0 + s * dimension, $0 + s * dimension) } ?? 0 }
        }
    }

    /// <w_s, v> of every neuron.
    func projections(on v: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: signs.count)
        guard !signs.isEmpty else { return result }
        let (m, d) = (Int32(signs.count), Int32(dimension))
        ordered_multiply(m, d, 1, rows, d, v, 0, &result)
        return result
    }

    /// (1/sqrt m) sum_s c_s w_s.
    func combination(_ coefficients: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: dimension)
        guard !signs.isEmpty else { return result }
        let (m, d) = (Int32(signs.count), Int32(dimension))
        ordered_multiply_transposed(m, d, 1 / Double.sqrt(Double(width)), rows, d, coefficients, 0, &result)
        return result
    }

    /// <w_s, x_i> for `count` rows x_i: count x m, row-major.
    func projections(onRows points: [Double], count n: Int) -> [Double] {
        let m = signs.count
        var result = [Double](repeating: 0, count: n * m)
        guard n > 0 && m > 0 else { return result }
        let d = Int32(dimension)
        ordered_product(false, true, Int32(n), Int32(m), d, 1, points, d, rows, d, 0, &result, Int32(m))
        return result
    }

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
