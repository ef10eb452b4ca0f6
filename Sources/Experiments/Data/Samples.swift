// SPDX-License-Identifier: GPL-3.0-or-later

internal import OrderedSums
internal import RealModule

/// Samples in R^d, as rows that a network takes: d coordinates, and a last one of 1 where there is a bias.
public struct Samples: Sendable, Hashable {
    /// d, the coordinates that a perturbation may change.
    public let inputs: Int
    /// The numbers a row: d, or d + 1 with a bias.
    public let width: Int
    /// `labels.count * width` numbers, row after row.
    public let rows: [Double]
    /// -1 or +1.
    public let labels: [Double]

    public var count: Int { labels.count }

    /// - Precondition: the sizes agree.
    public init(inputs: Int, width: Int, rows: [Double], labels: [Double]) {
        precondition(inputs >= 1 && (inputs...inputs + 1).contains(width) && rows.count == labels.count * width)
        self.inputs = inputs
        self.width = width
        self.rows = rows
        self.labels = labels
    }

    /// The images at `side` x `side` pixels, made smaller and scaled as said.
    ///
    /// - Precondition: 1 <= side <= digits.side. A black image stays 0 where it is to have a norm; MNIST has none.
    public init(_ digits: DigitImages, side: Int, _ choices: TrainingChoices) {
        let (d, n) = (side * side, digits.count)
        let width = d + (choices.hasBias ? 1 : 0)
        var rows = [Double](repeating: 1, count: n * width)
        let image = Downsampling(from: digits.side, to: side, filter: choices.filter)
        let (shift, factor) = choices.pixels.line
        for i in 0..<n {
            var x = image(digits.pixels[i * digits.side * digits.side..<(i + 1) * digits.side * digits.side])
            switch choices.pixels {
            case .unitRange, .standardized, .symmetric: break
            case .unitNorm: Self.scale(&x, to: 1)
            case .normSqrtD: Self.scale(&x, to: Double(side))
            }
            for k in 0..<d { rows[i * width + k] = (x[k] - shift) * factor }
        }
        self.init(inputs: d, width: width, rows: rows, labels: digits.labels)
    }

    /// The images with the usual choices of a setting.
    public init(_ digits: DigitImages, side: Int, scaling: SampleScaling) { self.init(digits, side: side, .usual(scaling)) }

    private static func scale(_ x: inout [Double], to length: Double) {
        let norm = ordered_norm(Int32(x.count), x)
        if norm > 0 { ordered_scale(Int32(x.count), length / norm, &x) }
    }

    /// Row i.
    public func row(_ i: Int) -> [Double] { Array(rows[i * width..<(i + 1) * width]) }

    /// ||x_i||, the bias's coordinate left out.
    public func norm(_ i: Int) -> Double {
        rows.withUnsafeBufferPointer { rows in rows.baseAddress.map { ordered_norm(Int32(inputs), $0 + i * width) } ?? 0 }
    }

    /// At most `limit` of the samples, evenly spaced; all of them where there are no more.
    public func spaced(_ limit: Int) -> Samples {
        guard limit < count else { return self }
        let chosen = (0..<limit).map { $0 * count / limit }
        return Samples(inputs: inputs, width: width, rows: chosen.flatMap { row($0) }, labels: chosen.map { labels[$0] })
    }
}

/// The mean over areas: a square image of one size to a smaller one, by the same matrix A along both edges, A X A^T.
///
/// Row i of A averages over [i, i+1) n/k of the old edge n, pixels at the ends by the share that lies inside. So the mean of the image
/// stays.
struct Downsampling {
    let old: Int
    let new: Int
    /// new x old; each row sums to 1.
    let matrix: [Double]

    init(from old: Int, to new: Int, filter: ImageFilter = .area) {
        precondition(new >= 1 && new <= old)
        self.old = old
        self.new = new
        matrix = filter.matrix(from: old, to: new)
    }

    /// - Parameter image: old x old numbers.
    func callAsFunction(_ image: ArraySlice<Double>) -> [Double] {
        let (n, k) = (Int32(old), Int32(new))
        var half = [Double](repeating: 0, count: new * old)
        var result = [Double](repeating: 0, count: new * new)
        ordered_product(false, false, k, n, n, 1, matrix, n, Array(image), n, 0, &half, n)
        ordered_product(false, true, k, k, n, 1, half, n, matrix, n, 0, &result, k)
        return result
    }
}
