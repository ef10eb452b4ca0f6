// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.4: what holds of every draw, and where one delta turns all neurons at once.
enum LemmaB4Arguments {
    static let flips = CheckedArgument(
        proof: [
            .argument(
                "|<w_s,x> - <w_{s,0},x>| <= ||w_s - w_{s,0}|| ||x|| <= V, so where |<w_{s,0},x>| > V both have one "
                    + "sign, neither 0")
        ],
        method: "Cauchy-Schwarz")

    /// One neuron on the line through x: w_{s,0} = g x, delta = R x, W moves it by -V x.
    static let flipsAsDisplayed = CheckedArgument(
        search: {
            // Both sides as counts: the neuron flips iff (g - V)(1+R) <= 0 < g (1+R); it is counted iff |g (1+R)| <= V.
            CounterexampleSearch([("m", ["1"]), ("V", ["1"]), ("R", ["0.5", "0.1"]), ("<w,x>", ["1", "0.5", "0.9"])]) { x in
                let inner = x[3] * (Ball(1) + x[2])
                guard let flips = x[3].isLessOrEqual(to: x[1]), let counted = inner.isLessOrEqual(to: x[1]) else { return nil }
                return Inequality(Ball(flips ? 1 : 0), atMost: Ball(counted ? 1 : 0))
            }.first()
        },
        parts: [
            (
                "Holds where ||x+delta|| <= 1.",
                [.argument("||x+delta|| <= 1: the inner product moves by at most V ||x+delta|| <= V, so B.4/b's line applies")]
            )
        ],
        route: "The proof uses the threshold V(1+R) instead, B.4/d.")

    static let flipsAsDisplayedRepairs: [Claim] = [
        Claim.repair(
            "B.4/c*", place: "for B.4/3: the threshold that x+delta asks for", kind: .uniform,
            statement: "|S'_v(delta)| <= #{ s : |<w_{s,0},x+delta>| <= V ||x+delta|| }",
            domain: "every W0, V >= 0, every delta",
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: movement,
                    method: "Cauchy-Schwarz",
                    note: "The law of the right side is that of B.4/b's, so B.4/3 follows "
                        + "as B.4/1 does.")))
    ]

    private static let movement: [CheckedLine] = [
        .argument(
            "|<w_s,x+delta> - <w_{s,0},x+delta>| <= V ||x+delta||, so where |<w_{s,0},x+delta>| exceeds it both "
                + "have one sign")
    ]

    static let flipsAsProved = CheckedArgument(
        proof: movement + [.argument("||x+delta|| <= 1+R")],
        method: "Cauchy-Schwarz")

    static let everyDelta = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["20", "50", "100", "1000", "10000"]), ("m", ["5", "10", "20", "50", "100"]),
                ("gamma", ["0.5", "0.1", "0.05", "0.01"]),
                ("C0", ["1", "0.5"]), ("R", ["0.5", "0.1"]),
            ]) { x in allNeurons(d: x[0], m: x[1], gamma: x[2], c0: x[3], radius: x[4]).map { Inequality($0, atMost: x[2]) } }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "",
                [
                    .argument(
                        "V > 0 and d > m: a neuron with <w_{s,0},x+delta> = 0 changes sign for some W; delta = -Z^T (Z Z^T)^{-1} g, Z "
                            + "the rows' parts orthogonal to x, makes all m products 0"),
                    .argument(
                        "||delta||^2 = g^T (Z Z^T)^{-1} g = chi^2_m/chi^2_{d-m}, the two independent: P(||delta|| <= R) is the regularized "
                            + "incomplete beta function I(m/2, (d-m)/2) at R^2/(1+R^2)"),
                ]
            )
        ],
        route: "Lemma B.8 uses it at R <= C1/sqrt d, where it fails too (B.4/4'); B.4/4* covers every R and d.")

    static let everyDeltaRepairs: [Claim] = [
        everyDeltaRepaired
    ]

    /// P(delta can turn all m neurons at once), where that count exceeds the bound; nil where it does not.
    private static func allNeurons(d: Ball, m: Ball, gamma: Ball, c0: Ball, radius: Ball) -> Ball? {
        let p = Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: Ball(1), radius: radius, epsilon: .ratio(1, 2))
        guard LemmaB4.perturbedFlippedNeurons(p).value.isCertainlyLess(than: m), m.isCertainlyLess(than: d) else { return nil }
        let square = radius * radius
        return .regularizedBeta(square / (Ball(1) + square), m / Ball(2), (d - m) / Ball(2))
    }

    static let everyDeltaRepaired = Claim.repair(
        "B.4/4*", place: "for the third term of Lemma B.8: the operator norm bounds how many rows delta reaches", kind: .uniform,
        statement:
            "with probability >= 1-gamma, for every delta and the best tau > 0: |S'_v(delta)| <= (V(1+R) + tau) m + sqrt(m log(2/gamma)/2) "
            + "+ R^2 (sqrt m + sqrt d + sqrt(2 log(2/gamma)))^2/tau^2",
        domain: "d, m >= 1, gamma in (0,1), C0, R >= 0", failing: .gamma,
        measuring: .measured(
            FlippedNeuronsAtAnyPerturbation(), bound: LemmaB4.FlippedNeuronsAtAnyPerturbationRepaired(), law: .unknown),
        check: .checkedLines,
        decidedBy: .proof(
            CheckedArgument(proof: operatorNorm, method: "operator norm of a Gaussian matrix")))

    private static let operatorNorm: [CheckedLine] = [
        .argument(
            "s in S'_v(delta) has |<w_{s,0},x+delta>| <= V(1+R) (B.4/d), so |<w_{s,0},x>| <= V(1+R) + tau or |<w_{s,0},delta>| > tau"),
        .argument("the second holds of at most ||W0 delta||^2/tau^2 <= R^2 sigma^2/tau^2 rows, sigma the operator norm of W0"),
        .argument(
            "tau depends on d, m, gamma, C0 and R alone: P(|z| <= a) <= a (B.4/a) and Hoeffding at gamma/2 for the first count; sigma <= "
                + "sqrt m + sqrt d + sqrt(2 log(2/gamma)) but for probability gamma/2 (Davidson and Szarek, "
                + "doi:10.1016/S1874-5849(01)80010-3)"),
    ]

    // MARK: At the R of Lemma B.8

    static let everyDeltaAtScale = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["10000", "1000", "100000"]), ("m", ["1000", "100", "10000"]), ("gamma", ["0.5", "0.05"]), ("C0", ["1"]),
                ("C1", ["1", "0.5"]),
            ]) { x in someNeurons(d: x[0], m: x[1], gamma: x[2], c0: x[3], c1: x[4]).map { Inequality($0, atMost: x[2]) } }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "For every C0, C1 > 0 and every gamma it fails once m is large and d >= 2k, k one more than the bound.",
                [
                    .argument(
                        "V > 0, g_s = <w_{s,0},x>, k = [bound] + 1 < d. Where k neurons have |g_s| <= tau, take k of them: delta = -Z^T "
                            + "(Z Z^T)^{-1} g, Z the parts of their rows orthogonal to x, makes their k products <w_{s,0},x+delta> zero, "
                            + "and each of them changes sign for some W"),
                    .argument(
                        "||delta||^2 = g^T (Z Z^T)^{-1} g = ||g||^2/chi^2_{d-k} <= k tau^2/chi^2_{d-k}, Z being independent of g; so the "
                            + "probability of failure is at least P(Bin(m, P(|z| <= tau)) >= k) - P(chi^2_{d-k} < k tau^2/R^2), "
                            + "evaluated at tau = (4/3) (k + 3 sqrt k)/m"),
                    .argument(
                        "k is of the order sqrt m, the k smallest |g_s| of the order k/m, and so sqrt d ||delta|| of the order k^{3/2}/m, "
                            + "that is m^{-1/4}: below any C1 once m is large (P(|z| <= tau) is about 0.8 tau, so k neurons are found)"),
                ]
            )
        ],
        route: "B.4/4* gives a bound for every R and d.")

    /// A lower bound of the probability that some delta turns more neurons than the bound allows; nil outside the domain and where no such
    /// number fits.
    private static func someNeurons(d: Ball, m: Ball, gamma: Ball, c0: Ball, c1: Ball) -> Ball? {
        let radius = c1 / .sqrt(d)
        guard radius.isCertainlyLessOrEqual(to: .ratio(1, 2)) else { return nil }
        let p = Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: radius, epsilon: .ratio(1, 2))
        let k = Ball.floor(LemmaB4.perturbedFlippedNeurons(p).value) + Ball(1)
        guard k.isCertainlyLessOrEqual(to: m), k.isCertainlyLess(than: d), let degrees = ToolsSteps.integer(d - k) else { return nil }
        let tau = .ratio(4, 3) * (k + Ball(3) * .sqrt(k)) / m
        let many = Ball.regularizedBeta(NormalLaws.strip(tau), k, m - k + Ball(1))
        let tooLong = ChiSquareTail.lower(degrees, k * tau * tau / (radius * radius))
        return many - tooLong
    }

    static let everyDeltaAtScaleRepaired = Claim.repair(
        "B.4/4'*", place: "for the third term of Lemma B.8: the operator norm bounds how many rows delta reaches", kind: .uniform,
        statement:
            "with probability >= 1-gamma, for every ||delta|| <= R = C1/sqrt d and the best tau > 0: |S'_v(delta)| <= (V(1+R) + tau) m "
            + "+ sqrt(m log(2/gamma)/2) + (C1^2/d) (sqrt m + sqrt d + sqrt(2 log(2/gamma)))^2/tau^2",
        domain: "d, m >= 1, gamma in (0,1), C0, C1 >= 0", failing: .gamma,
        measuring: .measured(FlippedNeuronsAtAnyPerturbation(), bound: LemmaB4.FlippedNeuronsAtScaleRepaired(), law: .unknown),
        check: .checkedLines,
        decidedBy: .proof(
            CheckedArgument(
                proof: operatorNorm, method: "operator norm of a Gaussian matrix",
                note: "For d >= m the best tau makes the bound of the order C0 sqrt m + (C1 m)^{2/3}, beyond that of the lemma.")))
}
