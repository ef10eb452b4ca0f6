// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
internal import OrderedSums
internal import RealModule
internal import Sampler

/// The inner loop of Algorithm 1: projected gradient ascent on the loss inside B(x, R), each sample by itself.
///
/// A step is `stride` long along the gradient's direction, as is common for balls of the Euclidean norm (Madry et al., arXiv:1706.06083),
/// or the gradient of the loss times `stride` as Algorithm 1 is written: then steps vanish where the loss saturates.
public struct ProjectedAttack: Sendable, Hashable {
    public enum Step: String, Sendable, Hashable, CaseIterable {
        case unit
        case gradient
    }

    /// R.
    public var radius: Double
    public var steps = 100
    /// alpha: 2.5 R/100 unless changed.
    public var stride: Double
    public var step: Step

    public init(radius: Double, step: Step = .unit) {
        self.radius = radius
        self.step = step
        stride = 2.5 * radius / 100
    }

    public struct Outcome: Sendable {
        /// The samples where the attack ends; empty where only `broken` was asked for.
        public let rows: [Double]
        /// Whether some point of the way, the sample itself included, was misclassified: y f <= 0.
        public let broken: [Bool]

        /// The share of samples never misclassified on the way.
        public var robustAccuracy: Double { Double(broken.count { !$0 }) / Double(broken.count) }
    }

    /// A step's length along the gradient of f, against y f: the loss rises by -y/(1 + e^{y f}) grad f.
    func move(label: Double, value: Double, gradientNorm: Double) -> Double {
        -label * stride * (step == .unit ? 1 / gradientNorm : 1 / (1 + Double.exp(label * value)))
    }

    /// The largest m whose products of rows are kept, 2 GB.
    static let widestGram = 16_384

    /// Attacks `samples`, which have no bias.
    ///
    /// - Parameter onlyBroken: whether the ends of the attacks do not matter; then one ends with the first misclassified point.
    public func callAsFunction(_ network: Network, _ samples: Samples, onlyBroken: Bool = false) -> Outcome {
        precondition(samples.width == samples.inputs && network.dimension == samples.width && samples.count >= 1)
        guard network.signs.count <= Self.widestGram else { return InputAttack(self).attack(network, samples) }
        return NeuronAttack(self, network).attack(samples, onlyBroken: onlyBroken)
    }
}
