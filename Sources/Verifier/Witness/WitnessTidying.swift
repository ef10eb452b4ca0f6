// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

/// Weights in few decimals: a file that can be read, and the same bits whoever reads it.
struct WitnessTidying {
    let cell: Cell
    let terms: WitnessTerms

    /// From coarse to fine; what no number of decimals serves stays as it is.
    static let decimals = [5, 7, 9, 11, 13]

    /// Every moved neuron in the fewest decimals, at least `least`, that leave it in its ball with its activations.
    func tidied(_ moved: [MovedNeuron], least: Int) -> [MovedNeuron] { moved.map { tidied($0, least: least) } }

    private func tidied(_ moved: MovedNeuron, least: Int) -> MovedNeuron {
        for decimals in Self.decimals where decimals >= least {
            if let result = tidied(moved, decimals: decimals) { return result }
        }
        return moved
    }

    private func tidied(_ moved: MovedNeuron, decimals: Int) -> MovedNeuron? {
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        // Drawn in towards w_{s,0} first, by more than rounding can push out again.
        let shrink = 1 - 100 / scale
        var result = moved
        result.weights = zip(moved.initial, moved.weights).map { start, end in
            ((start + shrink * (end - start)) * scale).rounded() / scale
        }
        if moved.weights[0] > 0 && result.weights[0] <= 0 { result.weights[0] = 1 / scale }
        if moved.weights[0] <= 0 && result.weights[0] > 0 { result.weights[0] = 0 }
        if let delta = moved.delta {
            result.delta = delta.map { (shrink * $0 * scale).rounded() / scale }
        }
        guard isInBall(result), isFlipped(result) == isFlipped(moved) else { return nil }
        let keepsActivations = terms.activations(result.weights, own: result.delta) == terms.activations(moved.weights, own: moved.delta)
        return keepsActivations ? result : nil
    }

    private func isInBall(_ moved: MovedNeuron) -> Bool {
        let distance = WitnessGeometry.norm(zip(moved.weights, moved.initial).lazy.map { $0 - $1 })
        return distance <= cell.parameters.ballRadius && moved.delta.map { WitnessGeometry.norm($0) <= cell.parameters.radius } ?? true
    }

    /// Whether the neuron's activation at x + delta is not that at W0.
    private func isFlipped(_ moved: MovedNeuron) -> Bool {
        terms.activations(moved.weights, own: moved.delta)[1] != terms.activations(moved.initial, own: moved.delta)[1]
    }
}
