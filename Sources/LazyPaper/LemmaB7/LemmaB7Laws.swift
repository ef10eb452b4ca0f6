// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.7: the gradient at W0.
enum LemmaB7Laws {
    /// B.7/a: P(chi^2_{d-1} < d-1 - 4 sqrt(d log(2/gamma))) <= gamma.
    static let projectedNorm = LawSweep(
        grid: SweepGrid(d: SweepGrid.dimensions + [10_000, 1_000_000], gamma: SweepGrid.gammas),
        argument: ToolsLaws.laurentMassart(
            "4 sqrt(dx) >= 2 sqrt((d-1)x) at x = log(2/gamma): P <= gamma/2. For d = 1 the bound is negative.")
    ) { point, _ in
        let p = point.arguments
        let x = p.d - .integer(1) - .integer(4) * .sqrt(p.d * p.logOverGamma(2))
        return LawSweep.Sides(ChiSquareTail.lower(point.parameters.d - 1, x), atMost: p.gamma, "lower tail of chi^2_{d-1}")
    }

    /// B.7/c: N ~ Bin(m, 1/2), P(N/m < 1/2 - (sqrt(2 log(1/gamma)/m) + log(1/gamma)/m)) <= gamma.
    static let activeShare = LawSweep(
        grid: SweepGrid(m: SweepGrid.widths, gamma: SweepGrid.gammas),
        argument: WholeDomainArgument(
            "Hoeffding: P(N/m <= 1/2 - u) <= e^{-2 m u^2}, and u >= sqrt(2 log(1/gamma)/m) makes that at most gamma^4.")
    ) { point, _ in
        let p = point.arguments
        let l = p.logOverGamma(1)
        let u: Ball = .sqrt(.integer(2) * l / p.m) + l / p.m
        // By symmetry P(N < m (1/2 - u)) = P(N > m (1/2 + u)).
        let tail = CertifiedBinomialTail.exceeding(
            p.m * (.ratio(1, 2) + u), trials: point.parameters.m, p: .ratio(1, 2), q: .ratio(1, 2))
        return LawSweep.Sides(tail, atMost: p.gamma, "Bin(m, 1/2), lower tail")
    }

    /// B.7/d: ||P grad f(x; W0)||^2 = (N/m) chi^2_{d-1}, N ~ Bin(m, 1/2).
    static let projectedGradient = LawSweep(
        grid: SweepGrid(d: [100, 784], m: [100, 1000, 1_000_000], gamma: [0.5, 0.05, 1e-6, 0.9]),
        argument: WholeDomainArgument(
            """
            B.7/c and B.7/a hold at gamma/2 each (both proved), and B.7/b turns the second into d - 5 sqrt(d \
            log(4/gamma)), as d log(4/gamma) >= 1; where both radicands are positive the product of the two bounds is a \
            bound on the product.
            """,
            restsOn: [LemmaB7Laws.projectedNorm, LemmaB7Laws.activeShare])
    ) { point, _ in
        let p = point.arguments
        let l = p.logOverGamma(2)
        let active: Ball = .ratio(1, 2) - (.sqrt(.integer(2) * l / p.m) + l / p.m)
        let norm: Ball = p.d - .integer(5) * .sqrt(p.d * p.logOverGamma(4))
        guard active.isCertainlyNonnegative, norm.isCertainlyNonnegative else { return nil }
        let tail = ScaledChiSquare.lowerTail(width: point.parameters.m, degrees: point.parameters.d - 1, below: active * norm)
        return LawSweep.Sides(tail, atMost: p.gamma, "(N/m) chi^2_{d-1}, summed over N ~ Bin(m, 1/2)")
    }

    /// B.7/g: the largest of m chi^2_{d-1} variables.
    static let rowNorms = LawSweep(
        grid: rowGrid,
        route: "Served: B.7/h and B.7/1, which survive by this route for log(2m/gamma) <= d (B.7/g*).",
        sides: rowSides)

    /// B.7/g with the hypothesis that its exponent needs.
    static let rowNormsRestricted = LawSweep(
        grid: rowGrid,
        contains: { point in
            let p = point.arguments
            return p.logWidthOverGamma(2).isCertainlyAtMost(p.d)
        },
        argument: ToolsLaws.laurentMassart(
            """
            With x = log(2m/gamma) <= d, 4 sqrt(dx) >= 2 sqrt((d-1)x) + 2x: each row fails with probability at most \
            gamma/(2m).
            """),
        sides: rowSides)

    static let rowNormsRestrictedClaim = Claim.repair(
        "B.7/g*", place: "Lemma B.7, proof", kind: .probability,
        statement: "P(max_s ||P w_{s,0}||^2 > d + 4 sqrt(d log(2m/gamma))) <= gamma, if log(2m/gamma) <= d",
        domain: "d >= log(2m/gamma)",
        check: .sweptLaw, decidedBy: .proof(rowNormsRestricted))

    private static let rowGrid = SweepGrid(
        d: SweepGrid.dimensions, m: [1, 2, 10, 100, 1000, 10_000, 100_000, 1_000_000, 1_000_000_000], gamma: SweepGrid.gammas)

    private static func rowSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let p = point.arguments
        let x = p.d + .integer(4) * .sqrt(p.d * p.logWidthOverGamma(2))
        let one = ChiSquareTail.upper(point.parameters.d - 1, x)
        return LawSweep.Sides(NormalLaws.anyOf(point.parameters.m, one), atMost: p.gamma, "1 - (1 - P(chi^2_{d-1} > x))^m")
    }
}
