// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Foundation
import Testing

/// Conditions at points where both sides are round numbers, worked out by hand: they hold on one side of the boundary, fail on the other.
@Suite struct HypothesisTests {
    private func arguments(
        d: Double = 1, m: Double = 1, gamma: Double = 0.05, c1: Double = 1, radius: Double = 0
    ) -> Arguments<Double> {
        Arguments(d: d, m: m, gamma: gamma, c0: 1, c1: c1, radius: radius, epsilon: 0.1)
    }

    @Test("R <= 1/2, and R <= C1/sqrt d: 2/sqrt 25 = 0.4")
    func perturbations() {
        #expect(LemmaB4.smallPerturbation(arguments(radius: 0.5)).holds && !LemmaB4.smallPerturbation(arguments(radius: 0.51)).holds)
        #expect(LemmaB8.perturbationScale(arguments(d: 25, c1: 2, radius: 0.4)).holds)
        #expect(!LemmaB8.perturbationScale(arguments(d: 25, c1: 2, radius: 0.41)).holds)
    }

    @Test("B.8/j: log(m/gamma) log(1/gamma) = 5 * 2 at gamma = e^-2, m = e^3")
    func largeDimension() {
        func holds(_ d: Double) -> Bool { LemmaB8.largeDimension(arguments(d: d, m: exp(3), gamma: exp(-2))).holds }
        #expect(holds(10.01) && !holds(9.99))
    }

    @Test("B.9: 32^2.4 = 2^12, and log(4/gamma)^2 = 100 at gamma = 4 e^-10")
    func lemmaB9() {
        func failing(_ d: Double, _ m: Double, _ gamma: Double) -> [String] {
            LemmaB9.hypotheses(arguments(d: d, m: m, gamma: gamma)).filter { !$0.holds }.map(\.text)
        }
        #expect(failing(32, 4096, 0.05) == [] && failing(32, 4095, 0.05) == ["m >= d^2.4"])
        #expect(failing(100.01, 1e9, 4 * exp(-10)) == [] && failing(99.99, 1e9, 4 * exp(-10)) == ["d >= log(4/gamma)^2"])
    }

    /// The second: 1000 log(24000/(4 e^-3))/3000 = (log 6000 + 3)/3 = 3.8998.
    @Test("B.7/2 at C = 1000: 1000 log(4/gamma) = 3000 at gamma = 4 e^-3, and d >= 3.8998 there")
    func lemmaB7() {
        func holds(_ d: Double, _ m: Double) -> [Bool] { LemmaB7.largeWidth(arguments(d: d, m: m, gamma: 4 * exp(-3))).map(\.holds) }
        #expect(holds(4, 3001) == [true, true] && holds(4, 2999)[0] == false)
        #expect(holds(3.89, 3000)[1] == false && holds(3.91, 3000)[1] == true)
    }
}
