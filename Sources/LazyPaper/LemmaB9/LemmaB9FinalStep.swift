// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.9/p: the last inequality of the proof, over all widths and within the window of Theorem 3.1.
enum LemmaB9FinalStep {
    static let p = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.p($0) },
        parts: [
            ("Proved for C0 >= 0.51.", [LemmaB9Domain.leastDimension] + pAbove(0.51)),
            ("Fails everywhere for C0 <= 0.15.", [failsForSmallC0]),
        ],
        boundary: {
            LemmaB9Collection.thresholds(
                "Smallest C0 at which B.9/p holds, at the smallest and the "
                    + "largest m allowed", window: true
            ) { StepsB9.p($0) }
        },
        route: "With Cbar^2 for Cbar C0 it holds for every C0 (B.9/p*): Lemma B.9 survives with last term 327 Cbar^2 d^{1/4}, as "
            + "far as B.9/n does.")

    static let pRepairs: [Claim] = [
        Claim.repair(
            "B.9/p*", place: "for Lemma B.9: a corrected factor", kind: .deterministic,
            statement: "B.9/p with \(LemmaB9Collection.squared)",
            domain: LemmaB9Domain.hypotheses,
            check: .checkedLines,
            coq: .whole("B9_p_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: LemmaB9Domain.search { StepsB9.p($0, factor: .cBarSquared) },
                    proof: squared(last: 2),
                    method: "branch and bound, unbounded box"))),
        Claim.repair(
            "B.9/p**", place: "for Lemma B.9: a restricted domain", kind: .deterministic,
            statement: "B.9/p as displayed",
            domain: "C0 >= 0.51 and the hypotheses",
            check: .checkedLines,
            coq: .whole("B9_p_star_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    proof: [LemmaB9Domain.leastDimension] + pAbove(0.51),
                    method: "branch and bound, unbounded box"))),
    ]

    /// 327 C0 d^{1/4} is at most the first term on the left.
    private static let failsForSmallC0: CheckedLine = .everywhere(
        "fails everywhere for C0 <= 0.15: 327 C0 d^{1/4} <= 50 d^{1/4}", LogBox(LogInterval("C0", from: 0, to: 0.15))
    ) { x in Inequality(.integer(327) * x[0], atMost: .integer(50)) }

    /// p with Cbar^2 for Cbar C0, and (last/sqrt m) log(8/gamma) on the left.
    static func squared(last: Int) -> [CheckedLine] {
        [
            LemmaB9Domain.leastDimension, pBox("for C0 <= 1", LemmaB9Domain.smallC0, .cBarSquared, last: last),
            pBox("for C0 >= 1", LemmaB9Domain.largeC0, .cBarSquared, last: last),
        ]
    }

    /// log m = share^2 sqrt d, share in (0, 1]: log m <= log(4m/gamma) <= sqrt d. m itself stays at least d^2.4.
    private static func pBox(_ text: String, _ c0: LogInterval, _ factor: StepsB9.Factor, last: Int = 2) -> CheckedLine {
        .everywhere(
            "\(text), log m <= sqrt d, log(4/gamma) <= sqrt d, m >= d^2.4, d >= 198",
            LogBox(LemmaB9Collection.root, LemmaB9Domain.excess, LemmaB9Domain.share, c0, LemmaB9Domain.widthShare)
        ) { x in
            let logM = x[4] * x[4] * LemmaB9Domain.rootDimension(x[0])
            let arguments = LemmaB9Domain.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3], logM: logM)
            return StepsB9.p(arguments, factor: factor, last: .integer(last))
        }
    }

    private static func pAbove(_ least: Double) -> [CheckedLine] {
        [
            pBox("for \(least) <= C0 <= 1", LogInterval("C0", from: least, to: 1), .cBarC0),
            pBox("for C0 >= 1", LemmaB9Domain.largeC0, .cBarC0),
        ]
    }

    // MARK: B.9/p within the window

    /// The window m <= exp(d^0.24) besides.
    static let windowed = LemmaB9Domain.hypotheses + ", m <= exp(d^0.24) (which leaves d >= 2.97e6)"

    static let pInWindow = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["10000000"]), ("m", ["100000000000000000"]), ("gamma", ["0.5", "0.05"]), ("C0", ["1", "0.5", "0.2", "0.1"]),
            ]) { x in
                guard let point = LemmaB9Domain.point(x), point.logM.isCertainlyLessOrEqual(to: .pow(x[0], .ratio(6, 25))) else {
                    return nil
                }
                return StepsB9.p(point)
            }.first()
        },
        parts: [
            ("Proved for C0 >= 0.17.", pWindow),
            ("Fails everywhere for C0 <= 0.15.", [failsForSmallC0]),
        ],
        route:
            "The window leaves d >= 2.97e6, where log m <= d^0.24 is small against sqrt d. For C0 from 0.153 (50/327) to 0.17 it holds "
            + "once d is large enough. With Cbar^2 for Cbar C0 it holds for every C0 (B.9/p*).")

    static let pInWindowRepairs: [Claim] = [
        Claim.repair(
            "B.9/p'*", place: "for Lemma B.9: a restricted domain", kind: .deterministic,
            statement: "B.9/p' as displayed",
            domain: "C0 >= 0.17, m <= exp(d^0.24) and the hypotheses",
            check: .checkedLines,
            coq: .whole("B9_p_prime_star.v"),
            decidedBy: .proof(CheckedArgument(proof: pWindow, method: "branch and bound, unbounded box")))
    ]

    /// 2.4 log d > d^0.24 up to 2.97e6.
    private static let emptyWindow: CheckedLine = .everywhere(
        "the window is empty for 198 <= d <= 2970000: d^0.24 < 2.4 log d",
        LogBox(LogInterval("d", from: 198, to: 2_970_000))
    ) { x in Inequality(.pow(x[0], .ratio(6, 25)), atMost: .ratio(12, 5) * .log(x[0])) }

    private static let pWindow: [CheckedLine] = [
        LemmaB9Domain.leastDimension, emptyWindow,
        windowBox("with log m <= d^0.24 holds for 0.17 <= C0 <= 1", LogInterval("C0", from: 0.17, to: 1)),
        windowBox("and for C0 >= 1", LemmaB9Domain.largeC0),
    ]

    private static func windowBox(_ text: String, _ c0: LogInterval) -> CheckedLine {
        .everywhere(text, LogBox(LemmaB9Domain.root(from: 2_970_000), LemmaB9Domain.excess, LemmaB9Domain.share, c0)) { x in
            let logM: RangeWithSlopes = .pow(LemmaB9Domain.dimension(x[0]), .ratio(6, 25))
            return StepsB9.p(LemmaB9Domain.arguments(root: x[0], excess: x[1], share: x[2], c0: x[3], logM: logM))
        }
    }
}
