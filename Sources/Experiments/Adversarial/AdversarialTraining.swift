// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
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
        /// Whether W is projected onto the ball after each round, as Algorithm 1 has it.
        public var projects = true

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
        order: consuming RandomStream, steps: StepCount = StepCount()
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
            network = AttackedDescent(network, outcome.rows, samples, settings).round(&order)
            steps.add(settings.stepsPerRound)
            guard settings.projects else { continue }
            var rows = network.rows
            BallTraining.project(&rows, onto: initial, radius: radius)
            network = Network(dimension: initial.dimension, rows: rows, signs: initial.signs)
        }
        self.network = network
        rounds = accuracies.count
        robustTrainingAccuracy = accuracies
    }
}
