// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.7/1: where its right-hand side is positive, it is below that of B.7/1+, whose route keeps clear of B.7/f and B.7/h.
enum LemmaB7Comparison {
    static let gradientNorm = CheckedArgument(
        proof: LemmaB7Sharp.gradientLines + reduction + flips + sums,
        method: "B.7/1+ is at least as large, term against term",
        note: "Not by the paper's route: B.7/f and B.7/h, which it goes by, are refuted. Where a radicand is negative, or the "
            + "right-hand side is not positive, there is nothing to prove; elsewhere the bound of B.7/1+ is larger by 0.5 "
            + "sqrt(log(8/gamma)) and more.")

    /// With y = sqrt(L4/(2m)), kappa = V + y, t = log(16/(3 gamma)).
    private static let reduction: [CheckedLine] = [
        .argument(
            "the events of B.7/1+ fail with probability at most gamma in all. Let L4 = log(4/gamma), L8 = log(8/gamma), t = "
                + "log(16/(3 gamma)), y = sqrt(L4/(2m)), kappa = V + y, K = log(8m/gamma) >= L8. The paper's right-hand side is "
                + "sqrt(Q) sqrt(D) - C0 - sqrt(kappa) sqrt(E), Q = 1/2 - 2y - 2y^2, D = d - 5 sqrt(d L8), E = d + 4 sqrt(d K); a norm is "
                + "not negative, so let Q, D >= 0 and let it be positive"),
        .argument(
            "then D > 0, so d > 25 L8 (and d >= 2), and kappa E < Q D with D < d < E: kappa < Q, that is V + 3y + 2y^2 < 1/2; and "
                + "C0 < sqrt d (sqrt(1/2) - sqrt(kappa)), as Q <= 1/2 and E >= D replaced by d enlarge the right side: sqrt(Q D) - "
                + "sqrt(kappa E) <= sqrt(d/2) - sqrt(kappa d)"),
        .number("so y < 0.152: 3 (0.152) + 2 (0.152)^2 > 1/2") {
            let y = Ball.ratio(152, 1000)
            return Ball.ratio(1, 2).isLess(than: Ball(3) * y + Ball(2) * y * y)
        },
        .number("t = L4 + log(4/3) <= 1.21 L4, as L4 >= log 4, so sqrt(t/(2m)) <= 1.1 y; and L4 <= t <= L8") {
            (.log(Ball.ratio(4, 3)) / .log(Ball(4))).isLess(than: .ratio(21, 100))
        },
        .argument(
            "first terms: q = 1/2 - sqrt(t/(2m)) >= 1/2 - 1.1 y >= Q, and n u >= n - 2 sqrt(n t) >= d - 1 - 2 sqrt(d L8) = D + 3 sqrt(d "
                + "L8) - 1. Two numbers in [0, d] have roots that differ by their difference over 2 sqrt d at least: sqrt(q n u) - "
                + "sqrt(Q D) >= sqrt(1/2 - 1.1 y) (3 sqrt(L8)/2 - 1/(2 sqrt d))"),
        .number("1/(2 sqrt d) <= 1/(10 sqrt(L8)) <= 0.05 sqrt(L8), L8 >= log 8 > 2, and sqrt(1/2 - 1.1 (0.152)) 1.45 >= 0.83") {
            let root = Ball.sqrt(.ratio(1, 2) - .ratio(11, 10) * .ratio(152, 1000))
            guard Ball(2).isLess(than: .log(Ball(8))) == true else { return false }
            return Ball.ratio(83, 100).isLess(than: root * .ratio(145, 100))
        },
    ]

    private static let flips: [CheckedLine] = [
        .argument(
            "k <= k' = 0.797885 V + y <= kappa, as p <= 0.797885 V and sqrt(j/2) = y at j = L4/m; and sqrt n + sqrt(2t) <= sqrt d + sqrt(2 "
                + "L8) <= sqrt(E): with e = sqrt(L8/d) <= 1/5 this is (1 + sqrt 2 e)^2 <= 1 + 4e"),
        .everywhere("2 sqrt 2 + 2e <= 4 for 0 < e <= 1/5", LogBox(LogInterval("e", from: 0, to: 0.2))) { x in
            Inequality(.integer(2) * .sqrt(.integer(2)) + .integer(2) * x[0], atMost: .integer(4))
        },
        .argument(
            "so sqrt(k)(sqrt n + sqrt(2t)) <= sqrt(kappa E) - (sqrt(kappa) - sqrt(k')) sqrt d, and sqrt(kappa) - sqrt(k') >= 0.202 V/(2 "
                + "sqrt(kappa)), sqrt d >= C0/(sqrt(1/2) - sqrt(kappa)), 2 sqrt(kappa) (sqrt(1/2) - sqrt(kappa)) <= 1/4 (a product of two "
                + "numbers of sum sqrt(1/2) is at most 1/8): the gain is at least 0.808 V C0"),
        .number("1 - 0.797885 >= 0.202 and 4 (0.202) >= 0.808") {
            (Ball.ratio(202, 1000)).isLessOrEqual(to: Ball(1) - .ratio(797_885, 1_000_000))
        },
        .argument(
            "k sqrt m (0.398943) <= 0.3184 C0 + 0.2821 sqrt(L8), as V sqrt m = C0 and y sqrt m = sqrt(L4/2)"),
        .number("0.398943 (0.797885) <= 0.3184 and 0.398943/sqrt 2 <= 0.2821") {
            let density = Ball.ratio(398_943, 1_000_000)
            guard (density * .ratio(797_885, 1_000_000)).isLess(than: .ratio(3184, 10_000)) == true else { return false }
            return (density / .sqrt(Ball(2))).isLess(than: .ratio(2821, 10_000))
        },
    ]

    private static let sums: [CheckedLine] = [
        .argument("moves: C0 - C0 A >= C0 (1/2 - 0.399 V - 1.1 y), whether A is cut at 1 or not"),
        .argument(
            "in all the bound of B.7/1+ less the paper's is at least (0.83 - 0.2821) sqrt(L8) + C0 (1/2 - 0.3184 - 1.1 y - 0.399 V + 0.808 "
                + "V) >= 0.5 sqrt(L8), if the bracket is positive"),
        .number("0.83 - 0.2821 >= 0.5 and 1/2 - 0.3184 - 1.1 (0.152) > 0") {
            let rest = Ball.ratio(1, 2) - .ratio(3184, 10_000) - .ratio(11, 10) * .ratio(152, 1000)
            guard Ball(0).isLess(than: rest) == true else { return false }
            return Ball.ratio(1, 2).isLess(than: .ratio(83, 100) - .ratio(2821, 10_000))
        },
    ]
}
