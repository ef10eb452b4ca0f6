// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// A way of choosing W in the lazy ball so that the flip of Theorem 3.1 at x = e_0 needs a large C2. Each is an attack: what it attains is
/// needed, and what it does not attain may still be.
public enum Adversary: String, Sendable, Hashable, CaseIterable, Codable {
    /// W0: what the others are compared with.
    case initialization
    /// The maximizer of f: a_s V along x for each neuron (``FunctionRange``).
    case largestValue = "largest-value"
    /// The minimizer of f.
    case smallestValue = "smallest-value"
    /// The W with the least gradient norm found (``GradientNormBracket``).
    case leastGradient = "least-gradient"
    /// A network trained on the logistic loss at x and other points (``BallTraining``).
    case trained
    /// Ascent of the flipping step from the two best of the others that have a gradient (``FlippingAscent``).
    case ascent

    /// One adversary's W and what it forces.
    public struct Attack: Sendable {
        /// Who chose W.
        public let adversary: Adversary
        /// W and the signs.
        public let network: Network
        /// The step that flips the sign there.
        public let flipping: FlippingStep
    }

    /// Points, one a row, and their labels, that ``trained`` learns beside x.
    public struct TrainingPoints: Sendable {
        /// n rows of d numbers.
        public let points: [Double]
        /// n numbers, each +1 or -1.
        public let labels: [Double]

        /// - Parameters:
        ///   - points: n rows of d numbers; may be empty.
        ///   - labels: n numbers, each +1 or -1.
        public init(points: [Double], labels: [Double]) {
            self.points = points
            self.labels = labels
        }
    }

    /// The W of every adversary for the draw `initial`, in the order of `allCases`, each within V (1 + 1e-12) of W0.
    ///
    /// x = e_0: coordinate 0 of a row is g_s. The label of x in training is the sign that W0 gives it, which keeps f away from 0.
    public static func attacks(against initial: Network, radius: Double, training learned: TrainingPoints) -> [Attack] {
        precondition(radius >= 0 && learned.points.count == learned.labels.count * initial.dimension)
        let x = [1] + [Double](repeating: 0, count: initial.dimension - 1)
        func attack(_ adversary: Adversary, _ network: Network) -> Attack {
            Attack(adversary: adversary, network: network, flipping: FlippingStep(network, at: x))
        }
        let start = attack(.initialization, initial)
        var attacks = [
            start,
            attack(.largestValue, alongX(initial, radius: radius, end: .supremum)),
            attack(.smallestValue, alongX(initial, radius: radius, end: .infimum)),
            attack(.leastGradient, leastGradient(initial, radius: radius)),
            attack(
                .trained,
                BallTraining(
                    initial, points: x + learned.points, labels: [start.flipping.value < 0 ? -1 : 1] + learned.labels, radius: radius
                ).network),
        ]
        // Two starts: the best by the step, the earlier one where they tie. Where no W has a gradient there is nothing to climb from.
        let order = attacks.indices.filter { attacks[$0].flipping.outcome != .noGradient }
            .sorted { (attacks[$0].flipping.step, $1) > (attacks[$1].flipping.step, $0) }
        let climbs = order.prefix(2).map {
            FlippingAscent(from: attacks[$0].network, initial: initial, radius: radius, at: x)
        }
        let best = climbs.max { $0.flipping.step < $1.flipping.step }
        attacks.append(best.map { Attack(adversary: .ascent, network: $0.network, flipping: $0.flipping) } ?? attack(.ascent, initial))
        return attacks
    }

    /// The attack that forces the largest C2 among those whose gradient is not 0; the earlier one where they tie.
    ///
    /// Where the gradient is 0 the theorem's step is undefined, and no C2 is what it needs. Nil where that is so for all.
    public static func strongest(of attacks: [Attack]) -> Attack? {
        attacks.filter { $0.flipping.outcome != .noGradient }.reduce(nil) { best, attack in
            guard let best, best.flipping.step >= attack.flipping.step else { return attack }
            return best
        }
    }

    /// The largest C2 that an adversary forces at x = e_0, and which does.
    public static func strongest(against initial: Network, radius: Double, training learned: TrainingPoints) -> Attack? {
        strongest(of: attacks(against: initial, radius: radius, training: learned))
    }

    /// Every neuron a_s V (supremum) or -a_s V (infimum) along x.
    private static func alongX(_ initial: Network, radius: Double, end: FunctionRange.End) -> Network {
        let d = initial.dimension
        let problem = FunctionProblem(
            radius: radius, preactivations: initial.signs.indices.map { initial.rows[$0 * d] }, signs: initial.signs)
        var rows = initial.rows
        for (s, shift) in FunctionRange.shiftsAlongX(attaining: end, problem).enumerated() { rows[s * d] += shift }
        return Network(width: initial.width, dimension: d, rows: rows, signs: initial.signs)
    }

    /// The witness of the bracket, with all its rows.
    private static func leastGradient(_ initial: Network, radius: Double) -> Network {
        let (d, signs) = (initial.dimension, initial.signs)
        let flippable = signs.indices.filter { FlipGeometry.canFlip(initial.rows[$0 * d], radius: radius) }
        let steady = signs.indices.filter { initial.rows[$0 * d] > radius }
        var coefficients = [Double](repeating: 0, count: signs.count)
        for s in steady { coefficients[s] = signs[s] }
        let root = Double.sqrt(Double(initial.width))
        let problem = GradientProblem(
            width: initial.width, radius: radius,
            flippable: ResidentRows(
                dimension: d, rows: flippable.flatMap { initial.rows[$0 * d..<($0 + 1) * d] }, signs: flippable.map { signs[$0] }),
            steadySum: initial.combination(coefficients).map { $0 * root }, steadyCount: steady.count)
        let witness = GradientNormBracket(problem, dimension: d).witness
        var rows = initial.rows
        let moved = witness.expand(problem)
        for (k, s) in flippable.enumerated() {
            for i in 0..<d { rows[s * d + i] = moved[k * d + i] }
        }
        for s in steady {
            for i in 0..<d { rows[s * d + i] += signs[s] * witness.steadyMove[i] }
        }
        return Network(width: initial.width, dimension: d, rows: rows, signs: signs)
    }
}
