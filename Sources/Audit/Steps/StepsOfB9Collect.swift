// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import RealModule

/// B.9/j and p: collecting terms into one multiple of Cbar C0, which goes to 0 with C0 while the left sides do not.
enum StepsOfB9Collect {
    static let all = [j, p]

    /// What every repair of this kind replaces.
    private static let squared = "Cbar C0 replaced by Cbar^2"

    /// d >= 198 as the first coordinate.
    private static var root: LogInterval { DomainB9.root(from: 198) }

    // MARK: B.9/j

    static let j = DeterministicStep(
        step: AuditStep(
            id: "B.9/j", kind: .deterministic,
            statement: "sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar "
                + "C0/sqrt m <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)",
            place: "Lemma B.9, proof, sums over few neurons", domain: DomainB9.hypotheses),
        search: DomainB9.search { StepsB9.j($0) },
        parts: [
            ("Proved for C0 >= 0.57.", [DomainB9.leastDimension] + jAbove(0.57)),
            (
                "Fails everywhere for C0 <= 0.55.",
                [
                    .everywhere("fails everywhere for C0 <= 0.55: 113 C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= "
                        + "sqrt(44 88 log m)",
                        LogBox(root, DomainB9.excess, DomainB9.share, LogInterval("C0", from: 0, to: 0.55))
                    ) { x in
                        // Divided by sqrt(log m), as the step is proved too.
                        let a = DomainB9.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3])
                        let rest: Trend = .integer(2) * a.log8OverGamma / (a.sqrtM * .sqrt(a.logM))
                        return StepSides(.integer(113) * a.c0 + rest, atMost: .sqrt(.integer(44 * 88)))
                    }
                ]
            ),
        ],
        boundary: {
            thresholds("Smallest C0 at which B.9/j holds, at m = d^2.4 and the smallest "
                + "gamma allowed", window: false) { StepsB9.j($0) }
        },
        route: "With Cbar^2 for Cbar C0 it holds for every C0 (B.9/j*), and the lemma follows with 327 Cbar^2 for 327 Cbar C0 "
            + "(see B.9/p*).",
        repairs: [
            DeterministicStep(
                step: AuditStep(
                    id: "B.9/j*", kind: .deterministic, statement: "B.9/j with \(squared)", place: "for Lemma B.9: a corrected factor",
                    domain: DomainB9.hypotheses),
                search: DomainB9.search { StepsB9.j($0, factor: .cBarSquared) },
                proof: [DomainB9.leastDimension] + jSquared, method: "branch and bound, unbounded box"),
            DeterministicStep(
                step: AuditStep(
                    id: "B.9/j**", kind: .deterministic, statement: "B.9/j as displayed", place: "for Lemma B.9: a restricted domain",
                    domain: "C0 >= 0.57 and the hypotheses"),
                proof: [DomainB9.leastDimension] + jAbove(0.57), method: "branch and bound, unbounded box"),
        ])

    /// The left side of j over Cbar sqrt(log m): sqrt(3872 + 88 log(8/gamma)/(Cbar sqrt m log m)) + sqrt(44 d/(Cbar sqrt m log m)) + 44 C0/(sqrt m sqrt(log m)).
    private static func jReduced<Scalar: BoundScalar>(_ x: StepArguments<Scalar>) -> Scalar {
        let width: Scalar = x.sqrtM * x.logM
        let first: Scalar = .sqrt(.integer(3872) + .integer(88) * x.log8OverGamma / (x.cBar * width))
        let second: Scalar = .sqrt(.integer(44) * x.d / (x.cBar * width))
        return first + second + .integer(44) * x.c0 / (x.sqrtM * .sqrt(x.logM))
    }

    private static let jIdentity: Check = .sampled("left side over Cbar sqrt(log m), which the reduced "
        + "form restates", equal: true) { point in
        guard let x = DomainB9.sample(&point, c0: (-5, 5)) else { return nil }
        return StepSides(StepsB9.j(x).lhs / (x.cBar * .sqrt(x.logM)), atMost: jReduced(x))
    }

    /// The reduced left side <= 113 times `rest`, C0 in the given interval.
    private static func jBox(_ text: String, _ c0: LogInterval, _ rest: @escaping @Sendable (Trend) -> Trend) -> Check {
        .everywhere(text, LogBox(root, DomainB9.excess, DomainB9.share, c0)) { x in
            let a = DomainB9.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3])
            return StepSides(jReduced(a), atMost: .integer(113) * rest(a.c0))
        }
    }

    private static func jAbove(_ least: Double) -> [Check] {
        [
            jIdentity,
            jBox("the reduced left side <= 113 C0 for \(least) <= C0 <= 1", LogInterval("C0", from: least, to: 1)) { $0 },
            jBox("and for C0 >= 1", DomainB9.largeC0) { $0 },
        ]
    }

    private static var jSquared: [Check] {
        [
            jIdentity,
            jBox("the reduced left side <= 113 for C0 <= 1", DomainB9.smallC0) { _ in .integer(1) },
            jBox("and <= 113 C0 for C0 >= 1", DomainB9.largeC0) { $0 },
        ]
    }

    // MARK: B.9/p

    static let p = DeterministicStep(
        step: AuditStep(
            id: "B.9/p", kind: .deterministic, statement: "50 d^{1/4} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 "
                + "Cbar C0 d^{1/4}",
            place: "Lemma B.9, proof, last inequality", domain: DomainB9.hypotheses + "; and again with m <= exp(d^0.24)"),
        search: DomainB9.search { StepsB9.p($0) },
        parts: [
            ("Proved for C0 >= 0.51.", [DomainB9.leastDimension] + pAbove(0.51)),
            ("Given m <= exp(d^0.24), which leaves d >= 2.97e6, proved for C0 >= 0.18 and refuted for "
                + "smaller ones.", [emptyWindow] + pWindow),
            (
                "Fails everywhere for C0 <= 0.15.",
                [
                    .everywhere("fails everywhere for C0 <= 0.15: 327 C0 d^{1/4} "
                        + "<= 50 d^{1/4}", LogBox(LogInterval("C0", from: 0, to: 0.15))) { x in
                        StepSides(.integer(327) * x[0], atMost: .integer(50))
                    }
                ]
            ),
        ],
        boundary: {
            thresholds("Smallest C0 at which B.9/p holds, at the smallest and the "
                + "largest m allowed", window: true) { StepsB9.p($0) }
        },
        route: "With Cbar^2 for Cbar C0 it holds for every C0 (B.9/p*): Lemma B.9 survives with last term 327 Cbar^2 d^{1/4}, as "
            + "far as B.9/n does.",
        repairs: [
            DeterministicStep(
                step: AuditStep(
                    id: "B.9/p*", kind: .deterministic, statement: "B.9/p with \(squared)", place: "for Lemma B.9: a corrected factor",
                    domain: DomainB9.hypotheses),
                search: DomainB9.search { StepsB9.p($0, factor: .cBarSquared) },
                proof: [DomainB9.leastDimension, pBox("for C0 <= 1", DomainB9.smallC0, .cBarSquared), pBox("for C0 >= 1", DomainB9.largeC0, .cBarSquared)],
                method: "branch and bound, unbounded box"),
            DeterministicStep(
                step: AuditStep(
                    id: "B.9/p**", kind: .deterministic, statement: "B.9/p as displayed", place: "for Lemma B.9: a restricted domain",
                    domain: "C0 >= 0.51 and the hypotheses"),
                proof: [DomainB9.leastDimension] + pAbove(0.51), method: "branch and bound, unbounded box"),
        ])

    /// log m = share^2 sqrt d, share in (0, 1]: log m <= log(4m/gamma) <= sqrt d. m itself stays at least d^2.4.
    private static func pBox(_ text: String, _ c0: LogInterval, _ factor: StepsB9.Factor) -> Check {
        .everywhere("\(text), log m <= sqrt d, log(4/gamma) <= sqrt d, m >= d^2.4, d >= 198",
            LogBox(root, DomainB9.excess, DomainB9.share, c0, DomainB9.widthShare)
        ) { x in
            let logM = x[4] * x[4] * DomainB9.rootDimension(x[0])
            return StepsB9.p(DomainB9.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3], logM: logM), factor: factor)
        }
    }

    private static func pAbove(_ least: Double) -> [Check] {
        [pBox("for \(least) <= C0 <= 1", LogInterval("C0", from: least, to: 1), .cBarC0), pBox("for C0 >= 1", DomainB9.largeC0, .cBarC0)]
    }

    /// 2.4 log d > d^0.24 up to 2.97e6.
    private static let emptyWindow: Check = .everywhere("the window is empty for 198 <= d <= 2970000: d^0.24 < 2.4 log d",
        LogBox(LogInterval("d", from: 198, to: 2_970_000))
    ) { x in StepSides(.pow(x[0], .ratio(6, 25)), atMost: .ratio(12, 5) * .log(x[0])) }

    private static let pWindow: [Check] = [
        windowBox("with log m <= d^0.24 holds for 0.18 <= C0 <= 1", LogInterval("C0", from: 0.18, to: 1)),
        windowBox("and for C0 >= 1", DomainB9.largeC0),
        .number("with m <= exp(d^0.24) fails at d = 10^7, m = 10^17, gamma = 1/2, C0 = 1/10") {
            let d = Ball.pow(Ball(10), Ball(7)), m = Ball.pow(Ball(10), Ball(17))
            guard let x = DomainB9.point([d, m, .ratio(1, 2), .ratio(1, 10)]),
                x.logM.isCertainlyLess(than: .pow(d, .ratio(6, 25)))
            else { return nil }
            let sides = StepsB9.p(x)
            return sides.rhs.isLess(than: sides.lhs)
        },
    ]

    private static func windowBox(_ text: String, _ c0: LogInterval) -> Check {
        .everywhere(text, LogBox(DomainB9.root(from: 2_970_000), DomainB9.excess, DomainB9.share, c0)) { x in
            let logM: Trend = .pow(DomainB9.dimension(x[0]), .ratio(6, 25))
            return StepsB9.p(DomainB9.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3], logM: logM))
        }
    }

    // MARK: boundaries

    /// Thresholds in C0 by bisection in Double: the left side less the right side falls with C0 on (0, 1]. A width beyond the range of
    /// Double is infinite there, and its reciprocal 0.
    private static func thresholds(
        _ caption: String, window: Bool, _ sides: (StepArguments<Double>) -> StepSides<Double>
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
