// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
internal import OrderedSums
internal import RealModule
internal import Sampler

/// Algorithm 1 of Appendix A: projected adversarial training inside the lazy ball.
///
/// Each round attacks the training samples, takes floor(12665/64) SGD steps on minibatches of the attacked samples at rate 0.01 (the loss
/// summed over the batch, as written there), and projects W onto the ball. It ends when the robust training accuracy, that of the network
/// before the round's steps, has not risen for `patience` rounds.
public struct AdversarialTraining: Sendable {
    public struct Settings: Sendable, Hashable {
        public var batch = 64
        /// beta.
        public var rate = 0.01
        /// SGD's steps a round, those of a pass over all 12665 training images whatever subset is attacked.
        public var stepsPerRound = 12665 / 64
        public var patience = 3
        /// Training ends after so many rounds in any case.
        public var rounds = 40

        public init() {}
    }

    public let network: Network
    /// Rounds of attack, descent and projection.
    public let rounds: Int
    /// The robust accuracy on the samples attacked, before each round's steps.
    public let robustTrainingAccuracy: [Double]

    /// - Parameters:
    ///   - initial: W0, as many columns as the samples have inputs.
    ///   - radius: V, of the ball about W0.
    ///   - order: the stream that chooses the minibatches.
    init(
        _ initial: Network, _ samples: Samples, attack: ProjectedAttack, radius: Double, _ settings: Settings = Settings(),
        order: consuming RandomStream
    ) {
        var network = initial
        var accuracies: [Double] = []
        var (best, stale) = (-1.0, 0)
        while accuracies.count < settings.rounds {
            let outcome = attack(network, samples)
            accuracies.append(outcome.robustAccuracy)
            stale = outcome.robustAccuracy > best ? 0 : stale + 1
            best = max(best, outcome.robustAccuracy)
            if stale >= settings.patience { break }
            network = Self.round(network, outcome.rows, samples, settings, &order)
            var rows = network.rows
            BallTraining.project(&rows, onto: initial, radius: radius)
            network = Network(dimension: initial.dimension, rows: rows, signs: initial.signs)
        }
        self.network = network
        rounds = accuracies.count
        robustTrainingAccuracy = accuracies
    }

    /// SGD on minibatches of the attacked samples, each drawn without repetition.
    private static func round(
        _ network: Network, _ attacked: [Double], _ samples: Samples, _ settings: Settings, _ order: inout RandomStream
    ) -> Network {
        let (d, batch) = (samples.width, min(settings.batch, samples.count))
        var current = network
        var remaining: [Int] = []
        for _ in 0..<settings.stepsPerRound {
            if remaining.count < batch { remaining = ExperimentStream.permutation(samples.count, &order) }
            let chosen = remaining.suffix(batch)
            remaining.removeLast(batch)
            let points = chosen.flatMap { attacked[$0 * d..<($0 + 1) * d] }
            let pass = LogisticPass(current, points: points, labels: chosen.map { samples.labels[$0] })
            // The pass has the mean over the batch; Algorithm 1 the sum.
            current = pass.descended(current, points: points, rate: settings.rate * Double(batch))
        }
        return current
    }
}
