// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
internal import OrderedSums
internal import RealModule

/// The inner loop of Algorithm 1: projected gradient ascent on the loss inside B(x, R), all samples at once.
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
        /// The samples where the attack ends.
        public let rows: [Double]
        /// Whether some point of the way, the sample itself included, was misclassified: y f <= 0.
        public let broken: [Bool]

        /// The share of samples never misclassified on the way.
        public var robustAccuracy: Double { Double(broken.count { !$0 }) / Double(broken.count) }
    }

    /// Attacks `samples`, which have no bias.
    public func callAsFunction(_ network: Network, _ samples: Samples) -> Outcome {
        precondition(samples.width == samples.inputs && network.dimension == samples.width && samples.count >= 1)
        let n = samples.count
        var rows = samples.rows
        var broken = [Bool](repeating: false, count: n)
        var pass = AttackPass(network, count: n)
        for _ in 0..<steps {
            pass.evaluate(rows, labels: samples.labels, &broken)
            for i in 0..<n { advance(i, &rows, samples, pass) }
        }
        pass.evaluate(rows, labels: samples.labels, &broken)
        return Outcome(rows: rows, broken: broken)
    }

    /// x_i one step up the loss, then to the nearest point of the ball about the sample.
    private func advance(_ i: Int, _ rows: inout [Double], _ samples: Samples, _ pass: AttackPass) {
        let d = samples.width
        let range = i * d..<(i + 1) * d
        var square = 0.0
        for k in range { square += pass.gradients[k] * pass.gradients[k] }
        guard square > 0 else { return }
        // The loss rises against y f: its gradient is -y/(1 + e^{y f}) grad f.
        let slope = step == .unit ? 1 / square.squareRoot() : 1 / (1 + Double.exp(samples.labels[i] * pass.values[i]))
        let move = -samples.labels[i] * stride * slope
        var distance = 0.0
        for k in range {
            rows[k] += move * pass.gradients[k]
            distance += (rows[k] - samples.rows[k]) * (rows[k] - samples.rows[k])
        }
        distance.formSquareRoot()
        guard distance > radius else { return }
        for k in range { rows[k] = samples.rows[k] + (rows[k] - samples.rows[k]) * (radius / distance) }
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
