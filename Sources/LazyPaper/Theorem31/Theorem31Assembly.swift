// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// 3.1/d: along m = d^2.4 the explicit bounds certify a flip from some d on; see ``Assembly`` for the condition.
enum Theorem31Assembly {
    /// gamma = 1/20, split over the three lemmas: each has gamma/3 = 1/60.
    private static let third = 60
    private static let c1 = 60

    static let step = CheckedArgument(
        proof: holdsFrom + [
            .number("no C1 does at d = 9 10^23: the largest C1 (G - D(C1)) is (4 (G - b)/(5 a))^4 (G - b)/5, D = a C1^{1/4} + b") {
                let d = Ball(9) * .pow(Ball(10), Ball(23))
                let p = arguments(d)
                let terms = LemmaB9.gradientDifference(p).terms
                let a = terms[0].value / .fourthRoot(Ball(c1))
                let left = LemmaB7.gradientNorm(p).value - terms[1].value - terms[2].value
                let best = .pow(Ball(4) * left / (Ball(5) * a), Ball(4)) * left / Ball(5)
                return best.isLess(than: Ball(2) * LemmaB5.functionValue(p).value * .sqrt(d))
            }
        ],
        method: "branch and bound, unbounded box",
        note: "Certified for every d >= 1e24 within ||delta|| <= 60/sqrt d, and for no d <= 9e23 that was tried; other widths in "
            + "the frontier. The bounds' own verdicts are their rows'.")

    /// The condition for every d >= 10^24.
    static let holdsFrom: [CheckedLine] = [
        .identity(
            "the condition over C1 sqrt d, term by term, is lhs <= rhs of the form used below; given that the two radicands of its rhs are "
                + "positive, as below", given: { [active(exact), norm(exact)] }
        ) {
            let p = arguments(exact)
            let room = LemmaB7.gradientNorm(p).value - LemmaB9.gradientDifference(p).value
            let reduced = condition(exact)
            let needed = .integer(2) * LemmaB5.functionValue(p).value / .integer(c1)
            return (room / .sqrt(exact) - needed, reduced.rhs - reduced.lhs)
        },
        .everywhere("holds for every d >= 10^24 with C1 = 60", LogBox(LogInterval("d", from: 1e24, to: .infinity))) { x in
            condition(x[0])
        },
    ]

    private static var exact: ExactScalar { .aboveOne("d") }

    private static func arguments<Scalar: BoundScalar>(_ d: Scalar) -> Arguments<Scalar> {
        Arguments(
            d: d, m: .pow(d, .ratio(12, 5)), gamma: .ratio(1, third), c0: .integer(1), c1: .integer(c1),
            radius: .integer(c1) / .sqrt(d), epsilon: .ratio(1, 2))
    }

    /// 1/2 - (sqrt(2 L4/m) + L4/m), L4 = log(4/gamma).
    private static func active<Scalar: BoundScalar>(_ d: Scalar) -> Scalar {
        let m: Scalar = .pow(d, .ratio(12, 5)), l4: Scalar = .log(.integer(4 * third))
        return .ratio(1, 2) - (.sqrt(.integer(2) * l4 / m) + l4 / m)
    }

    /// 1 - 5 sqrt(log(8/gamma)/d).
    private static func norm<Scalar: BoundScalar>(_ d: Scalar) -> Scalar {
        .integer(1) - .integer(5) * .sqrt(.log(.integer(8 * third)) / d)
    }

    /// The condition over C1 sqrt d, all terms moved to where they are positive:
    /// 2F/C1 + D/sqrt d + C0/sqrt d + sqrt((C0 + sqrt(L4/2))/sqrt m) sqrt(1 + 4 sqrt(log(8m/gamma)/d))
    /// <= sqrt(1/2 - sqrt(2 L4/m) - L4/m) sqrt(1 - 5 sqrt(L8/d)).
    private static func condition<Scalar: BoundScalar>(_ d: Scalar) -> Inequality<Scalar> {
        let m: Scalar = .pow(d, .ratio(12, 5)), root: Scalar = .sqrt(d), constant: Scalar = .integer(c1)
        let l2: Scalar = .log(.integer(2 * third)), l4: Scalar = .log(.integer(4 * third)), l8: Scalar = .log(.integer(8 * third))
        let value: Scalar = .sqrt(.integer(2) * l2) + .integer(2) * l2 / .sqrt(m) + .integer(1)
        let logMD: Scalar = .ratio(17, 5) * .log(d)
        let net: Scalar = .integer(9) * .fourthRoot(constant) * .sqrt(logMD) * .sqrt(.fourthRoot(.log(d) / d))
        let difference: Scalar = net + .integer(15) * root * logMD / .sqrt(m) + .integer(327) / .fourthRoot(d)
        let logWidth: Scalar = .ratio(12, 5) * .log(d) + l8
        let share: Scalar = (.integer(1) + .sqrt(l4 / .integer(2))) / .sqrt(m)
        let flipped: Scalar = .sqrt(share) * .sqrt(.integer(1) + .integer(4) * .sqrt(logWidth / d))
        return Inequality(
            .integer(2) * value / constant + difference + .integer(1) / root + flipped, atMost: .sqrt(active(d)) * .sqrt(norm(d)))
    }
}
