// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// B.5's range and B.8's supremum: attained by a W that the plain network evaluates, never exceeded by brute force.
struct ExactSupremaTests {
    // MARK: B.5

    static func functionInstance(_ random: inout TestRandom, count: Int, dimension: Int, radius: Double)
        -> (problem: FunctionProblem, network: Network)
    {
        let rows = random.normals(count * dimension)
        let signs = (0..<count).map { _ in random.sign() }
        let g = (0..<count).map { rows[$0 * dimension] }
        return (FunctionProblem(radius: radius, preactivations: g, signs: signs), Network(dimension: dimension, rows: rows, signs: signs))
    }

    @Test(arguments: [(1, 1, 0.7), (5, 3, 0.0), (1003, 2, 0.3), (40, 7, 4.0)])
    func functionRangeIsAttainedAndNotExceeded(count: Int, dimension: Int, radius: Double) {
        var random = TestRandom(UInt64(count))
        let (problem, network) = Self.functionInstance(&random, count: count, dimension: dimension, radius: radius)
        let range = FunctionRange(problem)
        let x = [1.0] + [Double](repeating: 0, count: dimension - 1)
        #expect(abs(range.atInitialization - network.value(at: x)) < 1e-12)
        for (end, value) in [(FunctionRange.End.supremum, range.supremum), (.infimum, range.infimum)] {
            var rows = network.rows
            for (s, shift) in FunctionRange.shiftsAlongX(attaining: end, problem).enumerated() { rows[s * dimension] += shift }
            let moved = Network(dimension: dimension, rows: rows, signs: network.signs)
            #expect(moved.isWithin(radius, of: network))
            #expect(abs(moved.value(at: x) - value) < 1e-11)
        }
        for _ in 0..<200 {
            var rows = network.rows
            for s in 0..<count {
                for (i, part) in random.unit(dimension).enumerated() { rows[s * dimension + i] += radius * part }
            }
            let value = Network(dimension: dimension, rows: rows, signs: network.signs).value(at: x)
            #expect(value <= range.supremum + 1e-12 && value >= range.infimum - 1e-12)
        }
        #expect(range.absoluteSupremum == max(abs(range.supremum), abs(range.infimum)))
    }

    /// Against sums whose error is of second order (Neumaier), at widths that leave every lane another number of terms.
    @Test func functionRangeRoundsWithinItsError() {
        func compensated(_ terms: [(Double, Double)]) -> Double {
            var (sum, rest) = (0.0, 0.0)
            for (high, low) in terms {
                let next = sum + high
                rest += low + (sum.magnitude >= high.magnitude ? (sum - next) + high : (high - next) + sum)
                sum = next
            }
            return sum + rest
        }
        /// relu(g + v) as a sum of two numbers, exactly.
        func term(_ g: Double, _ v: Double) -> (Double, Double) {
            let sum = g + v, part = sum - g
            let low = (g - (sum - part)) + (v - part)
            return sum > 0 ? (sum, low) : (0, 0)
        }
        var random = TestRandom(5)
        for count in [1, 2, 7, 8, 9, 100, 1003, 40_000] {
            for radius in [0, 1e-14, 1e-4, 1, 1e8] {
                let (problem, _) = Self.functionInstance(&random, count: count, dimension: 1, radius: radius)
                let range = FunctionRange(problem), root = Double(count).squareRoot()
                func exact(_ shift: Double) -> Double {
                    compensated(
                        zip(problem.preactivations, problem.signs).map { g, a in
                            let (high, low) = term(g, a * shift)
                            return (a * high, a * low)
                        }) / root
                }
                // The reference itself is off by the last quotient's rounding.
                for (value, shift) in [(range.supremum, radius), (range.infimum, -radius), (range.atInitialization, 0)] {
                    #expect(abs(value - exact(shift)) <= range.roundingError + 4 * value.ulp, "\(count) \(radius)")
                }
                #expect(range.roundingError <= 1e-13 * (1 + Double(count).squareRoot()) * (1 + radius) * root)
            }
        }
    }

    /// B.5/b says sup - f(W0) <= V sqrt m; V = 0 makes the range a point; it grows with V; neurons may be permuted.
    @Test func functionRangeMetamorphic() {
        var random = TestRandom(11)
        var last: FunctionRange?
        let (base, _) = Self.functionInstance(&random, count: 501, dimension: 1, radius: 0)
        for radius in [0, 0.1, 0.5, 2.0] {
            let range = FunctionRange(FunctionProblem(radius: radius, preactivations: base.preactivations, signs: base.signs))
            if radius == 0 { #expect(range.supremum == range.infimum && range.supremum == range.atInitialization) }
            if let last { #expect(range.supremum >= last.supremum && range.infimum <= last.infimum) }
            #expect(range.supremum - range.atInitialization <= radius * Double.sqrt(501) + 1e-12)
            let reversed = FunctionRange(
                FunctionProblem(
                    radius: radius, preactivations: base.preactivations.reversed(), signs: base.signs.reversed()))
            #expect(abs(reversed.supremum - range.supremum) < 1e-12)
            last = range
        }
    }

    // MARK: B.8

    static func directionalInstance(_ random: inout TestRandom, _ trial: Int) -> DirectionalProblem {
        let radius = trial % 7 == 0 ? 0 : Double.exp(random.uniform(-3, 0.7))
        var delta = (random.uniform(-0.5, 0.5), abs(random.uniform(-0.5, 0.5)))
        var r = (random.normal(), random.normal(), abs(random.normal()))
        switch trial % 10 {
        case 1: delta = (0, 0)
        case 2: delta = (random.uniform(-0.5, 0.5), 0)
        case 3: delta = (-2.5, 0)
        case 4: delta = (-1, 0)
        case 5: r = (1, 0, 0)
        case 6: r = (random.normal(), random.normal(), 0)
        case 7: delta = (-1, 0.3)
        default: break
        }
        if trial % 20 == 9 { (delta, r) = ((delta.0 - 1, 0), (1, 0, 0)) }
        let length = Double.sqrt(r.0 * r.0 + r.1 * r.1 + r.2 * r.2)
        let pair = DirectionPair(delta: delta, r: (r.0 / length, r.1 / length, r.2 / length))
        let count = 1 + trial % 3
        let planar = pair.spanDimension
        func coordinate(_ k: Int) -> [Double] { (0..<count).map { _ in k < planar ? 0.7 * random.normal() : 0 } }
        return DirectionalProblem(
            width: count + trial % 2, radius: radius, pair: pair, alongX: coordinate(0), alongDelta: coordinate(1), alongR: coordinate(2),
            signs: (0..<count).map { _ in random.sign() })
    }

    /// Phi by definition, on explicit weights.
    static func phi(_ p: DirectionalProblem, _ rows: [Double]) -> Double {
        let network = Network(width: p.width, dimension: 3, rows: rows, signs: p.signs)
        let r = [p.pair.r.0, p.pair.r.1, p.pair.r.2]
        let shifted = [1 + p.pair.delta.0, p.pair.delta.1, 0]
        return inner(network.gradient(at: [1, 0, 0]), r) - inner(network.gradient(at: shifted), r)
    }

    static func rows(_ p: DirectionalProblem) -> [Double] {
        p.signs.indices.flatMap { [p.alongX[$0], p.alongDelta[$0], p.alongR[$0]] }
    }

    @Test func directionalSupremumIsAttainedAndNotExceeded() {
        var random = TestRandom(12)
        for trial in 0..<400 {
            let p = Self.directionalInstance(&random, trial)
            let supremum = DirectionalSupremum(p)
            let initial = Self.rows(p)
            #expect(abs(supremum.atInitialization - Self.phi(p, initial)) < 1e-12, "trial \(trial)")
            let maximizer = DirectionalSupremum.maximizer(p)
            let distance = Network(dimension: 3, rows: maximizer, signs: p.signs)
                .distance(to: Network(dimension: 3, rows: initial, signs: p.signs))
            #expect(distance <= p.radius * (1 + 1e-12) + 1e-300, "trial \(trial): \(distance) > \(p.radius)")
            let attained = Self.phi(p, maximizer)
            #expect(abs(attained - supremum.value) < 1e-9 * (1 + abs(attained)), "trial \(trial): \(attained) != \(supremum.value)")
            // Neurons move freely of each other: the best of many points, neuron by neuron.
            var best = 0.0
            for s in p.signs.indices { best += Self.bruteForce(&random, p, s) }
            best /= Double.sqrt(Double(p.width))
            #expect(best <= supremum.value + 1e-9, "trial \(trial): brute force \(best) > \(supremum.value)")
        }
    }

    /// The largest contribution of neuron s over 1500 points of its ball, by definition.
    static func bruteForce(_ random: inout TestRandom, _ p: DirectionalProblem, _ s: Int) -> Double {
        var best = -Double.infinity
        let planar = p.pair.spanDimension
        for i in 0...1500 {
            let unit = random.unit(planar) + [Double](repeating: 0, count: 3 - planar)
            let reach = i == 0 ? 0 : p.radius * Double.pow(random.uniform(), i % 2 == 0 ? 0.02 : 0.4)
            let w = [p.alongX[s] + reach * unit[0], p.alongDelta[s] + reach * unit[1], p.alongR[s] + reach * unit[2]]
            let on = w[0] > 0
            let shiftedOn = (1 + p.pair.delta.0) * w[0] + p.pair.delta.1 * w[1] > 0
            let product = p.signs[s] * (w[0] * p.pair.r.0 + w[1] * p.pair.r.1 + w[2] * p.pair.r.2)
            best = max(best, on == shiftedOn ? 0 : (on ? product : -product))
        }
        return best
    }

    @Test func directionalMetamorphic() {
        var random = TestRandom(13)
        for trial in 0..<200 {
            let p = Self.directionalInstance(&random, trial)
            var last = -Double.infinity
            for radius in [0, 0.05, 0.3, 1, 3] {
                let value = DirectionalSupremum(
                    DirectionalProblem(
                        width: p.width, radius: radius, pair: p.pair, alongX: p.alongX, alongDelta: p.alongDelta, alongR: p.alongR,
                        signs: p.signs)
                ).value
                #expect(value >= last - 1e-12, "trial \(trial): not monotone at V = \(radius)")
                last = value
            }
            if p.pair.delta == (0, 0) { #expect(DirectionalSupremum(p).value == 0) }
            let reversed = DirectionalSupremum(
                DirectionalProblem(
                    width: p.width, radius: p.radius, pair: p.pair, alongX: p.alongX.reversed(), alongDelta: p.alongDelta.reversed(),
                    alongR: p.alongR.reversed(), signs: p.signs.reversed())
            ).value
            #expect(abs(reversed - DirectionalSupremum(p).value) < 1e-12)
        }
        let none = DirectionalProblem(
            width: 3, radius: 1, pair: DirectionPair(delta: (0.1, 0.1), r: (0, 0, 1)), alongX: [], alongDelta: [], alongR: [], signs: [])
        #expect(DirectionalSupremum(none).value == 0)
    }
}
