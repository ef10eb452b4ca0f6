// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
internal import RealModule
internal import Sampler

/// Section 5.1: SGD on the logistic loss, one sample a step at a fixed rate, which ends where W would leave the lazy ball.
///
/// The balls of several C0 nest, so that one path serves them all: it is stopped at the last W inside each, and goes on.
public struct LazyTraining {
    public struct Settings: Sendable, Hashable {
        /// The learning rate.
        public var rate = 0.1
        /// Training ends after so many passes over the samples where the ball is not left before.
        public var passes = 3

        public init() {}
    }

    /// The last W inside a ball.
    public struct Stop {
        public let network: Network
        /// Steps taken up to W.
        public let steps: Int
        /// Whether the next step leaves the ball; else training ended before.
        public let leaves: Bool
        /// max_s ||w_s - w_{s,0}||.
        public let distance: Double
    }

    private let samples: Samples
    private let settings: Settings
    private let blockSize: Int
    private var weights: SampleBlock.Weights
    private var steps = 0

    /// - Parameters:
    ///   - initial: W0, of `samples.width` columns; as many neurons as its width says.
    ///   - samples: the training samples.
    ///   - settings: rate and number of passes.
    ///   - blockSize: steps between two passes over W; the results do not depend on it but for rounding.
    public init(_ initial: Network, _ samples: Samples, _ settings: Settings = Settings(), blockSize: Int? = nil) {
        precondition(initial.dimension == samples.width && initial.signs.count == initial.width && samples.count >= 1)
        self.samples = samples
        self.settings = settings
        // A step costs about m n / K for W and m K for the steps before it in its block.
        self.blockSize = blockSize ?? max(4, min(32, Int(Double.sqrt(Double(2 * samples.width)))))
        weights = SampleBlock.Weights(
            initial: initial.rows, current: initial.rows, signs: initial.signs,
            squares: [Double](repeating: 0, count: initial.width), dimension: initial.dimension)
    }

    /// Trains through the balls of `radii`, ascending, and calls `visit` with the last W inside each.
    ///
    /// Balls that one step leaves together, or that training never leaves, share a call.
    ///
    /// - Parameters:
    ///   - radii: the radii V, ascending.
    ///   - nextPass: the order of the samples in the next pass, a permutation of their indices.
    ///   - visit: gets the range of indices of the radii that it is for, and where training stopped.
    public mutating func run(radii: [Double], nextPass: () -> [Int], visit: (Range<Int>, Stop) -> Void) {
        precondition(radii == radii.sorted() && radii.allSatisfy { $0 >= 0 })
        var inside = 0
        for _ in 0..<settings.passes where inside < radii.count {
            let order = nextPass()
            var next = 0
            while next < order.count && inside < radii.count {
                var block = self.block(order[next..<min(order.count, next + blockSize)])
                var (taken, beyond) = (0, inside)
                while taken < block.size {
                    let square = block.propose(taken, rate: settings.rate, weights)
                    beyond = radii[inside...].firstIndex { square <= $0 * $0 } ?? radii.count
                    if beyond > inside { break }
                    block.accept(&weights)
                    taken += 1
                }
                block.apply(taken, to: &weights)
                next += taken
                steps += taken
                if beyond > inside { visit(inside..<beyond, stop(leaves: true)) }
                inside = beyond
            }
        }
        if inside < radii.count { visit(inside..<radii.count, stop(leaves: false)) }
    }

    private func block(_ chosen: ArraySlice<Int>) -> SampleBlock {
        SampleBlock(weights, points: chosen.flatMap { samples.row($0) }, labels: chosen.map { samples.labels[$0] })
    }

    private func stop(leaves: Bool) -> Stop {
        Stop(
            network: Network(dimension: weights.dimension, rows: weights.current, signs: weights.signs), steps: steps, leaves: leaves,
            distance: (weights.squares.max() ?? 0).squareRoot())
    }
}
