// SPDX-License-Identifier: GPL-3.0-or-later

internal import OrderedSums
internal import RealModule

/// A few successive steps of SGD worked out without touching W in between, each on a batch of samples.
///
/// After the moves c_1, ..., c_{j-1} of the samples before it, row s of W is w_s + sum_{i<j} c_{i,s} x_i, so that <w_s, x_j> is P_{j,s} +
/// sum_{i<j} G_{j,i} c_{i,s} with P = X W^T of the block's beginning and G = X X^T. One product of matrices serves all steps, and so does
/// one that brings W up to date; step by step SGD would read and write all of W each time. The results are those of plain SGD up to
/// rounding.
struct SampleBlock {
    /// Samples, and how many of them a step takes; the last step takes what is left.
    let size: Int
    let batch: Int
    private let sparse: SparseSamples
    private let labels: [Double]
    private let gram: SampleProducts
    private let padded: Int
    /// size x padded: <w_s, x_j> at the block's beginning, and at the step once it is proposed.
    private var values: [Double]
    /// size x padded: the steps taken.
    private var moves: [Double]
    /// <w_{s,0}, x_j>, where distances are followed.
    private var initialValues: [Double]
    /// ||w_s - w_{s,0}||^2 after the steps taken, and after the one proposed.
    private(set) var squares: [Double]
    private var candidate: [Double]

    var steps: Int { (size + batch - 1) / batch }
    func samples(of step: Int) -> Range<Int> { step * batch..<min(size, (step + 1) * batch) }

    /// - Parameters:
    ///   - points: rows of `weights.dimension` numbers.
    ///   - squares: ||w_s - w_{s,0}||^2 now, of all rows of the panels, where distances are to be followed step by step; else empty.
    init(_ weights: PanelWeights, points: [Double], labels: [Double], batch: Int, squares: [Double]) {
        let n = weights.dimension, k = labels.count
        size = k
        self.batch = batch
        self.labels = labels
        self.squares = squares
        padded = weights.padded
        sparse = SparseSamples(points, count: k, dimension: n)
        gram = SampleProducts(points, count: k, dimension: n)
        values = sparse.products(weights.current, of: weights)
        moves = [Double](repeating: 0, count: k * padded)
        initialValues = squares.isEmpty ? [] : sparse.products(weights.initial, of: weights)
        candidate = squares
    }

    /// What a step proposes.
    struct Proposal {
        /// No row moves farther than this.
        let length: Double
        /// The largest ||w_s - w_{s,0}||^2 after it, where distances are followed.
        let square: Double
    }

    /// Works out step `j`, the steps before it taken: W <- W - rate times the gradient of the mean of log(1 + exp(-y f(x; a, W))) over its
    /// samples.
    mutating func propose(_ j: Int, rate: Double, _ weights: PanelWeights) -> Proposal {
        let chosen = samples(of: j), root = Double.sqrt(Double(weights.width)), before = chosen.lowerBound
        let follows = !squares.isEmpty
        if follows { candidate = squares }
        var (length, square) = (0.0, 0.0)
        let (gram, labels, padded) = (gram, labels, padded)
        values.withUnsafeMutableBufferPointer { values in
            moves.withUnsafeMutableBufferPointer { moves in
                guard let values = values.baseAddress, let moves = moves.baseAddress else { return }
                for i in chosen {
                    let value = values + i * padded
                    gram.add(moves, 0..<before, padded, times: i, to: value)
                    let margin = labels[i] * weights.paddedSigns.withUnsafeBufferPointer { NeuronLoops.output(value, $0) } / root
                    // 1/(1 + e^margin) without overflow.
                    let small = Double.exp(-abs(margin))
                    let step = rate * labels[i] * (margin > 0 ? small : 1) / (1 + small) / root / Double(chosen.count)
                    weights.paddedSigns.withUnsafeBufferPointer { NeuronLoops.move(moves + i * padded, step: step, value, $0) }
                    length += abs(step) * gram.squaredNorm(i).squareRoot()
                }
            }
        }
        if follows { square = followDistances(chosen) }
        return Proposal(length: length, square: square)
    }

    /// The step's samples one after the other: ||w + c x - w0||^2 = ||w - w0||^2 + c (2 <w - w0, x> + c ||x||^2).
    private mutating func followDistances(_ chosen: Range<Int>) -> Double {
        var largest = 0.0
        // <w, x> after the samples of the same step that come before.
        var value = [Double](repeating: 0, count: padded)
        let (gram, moves, padded, initialValues) = (gram, moves, padded, initialValues)
        for i in chosen {
            value.replaceSubrange(0..<padded, with: values[i * padded..<(i + 1) * padded])
            largest = value.withUnsafeMutableBufferPointer { value in
                moves.withUnsafeBufferPointer { moves in
                    initialValues.withUnsafeBufferPointer { initial in
                        candidate.withUnsafeMutableBufferPointer { squares in
                            guard let value = value.baseAddress, let moves = moves.baseAddress, let initial = initial.baseAddress,
                                let squares = squares.baseAddress
                            else { return 0 }
                            gram.add(moves, chosen.lowerBound..<i, padded, times: i, to: value)
                            return NeuronLoops.advance(
                                squares, padded, moves + i * padded, norm: gram.squaredNorm(i), value, initial + i * padded)
                        }
                    }
                }
            }
        }
        return largest
    }

    /// Takes the step that was proposed last.
    mutating func accept() { swap(&candidate, &squares) }

    /// Brings W up to date with the first `count` steps.
    mutating func apply(_ count: Int, to weights: inout PanelWeights) {
        guard count > 0 else { return }
        let end = samples(of: count - 1).upperBound
        // The moves of steps that are not taken.
        for k in end * padded..<size * padded { moves[k] = 0 }
        sparse.add(moves, to: &weights)
    }
}

/// The inner products of a block's samples with each other.
private struct SampleProducts {
    private let count: Int
    private let products: [Double]

    /// - Parameter points: `count` rows of `dimension` numbers.
    init(_ points: [Double], count k: Int, dimension n: Int) {
        count = k
        var products = [Double](repeating: 0, count: k * k)
        ordered_product(false, true, Int32(k), Int32(k), Int32(n), 1, points, Int32(n), points, Int32(n), 0, &products, Int32(k))
        self.products = products
    }

    /// ||x_i||^2.
    func squaredNorm(_ i: Int) -> Double { products[i * count + i] }

    /// y += sum of the moves in `range`, rows of `padded` numbers, each times <x_k, x_i>.
    func add(
        _ moves: UnsafePointer<Double>, _ range: Range<Int>, _ padded: Int, times i: Int, to y: UnsafeMutablePointer<Double>
    ) {
        guard !range.isEmpty else { return }
        products.withUnsafeBufferPointer { products in
            guard let row = products.baseAddress else { return }
            ordered_multiply_transposed(
                Int32(range.count), Int32(padded), 1, moves + range.lowerBound * padded, Int32(padded),
                row + i * count + range.lowerBound, 1, y)
        }
    }
}
