// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// The tools T.1 and T.3 to T.6 (T.2 is a deterministic step).
enum ToolsLaws {
    /// T.1: E|z|^q <= (q-1)!!, by E|z|^q = (q-1) E|z|^{q-2} from E|z|^0 = 1, E|z| = sqrt(2/pi).
    static let absoluteMoment = LawSweep(
        grid: SweepGrid(order: Array(1...60)),
        argument: WholeDomainArgument(
            """
            By parts E|z|^q = (q-1) E|z|^{q-2}, the recurrence of (q-1)!!. The starts are E|z|^0 = 1 = (-1)!! and E|z| = \
            sqrt(2/pi) <= 1 = 0!!. So there is equality for even q and the factor sqrt(2/pi) for odd q.
            """,
            [
                .fact("2 <= pi") { Ball.integer(2).isCertainlyLess(than: .pi) },
                .fact("the Gamma form of E|z|^q meets the recurrence, q <= 60") {
                    (2...60).allSatisfy { NormalLaws.absoluteMoment($0).overlaps(momentByRecurrence($0)) }
                },
            ])
    ) { point, _ in
        LawSweep.Sides(momentByRecurrence(point.order), atMost: doubleFactorial(point.order - 1), "E|z|^q by its recurrence")
    }

    /// T.3 as displayed: P(|chi^2_m - m| > 4 sqrt(m log(2/gamma))) <= gamma.
    static let chiSquare = LawSweep(
        grid: SweepGrid(m: [1, 2, 3, 5, 10, 100, 1000, 100_000], gamma: SweepGrid.gammas),
        route: "Only the upper tail fails, where log(2/gamma) > m. Served: B.7/a needs the lower tail alone, and holds; B.6/a, "
            + "B.7/g and B.9/k need the upper one, and each has its repair.",
        sides: chiSquareSides)

    /// T.3 with the hypothesis that its exponent needs.
    static let chiSquareRestricted = LawSweep(
        grid: SweepGrid(m: [1, 2, 3, 5, 10, 100, 1000, 100_000], gamma: SweepGrid.gammas),
        contains: { point in
            let p = point.arguments
            return p.logOverGamma(2).isCertainlyAtMost(p.m)
        },
        argument: laurentMassart(
            """
            With x = log(2/gamma) <= m, 4 sqrt(mx) >= 2 sqrt(mx) + 2x, so each side fails with probability at most e^-x = \
            gamma/2.
            """),
        sides: chiSquareSides)

    static let chiSquareRestrictedClaim = Claim.repair(
        "T.3*", place: "Appendix B, tools", kind: .probability,
        statement: "P(|chi^2_m - m| > 4 sqrt(m log(2/gamma))) <= gamma, if log(2/gamma) <= m",
        domain: "m >= log(2/gamma)",
        check: .sweptLaw, decidedBy: .proof(chiSquareRestricted))

    /// The tail bounds of Laurent and Massart (doi:10.1214/aos/1015957395, Lemma 1), and what follows by `consequence`.
    static func laurentMassart(_ consequence: String) -> WholeDomainArgument {
        WholeDomainArgument(
            """
            P(chi^2_k >= k + 2 sqrt(kx) + 2x) <= e^-x and P(chi^2_k <= k - 2 sqrt(kx)) <= e^-x (Laurent and Massart 2000, \
            Lemma 1). \(consequence)
            """,
            [
                .fact("Laurent and Massart's two tails against the exact law, k in {1, 2, 5, 25, 784}, x in {0.01, 1, 10, 100}") {
                    [1, 2, 5, 25, 784].allSatisfy { k in [0.01, 1, 10, 100].allSatisfy { laurentMassartHolds(k, Ball(exactly: $0)) } }
                }
            ])
    }

    private static func laurentMassartHolds(_ k: Int, _ x: Ball) -> Bool {
        let spread: Ball = .integer(2) * .sqrt(.integer(k) * x)
        let limit = Ball.exp(-x)
        return ChiSquareTail.upper(k, .integer(k) + spread + .integer(2) * x).isCertainlyAtMost(limit)
            && ChiSquareTail.lower(k, .integer(k) - spread).isCertainlyAtMost(limit)
    }

    private static func chiSquareSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let p = point.arguments
        let spread: Ball = .integer(4) * .sqrt(p.m * p.logOverGamma(2))
        let m = point.parameters.m
        let both = ChiSquareTail.upper(m, p.m + spread) + ChiSquareTail.lower(m, p.m - spread)
        return LawSweep.Sides(both, atMost: p.gamma, "both tails of chi^2_m")
    }

    /// T.4, tried on sums of m centred Bernoulli variables of parameter eps: v = m eps, c = 1/3.
    static let bernstein = LawSweep(
        grid: SweepGrid(m: [1, 2, 10, 100, 1000, 100_000], epsilon: [0.5, 0.1, 0.01, 1e-4], threshold: [1, 0.1, 0.01, 10, 100]),
        argument: WholeDomainArgument(
            """
            For 0 < s < 1/c: log E e^{s(z_i - E z_i)} <= E(e^{s z_i} - 1 - s z_i) <= sum_{q>=2} s^q E|z_i|^q / q!, and \
            summed over i this is at most (v/2) s^2 (1 + cs + (cs)^2 + ...) = v s^2/(2(1-cs)) by the moment condition. \
            Chernoff at u = sqrt(2vt) + ct with s = sqrt(2t)/(sqrt v + c sqrt(2t)) gives the exponent su - v s^2/(2(1-cs)) \
            = t, since 1 - cs = sqrt v/(sqrt v + c sqrt(2t)).
            """,
            [.identity("su - v s^2/(2(1-cs)) = t", exponent)])
    ) { point, _ in
        let p = point.arguments
        let t = Ball(exactly: point.threshold)
        let mean = p.m * p.epsilon
        let bound = mean + .sqrt(.integer(2) * mean * t) + t / .integer(3)
        let tail = CertifiedBinomialTail.reaching(bound, trials: point.parameters.m, p: p.epsilon, q: .integer(1) - p.epsilon)
        return LawSweep.Sides(tail, atMost: .exp(-t), "binomial upper tail: z_i Bernoulli, v = m eps, c = 1/3")
    }

    /// The exponent of T.4 at s = sqrt(2t)/(sqrt v + c sqrt(2t)), and t.
    private static func exponent() -> (ExactScalar, ExactScalar) {
        let v = ExactScalar.positive("v"), c = ExactScalar.positive("c"), t = ExactScalar.positive("t"), two = ExactScalar.integer(2)
        let root: ExactScalar = .sqrt(two * t)
        let s = root / (.sqrt(v) + c * root), u = .sqrt(v) * root + c * t
        return (s * u - v * s * s / (two * (.integer(1) - c * s)), t)
    }

    /// T.5, tried on Bin(m, eps): P(S >= t) <= e^{-p} (e p/t)^t, p = m eps, at t = the threshold times p, rounded up.
    static let chernoff = LawSweep(
        grid: SweepGrid(m: [1, 2, 10, 100, 1000, 100_000], epsilon: [0.5, 0.1, 0.01, 1e-4, 1e-30], threshold: [1.5, 1.01, 2, 10]),
        contains: { $0.threshold > 1 },
        argument: WholeDomainArgument(
            """
            E e^{sS} = prod(1 + mu_i(e^s - 1)) <= e^{p(e^s - 1)}. Markov's inequality at s = log(t/p) > 0: e^{p(t/p - 1) - \
            t log(t/p)} = e^-p (e p/t)^t.
            """)
    ) { point, _ in
        let mean = point.arguments.m * point.arguments.epsilon
        let t = Ball(exactly: point.threshold) * mean
        let p = point.arguments.epsilon
        let tail = CertifiedBinomialTail.reaching(t, trials: point.parameters.m, p: p, q: .integer(1) - p)
        return LawSweep.Sides(tail, atMost: .exp(t - mean - t * .log(t / mean)), "binomial upper tail at t = t/p times the mean")
    }

    /// T.6, evaluated for linear f with L = 1, which has the heaviest tails of order e^{-t^2/2}: P(|z| >= t) <= 2 e^{-t^2/2}.
    static let concentration = LawSweep(
        grid: SweepGrid(threshold: [0, 0.1, 0.5, 1, 2, 5, 10, 50, 1000]),
        argument: WholeDomainArgument(
            """
            For smooth f and a Brownian motion B with B_1 = z: f(z) - E f(z) is the integral of <h_t, dB_t> over [0, 1], \
            h_t = (grad P_{1-t} f)(B_t) with P the heat semigroup, so |h_t| <= L. exp(s int h dB - (s^2/2) int |h|^2) is a \
            supermartingale, hence E e^{s(f - E f)} <= e^{s^2 L^2/2}; Chernoff at s = t/L^2, for f and for -f. A Lipschitz \
            f is a uniform limit of smooth ones.
            """,
            [
                .identity("s t - s^2 L^2/2 = t^2/(2 L^2) at s = t/L^2") {
                    let t = ExactScalar.nonnegative("t"), l = ExactScalar.positive("L"), two = ExactScalar.integer(2)
                    let s = t / (l * l)
                    return (s * t - s * s * l * l / two, t * t / (two * l * l))
                }
            ])
    ) { point, _ in
        let t = Ball(exactly: point.threshold)
        return LawSweep.Sides(
            NormalLaws.outside(t), atMost: .integer(2) * .exp(-(t * t / .integer(2))), "linear f")
    }

    /// (q-1) E|z|^{q-2} down to E|z|^0 = 1 or E|z| = sqrt(2/pi); exact for even q.
    static func momentByRecurrence(_ q: Int) -> Ball {
        let product = doubleFactorial(q - 1)
        return q % 2 == 0 ? product : product * .sqrt(.integer(2) / .pi)
    }

    /// n!! = n (n-2) ..., (-1)!! = 0!! = 1.
    static func doubleFactorial(_ n: Int) -> Ball {
        stride(from: n, through: 1, by: -2).reduce(Ball.integer(1)) { $0 * .integer($1) }
    }

    /// n!.
    static func factorial(_ n: Int) -> Ball { (0..<n).reduce(Ball.integer(1)) { $0 * .integer($1 + 1) } }
}
