// SPDX-License-Identifier: GPL-3.0-or-later

internal import OrderedSums
internal import RealModule

/// By how much rounding can move what is computed of a sum over rows, its length or its product with a unit vector, in any order.
///
/// Each of n terms is a row, or a row moved by at most V, times a sign or a unit vector of d coordinates: off by at most gamma_{d+40} of
/// its size, of which 40 is for the move (gamma_k = k u/(1 - k u), u = 2^-53; Higham, Accuracy and Stability of Numerical Algorithms, 2002,
/// section 3.1). The sum of n terms adds gamma_n of their sizes, coordinate by coordinate and so in length (section 4.2), and the length of
/// the result gamma_{d+2} of itself. The factor 1.01 covers 1/(1 - k u) and the rounding of the sizes' own sum.
public struct RowSumRounding: Sendable {
    private var terms = 0.0
    private var sizes = 0.0
    private let dimension: Double
    private let root: Double

    /// - Parameters:
    ///   - dimension: the coordinates of a row.
    ///   - width: m, by whose root the sum is divided.
    public init(dimension: Int, width: Int) {
        self.dimension = Double(dimension)
        root = Double.sqrt(Double(width))
    }

    /// Terms whose lengths add up to no more than `lengths`, each moved by at most `radius`.
    public mutating func add(terms count: Int, lengths: Double, radius: Double) {
        terms += Double(count)
        sizes += lengths + Double(count) * radius
    }

    /// ||w||^2.
    public static func square(of row: UnsafeBufferPointer<Double>) -> Double {
        row.baseAddress.map { ordered_dot(Int32(row.count), $0, $0) } ?? 0
    }

    /// At most this far is the computed value from the exact one.
    public var error: Double { 1.01 * (terms + 2 * dimension + 50) * 0x1p-53 * (sizes / root) }
}

extension RowTiles {
    /// No less than the sum of the rows' lengths, by the inequality of Cauchy and Schwarz.
    var lengths: Double {
        var square = 0.0
        forEachBlock { block in
            if let start = block.rows.baseAddress { square += ordered_dot(Int32(block.rows.count), start, start) }
        }
        return Double.sqrt(square * Double(count))
    }
}

extension GradientProblem {
    /// How far rounding can move a gradient's length, or a certificate for it.
    public var roundingError: Double {
        var rounding = RowSumRounding(dimension: flippable.dimension, width: width)
        rounding.add(terms: flippable.count, lengths: flippable.lengths, radius: radius)
        // The steady ones come as their sum, which is a term itself.
        rounding.add(terms: steadyLengths > 0 ? steadyCount : 1, lengths: steadyLengths, radius: 0)
        let length = ordered_norm(Int32(steadySum.count), steadySum)
        rounding.add(terms: 1, lengths: length, radius: Double(steadyCount) * radius)
        return rounding.error
    }
}

extension DifferenceProblem {
    /// How far rounding can move a difference of gradients, each with its sum over the movable rows, or a certificate for it.
    public var roundingError: Double {
        var rounding = RowSumRounding(dimension: movable.dimension, width: width)
        rounding.add(terms: 2 * movable.count, lengths: 2 * movable.lengths, radius: radius)
        return rounding.error
    }
}
