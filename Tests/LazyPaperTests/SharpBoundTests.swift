// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Laws
import LazyPaper
import RealModule
import Support
import Testing
import Verifier

/// The bounds that are sharper than the paper's, against exact laws, brute force and draws: none of these uses the inequalities that they
/// are proved by.
@Suite struct SharpBoundTests {
    private static let exponents = [0.1, 0.7, 1, 3, 10, 100, 700]

    private static func arguments(d: Double = 2, m: Double, gamma: Double = 0.05, c0: Double) -> Arguments<Double> {
        Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: 1, radius: 0, epsilon: 0.5)
    }

    @Test("chi^2_n < n u has at most the probability e^-t, by the exact law", arguments: [1, 2, 3, 10, 783, 100_000])
    func chiSquare(n: Int) {
        for t in Self.exponents {
            let u = SharpB7.chiSquareShare(Double(n), t)
            let tail = ChiSquareTail.lower(n, Ball(n) * Ball(exactly: u))
            // exp(-1401) is 0: a bound all the same.
            #expect(u >= 0 && u < 1 && (u == 0 || tail.isCertainlyLessOrEqual(to: .exp(-Ball(exactly: t)))), "n = \(n), t = \(t)")
            // It is not given away either: at 1.3 times the exponent the bound is no longer one, where n is large.
            if n >= 783, t <= 10 { #expect(Ball.exp(Ball(exactly: -1.3 * t - 2.5)).isCertainlyLess(than: tail), "n = \(n), t = \(t)") }
        }
    }

    @Test("the normal quantile is above the true one, by at most 6 % where e^-l <= 1/20")
    func normalQuantile() {
        for k in 0...200 {
            let l = Double.exp(-8 + Double(k) / 200 * 14.5)
            let z = SharpB5.normalQuantile(l)
            #expect(NormalLaws.outside(Ball(exactly: z)).isCertainlyLessOrEqual(to: .exp(-Ball(exactly: l))), "l = \(l)")
            let nearer = NormalLaws.outside(Ball(exactly: z / 1.06))
            if l >= 3 { #expect(Ball.exp(-Ball(exactly: l)).isCertainlyLess(than: nearer), "l = \(l)") }
        }
    }

    @Test("the slab's probability is above the true one, by at most 8 %")
    func slab() {
        for k in 0...120 {
            let v = Double.exp(-20 + Double(k) / 4)
            let p = SharpB7.slabProbability(Self.arguments(m: 1, c0: v))
            let exact = NormalLaws.strip(Ball(exactly: v))
            // Where both are 1 to all digits no ball tells them apart.
            if v < 6 { #expect(exact.isCertainlyLessOrEqual(to: Ball(exactly: p)), "V = \(v)") }
            #expect(Ball(exactly: p / 1.08).isCertainlyLess(than: exact), "V = \(v)")
        }
    }

    @Test("the counts exceed their bounds with at most the probability e^-t, by exact binomial tails", arguments: [1, 7, 100, 10_000])
    func counts(m: Int) {
        for t in Self.exponents {
            for v in [0.001, 0.05, 0.4, 1, 3] {
                let p = Self.arguments(m: Double(m), c0: v * Double(m).squareRoot())
                let allowed = Ball.exp(-Ball(exactly: t)), inside = NormalLaws.strip(Ball(exactly: p.v))
                func fails(_ share: Double, _ mean: Ball) -> Ball {
                    CertifiedBinomialTail.exceeding(Ball(m) * Ball(exactly: share), trials: m, p: mean, q: Ball(1) - mean)
                }
                #expect(fails(SharpB7.slabShare(p, t), inside).isCertainlyLessOrEqual(to: allowed), "m = \(m), V = \(v), t = \(t)")
                let above = (Ball(1) + inside) / Ball(2)
                #expect(fails(SharpB7.movedShare(p, t), above).isCertainlyLessOrEqual(to: allowed), "m = \(m), V = \(v), t = \(t)")
                #expect(fails(SharpB5.halfFromAbove(p.m, t), .ratio(1, 2)).isCertainlyLessOrEqual(to: allowed), "m = \(m), t = \(t)")
            }
        }
    }

    /// The supremum over all 2^k subsets, by trying each.
    @Test("the rows that flip: no more than a share e^-t of draws goes beyond, all subsets tried", arguments: [(1, 8), (3, 8), (20, 6)])
    func flippedRows(n: Int, k: Int) {
        var words = SplitMix64(seed: 7)
        func normal() -> Double {
            (-2 * Double.log(words.openUniform())).squareRoot() * Double.cos(2 * .pi * words.openUniform())
        }
        let trials = 2000, t = 1.5
        // m = k rows, all of them in the slab.
        let bound = SharpB7.flippedRows(Self.arguments(d: Double(n + 1), m: Double(k), c0: 1), share: 1, t)
        var beyond = 0, mean = 0.0
        for _ in 0..<trials {
            let rows = (0..<k).map { _ in (0..<n).map { _ in normal() } }
            var largest = 0.0
            for subset in 0..<(1 << k) {
                var square = 0.0
                for i in 0..<n {
                    var sum = 0.0
                    for s in 0..<k where subset >> s & 1 == 1 { sum += rows[s][i] }
                    square += sum * sum
                }
                largest = max(largest, square)
            }
            let value = (largest / Double(k)).squareRoot()
            mean += value / Double(trials)
            if value > bound { beyond += 1 }
        }
        #expect(Double(beyond) <= Double.exp(-t) * Double(trials))
        #expect(mean < bound && bound < 2.6 * mean, "\(mean) \(bound)")
    }

    @Test("a row's move has the mean V/2: the average over many rows, for small and large V", arguments: [0.01, 0.3, 1, 4])
    func meanMove(v: Double) {
        var words = SplitMix64(seed: 11)
        let draws = 200_000
        var sum = 0.0
        for _ in 0..<draws {
            let g = (-2 * Double.log(words.openUniform())).squareRoot() * Double.cos(2 * .pi * words.openUniform())
            let plus = words.openUniform() < 0.5
            sum += plus ? max(0, g + v) - max(0, g) : max(0, g) - max(0, g - v)
        }
        // Five standard errors of variables in [0, V].
        #expect((sum / Double(draws) - v / 2).magnitude < 5 * v / 2 / Double(draws).squareRoot())
    }

    @Test("never worse than the paper's: B.5/1+ everywhere, B.7/1+ where the paper's is positive, B.7/h+ in the domain of B.7/h*")
    func neverWorse() {
        var compared = 0
        for d in [2.0, 25, 100, 784, 3072, 1e5, 1e8] {
            for m in [1.0, 3, 20, 100, 1e3, 1e4, 1e5, 1e7, 1e10, 1e15] {
                for gamma in [0.999, 0.5, 0.05, 1e-3, 1e-9, 1e-50, 1e-300] {
                    for c0 in [0, 1e-6, 0.1, 1, 3, 10, 100, 1e4] {
                        let p = Self.arguments(d: d, m: m, gamma: gamma, c0: c0)
                        let paper = LemmaB7.gradientNorm(p).value
                        #expect(SharpB5.functionValue(p).value <= LemmaB5.functionValue(p).value, "\(p)")
                        if paper > 0 {
                            compared += 1
                            #expect(SharpB7.gradientNorm(p).value >= paper + 0.5 * Double.log(8 / gamma).squareRoot(), "\(p)")
                        }
                        if LemmaB7.largeDimension(p).allSatisfy(\.holds) {
                            #expect(SharpB7.projectedGradientChange(p).value <= LemmaB7.projectedGradientChange(p).value, "\(p)")
                        }
                    }
                }
            }
        }
        #expect(compared > 300)
    }

    /// B.7/h at its witness once more: binomial weights by logarithms of factorials, the normal tail by its continued fraction.
    @Test("the counterexample to B.7/h, in plain Double")
    func witness() throws {
        let found = try #require(try finding("B.7/h").counterexample)
        let x = found.parameters.map { Double($0.value) ?? .nan }
        #expect(found.parameters.map(\.name) == ["d", "m", "gamma", "C0"] && x[0] == 2)
        let (m, gamma, c0) = (x[1], x[2], x[3])
        let share = (c0 + (Double.log(2 / gamma) / 2).squareRoot()) / m.squareRoot()
        let norm = 2 + 4 * (2 * (Double.log(4 * m) - Double.log(gamma))).squareRoot()
        let bound = c0 + (share * norm).squareRoot()
        let inside = Double.erf(c0 / m.squareRoot() / 2.0.squareRoot())
        var total = 0.0, choose = 1.0
        for k in 1...Int(m) {
            choose *= (m - Double(k) + 1) / Double(k)
            let z = bound * (m / Double(k)).squareRoot()
            var fraction = z
            for i in stride(from: 60, through: 1, by: -1) { fraction = z + Double(i) / fraction }
            let tail = (2 / Double.pi).squareRoot() * Double.exp(-z * z / 2) / fraction
            total += choose * Double.pow(inside, Double(k)) * Double.pow(1 - inside, m - Double(k)) * tail
        }
        #expect(total > 100 * gamma && (total / found.lhs - 1).magnitude < 1e-10, "\(total)")
    }

    @Test("draws obey what is sharper, and the repairs that have a right-hand side")
    func draws() async throws {
        var entries: [Plan.Entry] = []
        for id in ["B.5/1+", "B.7/1+", "B.7/h+", "B.7/f*", "B.4/2*"] {
            let claim = try #require(try claim(id).measured)
            for (d, m, c0) in [(3, 5, 0.5), (20, 200, 1.0), (60, 2000, 3.0)] {
                entries.append(.init(cell: try Cell(claim, try Parameters(d: d, m: m, gamma: 0.2, c0: c0)), trials: 400))
            }
        }
        let result = try await Engine(RunOptions()).run(Plan(entries: entries))
        for cell in result.cells { #expect(cell.verdict == .holds, "\(cell.claim) \(cell.place)") }
    }

    @Test("a repair is measured where it has a right-hand side on a quantity, and says so where it has none")
    func repairs() throws {
        let measured = LazyPaper.catalogue.all.flatMap(\.repairs).filter { $0.measured != nil }.map(\.id)
        #expect(Set(measured).isSuperset(of: ["B.4/2*", "B.4/4*", "B.4/4'*", "4.3/a*", "4.3/a**", "B.7/f*", "B.7/h*", "B.7/2*"]))
        for id in measured { #expect(try claim(id).allowedFailure == .gamma, "\(id)") }
        #expect(try claim("B.9/q*").measured == nil)
    }
}
