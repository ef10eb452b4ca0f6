// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import RealModule
import Testing

/// A fixed stream of test numbers (SplitMix64).
struct Stream {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Positive, of magnitude 10^-k ... 10^k.
    mutating func positive(decades k: Double) -> Double { Double.exp10(k * (2 * uniform() - 1)) }
}

@Suite struct BallTests {
    /// Double's value of an operation is within its rounding error of the enclosure of the exact value.
    private func agrees(_ x: Double, _ ball: Ball, ulps: Double = 2) -> Bool {
        let slack = ulps * x.ulp
        return ball.isFinite && ball.lower <= x + slack && ball.upper >= x - slack
    }

    @Test func arithmeticEnclosesWhatDoubleRounds() {
        var stream = Stream(state: 1)
        for _ in 0..<2000 {
            let a = stream.positive(decades: 30), b = stream.positive(decades: 30)
            let x = Ball(exactly: a), y = Ball(exactly: b)
            #expect(agrees(a + b, x + y))
            #expect(agrees(a - b, x - y))
            #expect(agrees(a * b, x * y))
            #expect(agrees(a / b, x / y))
            #expect(agrees(-a, -x))
            #expect(agrees(a.squareRoot(), .sqrt(x)))
            #expect(agrees(Double.log(a), .log(x)))
            #expect(agrees(Double.max(a, b), .max(x, y)))
            #expect(agrees(Double.min(a, b), .min(x, y)))
            let t = stream.positive(decades: 1), s = stream.positive(decades: 1)
            #expect(agrees(Double.exp(t), .exp(Ball(exactly: t))))
            #expect(agrees(Double.pow(t, s), .pow(Ball(exactly: t), Ball(exactly: s))))
        }
    }

    /// The inclusion property: f(member) lies in f(ball).
    @Test func wideBallsContainTheImagesOfTheirMembers() {
        var stream = Stream(state: 2)
        for _ in 0..<1000 {
            let lower = stream.positive(decades: 3), upper = lower * (1 + 3 * stream.uniform())
            let inside = lower + (upper - lower) * stream.uniform()
            let box = Ball(lower: lower, upper: upper), point = Ball(exactly: inside)
            #expect(box.contains(point))
            let functions: [(Ball) -> Ball] = [
                Ball.sqrt, Ball.log, { Ball.exp(-$0) }, Ball.log1p, Ball.erfc, Ball.atan, Ball.sin, Ball.cos, Ball.logGamma,
                { .ratio(1, 3) / $0 }, { .pow($0, .ratio(-4, 7)) }, { $0 * $0 - $0 },
            ]
            for f in functions { #expect(f(box).contains(f(point))) }
        }
    }

    @Test func outsideTheDomainNothingIsDecided() {
        let cases = [
            Ball.sqrt(Ball(-1)), Ball.log(Ball(0)), Ball(1) / Ball(lower: -1, upper: 1), Ball(exactly: .nan), Ball(lower: 2, upper: 1),
        ]
        for ball in cases {
            #expect(!ball.isFinite)
            #expect(ball.isLess(than: Ball(0)) == nil && Ball(0).isLess(than: ball) == nil)
            #expect(ball.lower == -.infinity && ball.upper == .infinity)
        }
    }

    @Test func comparisonsHaveThreeAnswers() {
        let third = Ball.ratio(1, 3)
        #expect(third.isLess(than: .ratio(1, 2)) == true)
        #expect(Ball.ratio(1, 2).isLess(than: third) == false)
        #expect(third.isLess(than: .ratio(1, 3)) == nil)
        #expect(Ball(2).isLess(than: Ball(2)) == false && Ball(2).isLessOrEqual(to: Ball(2)) == true)
    }

    @Test func precisionIsRaisedUntilTheAnswerIsKnown() {
        // e^{pi sqrt 163} lies 7.5e-13 below 262537412640768744: 64 bits leave it open.
        let question = { Ball.exp(.pi * .sqrt(Ball(163))).isLess(than: Ball(262_537_412_640_768_744)) }
        #expect(Ball.withPrecision(64, question) == nil)
        #expect(Ball.decide(question) == true)
        // sqrt 2 sqrt 3 = sqrt 6 is beyond any precision.
        #expect(Ball.decide(upTo: 512) { (Ball.sqrt(Ball(2)) * .sqrt(Ball(3))).isLess(than: .sqrt(Ball(6))) } == nil)
        let value = Ball.refined(toBits: 200) { .exp(Ball(1)) - .exp(Ball(1)) * (Ball(1) - .exp(Ball(-300))) }
        #expect(value.accuracyBits >= 200)
    }

    @Test func endsAreRoundedOutward() {
        let tenth = Ball.ratio(1, 10)
        #expect(tenth.lower == 0.1.nextDown && tenth.upper == 0.1)
        let tiny = Ball.exp(Ball(-100_000))
        #expect(tiny.lower == 0 && tiny.upper == .leastNonzeroMagnitude)
        #expect(Ball.exp(Ball(100_000)).lower == .greatestFiniteMagnitude)
        #expect(Ball(lower: 1, upper: 3).lower <= 1 && Ball(lower: 1, upper: 3).upper >= 3)
        #expect(Ball(lower: 1, upper: 3).radius >= 1)
    }

    @Test func decimalTextIsDirected() throws {
        var stream = Stream(state: 3)
        for _ in 0..<300 {
            let sign = stream.uniform() < 0.5 ? -1.0 : 1.0
            let x = Ball(exactly: sign * stream.positive(decades: 20)) / Ball(3)
            for digits in [1, 2, 5, 17] {
                let lower = try #require(Ball(x.lowerText(digits: digits))), upper = try #require(Ball(x.upperText(digits: digits)))
                #expect(!x.isCertainlyLess(than: lower) && !upper.isCertainlyLess(than: x))
                #expect(!upper.isCertainlyLess(than: lower))
            }
        }
        #expect(Ball("abc") == nil)
        #expect(Ball(7).lowerText() == "7.0000000000000000" && Ball(7).description == "7.0000000000000000")
        #expect(Ball.ratio(1, 3).lowerText(digits: 3).hasPrefix("0.333"))
    }

    @Test func floorAndCeilingCoverEveryCandidate() {
        #expect(Ball.floor(.ratio(7, 2)).lower == 3 && Ball.ceil(.ratio(7, 2)).upper == 4)
        let open = Ball.floor(Ball(lower: 1.5, upper: 2.5))
        #expect(open.contains(1) && open.contains(2))
    }

    @Test func precisionIsCarried() {
        let x = Ball.withPrecision(300) { Ball.ratio(1, 3) }
        #expect((x + Ball(1)).workingPrecision == 300 && Ball.ratio(1, 3).workingPrecision == 128)
        #expect(x.atPrecision(20).contains(x) && x.atPrecision(20).accuracyBits < 25)
    }

    /// Every handle that a synchronous computation makes is freed when its values are gone; `make leaks` looks inside Arb too.
    @Test func everyHandleIsFreed() {
        let before = Ball.liveOnThisThread
        var sum = Ball(0)
        for k in 1...50 {
            let x = Ball.ratio(k, 7)
            sum = sum + .regularizedGammaQ(x, x) + .erfc(x) + .max(x, sum) + .floor(x)
            sum = sum + Ball.integral(from: Ball(0), to: x) { z, analytic in .sqrt(z, analytic: analytic) * .exp(-z) }
            _ = Ball.decide(upTo: 256) { x.isLess(than: .pi * .pi) }
            _ = Ball("not a number")
        }
        #expect(sum.isFinite && Ball.liveOnThisThread > before)
        sum = Ball(0)
        #expect(Ball.liveOnThisThread <= before + 1)
    }
}
