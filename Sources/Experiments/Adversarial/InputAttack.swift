// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import OrderedSums
internal import RealModule

/// The attack as it is written: two products with W for each step, of all samples at once.
struct InputAttack {
    private let attack: ProjectedAttack

    init(_ attack: ProjectedAttack) { self.attack = attack }

    func attack(_ network: Network, _ samples: Samples) -> ProjectedAttack.Outcome {
        let n = samples.count
        var rows = samples.rows
        var broken = [Bool](repeating: false, count: n)
        var pass = AttackPass(network, count: n)
        for _ in 0..<attack.steps {
            pass.evaluate(rows, labels: samples.labels, &broken)
            for i in 0..<n { advance(i, &rows, samples, pass) }
        }
        pass.evaluate(rows, labels: samples.labels, &broken)
        return .init(rows: rows, broken: broken)
    }

    /// x_i one step up the loss, then to the nearest point of the ball about the sample.
    private func advance(_ i: Int, _ rows: inout [Double], _ samples: Samples, _ pass: AttackPass) {
        let d = samples.width
        let range = i * d..<(i + 1) * d
        var square = 0.0
        for k in range { square += pass.gradients[k] * pass.gradients[k] }
        guard square > 0 else { return }
        let move = attack.move(label: samples.labels[i], value: pass.values[i], gradientNorm: square.squareRoot())
        var distance = 0.0
        for k in range {
            rows[k] += move * pass.gradients[k]
            distance += (rows[k] - samples.rows[k]) * (rows[k] - samples.rows[k])
        }
        distance.formSquareRoot()
        guard distance > attack.radius else { return }
        for k in range { rows[k] = samples.rows[k] + (rows[k] - samples.rows[k]) * (attack.radius / distance) }
    }
}

/// f and grad f at n points, by two products of matrices; the memory is kept from pass to pass.
struct AttackPass {
    private let network: Network
    private var activations: [Double]
    /// f at each point.
    private(set) var values: [Double]
    /// n x d.
    private(set) var gradients: [Double]

    init(_ network: Network, count n: Int) {
        self.network = network
        activations = [Double](repeating: 0, count: n * network.signs.count)
        values = [Double](repeating: 0, count: n)
        gradients = [Double](repeating: 0, count: n * network.dimension)
    }

    /// Marks in `broken` the points with y f <= 0.
    mutating func evaluate(_ points: [Double], labels: [Double], _ broken: inout [Bool]) {
        let (n, m, d) = (labels.count, network.signs.count, network.dimension)
        let root = Double.sqrt(Double(network.width))
        ordered_product(false, true, Int32(n), Int32(m), Int32(d), 1, points, Int32(d), network.rows, Int32(d), 0, &activations, Int32(m))
        activations.withUnsafeMutableBufferPointer { activations in
            network.signs.withUnsafeBufferPointer { signs in
                for i in 0..<n {
                    var sum = 0.0
                    for s in 0..<m {
                        let p = activations[i * m + s]
                        sum += p > 0 ? signs[s] * p : 0
                        activations[i * m + s] = p > 0 ? signs[s] : 0
                    }
                    values[i] = sum / root
                    if labels[i] * sum <= 0 { broken[i] = true }
                }
            }
        }
        ordered_product(
            false, false, Int32(n), Int32(d), Int32(m), 1 / root, activations, Int32(m), network.rows, Int32(d), 0, &gradients, Int32(d))
    }
}
