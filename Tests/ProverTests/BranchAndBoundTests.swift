// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Laws
import RealModule
import Support
import Testing

@testable import Prover

extension SplitMix64 {
    fileprivate mutating func real(_ a: Double, _ b: Double) -> Double { a + (b - a) * uniform() }
}

/// Formulas of three positive parameters, with every operation of the protocol.
private protocol TestFormula {
    static func value<S: BoundScalar>(_ x: [S]) -> S
}

private enum Sums: TestFormula {
    static func value<S: BoundScalar>(_ x: [S]) -> S {
        .sqrt(x[0] + .integer(4) * .sqrt(x[0] * x[1])) + .pow(x[2], .ratio(-4, 7)) * x[1] / (x[0] + .ratio(1, 3))
    }
}

private enum Logs: TestFormula {
    static func value<S: BoundScalar>(_ x: [S]) -> S {
        .log(.integer(2) + x[0] * x[1]) / .exp(x[2] / .integer(8)) + .fourthRoot(.log(.integer(5) + x[1]) / x[0])
    }
}

private enum Extremes: TestFormula {
    static func value<S: BoundScalar>(_ x: [S]) -> S {
        .max(.integer(1), x[0]) * .min(x[1], x[2] * x[2]) + .max(x[1], .sqrt(x[2]))
    }
}

private enum Differences: TestFormula {
    static func value<S: BoundScalar>(_ x: [S]) -> S {
        (.integer(9) + x[0] - .ratio(1, 2) / (.integer(1) + x[1])) * (.exp(x[2]) - .ratio(99, 100))
    }
}

@Suite struct BranchAndBoundTests {
    /// Values and slopes at random members of random boxes lie in the ranges; slopes by a central difference at 400 bits.
    @Test func rangesHoldTheValuesAndSlopesOfTheirMembers() {
        var stream = SplitMix64(seed: 7)
        for _ in 0..<60 {
            holds(Sums.self, &stream)
            holds(Logs.self, &stream)
            holds(Extremes.self, &stream)
            holds(Differences.self, &stream)
        }
    }

    private func holds<F: TestFormula>(_ formula: F.Type, _ stream: inout SplitMix64) {
        let lower = (0..<3).map { _ in stream.real(-3, 3) }
        let box = LogBox(
            (0..<3).map { i in
                LogInterval("x\(i)", logLower: lower[i], logUpper: stream.uniform() < 0.2 ? .infinity : lower[i] + stream.real(0, 2))
            })
        let range = F.value(box.trends)
        let point = box.intervals.map { stream.real($0.lower, $0.upper.isFinite ? $0.upper : $0.lower + 5) }
        Ball.withPrecision(400) {
            let value = F.value(point.map { Ball.exp(Ball(exactly: $0)) })
            #expect(isMember(value, range.value), "\(F.self) at \(point) in \(box)")
            let step = Ball.pow(Ball(2), Ball(-80))
            for i in 0..<3 {
                let sides = [step, -step].map { h in
                    Ball.log(F.value(point.enumerated().map { j, x in .exp(Ball(exactly: x) + (i == j ? h : Ball(0))) }))
                }
                let slope = (sides[0] - sides[1]) / (Ball(2) * step)
                // A kink of max or min within the step has probability below 2^-70 a draw.
                #expect(isMember(slope, range.slope(i), slack: 1e-20), "\(F.self) slope \(i) at \(point) in \(box)")
            }
        }
    }

    private func isMember(_ x: Ball, _ span: ExtendedInterval, slack: Double = 0) -> Bool {
        let slack = Ball(exactly: slack) + Ball.abs(x) / .pow(Ball(2), Ball(70))
        let above = span.lower.map { ($0 - slack).isCertainlyLessOrEqual(to: x) } ?? true
        let below = span.upper.map { x.isCertainlyLessOrEqual(to: $0 + slack) } ?? true
        return x.isFinite && above && below
    }

    private func decide(_ intervals: LogInterval..., sides: ([RangeWithSlopes]) -> Inequality<RangeWithSlopes>) -> BranchAndBound.Outcome {
        var engine = BranchAndBound()
        engine.maxBoxes = 3000
        return engine.prove(on: LogBox(intervals), sides)
    }

    /// sqrt m >= c d log(md) on d >= 1, m >= d^2.4 >= 58 holds for c <= e/17 = 0.159899 and for no larger c.
    @Test func sharpConstantIsTold() {
        func outcome(_ c: RangeWithSlopes) -> BranchAndBound.Outcome {
            decide(.fifthRoot("r", from: 5.5, to: .infinity), LogInterval("excess", from: 1, to: .infinity)) { x in
                let d = x[0] * x[0] * x[0] * x[0] * x[0]
                let m = d * d * x[0] * x[0] * x[1]
                return Inequality(c * d * (.log(m) + .log(d)), atMost: .sqrt(m))
            }
        }
        #expect(outcome(.ratio(15_989, 100_000)).isProved)
        #expect(!outcome(.ratio(15_990, 100_000)).isProved)
        #expect(!outcome(.ratio(16, 100)).isProved)
    }

    @Test func unboundedBoxesAreDecided() {
        // log x <= x^{1/5}: false between e^1.3 and e^12.7, true beyond.
        func power(from: Double) -> BranchAndBound.Outcome {
            decide(LogInterval("x", logLower: from, logUpper: .infinity)) { x in Inequality(.log(x[0]), atMost: .pow(x[0], .ratio(1, 5))) }
        }
        #expect(power(from: 12.8).isProved)
        #expect(!power(from: 12.6).isProved)
        #expect(!power(from: 0).isProved)
        // A quotient that tends to 1 from below is not proved to stay under a half.
        let tends = decide(LogInterval("x", from: 1, to: .infinity)) { x in Inequality(x[0], atMost: (x[0] + .integer(1)) * .ratio(1, 2)) }
        #expect(!tends.isProved)
        // Towards 0 as well.
        let small = decide(LogInterval("x", from: 0, to: 1)) { x in Inequality(x[0] * .log(.integer(3) / x[0]), atMost: .ratio(11, 10)) }
        #expect(small.isProved)
    }

    @Test func equalityAtACornerIsDecidedExactly() {
        func corner(_ right: Int) -> BranchAndBound.Outcome {
            decide(LogInterval("x", from: 0, to: 1)) { x in Inequality(.integer(8) + .integer(3) * x[0], atMost: .integer(right)) }
        }
        #expect(corner(11).isProved)
        #expect(!corner(10).isProved)
        let touching = decide(LogInterval("x", from: 1, to: .infinity), LogInterval("y", from: 1, to: .infinity)) { x in
            Inequality(.integer(1), atMost: .sqrt(x[0] * x[1]))
        }
        #expect(touching.isProved)
    }

    /// Maxima inside a box: random quadratic exponents, against a dense grid.
    @Test func interiorMaximaAreNotMissed() {
        var stream = SplitMix64(seed: 11)
        for _ in 0..<20 {
            // x^a / (1 + x^2)^b, a < 2b, has its maximum at x^2 = a/(2b - a).
            let a = 1 + Int(stream.uniform() * 3), b = a + Int(stream.uniform() * 3)
            let s = Double(a) / Double(2 * b - a)
            let top = Double.pow(s, Double(a) / 2) / Double.pow(1 + s, Double(b))
            for (factor, proved) in [(1.001, true), (0.999, false)] {
                let outcome = decide(LogInterval("x", from: 0, to: .infinity)) { x in
                    let left: RangeWithSlopes = .pow(x[0], .integer(a)) / .pow(.integer(1) + x[0] * x[0], .integer(b))
                    return Inequality(left, atMost: RangeWithSlopes(constant: Ball(exactly: factor * top)))
                }
                #expect(outcome.isProved == proved, "a = \(a), b = \(b), factor \(factor)")
            }
        }
    }

    /// min(x^a, x^-b) is 1 at x = 1 and less elsewhere. The boxes reach far to one side of 1, so that their centres are far below, and the
    /// slope that leads from there to 1 is the steeper one or the flatter one.
    @Test func kinksAreNotMissed() {
        for (low, high) in [(-1.8, 0.2), (-0.2, 1.8), (-7.5, 0.5), (-0.5, 7.5)] {
            for (a, b) in [(1, 1), (4, 1), (1, 4)] {
                for (bound, proved) in [(99, false), (101, true)] {
                    let outcome = decide(LogInterval("x", logLower: low, logUpper: high)) { x in
                        Inequality(.min(.pow(x[0], .ratio(a, 2)), .pow(x[0], .ratio(-b, 2))), atMost: .ratio(bound, 100))
                    }
                    #expect(outcome.isProved == proved, "x^(\(a)/2), x^-(\(b)/2), \(bound)/100 on \(low), \(high)")
                }
            }
        }
    }

    /// x 4/x is 4; its range by the factors' ranges is [1, 16].
    @Test func aRangeThatIsTooWideRefutesNothing() {
        func outcome(_ left: Int) -> BranchAndBound.Outcome {
            decide(LogInterval("x", from: 1, to: 4)) { x in Inequality(.integer(left), atMost: x[0] * (.integer(4) / x[0])) }
        }
        #expect(outcome(2).isProved && outcome(3).isProved && !outcome(5).isProved)
    }

    @Test func anUndefinedFormulaProvesNothing() {
        // log x is not known to be positive on [1/2, 2]; 1 - x is negative beyond 1.
        let log = decide(LogInterval("x", from: 0.5, to: 2)) { x in Inequality(.log(x[0]), atMost: .integer(5)) }
        let difference = decide(LogInterval("x", from: 0.5, to: 2)) { x in Inequality(.integer(1) - x[0], atMost: .integer(5)) }
        #expect(!log.isProved && !difference.isProved)
    }
}
