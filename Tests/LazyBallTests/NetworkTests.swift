// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

struct NetworkTests {
    /// One neuron by hand, and an activation at exactly 0, which is off.
    @Test func byHand() {
        let network = Network(dimension: 2, rows: [3, 4, 1, 0, 0, 2], signs: [-1, 1, 1])
        let root = Double.sqrt(3)
        #expect(network.value(at: [1, 0]) == (-3 + 1) / root)
        let gradient = network.gradient(at: [1, 0])
        #expect(abs(gradient[0] + 2 / root) < 1e-15 && abs(gradient[1] + 4 / root) < 1e-15)
        #expect(network.preactivation(2, at: [1, 0]) == 0)
        let wider = Network(width: 12, dimension: 2, rows: network.rows, signs: network.signs)
        #expect(abs(wider.value(at: [1, 0]) - network.value(at: [1, 0]) / 2) < 1e-15)
    }

    /// f is positively homogeneous of degree 1 in x and piecewise linear: <grad f(x), x> = f(x), and differences agree with the gradient.
    @Test func gradientAgreesWithDifferences() {
        var random = TestRandom(41)
        for _ in 0..<50 {
            let d = 1 + random.below(6)
            let network = Network(dimension: d, rows: random.normals(9 * d), signs: (0..<9).map { _ in random.sign() })
            let x = random.normals(d)
            let gradient = network.gradient(at: x)
            #expect(abs(inner(gradient, x) - network.value(at: x)) < 1e-13)
            for i in 0..<d {
                var (up, down) = (x, x)
                up[i] += 1e-7
                down[i] -= 1e-7
                #expect(abs((network.value(at: up) - network.value(at: down)) / 2e-7 - gradient[i]) < 1e-6)
            }
        }
    }

    @Test func distanceIsTheLargestRowsMove() {
        let start = Network(dimension: 2, rows: [0, 0, 1, 1], signs: [1, 1])
        let moved = Network(dimension: 2, rows: [0.3, 0.4, 1, 1.2], signs: [1, 1])
        #expect(abs(moved.distance(to: start) - 0.5) < 1e-15)
        #expect(moved.isWithin(0.5, of: start) && !moved.isWithin(0.49, of: start))
    }
}
