// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.7: the change of the gradient in every draw, and the sum over flipped neurons.
enum LemmaB7Arguments {
    static let gradientChange = CheckedArgument(
        proof: [
            .argument(
                "w_s relu'(<w_s,x>) - w_{s,0} relu'(<w_{s,0},x>) = v_s relu'(<w_s,x>) + w_{s,0} (relu'(<w_s,x>) - "
                    + "relu'(<w_{s,0},x>)), v_s = w_s - w_{s,0}"),
            .argument(
                "the first sum is at most (1/sqrt m) m V = C0 in norm, P being a projection; the second is one of those "
                    + "in the supremum"),
        ],
        method: "triangle inequality")

    /// In d = 2 the projected rows are numbers z_s ~ N(0,1), independent of which neurons can flip; each of those flips or not as W
    /// likes, so the supremum is at least (1/sqrt m) sum over flippable s of (±z_s)_+.
    static let flippedSum = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["2"]), ("m", ["1000", "10000", "100000", "1000000", "100000000"]), ("gamma", ["0.05", "0.5", "0.01"]),
                ("C0", ["1", "10"]),
            ]) { x in
                failure(m: x[1], gamma: x[2], c0: x[3]).map { Inequality($0, atMost: x[2]) }
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "",
                [
                    .argument(
                        "d = 2: S = {|g_s| <= V} is independent of the numbers P w_{s,0} = z_s, and W flips any subset T "
                            + "of it; T = {±z_s > 0} gives Y/sqrt m, Y = sum_S (±z_s)_+"),
                    .argument(
                        "Y is a sum of m independent variables of mean p/sqrt(2 pi) and variance at most p/2, p = P(|g| <= "
                            + "V); Cantelli's inequality bounds P(Y <= b sqrt m)"),
                    .argument(
                        "as m grows, d fixed, Y/sqrt m tends to C0/pi while the bound tends to 0: sup over subsets is not "
                            + "the norm of one normal vector (the \"equal in distribution\" of eq. 7 chooses W before w_{s,0})"),
                ]
            )
        ],
        boundary: { table },
        route: "B.7/h, which it serves, has C0 beside it and is judged by itself; B.7/f* serves with a bound that does "
            + "not tend to 0.")

    static let flippedSumRepairs: [Claim] = [
        flippedSumRepaired
    ]

    /// A lower bound of the probability that the supremum exceeds the bound of B.7/f at d = 2; nil where Cantelli's says nothing.
    private static func failure(m: Ball, gamma: Ball, c0: Ball) -> Ball? {
        let p = Arguments(d: Ball(2), m: m, gamma: gamma, c0: c0, c1: Ball(1), radius: Ball(0), epsilon: .ratio(1, 2))
        let flippable = Ball.erf(p.v / .sqrt(Ball(2)))
        let room = m * flippable / .sqrt(Ball(2) * .pi) - LemmaB7.flippedSum(p).value * p.sqrtM
        guard room.isCertainlyPositive else { return nil }
        let variance = m * flippable / Ball(2)
        return Ball(1) - variance / (variance + room * room)
    }

    private static var table: BoundaryTable {
        let rows = [1.0, 10].flatMap { c0 in
            [1e3, 1e4, 1e5, 1e6, 1e8].map { m -> [String] in
                let value = failure(m: Ball(exactly: m), gamma: .ratio(1, 20), c0: Ball(exactly: c0))
                return [shortText(c0), shortText(m), value.map { "at least \(shortText($0.lower))" } ?? "not shown"]
            }
        }
        return BoundaryTable(
            caption: "Probability that B.7/f fails at d = 2, "
                + "gamma = 0.05:", columns: ["C0", "m", "probability"], rows: rows)
    }

    static let flippedSumRepaired = Claim.repair(
        "B.7/f*", place: "for B.7/h: the operator norm in place of one row's", kind: .uniform,
        statement: "with probability >= 1-gamma the supremum is <= sqrt(kappa) (sqrt d + sqrt(2 log(2/gamma))) + C0 + "
            + "sqrt(log(2/gamma)/2), kappa = (1/sqrt m)(C0 + sqrt(log(2/gamma)/2))",
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0", failing: .gamma,
        measuring: .measured(FlippedProjectedSum(), bound: LemmaB7.FlippedSumRepaired(), law: .unknown),
        check: .checkedLines,
        decidedBy: .proof(
            CheckedArgument(
                proof: [
                    .argument("B.4/1 at gamma/2: |S_v| <= kappa m but for probability gamma/2, kappa sqrt m = C0 + sqrt(log(2/gamma)/2)"),
                    .argument(
                        "sup over subsets T of S_v of ||sum_T h_s|| <= sqrt|S_v| times the operator norm of the rows h_s = ±P "
                            + "w_{s,0}, s in S_v"),
                    .argument(
                        "given S_v and the signs these are k = |S_v| independent N(0, I_{d-1}), as S_v is made of the <w_{s,0},x> alone: "
                            + "operator norm <= sqrt k + sqrt d + sqrt(2 log(2/gamma)) but for probability gamma/2 (Davidson and Szarek, "
                            + "doi:10.1016/S1874-5849(01)80010-3)"),
                    .identity(
                        "sqrt(k/m) (sqrt k + sqrt d + sqrt(2 log(2/gamma))) rises with k; at k = kappa m it is the bound, as sqrt kappa "
                            + "sqrt(kappa m) = C0 + sqrt(log(2/gamma)/2)"
                    ) {
                        let p = Arguments<ExactScalar>(
                            d: .atLeastOne("d"), m: .atLeastOne("m"), gamma: .integer(1) / .aboveOne("1/gamma"), c0: .nonnegative("C0"),
                            c1: .integer(1), radius: .integer(0), epsilon: .ratio(1, 2))
                        let l = p.logOverGamma(2), flipped = p.c0 + .sqrt(l / .integer(2)), kappa = flipped / p.sqrtM, k = kappa * p.m
                        let rest: ExactScalar = .sqrt(p.d) + .sqrt(.integer(2) * l)
                        return (.sqrt(k / p.m) * (.sqrt(k) + rest), .sqrt(kappa) * rest + flipped)
                    },
                ],
                method: "operator norm of a Gaussian matrix")))
}
