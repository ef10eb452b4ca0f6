// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// B.7/h: too small where gamma is tiny, d fixed and m > 2d; true where d >= 600 log(4/gamma) and C0 <= (2/5) sqrt m.
enum LemmaB7Change {
    /// In d = 2 the rows' parts orthogonal to x are numbers h_s ~ N(0,1), independent of the slab S = {|g_s| <= V}; the W that moves each
    /// row of S straight through the plane changes P grad f by sum_S ±h_s/sqrt m ~ N(0, |S|/m).
    static let refutation = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["2"]), ("m", ["16", "20"]), ("gamma", ["1e-50", "1e-60", "1e-100"]), ("C0", ["0.75", "1", "0.5"]),
            ]) { x in
                failure(m: x[1], gamma: x[2], c0: x[3]).map { Inequality($0, atMost: x[2]) }
            }.first()
        },
        isOfProbability: true,
        parts: [
            (
                "For every C0 > 0, d >= 2 and m > 2d it fails once gamma is small enough.",
                [
                    .argument(
                        "S = {s : |g_s| <= V} is independent of the h_s = P w_{s,0} and of the signs; the W that moves each row of S along "
                            + "x through the plane flips these activations and no others, and changes P grad f by (1/sqrt m) sum_S e_s "
                            + "h_s, e_s = ±1 fixed by g and a: given |S| its norm is sqrt(|S|/m) chi_{d-1}"),
                    .argument(
                        "so the probability of failure is at least sum_k P(|S| = k) P(chi_{d-1} > b sqrt(m/k)), b the bound: at d = 2 a "
                            + "sum of binomial weights times erfc"),
                    .argument(
                        "d, m, C0 fixed, gamma to 0: the bound's square is sqrt(8d/m) log(1/gamma) (1 + o(1)), and P(|S| = m) does not "
                            + "depend on gamma, so the probability of failure is at least gamma^{sqrt(2d/m) + o(1)}, more than gamma if m "
                            + "> 2d"),
                ]
            )
        ],
        boundary: { table },
        route: "B.7/1, which it serves, is proved without it (there d > 25 log(8/gamma)); B.7/h* is the same bound where d >= 600 "
            + "log(4/gamma), C0 <= (2/5) sqrt m, and B.7/h+ bounds the change for all parameters.")

    /// A lower bound of the probability that the change exceeds the bound of B.7/h at d = 2.
    private static func failure(m: Ball, gamma: Ball, c0: Ball) -> Ball? {
        let p = Arguments(d: Ball(2), m: m, gamma: gamma, c0: c0, c1: Ball(1), radius: Ball(0), epsilon: .ratio(1, 2))
        guard let width = ToolsSteps.integer(m) else { return nil }
        let inside = Ball.erf(p.v / .sqrt(Ball(2))), outside = Ball.erfc(p.v / .sqrt(Ball(2)))
        let bound = LemmaB7.projectedGradientChange(p).value
        var weight = Ball(1), total = Ball(0)
        // weight = binomial coefficient of k out of m.
        for k in 1...width {
            weight = weight * Ball(width - k + 1) / Ball(k)
            let tail = Ball.erfc(bound * .sqrt(m / Ball(2 * k)))
            total = total + weight * .pow(inside, Ball(k)) * .pow(outside, Ball(width - k)) * tail
        }
        return total
    }

    private static var table: BoundaryTable {
        let rows = ["1e-30", "1e-40", "1e-45", "1e-50", "1e-60", "1e-100"].map { text -> [String] in
            let value = Ball(text).flatMap { failure(m: Ball(16), gamma: $0, c0: .ratio(3, 4)) }
            return [text, value.map { "at least \(shortText($0.lower))" } ?? "not shown"]
        }
        return BoundaryTable(
            caption: "Probability that B.7/h fails at d = 2, m = 16, C0 = 0.75:", columns: ["gamma", "probability"], rows: rows)
    }

    // MARK: the repair

    static let restricted = Claim.repair(
        "B.7/h*", place: "for B.7/h: a restricted domain", kind: .uniform,
        statement: "with probability >= 1-gamma, for all W: ||P grad f(x;a,W) - P grad f(x;a,W0)|| <= C0 + sqrt( (1/sqrt m)(C0 + "
            + "sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))",
        domain: "m >= 1, gamma in (0,1), d >= 600 log(4/gamma), C0 <= (2/5) sqrt m", failing: .gamma,
        measuring: .measured(ProjectedGradientChange(), bound: LemmaB7.ProjectedGradientChangeRestricted(), law: .unknown),
        check: .checkedLines,
        decidedBy: .proof(
            CheckedArgument(
                proof: [setting] + narrow + wide, method: "B.7/h+ is at most the bound, term against term",
                note: "Rests on B.7/h+ (proved).")))

    private static let setting: CheckedLine = .argument(
        "let t = log(4/gamma), r = t/m, y = sqrt(log(2/gamma)/(2m)), kappa = V + y, E = d + 4 sqrt(d log(4m/gamma)), A, k, p as in B.7/h+. "
            + "Then k <= min(1, p + y) <= kappa and A <= 1; t/2 <= log(2/gamma) <= t; V <= 2/5")

    private static let narrow: [CheckedLine] = [
        .argument(
            "e = sqrt(t/d) <= 1/sqrt 600: sqrt(E) >= sqrt(d + 4 sqrt(d t)) >= sqrt d + sqrt(2t) + 0.51 sqrt t, that is (1 + c e)^2 <= 1 + "
                + "4e with c = sqrt 2 + 0.51, or 2c + c^2 e <= 4"),
        .number("2c + c^2/sqrt 600 <= 4") {
            let c = Ball.sqrt(Ball(2)) + .ratio(51, 100)
            return (Ball(2) * c + c * c / .sqrt(Ball(600))).isLess(than: Ball(4))
        },
        .argument(
            "hence sqrt(kappa E) - sqrt(k)(sqrt n + sqrt(2t)) >= 0.51 sqrt(kappa t) + (sqrt(kappa) - sqrt(k)) sqrt d. Where m <= 1.63 t "
                + "this is enough: k sqrt(m/(2 pi)) <= sqrt(kappa) sqrt(m) 0.398943 <= 0.51 sqrt(kappa t), as k <= 1 and k <= kappa"),
        .number("0.398943 sqrt(1.63) <= 0.51") {
            (Ball.ratio(398_943, 1_000_000) * .sqrt(.ratio(163, 100))).isLess(than: .ratio(51, 100))
        },
    ]

    /// m > 1.63 t, so r < 0.6135.
    private static let wide: [CheckedLine] = [
        .argument(
            "where m > 1.63 t, r < 0.6135: k sqrt m (0.398943) <= 0.3184 C0 + (0.504 sqrt V + 0.133 sqrt r) sqrt t, by p <= 0.797885 V and "
                + "k <= p + sqrt(2 p j) + j/3, j = log(2/gamma)/m <= r"),
        .number("0.398943 (0.797885) <= 0.3184, 0.398943 sqrt(2 (0.797885)) <= 0.504, 0.398943/3 <= 0.133, 1/1.63 < 0.6135") {
            let density = Ball.ratio(398_943, 1_000_000), twice = Ball.ratio(797_885, 1_000_000)
            return all([
                (density * twice).isLess(than: .ratio(3184, 10_000)), (density * .sqrt(Ball(2) * twice)).isLess(than: .ratio(504, 1000)),
                (density / Ball(3)).isLess(than: .ratio(133, 1000)), Ball.ratio(100, 163).isLess(than: .ratio(6135, 10_000)),
            ])
        },
        .argument(
            "0.504 sqrt V + 0.133 sqrt r <= 0.51 sqrt(kappa), as kappa >= V + sqrt(r)/2: squared, with V <= 2/5 in the mixed term and r <= "
                + "sqrt(0.6135 r) in the last, the coefficients of V and of sqrt r are compared"),
        .number("0.504^2 <= 0.51^2 and 2 (0.504)(0.133) sqrt(2/5) + 0.133^2 sqrt(0.6135) <= 0.51^2/2") {
            let (a, b, c) = (Ball.ratio(504, 1000), Ball.ratio(133, 1000), Ball.ratio(51, 100))
            let mixed = Ball(2) * a * b * .sqrt(.ratio(2, 5)) + b * b * .sqrt(.ratio(6135, 10_000))
            return all([(a * a).isLess(than: c * c), mixed.isLess(than: c * c / Ball(2))])
        },
        .argument(
            "there remains 0.3184 C0 <= C0 (1 - A) + (sqrt(kappa) - sqrt(k)) sqrt d. Here 1 - A >= 1/2 - 0.399 V - sqrt(r/2), and "
                + "sqrt(kappa) - sqrt(k) >= (V - p)/(2 sqrt(kappa)) >= 0.101 V/sqrt(kappa), sqrt d >= sqrt(600 r m), V sqrt m = C0, kappa "
                + "<= 2/5 + sqrt(r/2)"),
        .number("0.3184 <= 1/2 - 0.399 (2/5), and 0.101 sqrt 600 >= sqrt(1/2) sqrt(2/5 + sqrt(0.6135/2))") {
            let kappa = Ball.ratio(2, 5) + .sqrt(.ratio(6135, 20_000))
            return all([
                Ball.ratio(3184, 10_000).isLess(than: .ratio(1, 2) - .ratio(399, 1000) * .ratio(2, 5)),
                Ball.sqrt(kappa / Ball(2)).isLess(than: .ratio(101, 1000) * .sqrt(Ball(600))),
                (Ball.ratio(202, 1000)).isLess(than: Ball(1) - .ratio(797_885, 1_000_000)),
            ])
        },
    ]

    private static func all(_ answers: [Bool?]) -> Bool? { answers.contains(nil) ? nil : answers.allSatisfy { $0 == true } }
}
