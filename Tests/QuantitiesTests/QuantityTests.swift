// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Quantities
import Sampler
import Testing

private func draws(_ quantity: any Quantity, _ p: Parameters, _ sampler: SamplerKind = .dense) -> Draws {
    Draws(seed: 3, generator: .philox, sampler: sampler, claim: quantity.name, cell: "\(p)", dimension: p.d, width: p.m)
}

@Test("a name finds its quantity, names differ, and a trial has a value for each column, with either sampler")
func names() throws {
    #expect(Set(StandardQuantities.all.map(\.name)).count == 16)
    #expect(StandardQuantities.named("no-such") == nil)
    for quantity in StandardQuantities.all {
        #expect(StandardQuantities.named(quantity.name)?.title == quantity.title)
        for d in [1, 2, 3, 8] {
            let p = try Parameters(d: d, m: 30, gamma: 0.1, c0: 1)
            for sampler in SamplerKind.allCases {
                let values = try quantity.values(draws(quantity, p, sampler), at: p)(0)
                #expect(values.count == quantity.columns.count && values.allSatisfy(\.isFinite), "\(quantity.name) at d = \(d)")
            }
        }
    }
}

@Test("R beyond 1/2 is refused by the quantities of Lemmas B.4 (perturbed) and B.6, and by no others")
func smallPerturbation() throws {
    let refusing: Set = [
        "perturbed-flipped-neurons", "flipped-neurons-at-perturbation", "flipped-neurons-at-any-perturbation", "sign-change",
        "nearby-sign-change",
    ]
    let p = try Parameters(d: 4, m: 30, gamma: 0.1, c0: 1, radius: 0.6)
    for quantity in StandardQuantities.all {
        if refusing.contains(quantity.name) {
            #expect(throws: ParameterError(parameter: "radius", value: "0.6", allowed: "a number in [0, 1/2]")) { try quantity.check(p) }
        } else {
            #expect(throws: Never.self) { try quantity.check(p) }
        }
    }
}

@Test("what a trial attains is what the definition finds at its draft, whose moves lie in the ball", arguments: [1, 2, 3, 9])
func drafts(d: Int) throws {
    let custom = DirectionalDifference(direction: Array([0.3, -1, 0.7, 0.2].prefix(d)), delta: Array([0.1, 0.05, -0.1].prefix(d)))
    let bound = 0.5
    for quantity in StandardQuantities.all + [custom] where quantity.extremum != .event {
        let p = try Parameters(d: d, m: 60, gamma: 0.1, c0: 1.5, radius: 0.3)
        let definition = try #require(quantity.definition)
        let draws = draws(quantity, p)
        for trial: UInt64 in 0..<4 {
            let draft = try #require(quantity.drafts(of: draws.dense(trial), at: p, bound: bound).first)
            let sum = definition.sum(over: try draws.dense(trial), at: draft)
            let attained = try quantity.trial(draws, at: p, bound: bound).bracket(trial).attained
            let value = definition.value(sum, width: p.m)
            #expect(sum.count == definition.size(dimension: d))
            // A trial of a deviation ends where its certificate decides, a witness's search goes on.
            let difference = value - attained
            let goesFarther = ["flipped-projected-sum", "projected-gradient-change", "flipped-sum"].contains(quantity.name)
            #expect((goesFarther ? -difference : abs(difference)) <= 1e-9 * max(1, abs(attained)), "\(quantity.name) \(difference)")
            for move in draft.moved {
                let distance = WitnessGeometry.norm(zip(move.weights, move.initial).map { $0 - $1 })
                #expect(distance <= p.ballRadius * (1 + 1e-12), "\(quantity.name)")
            }
        }
    }
}

@Test("at W0 the gradient's definition gives its norm there, and a quantity of changes nothing")
func initialization() throws {
    let p = try Parameters(d: 6, m: 200, gamma: 0.1, c0: 1)
    let draws = draws(GradientNorm(), p)
    let values = try GradientNorm().values(draws, at: p)(0)
    let norm = try #require(GradientNorm().definition)
    #expect(abs(norm.value(norm.sum(over: try draws.dense(0)), width: p.m) - values[2]) <= 1e-12 * values[2])
    for definition in StandardQuantities.all.compactMap(\.definition) where !definition.countsUnmoved {
        #expect(try definition.sum(over: draws.dense(0)).allSatisfy { $0 == 0 })
    }
}

@Test("vectors that span a plane are taken in two dimensions whatever rounding does to them; impossible ones are refused")
func pairs() throws {
    let plane = try Parameters(d: 2, m: 30, gamma: 0.1, c0: 1, radius: 0.4)
    for k in 1...40 {
        let quantity = DirectionalDifference(direction: [0.3 / Double(k), 0.4 * Double(k)], delta: [0.1, 0.3 / Double(k)])
        try quantity.check(plane)
        #expect(try quantity.values(draws(quantity, plane), at: plane)(0)[0].isFinite)
    }
    let refused: [([Double], [Double], String)] = [
        ([0, 0], [], "direction"), ([1, 0, 0], [], "direction"), ([.nan], [], "direction"), ([1e200, 1e200], [], "direction"),
        ([1], [0.3, 0.3], "delta"), ([1], [.infinity], "delta"),
    ]
    for (direction, delta, name) in refused {
        let error = #expect(throws: ParameterError.self) { try DirectionalDifference(direction: direction, delta: delta).check(plane) }
        #expect(error?.parameter == name)
    }
}
