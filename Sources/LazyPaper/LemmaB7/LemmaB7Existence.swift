// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// B.7/2: "there is C > 0" such that two conditions, neither of which makes d large, bound the gradient's norm from below.
enum LemmaB7Existence {
    /// The constant of the repaired statement.
    private static let repairedC = 2500

    /// d = 1, gamma = 1/20, m = 400 C^2: meets both conditions, and W0 itself fails with probability >= erf(1/(4 sqrt 2)) = 0.197.
    static let refutation = StatedProof {
        let evidence = family.map(\.evidence)
        guard evidence.allSatisfy({ $0.standing != .failed }) else {
            return Finding(.inconclusive, method: "the family of witnesses was not verified", evidence: evidence)
        }
        let probability = Ball.refined { smallProbability }
        let counterexample = Counterexample(
            [.init("C", "1000"), .init("d", "1"), .init("m", "400000000"), .init("gamma", "0.05"), .init("C0", "0")],
            lhs: probability.midpoint, rhs: 0.05, excess: (probability - .ratio(1, 20)).lower)
        let note =
            "Refuted for every C > 0 at once, by m = 400 C^2 (C an integer: a C that serves makes every larger one serve), for "
            + "every C0 >= 0: neither condition makes d large. A condition between d and C0 is missing too: "
            + "where C0 >= 2 sqrt d the ball reaches W of gradient sqrt(d)/4 and less. B.7/2* states what B.7/1 gives."
        return Finding(
            .refuted, method: "a family of witnesses, one for each C", counterexample: counterexample, probability: probability.midpoint,
            gamma: 0.05, note: note, evidence: evidence)
    }

    /// P(|z| < 1/4), z ~ N(0,1).
    private static var smallProbability: Ball { .erf(Ball(1) / (Ball(4) * .sqrt(Ball(2)))) }

    private static let family: [CheckedLine] = [
        .argument("d = 1: grad f = f(x;a,W) x by homogeneity, so ||grad f(x;a,W0)|| = |f(x;a,W0)|, and W0 is in the ball"),
        .argument(
            "given N active neurons f ~ N(0, N/m) with N <= m, so P(|f(x;a,W0)| < 1/4) >= P(|z| < 1/4) = erf(1/(4 sqrt "
                + "2)), for every m"),
        .number("erf(1/(4 sqrt 2)) > 0.197 > gamma = 1/20") { Ball.ratio(197, 1000).isLess(than: smallProbability) },
        .everywhere(
            "m = 400 C^2 meets the first condition: C log 80 <= 400 "
                + "C^2 for C >= 1", LogBox(LogInterval("C", from: 1, to: .infinity))
        ) { x in
            Inequality(x[0] * .log(.integer(80)), atMost: .integer(400) * x[0] * x[0])
        },
        .everywhere("and the second: C log(160 m)/m <= 1 for C >= 1", LogBox(LogInterval("C", from: 1, to: .infinity))) { x in
            let m = RangeWithSlopes.integer(400) * x[0] * x[0]
            return Inequality(x[0] * .log(.integer(160) * m) / m, atMost: .integer(1))
        },
        .argument(
            "second family, for large d: v_s = -a_s nu u on the active neurons, u along P grad f(x;a,W0) (so no activation "
                + "changes), brings P grad f to 0 where ||P grad f(x;a,W0)|| <= C0 N/m; there remains |f(x;a,W0)|"),
        .number(
            "at d = 100, C0 = 20, m = 400 C^2, C >= 1000, gamma = 1/20 this fails with probability > 0.98: P(|f| >= 5/2) + "
                + "P(chi^2_99 > 180) + P(N/m < 0.45) < 0.02"
        ) {
            let value = Ball.erfc(.ratio(5, 2) / .sqrt(Ball(2)))
            let norm = Ball.chiSquaredUpperTail(Ball(180), degrees: 99)
            // Hoeffding: P(N/m < 1/2 - 1/20) <= exp(-2 m/400), m >= 400 10^6.
            let count = Ball.exp(Ball(-2_000_000))
            return (value + norm + count).isLess(than: .ratio(2, 100))
        },
    ]

    // MARK: the repair

    static let repair = Claim.repair(
        "B.7/2*",
        place: "for B.7/2: conditions that make d large against C0 and log(1/gamma)", kind: .existence(.deterministic),
        statement: "the bound of B.7/1 is at least sqrt(d)/4 for m >= C (C0^2 + log(4/gamma)), d >= C (C0^2 + log(8/gamma)), "
            + "d m >= C (C0^2 + log(4/gamma)) log(8m/gamma), C = 2500: there, with probability >= 1-gamma, for all W: "
            + "||grad f(x;a,W)|| >= sqrt(d)/4",
        domain: "m, d >= 1, gamma in (0,1), C0 >= 0", failing: .gamma,
        measuring: .measured(GradientNorm(), bound: LemmaB7.GradientNormAtLargeWidthRepaired(), law: .unknown),
        check: .checkedLines,
        decidedBy: .proof(
            CheckedArgument(
                proof: repairLines,
                method: "term by term",
                note: "Rests on B.7/1 (proved).")))

    // T = (C0 + sqrt(L4/2))/sqrt m, K = C0^2 + L4, W = log(8m/gamma), a = sqrt(L4/2).
    private static let repairLines: [CheckedLine] = [
        .certified(
            "L4 = log(4/gamma), L8 = log(8/gamma), W = log(8m/gamma), T = (C0 + sqrt(L4/2))/sqrt m, C = 2500: T^2 <= 2/C where m >= C "
                + "(C0^2 + L4), as (C0 + a)^2 <= 2 (C0^2 + L4), a = sqrt(L4/2)"
        ) {
            let (c0, a, c) = moved, excess = ExactScalar.nonnegative("m - C (C0^2 + L4)")
            let m = c * moment + excess
            let rest = NonnegativeQuantity(.integer(2) * excess / (c * m)) + NonnegativeQuantity(.integer(1) / m) * gap
            return (Inequality((c0 + a) * (c0 + a) / m, atMost: .integer(2) / c), rest)
        },
        .certified("T^2 W/d <= 2/C where d m >= C (C0^2 + L4) W") {
            let (c0, a, c) = moved, width = ExactScalar.positive("W"), excess = ExactScalar.nonnegative("d m - C (C0^2 + L4) W")
            let product = c * moment * width + excess
            let rest = NonnegativeQuantity(.integer(2) * excess / (c * product)) + NonnegativeQuantity(width / product) * gap
            return (Inequality((c0 + a) * (c0 + a) * width / product, atMost: .integer(2) / c), rest)
        },
        .identity(
            "the bound of B.7/1 over sqrt d is sqrt(1/2 - sqrt(2 L4/m) - L4/m) sqrt(1 - 5 sqrt(L8/d)) - C0/sqrt d - z, z = sqrt T sqrt(1 "
                + "+ 4 sqrt(W/d)); given that its two radicands are positive, as below",
            given: { [active(exact.logOverGamma(4) / exact.m), norm(exact.logOverGamma(8) / exact.d)] }
        ) {
            let p = exact
            let bound = LemmaB7.gradientNorm(p).value / .sqrt(p.d)
            let radicands: ExactScalar = .sqrt(active(p.logOverGamma(4) / p.m)) * .sqrt(norm(p.logOverGamma(8) / p.d))
            return (bound, radicands - p.c0 / .sqrt(p.d) - flipped(p).root)
        },
        .identity("z^2 = T + 4 T sqrt(W/d)") {
            let (share, root) = flipped(exact)
            return (root * root, share + .integer(4) * share * .sqrt(exact.logWidthOverGamma(8) / exact.d))
        },
        .everywhere(
            "so 1/4 <= that for L4/m <= 1/C, L8/d <= 1/C, C0/sqrt d <= 1/sqrt C and T, T sqrt(W/d) <= sqrt(2/C)",
            LogBox(
                LogInterval("L4/m", from: 0, to: 1.0 / Double(repairedC)), LogInterval("L8/d", from: 0, to: 1.0 / Double(repairedC)),
                LogInterval("C0/sqrt d", from: 0, to: 1 / Double(repairedC).squareRoot()),
                LogInterval("T", from: 0, to: (2 / Double(repairedC)).squareRoot()),
                LogInterval("T sqrt(W/d)", from: 0, to: (2 / Double(repairedC)).squareRoot()))
        ) { x in
            Inequality(.ratio(1, 4) + x[2] + .sqrt(x[3] + .integer(4) * x[4]), atMost: .sqrt(active(x[0])) * .sqrt(norm(x[1])))
        },
    ]

    private static var moved: (c0: ExactScalar, a: ExactScalar, c: ExactScalar) {
        (.nonnegative("C0"), .positive("a"), .integer(repairedC))
    }

    /// C0^2 + L4, L4 = 2 a^2.
    private static var moment: ExactScalar { moved.c0 * moved.c0 + .integer(2) * moved.a * moved.a }

    /// 2 (C0^2 + L4) - (C0 + a)^2 = (C0 - a)^2 + 2 a^2.
    private static var gap: NonnegativeQuantity { .square(moved.c0 - moved.a) + NonnegativeQuantity(.integer(2) * moved.a * moved.a) }

    private static var exact: Arguments<ExactScalar> {
        Arguments(
            d: .atLeastOne("d"), m: .atLeastOne("m"), gamma: .integer(1) / .aboveOne("1/gamma"), c0: .nonnegative("C0"), c1: .integer(1),
            radius: .integer(0), epsilon: .ratio(1, 2))
    }

    private static func flipped(_ p: Arguments<ExactScalar>) -> (share: ExactScalar, root: ExactScalar) {
        let share = (p.c0 + .sqrt(p.logOverGamma(4) / .integer(2))) / p.sqrtM
        return (share, .sqrt(share) * .sqrt(.integer(1) + .integer(4) * .sqrt(p.logWidthOverGamma(8) / p.d)))
    }

    private static func active<Scalar: BoundScalar>(_ share: Scalar) -> Scalar { .ratio(1, 2) - (.sqrt(.integer(2) * share) + share) }
    private static func norm<Scalar: BoundScalar>(_ share: Scalar) -> Scalar { .integer(1) - .integer(5) * .sqrt(share) }
}
