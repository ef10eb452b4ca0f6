// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds

/// Lemma B.7: the gradient at W0.
enum StepsB7 {
    static let all = [projectedNorm, activeShare, projectedGradient, rowNorms, rowNormsRestricted]

    /// B.7/a: P(chi^2_{d-1} < d-1 - 4 sqrt(d log(2/gamma))) <= gamma.
    static let projectedNorm = ExactStep(
        "B.7/a", "P(||z||^2 < d-1 - 4 sqrt(d log(2/gamma))) <= gamma, z ~ N(0, I_{d-1})", domain: "d >= 1, gamma in (0,1)",
        grid: StepGrid(d: StepGrid.dimensions + [10_000, 1_000_000], gamma: StepGrid.gammas),
        argument: StepsTools.laurentMassart(
            "4 sqrt(dx) >= 2 sqrt((d-1)x) at x = log(2/gamma): P <= gamma/2. For d = 1 the bound is negative.")
    ) { point, _ in
        let p = point.arguments
        let x = p.d - .integer(1) - .integer(4) * .sqrt(p.d * p.logOverGamma(2))
        return Sides(ChiSquareTail.lower(point.parameters.d - 1, x), atMost: p.gamma, "lower tail of chi^2_{d-1}")
    }

    /// B.7/c: N ~ Bin(m, 1/2), P(N/m < 1/2 - (sqrt(2 log(1/gamma)/m) + log(1/gamma)/m)) <= gamma.
    static let activeShare = ExactStep(
        "B.7/c",
        "P(N/m < 1/2 - (sqrt(2 log(1/gamma)/m) + log(1/gamma)/m)) <= gamma, N ~ Bin(m, 1/2)",
        domain: "m >= 1, gamma in (0,1)",
        grid: StepGrid(m: StepGrid.widths, gamma: StepGrid.gammas),
        argument: Argument(
            "Hoeffding: P(N/m <= 1/2 - u) <= e^{-2 m u^2}, and u >= sqrt(2 log(1/gamma)/m) makes that at most gamma^4.")
    ) { point, _ in
        let p = point.arguments
        let l = p.logOverGamma(1)
        let u: Ball = .sqrt(.integer(2) * l / p.m) + l / p.m
        // By symmetry P(N < m (1/2 - u)) = P(N > m (1/2 + u)).
        let tail = BinomialTail.exceeding(
            p.m * (.ratio(1, 2) + u), trials: point.parameters.m, p: .ratio(1, 2), q: .ratio(1, 2))
        return Sides(tail, atMost: p.gamma, "Bin(m, 1/2), lower tail")
    }

    /// B.7/d: ||P grad f(x; W0)||^2 = (N/m) chi^2_{d-1}, N ~ Bin(m, 1/2).
    static let projectedGradient = ExactStep(
        "B.7/d",
        """
        P(||P grad f(x;a,W0)|| < (1/2 - (sqrt(2 L/m) + L/m))^{1/2} (d - 5 sqrt(d log(4/gamma)))^{1/2}) <= gamma, L = \
        log(2/gamma)
        """,
        domain: "d, m >= 1, gamma in (0,1), both radicands >= 0",
        grid: StepGrid(d: [100, 784], m: [100, 1000, 1_000_000], gamma: [0.5, 0.05, 1e-6, 0.9]),
        argument: Argument(
            """
            B.7/c and B.7/a hold at gamma/2 each (both proved), and B.7/b turns the second into d - 5 sqrt(d \
            log(4/gamma)), as d log(4/gamma) >= 1; where both radicands are positive the product of the two bounds is a \
            bound on the product.
            """,
            restsOn: ["B.7/a", "B.7/c"])
    ) { point, _ in
        let p = point.arguments
        let l = p.logOverGamma(2)
        let active: Ball = .ratio(1, 2) - (.sqrt(.integer(2) * l / p.m) + l / p.m)
        let norm: Ball = p.d - .integer(5) * .sqrt(p.d * p.logOverGamma(4))
        guard active.isCertainlyNonnegative, norm.isCertainlyNonnegative else { return nil }
        let tail = ScaledChiSquare.lowerTail(width: point.parameters.m, degrees: point.parameters.d - 1, below: active * norm)
        return Sides(tail, atMost: p.gamma, "(N/m) chi^2_{d-1}, summed over N ~ Bin(m, 1/2)")
    }

    /// B.7/g: the largest of m chi^2_{d-1} variables.
    static let rowNorms = ExactStep(
        "B.7/g",
        "P(max_s ||P w_{s,0}||^2 > d + 4 sqrt(d log(2m/gamma))) <= gamma",
        domain: "d, m >= 1, gamma in (0,1)", grid: rowGrid,
        sides: rowSides)

    /// B.7/g with the hypothesis that its exponent needs.
    static let rowNormsRestricted = ExactStep(
        "B.7/g*",
        "P(max_s ||P w_{s,0}||^2 > d + 4 sqrt(d log(2m/gamma))) <= gamma, if log(2m/gamma) <= d",
        domain: "d >= log(2m/gamma)",
        grid: rowGrid,
        contains: { point in
            let p = point.arguments
            return p.logWidthOverGamma(2).isCertainlyAtMost(p.d)
        },
        argument: StepsTools.laurentMassart(
            """
            With x = log(2m/gamma) <= d, 4 sqrt(dx) >= 2 sqrt((d-1)x) + 2x: each row fails with probability at most \
            gamma/(2m).
            """),
        sides: rowSides)

    private static let rowGrid = StepGrid(
        d: StepGrid.dimensions, m: [1, 2, 10, 100, 1000, 10_000, 100_000, 1_000_000, 1_000_000_000], gamma: StepGrid.gammas)

    private static func rowSides(_ point: StepPoint, _ bits: Int) -> Sides? {
        let p = point.arguments
        let x = p.d + .integer(4) * .sqrt(p.d * p.logWidthOverGamma(2))
        let one = ChiSquareTail.upper(point.parameters.d - 1, x)
        return Sides(NormalLaws.anyOf(point.parameters.m, one), atMost: p.gamma, "1 - (1 - P(chi^2_{d-1} > x))^m")
    }
}
