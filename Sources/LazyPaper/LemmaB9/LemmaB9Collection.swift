// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule

/// B.9/j and p: collecting terms into one multiple of Cbar C0, which goes to 0 with C0 while the left sides do not.
enum LemmaB9Collection {
    /// What every repair of this kind replaces.
    private static let squared = "Cbar C0 replaced by Cbar^2"

    /// d >= 198 as the first coordinate.
    private static var root: LogInterval { LemmaB9Domain.root(from: 198) }

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
            decidedBy: .proof(
                CheckedArgument(
                    proof: [LemmaB9Domain.leastDimension] + jAbove(0.57),
                    method: "branch and bound, unbounded box"))),
    ]

    /// The left side of j over Cbar sqrt(log m): sqrt(3872 + 88 log(8/gamma)/(Cbar sqrt m log m)) + sqrt(44 d/(Cbar sqrt m log m)) + 44 C0/(sqrt m sqrt(log m)).
    private static func jReduced<Scalar: BoundScalar>(_ x: StepArguments<Scalar>) -> Scalar {
        let width: Scalar = x.sqrtM * x.logM
        let first: Scalar = .sqrt(.integer(3872) + .integer(88) * x.log8OverGamma / (x.cBar * width))
        let second: Scalar = .sqrt(.integer(44) * x.d / (x.cBar * width))
        return first + second + .integer(44) * x.c0 / (x.sqrtM * .sqrt(x.logM))
    }

    private static let jIdentity: CheckedLine = .sampled(
        "left side over Cbar sqrt(log m), which the reduced "
            + "form restates", equal: true
    ) { point in
        guard let x = LemmaB9Domain.sample(&point, c0: (-5, 5)) else { return nil }
        return Inequality(StepsB9.j(x).lhs / (x.cBar * .sqrt(x.logM)), atMost: jReduced(x))
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

    // MARK: B.9/p

    static let p = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.p($0) },
        parts: [
            ("Proved for C0 >= 0.51.", [LemmaB9Domain.leastDimension] + pAbove(0.51)),
            (
                "Given m <= exp(d^0.24), which leaves d >= 2.97e6, proved for C0 >= 0.18 and refuted for "
                    + "smaller ones.", [emptyWindow] + pWindow
            ),
            (
                "Fails everywhere for C0 <= 0.15.",
                [
                    .everywhere(
                        "fails everywhere for C0 <= 0.15: 327 C0 d^{1/4} "
                            + "<= 50 d^{1/4}", LogBox(LogInterval("C0", from: 0, to: 0.15))
                    ) { x in
                        Inequality(.integer(327) * x[0], atMost: .integer(50))
                    }
                ]
            ),
        ],
        boundary: {
            thresholds(
                "Smallest C0 at which B.9/p holds, at the smallest and the "
                    + "largest m allowed", window: true
            ) { StepsB9.p($0) }
        },
        route: "With Cbar^2 for Cbar C0 it holds for every C0 (B.9/p*): Lemma B.9 survives with last term 327 Cbar^2 d^{1/4}, as "
            + "far as B.9/n does.")

    static let pRepairs: [Claim] = [
        Claim.repair(
            "B.9/p*", place: "for Lemma B.9: a corrected factor", kind: .deterministic,
            statement: "B.9/p with \(squared)",
            domain: LemmaB9Domain.hypotheses,
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    search: LemmaB9Domain.search { StepsB9.p($0, factor: .cBarSquared) },
                    proof: [
                        LemmaB9Domain.leastDimension, pBox("for C0 <= 1", LemmaB9Domain.smallC0, .cBarSquared),
                        pBox("for C0 >= 1", LemmaB9Domain.largeC0, .cBarSquared),
                    ],
                    method: "branch and bound, unbounded box"))),
        Claim.repair(
            "B.9/p**", place: "for Lemma B.9: a restricted domain", kind: .deterministic,
            statement: "B.9/p as displayed",
            domain: "C0 >= 0.51 and the hypotheses",
            check: .checkedLines,
            decidedBy: .proof(
                CheckedArgument(
                    proof: [LemmaB9Domain.leastDimension] + pAbove(0.51),
                    method: "branch and bound, unbounded box"))),
    ]

    /// log m = share^2 sqrt d, share in (0, 1]: log m <= log(4m/gamma) <= sqrt d. m itself stays at least d^2.4.
    private static func pBox(_ text: String, _ c0: LogInterval, _ factor: StepsB9.Factor) -> CheckedLine {
        .everywhere(
            "\(text), log m <= sqrt d, log(4/gamma) <= sqrt d, m >= d^2.4, d >= 198",
            LogBox(root, LemmaB9Domain.excess, LemmaB9Domain.share, c0, LemmaB9Domain.widthShare)
        ) { x in
            let logM = x[4] * x[4] * LemmaB9Domain.rootDimension(x[0])
            return StepsB9.p(LemmaB9Domain.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3], logM: logM), factor: factor)
        }
    }

    private static func pAbove(_ least: Double) -> [CheckedLine] {
        [
            pBox("for \(least) <= C0 <= 1", LogInterval("C0", from: least, to: 1), .cBarC0),
            pBox("for C0 >= 1", LemmaB9Domain.largeC0, .cBarC0),
        ]
    }

    /// 2.4 log d > d^0.24 up to 2.97e6.
    private static let emptyWindow: CheckedLine = .everywhere(
        "the window is empty for 198 <= d <= 2970000: d^0.24 < 2.4 log d",
        LogBox(LogInterval("d", from: 198, to: 2_970_000))
    ) { x in Inequality(.pow(x[0], .ratio(6, 25)), atMost: .ratio(12, 5) * .log(x[0])) }

    private static let pWindow: [CheckedLine] = [
        windowBox("with log m <= d^0.24 holds for 0.18 <= C0 <= 1", LogInterval("C0", from: 0.18, to: 1)),
        windowBox("and for C0 >= 1", LemmaB9Domain.largeC0),
        .number("with m <= exp(d^0.24) fails at d = 10^7, m = 10^17, gamma = 1/2, C0 = 1/10") {
            let d = Ball.pow(Ball(10), Ball(7)), m = Ball.pow(Ball(10), Ball(17))
            guard let x = LemmaB9Domain.point([d, m, .ratio(1, 2), .ratio(1, 10)]),
                x.logM.isCertainlyLess(than: .pow(d, .ratio(6, 25)))
            else { return nil }
            let sides = StepsB9.p(x)
            return sides.rhs.isLess(than: sides.lhs)
        },
    ]

    private static func windowBox(_ text: String, _ c0: LogInterval) -> CheckedLine {
        .everywhere(text, LogBox(LemmaB9Domain.root(from: 2_970_000), LemmaB9Domain.excess, LemmaB9Domain.share, c0)) { x in
            let logM: RangeWithSlopes = .pow(LemmaB9Domain.dimension(x[0]), .ratio(6, 25))
            return StepsB9.p(LemmaB9Domain.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3], logM: logM))
        }
    }

    // MARK: boundaries

    /// Thresholds in C0 by bisection in Double: the left side less the right side falls with C0 on (0, 1]. A width beyond the range of
    /// Double is infinite there, and its reciprocal 0.
    private static func thresholds(
        _ caption: String, window: Bool, _ sides: (StepArguments<Double>) -> Inequality<Double>
    ) -> BoundaryTable {
        func smallest(_ d: Double, logM: Double) -> String {
            let l = Double.maximum(Double.log(4), Double.sqrt(d) - logM)
            var low = 0.0, high = 1.0
            for _ in 0..<60 {
                let c0 = (low + high) / 2
                let both = sides(StepArguments(d: d, m: Double.exp(logM), logM: logM, l: l, c0: c0, c1: 1))
                if both.lhs > both.rhs { low = c0 } else { high = c0 }
            }
            return shortText(high)
        }
        let rows = [198.0, 1000, 10_000, 1_000_000, 1e8, 1e12].map { d -> [String] in
            let least = 2.4 * Double.log(d), most = Double.sqrt(d) - Double.log(4)
            return [shortText(d), smallest(d, logM: least)] + (window ? [smallest(d, logM: Double.maximum(least, most))] : [])
        }
        let columns = ["d", "C0 at m = d^2.4"] + (window ? ["C0 at log m = sqrt d - log 4"] : [])
        return BoundaryTable(caption: caption, columns: columns, rows: rows)
    }
}
