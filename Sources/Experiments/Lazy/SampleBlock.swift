// SPDX-License-Identifier: GPL-3.0-or-later

internal import OrderedSums
internal import RealModule

/// A few successive steps of SGD, one sample each, worked out without touching W in between.
///
/// After steps 1, ..., j-1 row s of W is w_s + sum_{i<j} c_{i,s} x_i, so that <w_s, x_j> is P_{j,s} + sum_{i<j} G_{j,i} c_{i,s} with P =
/// X W^T of the block's beginning and G = X X^T. One product of matrices serves all steps, and so does one that brings W up to date; step
/// by step SGD would read and write all of W each time. The results are those of plain SGD up to rounding.
struct SampleBlock {
    /// Where W stands: rows after the block before, and W0, m x n each.
    struct Weights {
        let initial: [Double]
        var current: [Double]
        let signs: [Double]
        /// ||w_s - w_{s,0}||^2, kept up to date with every step.
        var squares: [Double]
        let dimension: Int

        var width: Int { signs.count }
    }

    let size: Int
    private let points: [Double]
    private let labels: [Double]
    private let gram: [Double]
    /// K x m: <w_s, x_j> at the block's beginning, and at the step once it is taken.
    private var values: [Double]
    /// K x m: <w_{s,0}, x_j>.
    private let initialValues: [Double]
    /// K x m: the steps taken.
    private var moves: [Double]
    private var candidate: [Double]

    /// - Parameter points: K rows of `weights.dimension` numbers.
    init(_ weights: Weights, points: [Double], labels: [Double]) {
        let (n, m, k) = (weights.dimension, weights.width, labels.count)
        size = k
        self.points = points
        self.labels = labels
        gram = Self.product(points, k, points, k, n)
        values = Self.product(points, k, weights.current, m, n)
        initialValues = Self.product(points, k, weights.initial, m, n)
        moves = [Double](repeating: 0, count: k * m)
        candidate = [Double](repeating: 0, count: m)
    }

    /// A B^T of row-major matrices with n columns.
    private static func product(_ a: [Double], _ rows: Int, _ b: [Double], _ columns: Int, _ n: Int) -> [Double] {
        var result = [Double](repeating: 0, count: rows * columns)
        ordered_product(false, true, Int32(rows), Int32(columns), Int32(n), 1, a, Int32(n), b, Int32(n), 0, &result, Int32(columns))
        return result
    }

    /// Works out step `j`, the steps before it taken: W <- W - rate times the gradient of log(1 + exp(-y f(x; a, W))).
    ///
    /// - Returns: the largest ||w_s - w_{s,0}||^2 after it. ``accept(_:)`` takes the step.
    mutating func propose(_ j: Int, rate: Double, _ weights: Weights) -> Double {
        let m = weights.width
        let root = Double.sqrt(Double(m))
        let (norm, label) = (gram[j * size + j], labels[j])
        return values.withUnsafeMutableBufferPointer { values in
            moves.withUnsafeMutableBufferPointer { moves in
                guard let value = values.baseAddress.map({ $0 + j * m }), let start = moves.baseAddress else { return 0 }
                if j > 0 {
                    gram.withUnsafeBufferPointer { gram in
                        guard let row = gram.baseAddress else { return }
                        ordered_multiply_transposed(Int32(j), Int32(m), 1, start, Int32(m), row + j * size, 1, value)
                    }
                }
                return weights.signs.withUnsafeBufferPointer { signs in
                    let margin = label * NeuronLoops.output(UnsafePointer(value), signs) / root
                    // 1/(1 + e^margin) without overflow.
                    let small = Double.exp(-abs(margin))
                    let step = rate * label * (margin > 0 ? small : 1) / (1 + small) / root
                    return initialValues.withUnsafeBufferPointer { initial in
                        weights.squares.withUnsafeBufferPointer { squares in
                            candidate.withUnsafeMutableBufferPointer { candidate in
                                NeuronLoops.move(
                                    start + j * m, step: step, norm: norm, value, initial.baseAddress.map { $0 + j * m }, signs, squares,
                                    candidate)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Takes the step that was proposed last.
    mutating func accept(_ weights: inout Weights) { swap(&candidate, &weights.squares) }

    /// Brings W up to date with the first `count` steps.
    func apply(_ count: Int, to weights: inout Weights) {
        guard count > 0 else { return }
        let (n, m) = (Int32(weights.dimension), Int32(weights.width))
        ordered_product(true, false, m, n, Int32(count), 1, moves, m, points, n, 1, &weights.current, n)
    }
}
