// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.5/c and c': from the first to the second statement of Lemma B.5.
enum LemmaB5Steps {
    static let c = CheckedArgument(
        search: {
            // With C = 6 + 4 sqrt 2 itself: m = C L is excluded, m any integer above it is not.
            CounterexampleSearch(
                [("L", ["1", "2", "5", "10", "100", "1000"]), ("m", (1...200).map(String.init))], where: ["L": { $0.logOverGamma(2) }]
            ) { x in
                guard (smallestC * x[0]).isCertainlyLessOrEqual(to: x[1]) else { return nil }
                return StepsB5.c(l: x[0], m: x[1])
            }.first()
        },
        proof: [
            .identity("2 sqrt L - sqrt(2L) - 2L/sqrt m = 2 sqrt L ((1 - 1/sqrt 2) - sqrt(L/m))") {
                let l = ExactScalar.positive("L"), m = ExactScalar.positive("m")
                let sides = StepsB5.c(l: l, m: m)
                let slack: ExactScalar = .integer(1) - .integer(1) / .sqrt(.integer(2)) - .sqrt(l / m)
                return (sides.rhs - sides.lhs, .integer(2) * .sqrt(l) * slack)
            },
            .integer(
                "so the step holds exactly where m/L >= (1 - 1/sqrt 2)^-2 = 6 + 4 sqrt 2: (3 - 2 sqrt 2)(6 + 4 sqrt 2) = "
                    + "2 in Z[sqrt 2]"
            ) {
                // (a + b sqrt 2)(c + e sqrt 2) = (ac + 2be) + (ae + bc) sqrt 2.
                let (a, b, c, e) = (3, -2, 6, 4)
                return a * c + 2 * b * e == 2 && a * e + b * c == 0
            },
            .number("a smaller C does not do: at C = 11.65, L = 20, m = 233 the left side is larger") {
                let sides: Inequality<Ball> = StepsB5.c(l: Ball(20), m: Ball(233))
                return sides.rhs.isLess(than: sides.lhs)
            },
        ],
        method: "algebraic reduction",
        note: "Smallest C = 6 + 4 sqrt 2 = 11.65685... (m real; along integers m = ceil(C L) "
            + "the same limit).")

    // MARK: B.5/c'

    static let cOverIntegers = CheckedArgument(
        proof: [
            .argument("the step holds exactly where m/L >= 6 + 4 sqrt 2 (B.5/c), so C = 6 + 4 sqrt 2 serves integers m too"),
            .argument(
                "for 0 < C < 6 + 4 sqrt 2 and L > 1/(6 + 4 sqrt 2 - C) the integer m = ceil(C L) has C <= m/L < C + 1/L < 6 + 4 sqrt 2: "
                    + "there the step fails"),
            .number("C = 11.65, L = 200, m = 2330 = C L: sqrt(2L) + 2L/sqrt m > 2 sqrt L") {
                let sides: Inequality<Ball> = StepsB5.c(l: Ball(200), m: Ball(2330))
                return sides.rhs.isLess(than: sides.lhs)
            },
        ],
        method: "algebraic reduction", note: "The same constant as for real m.")

    private static var smallestC: Ball { Ball(6) + Ball(4) * .sqrt(Ball(2)) }
}
