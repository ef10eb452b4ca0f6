// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyBall
import Quantities
import RealModule
import Sampler
import Testing

private func draws(_ sampler: SamplerKind, d: Int, m: Int) -> Draws {
    Draws(seed: 5, generator: .philox, sampler: sampler, claim: "varied", cell: "\(sampler) \(d) \(m)", dimension: d, width: m)
}

@Test("a quantity's degree is how its definition goes with the scale of W0 and W, delta fixed", arguments: [0.25, 2, 1024])
func degrees(scale: Double) throws {
    let d = 4, m = 24
    var stream = draws(.dense, d: d, m: m).stream(0)
    func vector() -> [Double] { (0..<d).map { _ in stream.normal() } }
    func view(_ rows: ([Double], [Double]), _ sign: Double, _ others: [[Double]], _ body: (NeuronView) -> Void) {
        rows.0.withUnsafeBufferPointer { row in
            rows.1.withUnsafeBufferPointer { initial in
                body(NeuronView(row: row, initial: initial, sign: sign, shifted: others[0], nearby: others[1], direction: others[2]))
            }
        }
    }
    var checked = 0
    for quantity in StandardQuantities.all {
        let homogeneous = try #require(quantity as? any HomogeneousQuantity, "\(quantity.name)")
        guard let definition = quantity.definition else { continue }
        let others = [vector(), vector(), vector()]
        let neurons = (0..<definition.scope.count(width: m)).map { _ in (vector(), vector(), stream.uniform() < 0.5 ? -1.0 : 1.0) }
        func value(_ t: Double) -> Double {
            var sum = [Double](repeating: 0, count: definition.size(dimension: d))
            for (row, initial, sign) in neurons {
                view((row.map { t * $0 }, initial.map { t * $0 }), sign, others) { definition.add(1, $0, to: &sum) }
            }
            return definition.value(sum, width: m)
        }
        // Powers of two: no rounding.
        #expect(value(scale) == value(1) * (homogeneous.degree == 0 ? 1 : scale), "\(quantity.name)")
        checked += value(1) != 0 ? 1 : 0
    }
    #expect(checked > 8)
}

@Test(
    "sup |f| with a scale and a bias, against all corners of the ball neuron by neuron, on dense draws",
    arguments: [(1.0, 0.0), (2, 0.5), (0.5, -1)])
func functionValueByHand(sigma: Double, bias: Double) throws {
    let (d, m) = (3, 8)
    let point = try Parameters(d: d, m: m, gamma: 0.1, c0: 0.7, own: ["sigma": sigma, "bias": bias])
    let draws = draws(.dense, d: d, m: m)
    let trial = try VariedNetwork(FunctionValue(), hasBias: true).trial(draws, at: point, bound: 1)
    let change = try VariedNetwork(FunctionChange(), hasBias: true).trial(draws, at: point, bound: 1)
    let flips = try VariedNetwork(FlippedNeurons(), hasBias: true).trial(draws, at: point, bound: 1)
    for number in UInt64(0)..<20 {
        var neurons: [(z: Double, a: Double)] = []
        try draws.dense(number).forEachTile { tile in
            for k in 0..<tile.count { neurons.append((sigma * tile.rows[k * d] + bias, tile.signs[k])) }
        }
        func f(_ shift: (Int) -> Double) -> Double {
            neurons.indices.reduce(0) { $0 + neurons[$1].a * Swift.max(0, neurons[$1].z + shift($1)) } / Double(m).squareRoot()
        }
        // Each neuron at either end of what the ball allows: 2^m corners, of which one is the best.
        let corners = (0..<(1 << m)).map { corner in f { corner >> $0 & 1 == 1 ? point.ballRadius : -point.ballRadius } }
        let atStart = f { _ in 0 }
        let sup = corners.map(\.magnitude).max() ?? 0, most = corners.map { ($0 - atStart).magnitude }.max() ?? 0
        let bracket = try trial.bracket(number)
        #expect(abs(bracket.attained - sup) < 1e-12 && bracket.certified >= sup - 1e-12)
        #expect(try abs(change.bracket(number).attained - most) < 1e-12)
        #expect(try flips.bracket(number).attained == Double(neurons.count { $0.z.magnitude < point.ballRadius }))
    }
}

@Test("reduced draws with a scale and a bias have the moments that the law has", arguments: [(1.0, 0.4), (3, -2)])
func reducedMoments(sigma: Double, bias: Double) throws {
    let (m, trials) = (50, 4000)
    let point = try Parameters(d: 7, m: m, gamma: 0.1, c0: 2, own: ["sigma": sigma, "bias": bias])
    func mean(_ quantity: any Quantity, _ of: (Double) -> Double) throws -> (mean: Double, error: Double) {
        let trial = try VariedNetwork(quantity, hasBias: true).trial(draws(.reduced, d: 7, m: m), at: point, bound: 1)
        let values = try (0..<UInt64(trials)).map { of(try trial.bracket($0).attained) }
        let mean = values.reduce(0, +) / Double(trials)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(trials - 1)
        return (mean, (variance / Double(trials)).squareRoot())
    }
    func phi(_ t: Double) -> Double { (1 + Double.erf(t / Double.sqrt(2))) / 2 }
    let t = bias / sigma, density = Double.exp(-t * t / 2) / Double.sqrt(2 * .pi)
    // E f(W0)^2 = E relu(sigma g + b)^2, as the signs are independent and fair.
    let square = (sigma * sigma + bias * bias) * phi(t) + sigma * bias * density
    let value = try mean(FunctionValueAtInitialization()) { $0 * $0 }
    #expect(abs(value.mean - square) < 5 * value.error, "\(value) against \(square)")
    let v = point.ballRadius
    let share = phi((v - bias) / sigma) - phi((-v - bias) / sigma)
    let count = try mean(FlippedNeurons()) { $0 }
    #expect(abs(count.mean - Double(m) * share) < 5 * count.error, "\(count) against \(Double(m) * share)")
}

@Test("a bias is refused where the mathematics does not reach, and values that a scale cannot have too")
func refusedNetworks() throws {
    #expect(throws: ParameterError.self) { try VariedNetwork(GradientNorm(), hasBias: true) }
    _ = try VariedNetwork(GradientNorm(), hasBias: false)
    let quantity = try VariedNetwork(FunctionValue(), hasBias: false)
    #expect(throws: ParameterError.self) { try quantity.check(Parameters(d: 1, m: 1, gamma: 0.1, c0: 1, own: ["sigma": 0])) }
    #expect(throws: Never.self) { try quantity.check(Parameters(d: 1, m: 1, gamma: 0.1, c0: 1, own: ["sigma": 1e-3])) }
}
