// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import OrderedSums
internal import RealModule

/// The attack among the neurons: all that a step needs are p = W x, c = a 1[p > 0]/sqrt m and q = W grad f = W W' c.
///
/// A step x <- x + t grad f adds t q to p, and few neurons change their side by it: q changes by the rows of W W' of those alone. With
/// delta the way from the sample, <delta, grad f> is c . (p - p_0) and ||grad f||^2 is c . q, so that the ball's projection is known too.
/// So a step costs some m additions where two products with W cost 4 m d; the results are those of ``InputAttack`` up to rounding.
struct NeuronAttack {
    private let attack: ProjectedAttack
    private let network: Network
    /// W W'.
    private let gram: [Double]
    private let m: Int
    /// a_s/sqrt m.
    private let weights: [Double]

    init(_ attack: ProjectedAttack, _ network: Network) {
        self.attack = attack
        self.network = network
        let (m, d) = (network.signs.count, network.dimension)
        self.m = m
        let root = Double.sqrt(Double(network.width))
        weights = network.signs.map { $0 / root }
        var gram = [Double](repeating: 0, count: m * m)
        ordered_gram(false, Int32(m), Int32(d), 1, network.rows, Int32(d), 0, &gram, Int32(m))
        gram.withUnsafeMutableBufferPointer { gram in
            // In squares that stay in the cache.
            let edge = 32
            for rows in stride(from: 0, to: m, by: edge) {
                for columns in stride(from: 0, through: rows, by: edge) {
                    for i in rows..<min(m, rows + edge) {
                        for j in columns..<min(i, columns + edge) { gram[j * m + i] = gram[i * m + j] }
                    }
                }
            }
        }
        self.gram = gram
    }

    /// Samples whose products with W are made at once.
    private static let group = 64

    func attack(_ samples: Samples, onlyBroken: Bool) -> ProjectedAttack.Outcome {
        let (n, d) = (samples.count, samples.width)
        var broken = [Bool](repeating: false, count: n)
        var rows = onlyBroken ? [] : samples.rows
        for start in stride(from: 0, to: n, by: Self.group) {
            let count = min(Self.group, n - start)
            let points = Array(samples.rows[start * d..<(start + count) * d])
            let ways = self.ways(points, Array(samples.labels[start..<start + count]), onlyBroken: onlyBroken)
            for i in 0..<count { broken[start + i] = ways.broken[i] }
            guard !onlyBroken else { continue }
            var moved = points
            ordered_product(
                false, false, Int32(count), Int32(d), Int32(m), 1, ways.combinations, Int32(m), network.rows, Int32(d), 1, &moved, Int32(d))
            rows.replaceSubrange(start * d..<(start + count) * d, with: moved)
        }
        return .init(rows: rows, broken: broken)
    }

    /// Whether each point is broken on its way, and the combinations of W's rows by which it ends away from its start.
    private func ways(_ points: [Double], _ labels: [Double], onlyBroken: Bool) -> (broken: [Bool], combinations: [Double]) {
        let (n, d) = (labels.count, network.dimension)
        var start = [Double](repeating: 0, count: n * m)
        ordered_product(false, true, Int32(n), Int32(m), Int32(d), 1, points, Int32(d), network.rows, Int32(d), 0, &start, Int32(m))
        var signs = start
        for i in 0..<n {
            for s in 0..<m { signs[i * m + s] = start[i * m + s] > 0 ? weights[s] : 0 }
        }
        var gradients = [Double](repeating: 0, count: n * d)
        ordered_product(false, false, Int32(n), Int32(d), Int32(m), 1, signs, Int32(m), network.rows, Int32(d), 0, &gradients, Int32(d))
        var projections = [Double](repeating: 0, count: n * m)
        ordered_product(
            false, true, Int32(n), Int32(m), Int32(d), 1, gradients, Int32(d), network.rows, Int32(d), 0, &projections, Int32(m))
        var combinations = [Double](repeating: 0, count: onlyBroken ? m : n * m)
        var broken: [Bool] = []
        var current = [Double](repeating: 0, count: m)
        gram.withUnsafeBufferPointer { gram in
            weights.withUnsafeBufferPointer { weights in
                start.withUnsafeBufferPointer { start in
                    signs.withUnsafeMutableBufferPointer { signs in
                        projections.withUnsafeMutableBufferPointer { projections in
                            combinations.withUnsafeMutableBufferPointer { combinations in
                                current.withUnsafeMutableBufferPointer { current in
                                    guard let gram = gram.baseAddress, let weights = weights.baseAddress, let start = start.baseAddress,
                                        let signs = signs.baseAddress, let projections = projections.baseAddress,
                                        let combinations = combinations.baseAddress, let current = current.baseAddress
                                    else { return }
                                    for i in 0..<n {
                                        current.update(from: start + i * m, count: m)
                                        let way = NeuronWay(
                                            count: m, gram: gram, weights: weights, start: start + i * m, current: current,
                                            signs: signs + i * m, projections: projections + i * m,
                                            combination: combinations + (onlyBroken ? 0 : i * m))
                                        broken.append(way.run(attack, label: labels[i], onlyBroken: onlyBroken))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return (broken, combinations)
    }
}
