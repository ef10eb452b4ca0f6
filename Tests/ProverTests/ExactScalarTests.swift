// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Laws
import Support
import Testing

@testable import Prover

/// Exact algebra against balls at random points, and against what is plainly false.
@Suite struct ExactScalarTests {
    private typealias Exact = ExactScalar

    private static let x = Exact.positive("x"), y = Exact.positive("y"), z = Exact.real("z"), n = Exact.nonnegative("n")
    private static let m = Exact.atLeastOne("m"), g = Exact.aboveOne("g")

    private func isEqual(_ a: Exact, _ b: Exact) -> Bool { (a - b).isDefined && (a - b).isZero }

    @Test func identities() {
        let (x, y, z, m, g) = (Self.x, Self.y, Self.z, Self.m, Self.g)
        #expect(isEqual((x + z) * (x - z), x * x - z * z))
        #expect(isEqual(.sqrt(x * y) * .sqrt(x / y), x))
        #expect(isEqual(.sqrt(x + y) * .sqrt(x + y), x + y))
        #expect(isEqual(.sqrt(.integer(18)), .integer(3) * .sqrt(.integer(2))))
        #expect(isEqual(.integer(1) / (.sqrt(.integer(2)) - .integer(1)), .integer(1) + .sqrt(.integer(2))))
        #expect(isEqual(.log(.integer(4) * m * g), .integer(2) * .log(.integer(2)) + .log(m) + .log(g)))
        #expect(isEqual(.log(.sqrt(x) / y), .ratio(1, 2) * .log(x) - .log(y)))
        #expect(isEqual(.sqrt(x * x + x * y), .sqrt(x) * .sqrt(x + y)))
        #expect(isEqual(x / (x + y) + y / (x + y), .integer(1)))
        #expect(isEqual(.integer(1) / x - .integer(1) / (x + y), y / (x * (x + y))))
        #expect(isEqual(.integer(1) / (.integer(1) - x / (x + y)), (x + y) / y) && isEqual(.log(y / (x + y)), .log(y) - .log(x + y)))
        #expect(isEqual(.exp(z + .log(x)), x * .exp(z)))
        #expect(isEqual(.pow(x * y, .ratio(4, 7)) * .pow(x * y, .ratio(3, 7)), x * y))
        #expect(isEqual(.sqrt(.integer(2) * x + .integer(2) * y), .sqrt(.integer(2)) * .sqrt(x + y)))
        #expect(isEqual(.max(x, y) + .min(x, y), x + y) && isEqual(.max(.integer(1), m + .integer(1)), m + .integer(1)))
        #expect(isEqual(.fourthRoot(.integer(4) * .log(m)), .sqrt(.integer(2)) * .fourthRoot(.log(m))))
    }

    @Test func falseIdentities() {
        let (x, y, z, m, g) = (Self.x, Self.y, Self.z, Self.m, Self.g)
        #expect(!isEqual((x + y) * (x + y), x * x + y * y))
        #expect(!isEqual(.sqrt(x * y), x * y) && !isEqual(.sqrt(x + y), .sqrt(x) + .sqrt(y)))
        #expect(!isEqual(.log(.integer(4) * m / g), .log(.integer(4)) + .log(m) + .log(g)))
        #expect(!isEqual(.log(x + y), .log(x) + .log(y)) && !isEqual(.log(.integer(4)), .log(.integer(2))))
        #expect(!isEqual(.exp(z), .exp(x)) && !isEqual(.exp(.integer(2) * z), .integer(2) * .exp(z)))
        #expect(!isEqual(.sqrt(.integer(8)), .sqrt(.integer(2))) && !isEqual(.fourthRoot(.integer(2)), .sqrt(.integer(2))))
        #expect(!isEqual(.integer(1) / (x + y), .integer(1) / x + .integer(1) / y))
        #expect(!isEqual(.max(x, y), x) && !isEqual(.pow(x, .ratio(4, 7)), .pow(x, .ratio(3, 7))))
    }

    /// What needs a sign that is not known is undefined, and what is undefined is equal to nothing, itself included.
    @Test func signs() {
        let (x, y, z, n) = (Self.x, Self.y, Self.z, Self.n)
        for undefined in [
            Exact.sqrt(z), .sqrt(z * z), .log(z), .log(n), .integer(1) / z, .integer(1) / n, .sqrt(x - y), .log(x - y),
            .integer(1) / (x - y), .sqrt(.log(x)), .sqrt(-x), .pow(x, y), .sqrt(.integer(1) - .sqrt(.integer(2))),
            .integer(1) / .integer(0),
            .integer(1) / (x - x), .log(x - x), .pow(z, .ratio(1, 3)),
        ] {
            #expect(!undefined.isDefined && !isEqual(undefined, undefined) && !(undefined - undefined).isZero && !undefined.isNonnegative)
        }
        #expect(Exact.sqrt(n).isDefined && Exact.sqrt(.log(Self.m)).isDefined && (Exact.integer(1) / .log(Self.g)).isDefined)
        #expect(!(Exact.integer(1) / .log(Self.m)).isDefined, "log m may be 0")
        #expect((x + y).isPositive && (n + x).isPositive && n.isNonnegative && !n.isPositive && !(x - y).isNonnegative)
        #expect((z * z + x).isPositive && !(z + x).isNonnegative && (Exact.integer(2) - .sqrt(.integer(2))).isPositive)
        #expect(
            Exact.assuming(positive: [x - y]) { (Exact.sqrt(.integer(3) * x - .integer(3) * y)).isDefined && (x * x - x * y).isPositive })
        #expect(!Exact.assuming(positive: [x - y]) { (y - x).isNonnegative || (x + y - .integer(3)).isNonnegative })
    }

    @Test func numbersBeyondItsRangeAreUndefined() {
        let large = Exact.integer(Int.max)
        for undefined in [
            large * large, large + large, .integer(Int.min), .ratio(1, Int.max) * .ratio(1, Int.max), .sqrt(large) * large * large,
        ] {
            #expect(!undefined.isDefined && !isEqual(undefined, undefined))
        }
        #expect(ExactRational(6, -4) == ExactRational(-3, 2) && ExactRational(-3, 2).floor == -2 && ExactRational(3, 2).floor == 1)
        #expect(ExactRational(360, 7).primes == [2: 3, 3: 2, 5: 1, 7: -1] && !ExactRational(1, 0).isDefined)
    }

    @Test func nonnegativeQuantities() {
        let (x, y, z) = (Self.x, Self.y, Self.z)
        #expect(!NonnegativeQuantity(x - y).value.isDefined && !NonnegativeQuantity(z).value.isDefined)
        #expect(!NonnegativeQuantity.logarithmGap(z).value.isDefined && NonnegativeQuantity.logarithmGap(x / y).value.isDefined)
        func shown(_ line: CheckedLine) -> Bool { line.evidence.standing == .shown }
        #expect(
            shown(
                .certified("2 sqrt(xy) <= x + y") { (Inequality(.integer(2) * .sqrt(x * y), atMost: x + y), .square(.sqrt(x) - .sqrt(y))) })
        )
        #expect(
            !shown(
                .certified("x + y <= 2 sqrt(xy)") { (Inequality(x + y, atMost: .integer(2) * .sqrt(x * y)), .square(.sqrt(x) - .sqrt(y))) })
        )
        #expect(!shown(.certified("x <= y") { (Inequality(x, atMost: y), NonnegativeQuantity(y - x)) }))
        #expect(
            !shown(
                .certified("3 sqrt(xy) <= x + y") { (Inequality(.integer(3) * .sqrt(x * y), atMost: x + y), .square(.sqrt(x) - .sqrt(y))) })
        )
        #expect(!shown(.identity("x = y") { (x, y) }) && !shown(.identity("sqrt z = sqrt z") { (.sqrt(z), .sqrt(z)) }))
        #expect(
            shown(.identity("x = x") { (x, x) }) && !shown(.identity("x = x + 10^-18") { (x, x + .ratio(1, 1_000_000_000_000_000_000)) }))
    }

    /// The formulas of Bounds as expressions, valued at random points, against the same formulas in balls.
    @Test func formulasAgainstBalls() {
        var numbers = SplitMix64(seed: 7)
        func between(_ a: Double, _ b: Double) -> Ball { .exp(Ball(exactly: a + (b - a) * numbers.uniform())) }
        let exact = Arguments<Exact>(
            d: .aboveOne("d"), m: .aboveOne("m"), gamma: .integer(1) / .aboveOne("G"), c0: .positive("C0"), c1: .positive("C1"),
            radius: .positive("R"), epsilon: .positive("eps"))
        let steps = StepArguments<Exact>(
            d: .aboveOne("d"), m: .aboveOne("m"), logM: .log(.aboveOne("m")), l: .positive("l"), c0: .positive("C0"), c1: .positive("C1"))
        for _ in 0..<40 {
            let values = [
                "d": between(6, 20), "m": between(8, 30), "G": between(0.1, 20), "C0": between(-5, 5), "C1": between(-5, 5),
                "R": between(-9, -1),
                "l": between(0.4, 4), "eps": between(-9, -1),
            ]
            func at(_ name: String) -> Ball { values[name] ?? Ball(0) }
            let p = Arguments<Ball>(
                d: at("d"), m: at("m"), gamma: Ball(1) / at("G"), c0: at("C0"), c1: at("C1"), radius: at("R"), epsilon: at("eps"))
            let s = StepArguments<Ball>(d: p.d, m: p.m, logM: .log(p.m), l: at("l"), c0: p.c0, c1: p.c1)
            let pairs: [(Exact, Ball)] = [
                (LemmaB5.functionValue(exact).value, LemmaB5.functionValue(p).value),
                (LemmaB7.flippedSum(exact).value, LemmaB7.flippedSum(p).value),
                (LemmaB8.directionalDifferenceAsProved(exact).value, LemmaB8.directionalDifferenceAsProved(p).value),
                (LemmaB9.gradientDifference(exact).value, LemmaB9.gradientDifference(p).value),
                (StepsB9.j(steps).lhs, StepsB9.j(s).lhs), (StepsB9.h(steps).lhs, StepsB9.h(s).lhs),
                (StepsB9.o(steps).lhs, StepsB9.o(s).lhs), (StepsB9.p(steps).rhs, StepsB9.p(s).rhs),
                (StepsB8.eWithShare(d: exact.d, radius: exact.radius).lhs, StepsB8.eWithShare(d: p.d, radius: p.radius).lhs),
                (StepsB8.c(q: 3, d: exact.d, radius: exact.radius).rhs, StepsB8.c(q: 3, d: p.d, radius: p.radius).rhs),
            ]
            for (expression, ball) in pairs {
                let value = expression.value(at: values)
                #expect(expression.isDefined && value.isFinite && value.overlaps(ball) && value.accuracyBits > 20)
            }
        }
    }
}
