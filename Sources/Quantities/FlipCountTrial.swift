// SPDX-License-Identifier: GPL-3.0-or-later

internal import Sampler

/// Lemma B.4: the number of neurons that change sign, exactly.
struct FlipCountTrial: CellTrial {
    enum Set: Sendable {
        /// |S_v| (B.4/1).
        case atInput
        /// |S'_v| as defined, each neuron with a delta of its own (B.4/2).
        ///
        /// `probability` is that of one neuron, with which a reduced draw is one binomial number.
        case ownPerturbation(probability: Double)
        /// |S'_v(delta)| for the delta of length R orthogonal to x, where ||x + delta|| is largest on the sphere orthogonal to x (B.4/3);
        /// its law is the same for every delta.
        case fixedPerturbation
    }

    let draws: Draws
    let radius: Double
    let perturbation: Double
    let set: Set

    var method: Method { .exact }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let count =
            switch set {
            case .atInput: try draws.flippedNeurons(trial, radius: radius)
            case .ownPerturbation(let probability):
                draws.sampler == .reduced
                    ? try draws.reduced(trial).perturbedFlippedNeurons(probability: probability)
                    : try draws.perturbedFlippedNeurons(trial, radius: radius, perturbation: perturbation)
            case .fixedPerturbation: try draws.flippedNeurons(trial, radius: radius, at: perturbation)
            }
        return TrialBracket(exactly: Double(count))
    }
}
