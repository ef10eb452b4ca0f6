// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
internal import RealModule
internal import Sampler

/// Section 5.1: SGD on the logistic loss at a fixed rate, which ends where W would leave the lazy ball.
///
/// The balls of several C0 nest, so that one path serves them all: it is stopped at the last W inside each, and goes on.
///
/// How far W is from W0 is followed step by step only near a sphere. Elsewhere the distance before a block and the lengths of its steps
/// bound it: a row moves at most rate |slope| ||x||/sqrt m in a step.
public struct LazyTraining {
    public struct Settings: Sendable, Hashable {
        /// The learning rate.
        public var rate = 0.1
        /// Training ends after so many passes over the samples where the ball is not left before.
        public var passes = 3
        /// Samples a step; the gradient is that of the mean loss over them.
        public var batch = 1

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
    private var weights: PanelWeights
    /// Steps taken so far.
    public private(set) var steps = 0
    /// At least max_s ||w_s - w_{s,0}||, and whether it is that up to rounding.
    private var bound = (distance: 0.0, isExact: true)
    /// How far the bound rose in the last block, a sample.
    private var growth = 0.0

    /// - Parameters:
    ///   - initial: W0, of `samples.width` columns; as many neurons as its width says.
    ///   - samples: the training samples.
    ///   - settings: rate, batch and number of passes.
    ///   - blockSize: samples between two passes over W; the results do not depend on it but for rounding.
    public init(_ initial: Network, _ samples: Samples, _ settings: Settings = Settings(), blockSize: Int? = nil) {
        precondition(initial.dimension == samples.width && initial.signs.count == initial.width && samples.count >= 1)
        precondition(settings.batch >= 1 && settings.passes >= 1)
        self.samples = samples
        self.settings = settings
        // A step costs about m n / K for W and m K for the steps before it in its block.
        self.blockSize = blockSize ?? max(4, min(32, Int(Double.sqrt(Double(2 * samples.width)))))
        weights = PanelWeights(initial)
    }

    /// Trains through the balls of `radii`, ascending, and calls `visit` with the last W inside each.
    ///
    /// Balls that one step leaves together, or that training never leaves, share a call.
    ///
    /// - Parameters:
    ///   - radii: the radii V, ascending.
    ///   - count: counts the steps for whoever looks on.
    ///   - nextPass: the order of the samples in the next pass, a permutation of their indices.
    ///   - visit: gets the range of indices of the radii that it is for, and where training stopped.
    public mutating func run(
        radii: [Double], steps count: StepCount = StepCount(), nextPass: () -> [Int], visit: (Range<Int>, Stop) -> Void
    ) {
        precondition(radii == radii.sorted() && radii.allSatisfy { $0 >= 0 })
        let batch = min(settings.batch, samples.count)
        // Whole batches, and no more samples than a block holds but for a batch that is larger.
        let size = max(1, min(blockSize, SparseSamples.limit) / batch) * batch
        var inside = 0
        for _ in 0..<settings.passes where inside < radii.count {
            let order = nextPass()
            var next = 0
            while next < order.count && inside < radii.count {
                let chosen = order[next..<min(order.count, next + size)]
                let (taken, beyond) =
                    chosen.count > SparseSamples.limit
                    ? largeStep(chosen, radii[inside...]) : block(chosen, batch: batch, radii[inside...])
                next += taken
                count.add((taken + batch - 1) / batch)
                if beyond > inside { visit(inside..<beyond, stop(leaves: true)) }
                inside = beyond
            }
        }
        if inside < radii.count { visit(inside..<radii.count, stop(leaves: false)) }
    }

    /// Takes the steps of a block up to the first that leaves the smallest ball.
    ///
    /// - Returns: how many samples were used, and the index of the first ball that the step after them stays inside.
    private mutating func block(_ chosen: ArraySlice<Int>, batch: Int, _ radii: ArraySlice<Double>) -> (taken: Int, inside: Int) {
        guard let radius = radii.first else { return (0, radii.startIndex) }
        // Room for rounding in the lengths.
        let ahead = growth * Double(chosen.count) * (1 + 1e-9)
        if bound.distance + ahead > radius && !bound.isExact { settle() }
        let follows = bound.distance + ahead > radius
        var block = SampleBlock(
            weights, points: chosen.flatMap { samples.row($0) }, labels: chosen.map { samples.labels[$0] }, batch: batch,
            squares: follows ? weights.squares() : [])
        var (taken, lengths, inside) = (0, 0.0, radii.startIndex)
        while taken < block.steps {
            let step = block.propose(taken, rate: settings.rate, weights)
            if follows {
                inside = radii.firstIndex { step.square <= $0 * $0 } ?? radii.endIndex
                if inside > radii.startIndex { break }
                block.accept()
            } else if bound.distance + (lengths + step.length) * (1 + 1e-9) > radius {
                // Nothing is known of this step: it is looked at again, its distances followed.
                growth = max(growth, (lengths + step.length) / Double(block.samples(of: taken).upperBound)) * 2
                break
            }
            lengths += step.length
            taken += 1
        }
        block.apply(taken, to: &weights)
        steps += taken
        let used = taken == 0 ? 0 : block.samples(of: taken - 1).upperBound
        if follows {
            bound = ((block.squares.max() ?? 0).squareRoot(), true)
        } else if taken > 0 {
            bound = (bound.distance + lengths * (1 + 1e-9), false)
        }
        if taken == block.steps { growth = lengths / Double(block.size) }
        return (used, inside)
    }

    /// The distance anew, from W itself.
    private mutating func settle() { bound = ((weights.squares().max() ?? 0).squareRoot(), true) }

    /// A step whose batch is larger than a block: in parts, each of which sees W as it was before the step.
    private mutating func largeStep(_ chosen: ArraySlice<Int>, _ radii: ArraySlice<Double>) -> (taken: Int, inside: Int) {
        let before = weights
        for start in stride(from: chosen.startIndex, to: chosen.endIndex, by: SparseSamples.limit) {
            let part = chosen[start..<min(chosen.endIndex, start + SparseSamples.limit)]
            var block = SampleBlock(
                before, points: part.flatMap { samples.row($0) }, labels: part.map { samples.labels[$0] }, batch: part.count, squares: [])
            // The mean over the whole batch, of which this is a part.
            _ = block.propose(0, rate: settings.rate * Double(part.count) / Double(chosen.count), before)
            block.apply(1, to: &weights)
        }
        let square = weights.squares().max() ?? 0
        let inside = radii.firstIndex { square <= $0 * $0 } ?? radii.endIndex
        guard inside == radii.startIndex else {
            // W as it was, for the ball that the step leaves; then the step is taken again in the next.
            weights = before
            settle()
            return (0, inside)
        }
        bound = (square.squareRoot(), true)
        steps += 1
        return (chosen.count, inside)
    }

    private func stop(leaves: Bool) -> Stop {
        Stop(
            network: weights.network, steps: steps, leaves: leaves, distance: (weights.squares().max() ?? 0).squareRoot())
    }
}
