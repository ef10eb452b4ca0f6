// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule
internal import Support

/// B.9/j and q: collecting terms into one multiple of Cbar C0, which goes to 0 with C0 while the left sides do not.
enum LemmaB9Collection {
    /// What every repair of this kind replaces.
    static let squared = "Cbar C0 replaced by Cbar^2"

    /// d >= 198 as the first coordinate.
    static var root: LogInterval { LemmaB9Domain.root(from: 198) }

    // MARK: B.9/j

    static let j = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.j($0) },
        parts: [
            ("Proved for C0 >= 0.57.", [LemmaB9Domain.leastDimension] + jAbove(0.57)),
            (
                "Fails everywhere for C0 <= 0.55.",
                [
                    .everywhere(
                        "fails everywhere for C0 <= 0.55: 113 C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= "
                            + "sqrt(44 88 log m)",
                        LogBox(root, LemmaB9Domain.excess, LemmaB9Domain.share, LogInterval("C0", from: 0, to: 0.55))
                    ) { x in
                        // Divided by sqrt(log m), as the step is proved too.
                        let a = LemmaB9Domain.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3])
                        let rest: RangeWithSlopes = .integer(2) * a.log8OverGamma / (a.sqrtM * .sqrt(a.logM))
                        return Inequality(.integer(113) * a.c0 + rest, atMost: .sqrt(.integer(44 * 88)))
                    }
                ]
            ),
        ],
        boundary: {
            thresholds(
                "Smallest C0 at which B.9/j holds, at m = d^2.4 and the smallest "
                    + "gamma allowed", window: false
            ) { StepsB9.j($0) }
        },
        route: "With Cbar^2 for Cbar C0 it holds for every C0 (B.9/j*), and the lemma follows with 327 Cbar^2 for 327 Cbar C0 "
            + "(see B.9/p*).")

    static let jRepairs: [Claim] = [
        Claim.repair(
            "B.9/j*", place: "for Lemma B.9: a corrected factor", kind: .deterministic,
            statement: "B.9/j with \(squared)",
            domain: LemmaB9Domain.hypotheses,
            check: .checkedLines,
            coq: .whole("B9_j_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: LemmaB9Domain.search { StepsB9.j($0, factor: .cBarSquared) },
                    proof: [LemmaB9Domain.leastDimension] + jSquared,
                    method: "branch and bound, unbounded box"))),
        Claim.repair(
            "B.9/j**", place: "for Lemma B.9: a restricted domain", kind: .deterministic,
            statement: "B.9/j as displayed",
            domain: "C0 >= 0.57 and the hypotheses",
            check: .checkedLines,
            coq: .whole("B9_j_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: [LemmaB9Domain.leastDimension] + jAbove(0.57),
                    method: "branch and bound, unbounded box"))),
    ]

    /// The left side of j over Cbar sqrt(log m): sqrt(3872 + 88 log(8/gamma)/(Cbar sqrt m log m)) + sqrt(44 d/(Cbar sqrt m log m)) + 44
    /// C0/(sqrt m sqrt(log m)).
    private static func jReduced<Scalar: BoundScalar>(_ x: StepArguments<Scalar>) -> Scalar {
        let width: Scalar = x.sqrtM * x.logM
        let first: Scalar = .sqrt(.integer(3872) + .integer(88) * x.log8OverGamma / (x.cBar * width))
        let second: Scalar = .sqrt(.integer(44) * x.d / (x.cBar * width))
        return first + second + .integer(44) * x.c0 / (x.sqrtM * .sqrt(x.logM))
    }

    private static let jIdentity: CheckedLine = .identity(
        "left side over Cbar sqrt(log m): the reduced left side sqrt(3872 + 88 log(8/gamma)/(Cbar sqrt m log m)) + sqrt(44 d/(Cbar sqrt m "
            + "log m)) + 44 C0/(sqrt m sqrt(log m))"
    ) {
        let x = LemmaB9Domain.exact
        return (StepsB9.j(x).lhs / (x.cBar * .sqrt(x.logM)), jReduced(x))
    }

    /// The reduced left side <= 113 times `rest`, C0 in the given interval.
    private static func jBox(_ text: String, _ c0: LogInterval, _ rest: @escaping @Sendable (RangeWithSlopes) -> RangeWithSlopes)
        -> CheckedLine
    {
        .everywhere(text, LogBox(root, LemmaB9Domain.excess, LemmaB9Domain.share, c0)) { x in
            let a = LemmaB9Domain.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3])
            return Inequality(jReduced(a), atMost: .integer(113) * rest(a.c0))
        }
    }

    private static func jAbove(_ least: Double) -> [CheckedLine] {
        [
            jIdentity,
            jBox("the reduced left side <= 113 C0 for \(least) <= C0 <= 1", LogInterval("C0", from: least, to: 1)) { $0 },
            jBox("and for C0 >= 1", LemmaB9Domain.largeC0) { $0 },
        ]
    }

    private static var jSquared: [CheckedLine] {
        [
            jIdentity,
            jBox("the reduced left side <= 113 for C0 <= 1", LemmaB9Domain.smallC0) { _ in .integer(1) },
            jBox("and <= 113 C0 for C0 >= 1", LemmaB9Domain.largeC0) { $0 },
        ]
    }

    // MARK: B.9/q

    static let q = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.q($0) },
        parts: [
            (
                "Fails everywhere: the last term has to be doubled too.",
                [
                    .identity("the left side is the right side and (2/sqrt m) log(8/gamma) more") {
                        let x = LemmaB9Domain.exact
                        let sides = StepsB9.q(x)
                        return (sides.lhs, sides.rhs + .integer(2) / x.sqrtM * x.log8OverGamma)
                    },
                    .number("gamma < 1, so log(8/gamma) > log 8 > 0") { Ball(0).isLess(than: .log(Ball(8))) },
                ]
            )
        ],
        route: "With 4 for 2 before the last logarithm it is an identity (B.9/q*), and the lemma's last step holds with it (B.9/q**).")

    static let qRepairs: [Claim] = [
        Claim.repair(
            "B.9/q*", place: "for Lemma B.9: both terms doubled", kind: .deterministic,
            statement: "2 (113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)) <= 226 Cbar C0 sqrt(log m) + (4/sqrt m) log(8/gamma)",
            domain: "m >= 1, C0 >= 0, gamma in (0,1)",
            check: .checkedLines,
            coq: .whole("B9_q_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: [
                        .identity("2 (113 a + 2 b) = 226 a + 4 b, a = Cbar C0 sqrt(log m), b = log(8/gamma)/sqrt m: both sides are equal") {
                            let sides = StepsB9.q(LemmaB9Domain.exact, last: .integer(4))
                            return (sides.lhs, sides.rhs)
                        }
                    ],
                    method: "algebraic identity"))),
        Claim.repair(
            "B.9/q**", place: "for Lemma B.9: B.9/p* with the last term doubled", kind: .deterministic,
            statement: "50 d^{0.25} + 227 Cbar^2 sqrt(log m) + (4/sqrt m) log(8/gamma) <= 327 Cbar^2 d^{0.25}",
            domain: LemmaB9Domain.hypotheses,
            check: .checkedLines,
            coq: .whole("B9_q_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: LemmaB9Domain.search { StepsB9.p($0, factor: .cBarSquared, last: Ball(4)) },
                    proof: LemmaB9FinalStep.squared(last: 4),
                    method: "branch and bound, unbounded box"))),
    ]

    // MARK: boundaries

    /// Thresholds in C0 by bisection in Double: the left side less the right side falls with C0 on (0, 1]. A width beyond the range of
    /// Double is infinite there, and its reciprocal 0.
    static func thresholds(
        _ caption: String, window: Bool, _ sides: (StepArguments<Double>) -> Inequality<Double>
    ) -> BoundaryTable {
        func smallest(_ d: Double, logM: Double) -> String {
            let l = Double.maximum(Double.log(4), Double.sqrt(d) - logM)
            let found = Bisection.bracket(from: 0, to: 1, times: 60) { c0 in
                let both = sides(StepArguments(d: d, m: Double.exp(logM), logM: logM, l: l, c0: c0, c1: 1))
                return both.lhs <= both.rhs
            }
            return shortText(found.after)
        }
        let rows = [198.0, 1000, 10_000, 1_000_000, 1e8, 1e12].map { d -> [String] in
            let least = 2.4 * Double.log(d), most = Double.sqrt(d) - Double.log(4)
            return [shortText(d), smallest(d, logM: least)] + (window ? [smallest(d, logM: Double.maximum(least, most))] : [])
        }
        let columns = ["d", "C0 at m = d^2.4"] + (window ? ["C0 at log m = sqrt d - log 4"] : [])
        return BoundaryTable(caption: caption, columns: columns, rows: rows)
    }
}
