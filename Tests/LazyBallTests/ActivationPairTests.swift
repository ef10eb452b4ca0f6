// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// Whether a weight can disagree with itself between x and x + delta, against the definition over all of its disc.
struct ActivationPairTests {
    static func disagrees(_ w: (Double, Double), _ y: (Double, Double)) -> Bool { (w.0 > 0) != (w.0 * y.0 + w.1 * y.1 > 0) }

    /// In exact arithmetic: weights on a grid of eighths, V too, moves on a grid of sixteenths; x + delta orthogonal to x, opposite to it,
    /// parallel to it, 0.
    @Test(arguments: [(0.0, 1.0), (0.0, -2.0), (-1.0, 0.0), (-0.25, 0.0), (1.5, 0.0), (1.0, 0.0), (0.0, 0.0)])
    func exactly(_ y: (Double, Double)) {
        for v in stride(from: 0, through: 0.375, by: 0.125) {
            let pair = ActivationPair(delta: (y.0 - 1, y.1), radius: v)
            for g in stride(from: -0.5, through: 0.5, by: 0.125) {
                for h in stride(from: -0.5, through: 0.5, by: 0.125) {
                    var found = false
                    for i in stride(from: -v, through: v, by: 0.0625) {
                        for j in stride(from: -v, through: v, by: 0.0625) where i * i + j * j <= v * v {
                            if Self.disagrees((g + i, h + j), y) { found = true }
                        }
                    }
                    #expect(pair.canDisagree(g, h) == found, "(\(g), \(h)), V = \(v)")
                    if v == 0 { #expect(found == Self.disagrees((g, h), y)) }
                }
            }
        }
    }

    /// At any angle: moves across the two lines, by V and by less, and random ones.
    @Test func atAnyAngle() {
        var random = TestRandom(84)
        var (yes, no) = (0, 0)
        for trial in 0..<3000 {
            let angle = random.uniform(-Double.pi, Double.pi)
            let u = (Double.cos(angle), Double.sin(angle))
            let v = trial % 5 == 0 ? 0 : random.uniform(0.01, 1)
            let (g, h) = (random.normal(), random.normal())
            let pair = ActivationPair(delta: (2 * u.0 - 1, 2 * u.1), radius: v)
            let k = u.0 * g + u.1 * h
            if min(abs(abs(g) - v), abs(abs(k) - v), abs(k)) < 1e-12 { continue }
            var found = Self.disagrees((g, h), u)
            for n in [(1.0, 0.0), (-1.0, 0.0), u, (-u.0, -u.1)] {
                // A wedge may be thin: the step that ends just behind the line is the one that is in it.
                let across = abs(n.0 * g + n.1 * h)
                for step in [v, across + 1e-13, across * (1 + 1e-9)] where step <= v {
                    found = found || Self.disagrees((g + step * n.0, h + step * n.1), u)
                }
            }
            for _ in 0..<50 {
                let (turn, size) = (random.uniform(0, 2 * Double.pi), v * random.uniform().squareRoot())
                let moved = (g + size * Double.cos(turn), h + size * Double.sin(turn))
                #expect(!Self.disagrees(moved, u) || pair.canDisagree(g, h))
            }
            #expect(pair.canDisagree(g, h) == found, "(\(g), \(h)), V = \(v), angle \(angle)")
            if found { yes += 1 } else { no += 1 }
        }
        #expect(yes > 500 && no > 500)
    }
}
