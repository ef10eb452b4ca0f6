// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import RealModule

/// Lemma B.8: the fixed direction r and perturbation delta at W0. Its proof takes eq. 3 with R <= 1/2; delta is the worst, the angle
/// between x and x+delta at most phi = asin R (0 on the line).
enum StepsB8 {
    static let all = [mean, projectionMoments, second, moments, sum, largest, largestRepaired]

    /// B.8/a: E X_{s,0} = 0.
    static let mean = ExactStep(
        "B.8/a", "|E X_{s,0}| <= 0", domain: "every r, delta", grid: StepGrid(radius: [0.5]),
        argument: Argument("a_s is independent of w_{s,0} with E a_s = 0, and E|<w_{s,0},r>| is finite.")
    ) { _, _ in Sides(.integer(0), atMost: .integer(0), "a_s is symmetric") }

    /// B.8/b: E|<w,r>|^{2q} = (2q-1)!! <= (2q)!/2.
    static let projectionMoments = ExactStep(
        "B.8/b", "E|<w_{s,0},r>|^{2q} = (2q-1)!! <= (2q)!/2", domain: "integers q >= 1", grid: StepGrid(order: Array(1...40)),
        argument: Argument("Equality at q = 1. From q to q+1 the left grows by 2q+1, the right by (2q+1)(2q+2).")
    ) { point, _ in
        let q = point.order
        return Sides(StepsTools.doubleFactorial(2 * q - 1), atMost: StepsTools.factorial(2 * q) / .integer(2), "(2q-1)!!, exact")
    }

    /// B.8/d: the largest E|X|^2 over r is (phi + sin phi)/pi.
    static let second = ExactStep(
        "B.8/d", "E|X_{s,0}|^2 <= 2 sqrt(R sqrt(2 log d) + 1/d), r and delta the worst", domain: "d >= 1, R <= 1/2",
        grid: StepGrid(d: StepGrid.dimensions + [1_000_000], radius: StepGrid.radii + [1e-6]), contains: StepsB4.small,
        argument: Argument(
            """
            d = 1: X = 0. d >= 2: E|X|^2 <= (asin R + R)/pi <= (1/3 + 1/pi) R <= R, and R <= 2 sqrt(R sqrt(2 log 2)) for R \
            <= 1/2.
            """,
            [.init("1/3 + 1/pi <= 1 and 1 <= 2 log 2") {
                (Ball.ratio(1, 3) + .integer(1) / .pi).isCertainlyLess(than: .integer(1))
                    && Ball.integer(1).isCertainlyLess(than: .integer(2) * .log(.integer(2)))
            }])
    ) { point, _ in
        let p = point.arguments
        let left: Ball = point.parameters.d == 1 ? .integer(0) : WedgeMoments.largestSecond(angle: .asin(p.radius))
        return Sides(left, atMost: .integer(2) * .sqrt(LemmaB6.signChange(p).value), "(phi + sin phi)/pi, phi = asin R")
    }

    /// B.8/f: one neuron's E|X|^q <= (q!/2) 4 sqrt(R sqrt(log d)) 2^{q-2}; the left side is enclosed between its value along the
    /// wedge's centre line and a limit for every r.
    static let moments = ExactStep(
        "B.8/f",
        "E|X_{s,0}|^q <= (q!/2) 4 sqrt(R sqrt(log d)) 2^{q-2}, r and delta the worst",
        domain: "integers q >= 2, d >= 1, R <= 1/2",
        grid: StepGrid(d: [2, 1, 3, 25, 784, 1_000_000], radius: StepGrid.radii + [1e-6], order: Array(2...12) + [20, 50, 100]),
        contains: { $0.parameters.radius <= 0.5 && $0.order >= 2 },
        argument: Argument(
            """
            d = 1: X = 0. d >= 2: E|X|^q <= (phi/pi) 2^{q/2} Gamma(q/2+1) with phi = asin R, phi/pi <= R/3 <= sqrt R/4 for \
            R <= 1/2; at q = 2, 3 this is below the right side, and from q to q+2 the left grows by q+2, the right by \
            4(q+1)(q+2).
            """,
            [
                .init("(1/4) 2^{q/2} Gamma(q/2+1) <= (q!/2) 4 (log 2)^{1/4} 2^{q-2} at q = 2, 3") {
                    [2, 3].allSatisfy { q in
                        let right = StepsTools.factorial(q) * .integer(1 << (q - 1)) * .fourthRoot(.log(.integer(2)))
                        return (WedgeMoments.radial(q) / .integer(4)).isCertainlyAtMost(right)
                    }
                },
                .init("(1/3)^2/2 <= (1/4)^2") { Ball.ratio(1, 18).isCertainlyAtMost(.ratio(1, 16)) },
            ])
    ) { point, _ in
        let p = point.arguments
        let q = point.order
        let right = StepsTools.factorial(q) * .pow(.integer(2), .integer(q - 1)) * .sqrt(p.radius * .sqrt(.log(p.d)))
        if point.parameters.d == 1 || point.parameters.radius == 0 { return Sides(.integer(0), atMost: right, "X = 0") }
        let phi = Ball.asin(p.radius)
        return Sides(
            .hull(WedgeMoments.alongCentre(q, angle: phi), WedgeMoments.limit(q, angle: phi)), atMost: right,
            "between r along the wedge's centre line and (phi/pi) E chi_2^q")
    }

    /// B.8/g: the left side is enclosed between the exact law for r orthogonal to x and delta, and a Chernoff bound for every r.
    static let sum = ExactStep(
        "B.8/g",
        """
        P((1/sqrt m) sum_s X_{s,0} > 2 sqrt(L)((4 R sqrt(log d))^{1/4} + sqrt(L/m))) <= gamma, L = log(1/gamma), r and \
        delta the worst
        """,
        domain: "d, m >= 1, R <= 1/2, gamma in (0,1)",
        grid: StepGrid(
            d: [3, 2, 1, 25, 784], m: StepGrid.widths, gamma: [0.5, 0.1, 0.05, 0.01, 1e-6, 1e-300],
            radius: [0.5, 0.1, 0.01, 0]),
        contains: StepsB4.small,
        argument: Argument(
            """
            T.4 with v = 4 m sqrt(R sqrt(log d)) and c = 2 (B.8/f) at t = L: sqrt(2vL)/sqrt m + 2L/sqrt m is the bound, as \
            sqrt(8 sqrt(R sqrt(log d)) L) = 2 sqrt(L)(4 R sqrt(log d))^{1/4}. Where d = 1 or R = 0 the sum is 0.
            """,
            restsOn: ["T.4", "B.8/f"])
    ) { point, bits in
        let p = point.arguments
        let l = p.logOverGamma(1)
        let bound: Ball = .integer(2) * .sqrt(l) * (.fourthRoot(.integer(4) * p.radius * .sqrt(.log(p.d))) + .sqrt(l / p.m))
        if point.parameters.d == 1 || point.parameters.radius == 0 { return Sides(.integer(0), atMost: p.gamma, "X = 0") }
        let share = Ball.asin(p.radius) / .pi
        let least: Ball =
            point.parameters.d == 2 ? .integer(0)
            : BinomialNormalMixture.upperTail(
                width: point.parameters.m, p: share, q: .integer(1) - share, t: bound, precision: bits / 2)
        return Sides(
            .hull(least, WedgeChernoff.limit(width: point.parameters.m, share: share, bound: bound)), atMost: p.gamma,
            "between the binomial mixture of normals at r orthogonal to x, delta and Chernoff's bound for every r")
    }

    /// B.8/h: P(max_s |g_s| > sqrt(log(m/gamma))) <= gamma.
    static let largest = ExactStep(
        "B.8/h", "P(max_s |<x,w_{s,0}>| > sqrt(log(m/gamma))) <= gamma", domain: "m >= 1, gamma in (0,1)", grid: largestGrid
    ) { point, _ in largestSides(point, factor: 1) }

    /// B.8/h with the factor 2 that it lacks.
    static let largestRepaired = ExactStep(
        "B.8/h*", "P(max_s |<x,w_{s,0}>| > sqrt(2 log(m/gamma))) <= gamma", domain: "m >= 1, gamma in (0,1)", grid: largestGrid,
        argument: Argument("P(|z| > t) <= e^{-t^2/2} for t >= 0, so each neuron fails with probability at most gamma/m.")
    ) { point, _ in largestSides(point, factor: 2) }

    private static let largestGrid = StepGrid(m: StepGrid.widths, gamma: StepGrid.gammas)

    private static func largestSides(_ point: StepPoint, factor: Int) -> Sides {
        let p = point.arguments
        let one = NormalLaws.outside(.sqrt(.integer(factor) * p.logWidthOverGamma(1)))
        return Sides(NormalLaws.anyOf(point.parameters.m, one), atMost: p.gamma, "1 - (1 - P(|z| > t))^m")
    }
}
