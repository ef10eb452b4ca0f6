// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// f(x; a, W) = (1/sqrt m) sum_s a_s relu(<w_s, x>): the definition, evaluated the plain way.
///
/// Searches find a W by whatever means; this code, which shares nothing with them, says what that W does. `width` is m, which
/// may exceed the number of rows where the other neurons are known to contribute nothing.
public struct Network: Sendable {
    /// m, at least the number of rows.
    public let width: Int
    /// d, or as many coordinates as a row has.
    public let dimension: Int
    /// `signs.count * dimension` numbers, row-major.
    public let rows: [Double]
    /// The output weights a_s.
    public let signs: [Double]

    /// - Parameters:
    ///   - width: m; the number of signs unless given.
    ///   - dimension: how many coordinates a row has, at least 1.
    ///   - rows: `signs.count * dimension` numbers, row-major.
    ///   - signs: the output weights a_s.
    public init(width: Int? = nil, dimension: Int, rows: [Double], signs: [Double]) {
        precondition(dimension >= 1 && rows.count == signs.count * dimension, "rows must be signs.count x dimension")
        self.width = width ?? signs.count
        precondition(self.width >= max(1, signs.count), "the width is at least the number of rows")
        self.dimension = dimension
        self.rows = rows
        self.signs = signs
    }

    /// <w_s, x>.
    public func preactivation(_ s: Int, at x: [Double]) -> Double {
        precondition(x.count == dimension)
        var sum = 0.0
        for i in 0..<dimension { sum += rows[s * dimension + i] * x[i] }
        return sum
    }

    /// f(x; a, W).
    public func value(at x: [Double]) -> Double {
        var sum = 0.0
        for s in signs.indices { sum += signs[s] * max(0, preactivation(s, at: x)) }
        return sum / Double.sqrt(Double(width))
    }

    /// grad f(x; a, W) = (1/sqrt m) sum_s a_s w_s 1[<w_s, x> > 0], the gradient in x.
    public func gradient(at x: [Double]) -> [Double] {
        var sum = [Double](repeating: 0, count: dimension)
        for s in signs.indices where preactivation(s, at: x) > 0 {
            for i in 0..<dimension { sum[i] += signs[s] * rows[s * dimension + i] }
        }
        let scale = 1 / Double.sqrt(Double(width))
        return sum.map { $0 * scale }
    }

    /// max_s ||w_s - w_{s,0}||, the distance in the norm of the lazy ball; 0 without rows.
    public func distance(to other: Network) -> Double {
        precondition(dimension == other.dimension && rows.count == other.rows.count, "both networks must have the same shape")
        var largest = 0.0
        for s in signs.indices {
            var sum = 0.0
            for i in s * dimension..<(s + 1) * dimension { sum += (rows[i] - other.rows[i]) * (rows[i] - other.rows[i]) }
            largest = max(largest, sum)
        }
        return Double.sqrt(largest)
    }

    /// Whether W lies in the ball of radius V about `initial`, up to a relative rounding of V: distance <= V (1 + slack).
    public func isWithin(_ radius: Double, of initial: Network, slack: Double = 1e-12) -> Bool {
        distance(to: initial) <= radius * (1 + slack)
    }
}
