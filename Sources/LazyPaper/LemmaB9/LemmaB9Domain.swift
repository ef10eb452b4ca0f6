// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// The domains of the steps of Lemma B.9, as boxes and as a test of a point.
///
/// "The hypotheses" are read as all that the lemma and its proof name: m >= d^2.4, m >= 58, d >= log(4m/gamma)^2 (which implies
/// d >= log(4/gamma)^2). A proof under fewer of them says so.
enum LemmaB9Domain {
    static let hypotheses = "C0 > 0, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2 (which leaves d >= 198)"

    /// d from `least`, as coordinate d^{1/5}.
    static func root(from least: Double, to most: Double = .infinity) -> LogInterval { .fifthRoot("d^(1/5)", from: least, to: most) }

    /// m/d^2.4 >= 1.
    static let excess = LogInterval("m/d^2.4", from: 1, to: .infinity)
    /// log(4/gamma)/sqrt d in (0, 1]: all that the hypotheses leave, and more.
    static let share = LogInterval("log(4/gamma)/sqrt d", from: 0, to: 1)
    /// sqrt(log m)/d^{1/4} in (0, 1].
    static let widthShare = LogInterval("sqrt(log m)/d^(1/4)", from: 0, to: 1)
    static let smallC0 = LogInterval("C0", from: 0, to: 1)
    static let largeC0 = LogInterval("C0", from: 1, to: .infinity)

    /// d = r^5.
    static func dimension(_ r: RangeWithSlopes) -> RangeWithSlopes { r * r * r * r * r }

    /// d^2.4 = r^12.
    static func leastWidth(_ r: RangeWithSlopes) -> RangeWithSlopes {
        let square = r * r, fourth = square * square
        return fourth * fourth * fourth
    }

    /// sqrt d = r^{5/2}.
    static func rootDimension(_ r: RangeWithSlopes) -> RangeWithSlopes { .sqrt(dimension(r)) }

    /// d = r^5, m = d^2.4 excess, log(4/gamma) = share sqrt d; log m is m's own unless given.
    static func arguments(
        root r: RangeWithSlopes, excess: RangeWithSlopes, share: RangeWithSlopes, c0: RangeWithSlopes = .integer(1),
        logM: RangeWithSlopes? = nil
    ) -> StepArguments<RangeWithSlopes> {
        let m = leastWidth(r) * excess
        return StepArguments(
            d: dimension(r), m: m, logM: logM ?? .log(m), l: share * rootDimension(r), c0: c0, c1: .integer(1))
    }

    /// The paper's arguments at a point (d, m, gamma, C0), where the hypotheses certainly hold; nil elsewhere.
    static func point(_ x: [Ball], withinProof: Bool = true) -> StepArguments<Ball>? {
        let arguments = StepArguments(d: x[0], m: x[1], gamma: x[2], c0: x[3], c1: Ball(1))
        let bound = withinProof ? arguments.log4MOverGamma : arguments.l
        guard Ball.pow(x[0], .ratio(12, 5)).isCertainlyLessOrEqual(to: x[1]),
            !withinProof || Ball(58).isCertainlyLessOrEqual(to: x[1]),
            (bound * bound).isCertainlyLessOrEqual(to: x[0])
        else { return nil }
        return arguments
    }

    /// The counterexample search of a step under the hypotheses, over round numbers.
    static func search(_ sides: @escaping @Sendable (StepArguments<Ball>) -> Inequality<Ball>) -> @Sendable () -> Counterexample? {
        {
            CounterexampleSearch([
                ("d", ["200", "1000", "10000", "100000", "1000000"]),
                ("m", ["400000", "1000000", "100000000", "10000000000", "1000000000000", "1000000000000000"]),
                ("gamma", ["0.5", "0.1", "0.05", "0.01", "1e-6", "1e-12", "1e-30", "1e-100"]),
                ("C0", ["1", "0.5", "0.1", "2", "0.01", "10"]),
            ]) { x in point(x).map(sides) }.first()
        }
    }

    /// No d <= 197 meets the hypotheses: log(4m/gamma) > log 4 + max(log 58, 2.4 log d).
    static let leastDimension: CheckedLine = .integer(
        "the hypotheses leave d >= 198: (log 4 + max(log 58, 2.4 log d))^2 > d "
            + "for d = 1..197"
    ) {
        (1...197).allSatisfy { d in
            let width = Ball.max(.log(Ball(58)), .ratio(12, 5) * .log(Ball(d)))
            let least = Ball.log(Ball(4)) + width
            return Ball(d).isCertainlyLess(than: least * least)
        }
    }

    /// The paper's arguments as variables: d, m > 1, log(4/gamma) = l > 0, C0, C1 > 0.
    static var exact: StepArguments<ExactScalar> {
        let m = ExactScalar.aboveOne("m")
        return StepArguments(
            d: .aboveOne("d"), m: m, logM: .log(m), l: .positive("log(4/gamma)"), c0: .positive("C0"), c1: .positive("C1"))
    }
}
