// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// 3.1/d+: along m = d^2.4 the sharper bounds certify a flip from some d on.
extension Claim {
    static let claim31dSharp = Claim(
        "3.1/d+", place: "for Theorem 3.1: assembled from the sharper constants", kind: .deterministic,
        statement: """
            With F, G and D the right-hand sides of B.5/1+ at 9 gamma/10, B.7/1+ at gamma/20 and B.9/1+ at gamma/20, R = C1/sqrt d:
            D < G and 2 F/(G - D) <= C1/sqrt d with C1 = 16 for every d >= 2 10^6, so that with probability >= 1-gamma, for all W,
            the step 2F/(G - D) along the gradient, of length at most 16/sqrt d, flips the sign
            """,
        domain: "gamma = 0.05, C0 = 1, m = d^2.4, d >= 2 10^6",
        subject: .described("2 F/(G - D) against C1/sqrt d", .upper), failing: .none,
        check: .balls("The condition is enclosed over the unbounded box of d along m = d^2.4."),
        decidedBy: .proof(Theorem31SharpAssembly.step))
}

enum Theorem31SharpAssembly {
    private static let c1 = 16
    private static let first = 2e6

    static let step = CheckedArgument(
        proof: [
            .argument(
                "three events, in all gamma: |f(x)| <= F, ||grad f(x)|| >= G, ||grad f(x+delta) - grad f(x)|| <= D for ||delta|| <= "
                    + "C1/sqrt d, for all W; f(x) > 0, else take -a: 3.1/a at t = -2F/(1 - D/G) gives f(x+delta) <= F + t (1 - D/G) = -F "
                    + "< 0 with ||delta|| = |t|/||grad f(x)|| <= 2F/(G - D)"),
            .argument(
                "B.7/1+ has chi^2_n >= n u with u >= 1 - 2 sqrt(t/n), t = log(16/(3 gamma/20)), from which its u is iterated upward: over "
                    + "C1 sqrt d the condition follows from the next line, whose right-hand side has this in the place of u"),
            .everywhere(
                "2F/C1 + (D + C0 A + J)/sqrt d <= sqrt((1/2 - sqrt(t/(2m))) (1 - 1/d) (1 - 2 sqrt(t/(d-1)))) for every d >= 2 10^6, C1 = "
                    + "16",
                LogBox(LogInterval("d", from: first, to: .infinity))
            ) { x in condition(x[0]) },
        ],
        method: "branch and bound, unbounded box",
        note: "The paper's own constants certify a flip from d = 1e24 on (3.1/d). Other gamma, C0 and widths are in the frontier.")

    private static func condition<Scalar: BoundScalar>(_ d: Scalar) -> Inequality<Scalar> {
        let one: Scalar = .integer(1), root: Scalar = .sqrt(d), constant: Scalar = .integer(c1)
        let gamma: Scalar = .ratio(1, 20)
        let whole = Arguments(
            d: d, m: .pow(d, .ratio(12, 5)), gamma: gamma, c0: one, c1: constant, radius: constant / root, epsilon: .ratio(1, 2))
        var most = whole, part = whole
        most.gamma = .ratio(9, 10) * gamma
        part.gamma = gamma / .integer(20)
        let t: Scalar = .logRatio(.integer(16), .integer(3) * part.gamma)
        let change = SharpB7.projectedGradientChange(part, slab: part.logOverGamma(4), rest: t).value
        let value: Scalar = .integer(2) * SharpB5.functionValue(most).value / constant
        let left = value + (SharpB9.gradientDifference(part).value + change) / root
        let size = SharpB5.halfFromBelow(whole.m, t) * (one - one / d) * (one - .integer(2) * .sqrt(t / (d - one)))
        return Inequality(left, atMost: .sqrt(size))
    }
}
