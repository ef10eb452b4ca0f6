// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds

/// B.4/4, B.7/f and B.9/i: uniform steps that an exact law, a moment bound and a union bound decide.
enum UniformArguments {
    static let all = [everyDelta, flippedSum, smallSets]

    // MARK: B.4/4

    static let everyDelta = DeterministicStep(
        step: AuditStep(
            id: "B.4/4", kind: .uniform,
            statement: "with probability >= 1-gamma: sup over ||delta|| <= R of |S'_v(delta)| <= (V m + sqrt(m log(1/gamma)/2)) (1+R)",
            place: "Lemma B.4, uniformly over delta, as the third term of Lemma B.8 uses it",
            domain: "d, m >= 1, gamma in (0,1), C0 >= 0, R <= 1/2"),
        search: {
            WitnessSearch([
                ("d", ["20", "50", "100", "1000", "10000"]), ("m", ["5", "10", "20", "50", "100"]), ("gamma", ["0.5", "0.1", "0.05", "0.01"]),
                ("C0", ["1", "0.5"]), ("R", ["0.5", "0.1"]),
            ]) { x in allNeurons(d: x[0], m: x[1], gamma: x[2], c0: x[3], radius: x[4]).map { StepSides($0, atMost: x[2]) } }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "",
                [
                    .argument("V > 0 and d > m: a neuron with <w_{s,0},x+delta> = 0 changes sign for some W; delta = -Z^T (Z Z^T)^{-1} g, Z the rows' "
                        + "parts orthogonal to x, makes all m products 0"),
                    .argument("||delta||^2 = g^T (Z Z^T)^{-1} g = chi^2_m/chi^2_{d-m}, the two independent: P(||delta|| <= R) is the regularized "
                        + "incomplete beta function I(m/2, (d-m)/2) at R^2/(1+R^2)"),
                ]
            )
        ],
        route: "Lemma B.8 uses it at R <= C1/sqrt d, where this delta is out of reach for m > C1^2; B.4/4* covers every R and d.",
        repairs: [everyDeltaRepaired])

    /// P(delta can turn all m neurons at once), where that count exceeds the bound; nil where it does not.
    private static func allNeurons(d: Ball, m: Ball, gamma: Ball, c0: Ball, radius: Ball) -> Ball? {
        let p = Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: Ball(1), radius: radius, epsilon: .ratio(1, 2))
        guard LemmaB4.perturbedFlippedNeurons(p).value.isCertainlyLess(than: m), m.isCertainlyLess(than: d) else { return nil }
        let square = radius * radius
        return .regularizedBeta(square / (Ball(1) + square), m / Ball(2), (d - m) / Ball(2))
    }

    private static let everyDeltaRepaired = DeterministicStep(
        step: AuditStep(
            id: "B.4/4*", kind: .uniform,
            statement: "with probability >= 1-gamma, for every delta and the best tau > 0: |S'_v(delta)| <= (V(1+R) + tau) m + sqrt(m log(2/gamma)/2) "
                + "+ R^2 (sqrt m + sqrt d + sqrt(2 log(2/gamma)))^2/tau^2",
            place: "for the third term of Lemma B.8: the operator norm bounds how many rows delta reaches", domain: "d, m >= 1, gamma in (0,1), C0, R >= 0"),
        proof: [
            .argument("s in S'_v(delta) has |<w_{s,0},x+delta>| <= V(1+R) (B.4/d), so |<w_{s,0},x>| <= V(1+R) + tau or |<w_{s,0},delta>| > tau"),
            .argument("the second holds of at most ||W0 delta||^2/tau^2 <= R^2 sigma^2/tau^2 rows, sigma the operator norm of W0"),
            .argument("P(|z| <= a) <= a and Hoeffding at gamma/2 for the first count; sigma <= sqrt m + sqrt d + sqrt(2 log(2/gamma)) but for "
                + "probability gamma/2 (Davidson and Szarek, doi:10.1016/S1874-5849(01)80010-3)"),
        ],
        method: "operator norm of a Gaussian matrix")

    // MARK: B.7/f

    /// In d = 2 the projected rows are numbers z_s ~ N(0,1), independent of which neurons can flip; each of those flips or not as W likes, so
    /// the supremum is at least (1/sqrt m) sum over flippable s of (±z_s)_+.
    static let flippedSum = DeterministicStep(
        step: AuditStep(
            id: "B.7/f", kind: .uniform,
            statement: "with probability >= 1-gamma: sup_v ||(1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_{s,0}+v_s,x>) - "
                + "relu'(<w_{s,0},x>))|| <= sqrt((1/sqrt m)(C0 + sqrt(log(2/gamma)/2))) sqrt(d + 4 sqrt(d log(4m/gamma)))",
            place: "Lemma B.7, proof, eq. 7", domain: "d, m >= 1, gamma in (0,1), C0 >= 0"),
        search: {
            WitnessSearch([("d", ["2"]), ("m", ["1000", "10000", "100000", "1000000", "100000000"]), ("gamma", ["0.05", "0.5", "0.01"]), ("C0", ["1", "10"])]) { x in
                failure(m: x[1], gamma: x[2], c0: x[3]).map { StepSides($0, atMost: x[2]) }
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "",
                [
                    .argument("d = 2: S = {|g_s| <= V} is independent of the numbers P w_{s,0} = z_s, and W flips any subset T "
                        + "of it; T = {±z_s > 0} gives Y/sqrt m, Y = sum_S (±z_s)_+"),
                    .argument("Y is a sum of m independent variables of mean p/sqrt(2 pi) and variance at most p/2, p = P(|g| <= "
                        + "V); Cantelli's inequality bounds P(Y <= b sqrt m)"),
                    .argument("as m grows, d fixed, Y/sqrt m tends to C0/pi while the bound tends to 0: sup over subsets is not "
                        + "the norm of one normal vector (the \"equal in distribution\" of eq. 7 chooses W before w_{s,0})"),
                ]
            )
        ],
        boundary: { table },
        route: "B.7/h, which it serves, has C0 beside it and is judged by itself; B.7/f* serves with a bound that does "
            + "not tend to 0.",
        repairs: [flippedSumRepaired])

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
        return BoundaryTable(caption: "Probability that B.7/f fails at d = 2, "
            + "gamma = 0.05:", columns: ["C0", "m", "probability"], rows: rows)
    }

    private static let flippedSumRepaired = DeterministicStep(
        step: AuditStep(
            id: "B.7/f*", kind: .uniform,
            statement: "with probability >= 1-gamma the supremum is <= sqrt(kappa) (sqrt d + sqrt(2 log(2/gamma))) + C0 + "
                + "sqrt(log(2/gamma)/2), kappa = (1/sqrt m)(C0 + sqrt(log(2/gamma)/2))",
            place: "for B.7/h: the operator norm in place of one row's", domain: "d, m >= 1, gamma in (0,1), C0 >= 0"),
        proof: [
            .argument("B.4/1 at gamma/2: |S_v| <= kappa m, kappa sqrt m = C0 + sqrt(log(2/gamma)/2)"),
            .argument("sup over subsets T of S_v of ||sum_T h_s|| <= sqrt|S_v| times the operator norm of the rows h_s = ±P "
                + "w_{s,0}, s in S_v"),
            .argument("given S_v these are k = |S_v| independent N(0, I_{d-1}): operator norm <= sqrt k + sqrt d + sqrt(2 "
                + "log(2/gamma)) but for probability gamma/2 (Davidson and Szarek, doi:10.1016/S1874-5849(01)80010-3)"),
            .argument("sqrt(k/m) (sqrt k + sqrt d + sqrt(2 log(2/gamma))) rises with k, and sqrt kappa sqrt(kappa m) = C0 + "
                + "sqrt(log(2/gamma)/2)"),
        ],
        method: "operator norm of a Gaussian matrix")

    // MARK: B.9/i

    static let smallSets = DeterministicStep(
        step: AuditStep(
            id: "B.9/i", kind: .uniform,
            statement: "with probability >= 1-gamma/8, for all S, |S| <= k = 44 Cbar sqrt m: ||(1/sqrt m) sum_S a_s w_{s,0}|| <= "
                + "sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m)",
            place: "Lemma B.9, proof, sums over few neurons", domain: "d, m >= 1, gamma in (0,1), C0 >= 0"),
        proof: [
            .argument("for one S the norm is sqrt(|S|/m) ||z||, z ~ N(0, I_d): 1-Lipschitz in z with mean at most sqrt d, so "
                + "P(||z|| >= sqrt d + t) <= e^{-t^2/2} (T.6, one-sided)"),
            .argument("each nonempty S of at most k elements is the image of a map from floor(k) places to [m]: there are at "
                + "most m^k of them"),
            .argument("t^2 = 2 k log m + 2 log(8/gamma) makes m^k e^{-t^2/2} = gamma/8, and sqrt(k/m) (sqrt d + t) is "
                + "the right side"),
            .sampled("sqrt(k/m) (sqrt d + t) = the right side", equal: true) { point in
                let d = point.positive(log: 0, 20), m = point.positive(log: 1, 40), c0 = point.positive(log: -5, 5)
                let x = StepArguments(d: d, m: m, gamma: point.positive(log: -30, 0), c0: c0, c1: Ball(1))
                let sides = StepsB9.j(x)
                // B.9/j's left side is this one plus 44 Cbar C0/sqrt m.
                let displayed = sides.lhs - Ball(44) * x.cBar * c0 / x.sqrtM
                let t = Ball.sqrt(Ball(2) * x.k * x.logM + Ball(2) * x.log8OverGamma)
                return StepSides(.sqrt(x.k / m) * (.sqrt(d) + t), atMost: displayed)
            },
        ],
        method: "union bound and Gaussian concentration")
}
