// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import OrderedSums
internal import RealModule
internal import Sampler

/// A round of SGD on minibatches of the attacked samples, each drawn without repetition.
struct AttackedDescent {
    private let network: Network
    private let attacked: [Double]
    private let samples: Samples
    private let settings: AdversarialTraining.Settings

    init(_ network: Network, _ attacked: [Double], _ samples: Samples, _ settings: AdversarialTraining.Settings) {
        self.network = network
        self.attacked = attacked
        self.samples = samples
        self.settings = settings
    }

    func round(_ order: inout RandomStream) -> Network {
        let batch = min(settings.batch, samples.count)
        var remaining: [Int] = []
        let batches = (0..<settings.stepsPerRound).map { _ in
            if remaining.count < batch { remaining = ExperimentStream.permutation(samples.count, &order) }
            defer { remaining.removeLast(batch) }
            return Array(remaining.suffix(batch))
        }
        // Products with W cost 4 m d a sample, those with the samples themselves 2 m n.
        return samples.count < 2 * samples.width ? amongSamples(batches) : amongWeights(batches)
    }

    /// Step by step, W itself.
    func amongWeights(_ batches: [[Int]]) -> Network {
        let d = samples.width
        var current = network
        for chosen in batches {
            let points = chosen.flatMap { attacked[$0 * d..<($0 + 1) * d] }
            let pass = LogisticPass(current, points: points, labels: chosen.map { samples.labels[$0] })
            // The pass has the mean over the batch; Algorithm 1 the sum.
            current = pass.descended(current, points: points, rate: settings.rate * Double(chosen.count))
        }
        return current
    }

    /// W moves along the samples alone: their products with W are kept, and W is worked out at the end.
    func amongSamples(_ batches: [[Int]]) -> Network {
        let (n, m, d) = (samples.count, network.signs.count, samples.width)
        var gram = [Double](repeating: 0, count: n * n)
        ordered_product(false, true, Int32(n), Int32(n), Int32(d), 1, attacked, Int32(d), attacked, Int32(d), 0, &gram, Int32(n))
        var values = [Double](repeating: 0, count: n * m)
        ordered_product(
            false, true, Int32(n), Int32(m), Int32(d), 1, attacked, Int32(d), network.rows, Int32(d), 0, &values, Int32(m))
        // What each sample has added to W, n x m.
        var totals = [Double](repeating: 0, count: n * m)
        for chosen in batches {
            let moves = self.moves(chosen, values)
            let columns = (0..<n).flatMap { i in chosen.map { gram[i * n + $0] } }
            let size = Int32(chosen.count)
            ordered_product(false, false, Int32(n), Int32(m), size, 1, columns, size, moves, Int32(m), 1, &values, Int32(m))
            for (row, i) in chosen.enumerated() {
                totals.withUnsafeMutableBufferPointer { totals in
                    moves.withUnsafeBufferPointer { moves in
                        guard let totals = totals.baseAddress, let moves = moves.baseAddress else { return }
                        ordered_add(Int32(m), 1, moves + row * m, totals + i * m)
                    }
                }
            }
        }
        var rows = network.rows
        ordered_product(true, false, Int32(m), Int32(d), Int32(n), 1, totals, Int32(m), attacked, Int32(d), 1, &rows, Int32(d))
        return Network(width: network.width, dimension: d, rows: rows, signs: network.signs)
    }

    /// How far each of the batch's samples moves W along itself, a row of m numbers a sample.
    private func moves(_ chosen: [Int], _ values: [Double]) -> [Double] {
        let m = network.signs.count, root = Double.sqrt(Double(network.width))
        var moves = [Double](repeating: 0, count: chosen.count * m)
        for (row, i) in chosen.enumerated() {
            var value = 0.0
            for s in 0..<m { value += network.signs[s] * max(0, values[i * m + s]) }
            let margin = samples.labels[i] * value / root, small = Double.exp(-abs(margin))
            let step = settings.rate * samples.labels[i] * (margin > 0 ? small : 1) / (1 + small) / root
            for s in 0..<m where values[i * m + s] > 0 { moves[row * m + s] = step * network.signs[s] }
        }
        return moves
    }
}
