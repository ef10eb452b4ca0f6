// SPDX-License-Identifier: GPL-3.0-or-later

internal import OrderedSums
internal import RealModule

/// No classifier is robustly right on more of the test images than this, however it was trained.
///
/// Two images of different label at a distance of at most 2R have a point within R of both: their midpoint. A classifier gives it one
/// label, so that it is not robustly right at radius R on both images. A matching of such pairs of k edges has k images of which one of two
/// is lost: at most (n - k)/n of n images are robustly right. A maximum matching gives the least such bound.
public struct RobustCeiling: Sendable, Hashable {
    /// How images are made smaller.
    public var filter: ImageFilter
    public var d: Int
    /// R sqrt d, R the radius of the attacks, on images of norm 1.
    public var scaledRadius: Double
    /// Test images, and of them those of the larger class: what a classifier gets that says one word always.
    public var images: Int
    public var largerClass: Int
    /// The edges of a maximum matching of images of different labels at distances of at most 2R.
    public var matching: Int
    /// The mean of log ||x|| over the images before they are normalized, pixels in [0, 1].
    public var logNorm: Double

    /// An upper bound of every classifier's robust test accuracy.
    public var accuracy: Double { Double(images - matching) / Double(images) }
    /// The robust test accuracy of a classifier that says one word always.
    public var constant: Double { Double(largerClass) / Double(images) }
    /// Whether no classifier does better than that one.
    public var isTrivial: Bool { images - matching <= largerClass }

    /// For a list of R sqrt d at one size of images.
    ///
    /// - Parameters:
    ///   - digits: of both classes, at least one each.
    ///   - side: 1 <= side <= digits.side.
    ///   - filter: how the images are made smaller.
    ///   - scaledRadii: R sqrt d, above 0.
    public static func ceilings(_ digits: DigitImages, side: Int, filter: ImageFilter, scaledRadii: [Double]) -> [RobustCeiling] {
        func images(_ setting: SampleScaling) -> Samples {
            var choices = TrainingChoices.usual(setting)
            choices.filter = filter
            return Samples(digits, side: side, choices)
        }
        let (samples, raw) = (images(.normalized), images(.unnormalized))
        let distances = ClassDistances(samples)
        let logNorm = (0..<raw.count).reduce(0) { $0 + Double.log(raw.norm($1)) } / Double(raw.count)
        return scaledRadii.map { scaled in
            // A pair at a distance that rounding could have brought below 2R is left out: the bound stays one.
            let limit = 2 * scaled / Double(side) * (1 - 1e-9)
            let matching = BipartiteMatching(neighbours: distances.neighbours(within: limit), rightCount: distances.second.count)
            return RobustCeiling(
                filter: filter, d: side * side, scaledRadius: scaled, images: samples.count,
                largerClass: max(distances.first.count, distances.second.count), matching: matching.size, logNorm: logNorm)
        }
    }
}

/// The distances between the images of the two classes.
private struct ClassDistances {
    /// The samples' numbers, of label -1 and of label +1.
    let first: [Int]
    let second: [Int]
    private let squares: [Double]

    init(_ samples: Samples) {
        first = (0..<samples.count).filter { samples.labels[$0] < 0 }
        second = (0..<samples.count).filter { samples.labels[$0] > 0 }
        let d = samples.inputs
        func matrix(_ chosen: [Int]) -> [Double] { chosen.flatMap { samples.row($0).prefix(d) } }
        let (a, b) = (matrix(first), matrix(second))
        var products = [Double](repeating: 0, count: first.count * second.count)
        // Rows times rows, in an order of sums that is the same on every processor.
        ordered_product(
            false, true, Int32(first.count), Int32(second.count), Int32(d), 1, a, Int32(d), b, Int32(d), 0, &products, Int32(second.count))
        // ||u - v||^2 = 2 - 2 <u, v> for unit vectors.
        squares = products.map { max(0, 2 - 2 * $0) }
    }

    /// Of each image of the first class those of the second within `limit` of it.
    func neighbours(within limit: Double) -> [[Int]] {
        let square = limit * limit, width = second.count
        return first.indices.map { i in (0..<width).filter { squares[i * width + $0] <= square } }
    }
}
