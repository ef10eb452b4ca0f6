// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule
internal import Support

/// B.9/n: the terms of Lemma B.8 that are not multiplied by the net's exponent, against 50 d^{1/4}.
enum LemmaB9Remainder {
    static let n = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.n($0) },
        parts: [
            ("Proved where also d >= (log(4/gamma) log(4m/gamma))^2, for every C0 (B.9/n*).", proof)
        ],
        boundary: { table },
        route: "It fails by 5 sqrt(log(4/gamma) log(4m/gamma)), which the hypotheses let grow like sqrt d: for fixed gamma Lemma "
            + "B.9 survives with the hypothesis of B.9/n* added; no constant before d^{1/4} serves without it.")

    static let nRepairs: [Claim] = [
        Claim.repair(
            "B.9/n*", place: "for Lemma B.9: an added hypothesis", kind: .deterministic,
            statement: "B.9/n as displayed",
            domain: addedHypothesis,
            check: .checkedLines,
            coq: .whole("B9_n_star.v"),
            decidedBy: .proof(
                CheckedArgument(
                    search: search,
                    proof: proof,
                    method: "term by term, branch and bound, unbounded boxes",
                    note: "With Cbar^2 for Cbar C0 on both sides too: the right side gains (Cbar^2 - Cbar C0) sqrt(log m) >= 0 more.")))
    ]

    private static let addedHypothesis =
        "C0 > 0, m >= d^2.4, m >= 58, d >= (log(4/gamma) log(4m/gamma))^2 (which implies d >= "
        + "log(4m/gamma)^2 and leaves d >= 500)"

    private static func isInside(_ x: StepArguments<Ball>) -> Bool {
        let product = x.l * x.log4MOverGamma
        return (product * product).isCertainlyLessOrEqual(to: x.d)
    }

    private static let search: @Sendable () -> Counterexample? = {
        CounterexampleSearch([
            ("d", ["600", "1000", "10000", "1000000"]), ("m", ["10000000", "100000000", "10000000000", "1000000000000000"]),
            ("gamma", ["0.9", "0.5", "0.1", "0.01", "1e-6", "1e-30"]), ("C0", ["1", "2", "4", "0.5", "0.1", "10", "20", "100"]),
        ]) { x in
            guard let point = LemmaB9Domain.point(x), isInside(point) else { return nil }
            return StepsB9.n(point)
        }.first()
    }

    private static let proof: [CheckedLine] = LemmaB9RemainderProof.lines

    // MARK: where n fails

    /// For each d, at m = d^2.4: the smallest L = log(4/gamma) from which on n fails, by bisection in Double; the left side rises with L.
    private static var table: BoundaryTable {
        let rows = [500.0, 800, 1000, 2000, 5000, 10_000, 100_000, 1_000_000, 1e8].map { d -> [String] in
            [shortText(d)]
                + [0.0, 1, 4].map { c0 in
                    let logM = 2.4 * Double.log(d)
                    let fails = { (l: Double) in
                        let sides = StepsB9.n(
                            StepArguments(d: d, m: Double.exp(logM), logM: logM, l: l, c0: Double.maximum(c0, 1e-9), c1: 1))
                        return sides.lhs > sides.rhs
                    }
                    let most = Double.sqrt(d) - logM
                    guard fails(most) else { return "nowhere" }
                    let first = Bisection.bracket(from: Double.log(4), to: most, times: 60, where: fails).after
                    let exponent = (first - Double.log(4)) / Double.log(10)
                    return "1e-\(shortText(exponent))"
                }
        }
        return BoundaryTable(
            caption: "B.9/n fails at m = d^2.4 for gamma at most (and as far down as the hypotheses go):",
            columns: ["d", "C0 near 0", "C0 = 1", "C0 = 4"], rows: rows)
    }
}
