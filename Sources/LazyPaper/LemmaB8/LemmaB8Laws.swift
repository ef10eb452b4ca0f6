// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule

/// Lemma B.8: the fixed direction r and perturbation delta at W0. Its proof takes eq. 3 with R <= 1/2; delta is the worst, the angle
/// between x and x+delta at most phi = asin R (0 on the line).
enum LemmaB8Laws {
    /// B.8/a: E X_{s,0} = 0.
    static let mean = LawSweep(
        grid: SweepGrid(radius: [0.5]),
        argument: WholeDomainArgument("a_s is independent of w_{s,0} with E a_s = 0, and E|<w_{s,0},r>| is finite.")
    ) { _, _ in LawSweep.Sides(.integer(0), atMost: .integer(0), "a_s is symmetric") }

    /// B.8/b: E|<w,r>|^{2q} = (2q-1)!! <= (2q)!/2.
    static let projectionMoments = LawSweep(
        grid: SweepGrid(order: Array(1...40)),
        argument: WholeDomainArgument("Equality at q = 1. From q to q+1 the left grows by 2q+1, the right by (2q+1)(2q+2).")
    ) { point, _ in
        let q = point.order
        return LawSweep.Sides(ToolsLaws.doubleFactorial(2 * q - 1), atMost: ToolsLaws.factorial(2 * q) / .integer(2), "(2q-1)!!, exact")
    }

    /// B.8/d, as printed: without the 1/d of eq. 3.
    static let second = LawSweep(grid: secondGrid, contains: LemmaB4Laws.small, argument: secondArgument) { point, _ in
        let p = point.arguments
        return secondSides(point, atMost: .integer(2) * .sqrt(StepsB8.change(d: p.d, radius: p.radius)))
    }

    /// B.8/d', with that 1/d.
    static let secondWithShare = LawSweep(grid: secondGrid, contains: LemmaB4Laws.small, argument: secondArgument) { point, _ in
        secondSides(point, atMost: .integer(2) * .sqrt(LemmaB6.signChange(point.arguments).value))
    }

    private static let secondGrid = SweepGrid(d: SweepGrid.dimensions + [1_000_000], radius: SweepGrid.radii + [1e-6])

    private static let secondArgument = WholeDomainArgument(
        """
        d = 1: X = 0. d >= 2: X is not 0 only where w's part in the plane of x and x+delta lies in a double wedge of angle phi, their \
        angle, phi <= asin R; that part is (rho, psi), E rho^2 = 2, psi uniform and independent of rho. For a unit r with coordinates \
        r_1 along the wedge's centre line and r_2 across it, the rest r_3^2 = 1 - r_1^2 - r_2^2 orthogonal to the plane, the three parts \
        of <w,r> are uncorrelated in the wedge: E|X|^2 = (r_1^2 (phi + sin phi) + r_2^2 (phi - sin phi) + r_3^2 phi)/pi <= (phi + sin \
        phi)/pi. That is at most (asin R + R)/pi <= (1/3 + 1/pi) R <= R, asin being convex on [0, 1/2] with asin(1/2) = pi/6, and R <= 2 \
        sqrt(R sqrt(2 log 2)) for R <= 1/2.
        """,
        [
            .fact("1/3 + 1/pi <= 1 and 1 <= 2 log 2") {
                (Ball.ratio(1, 3) + .integer(1) / .pi).isCertainlyLess(than: .integer(1))
                    && Ball.integer(1).isCertainlyLess(than: .integer(2) * .log(.integer(2)))
            }
        ])

    /// The largest E|X|^2 over r is (phi + sin phi)/pi.
    private static func secondSides(_ point: SweepPoint, atMost bound: Ball) -> LawSweep.Sides {
        let left: Ball = point.parameters.d == 1 ? .integer(0) : WedgeMoments.largestSecond(angle: .asin(point.arguments.radius))
        return LawSweep.Sides(left, atMost: bound, "(phi + sin phi)/pi, phi = asin R")
    }

    /// B.8/f: one neuron's E|X|^q <= (q!/2) 4 sqrt(R sqrt(log d)) 2^{q-2}; the left side is enclosed between its value along the
    /// wedge's centre line and a limit for every r.
    static let moments = LawSweep(
        grid: SweepGrid(d: [2, 1, 3, 25, 784, 1_000_000], radius: SweepGrid.radii + [1e-6], order: Array(2...12) + [20, 50, 100]),
        contains: { $0.parameters.radius <= 0.5 && $0.order >= 2 },
        argument: WholeDomainArgument(
            """
            d = 1: X = 0. \(everyDirection) phi/pi <= asin(R)/pi <= R/3 <= sqrt R/4 for R <= 1/2; at q = 2, 3 this is below the right side \
            of d = 2, the least, and from q to q+2 the left grows by q+2, the right by 4(q+1)(q+2).
            """,
            [
                .fact("(1/4) 2^{q/2} Gamma(q/2+1) <= (q!/2) 4 (log 2)^{1/4} 2^{q-2} at q = 2, 3") {
                    [2, 3].allSatisfy { q in
                        let right = ToolsLaws.factorial(q) * .integer(1 << (q - 1)) * .fourthRoot(.log(.integer(2)))
                        return (WedgeMoments.radial(q) / .integer(4)).isCertainlyAtMost(right)
                    }
                },
                .fact("(1/3)^2/2 <= (1/4)^2") { Ball.ratio(1, 18).isCertainlyAtMost(.ratio(1, 16)) },
            ])
    ) { point, _ in
        let p = point.arguments
        let q = point.order
        let right = ToolsLaws.factorial(q) * .pow(.integer(2), .integer(q - 1)) * .sqrt(p.radius * .sqrt(.log(p.d)))
        if point.parameters.d == 1 || point.parameters.radius == 0 { return LawSweep.Sides(.integer(0), atMost: right, "X = 0") }
        let phi = Ball.asin(p.radius)
        return LawSweep.Sides(
            .hull(WedgeMoments.alongCentre(q, angle: phi), WedgeMoments.limit(q, angle: phi)), atMost: right,
            "between r along the wedge's centre line and (phi/pi) E chi_2^q")
    }

    /// Why (phi/pi) E rho^q bounds E|X|^q for every unit r, in the plane of x and delta or not (``WedgeMoments``).
    private static let everyDirection =
        """
        d >= 2: X is not 0 only where w's part in the plane of x and x+delta lies in a double wedge of angle phi <= asin R; there it is \
        (rho, psi), rho ~ chi_2 independent of psi uniform. For a unit r, given psi, <w,r> = rho a + z b, z ~ N(0,1) independent of rho \
        (r's part orthogonal to the plane, of length |b|), a^2 + b^2 <= 1. At (a, b) = s (cos beta, sin beta), in polar coordinates of \
        (rho, z), E|rho a + z b|^q is s^q times a constant times the integral over |theta| <= pi/2 of |cos(theta - beta)|^q cos theta: \
        the overlap of two functions on the circle of length pi that are symmetric and decreasing about beta and 0, largest at beta = 0 \
        (Hardy and Littlewood), where it is E rho^q. So E|X|^q <= (phi/pi) E rho^q = (phi/pi) 2^{q/2} Gamma(q/2+1) for every r.
        """

    /// B.8/g: the left side is enclosed between the exact law for r orthogonal to x and delta, and a Chernoff bound for every r.
    static let sum = LawSweep(
        grid: SweepGrid(
            d: [3, 2, 1, 25, 784], m: SweepGrid.widths, gamma: [0.5, 0.1, 0.05, 0.01, 1e-6, 1e-300],
            radius: [0.5, 0.1, 0.01, 0]),
        contains: LemmaB4Laws.small,
        argument: WholeDomainArgument(
            """
            T.4 with v = 4 m sqrt(R sqrt(log d)) and c = 2 (B.8/f) at t = L: sqrt(2vL)/sqrt m + 2L/sqrt m is the bound, as \
            sqrt(8 sqrt(R sqrt(log d)) L) = 2 sqrt(L)(4 R sqrt(log d))^{1/4}. Where d = 1 or R = 0 the sum is 0.
            """,
            restsOn: [ToolsLaws.bernstein, LemmaB8Laws.moments],
            [
                .identity("sqrt(2 v L)/sqrt m + 2 L/sqrt m = the bound, v = 4 m sqrt(R sqrt(log d))") {
                    let d = ExactScalar.atLeastOne("d"), m = ExactScalar.positive("m"), l = ExactScalar.nonnegative("L")
                    let radius = ExactScalar.nonnegative("R"), two = ExactScalar.integer(2)
                    let v: ExactScalar = .integer(4) * m * .sqrt(radius * .sqrt(.log(d)))
                    let start: ExactScalar = .fourthRoot(.integer(4) * radius * .sqrt(.log(d))) + .sqrt(l / m)
                    return ((.sqrt(two * v * l) + two * l) / .sqrt(m), two * .sqrt(l) * start)
                }
            ])
    ) { point, bits in
        let p = point.arguments
        let l = p.logOverGamma(1)
        let bound: Ball = .integer(2) * .sqrt(l) * (.fourthRoot(.integer(4) * p.radius * .sqrt(.log(p.d))) + .sqrt(l / p.m))
        if point.parameters.d == 1 || point.parameters.radius == 0 { return LawSweep.Sides(.integer(0), atMost: p.gamma, "X = 0") }
        let share = Ball.asin(p.radius) / .pi
        let least: Ball =
            point.parameters.d == 2
            ? .integer(0)
            : BinomialNormalMixture.upperTail(
                width: point.parameters.m, p: share, q: .integer(1) - share, t: bound, precision: bits / 2)
        return LawSweep.Sides(
            .hull(least, WedgeChernoff.limit(width: point.parameters.m, share: share, bound: bound)), atMost: p.gamma,
            "between the binomial mixture of normals at r orthogonal to x, delta and Chernoff's bound for every r")
    }

    /// B.8/h: P(max_s |g_s| > sqrt(log(m/gamma))) <= gamma.
    static let largest = LawSweep(
        grid: largestGrid,
        route: "The exponent is half of what a union bound needs. Served: B.8/i, by B.8/h* with a factor sqrt 2; flipped "
            + "neurons have |<x,w_{s,0}>| <= V anyway."
    ) { point, _ in largestSides(point, factor: 1) }

    /// B.8/h with the factor 2 that it lacks.
    static let largestRepaired = LawSweep(
        grid: largestGrid,
        argument: WholeDomainArgument("P(|z| > t) <= e^{-t^2/2} for t >= 0, so each neuron fails with probability at most gamma/m.")
    ) { point, _ in largestSides(point, factor: 2) }

    static let largestRepairedClaim = Claim.repair(
        "B.8/h*", place: "Lemma B.8, proof", kind: .probability,
        statement: "P(max_s |<x,w_{s,0}>| > sqrt(2 log(m/gamma))) <= gamma",
        domain: "m >= 1, gamma in (0,1)",
        check: .sweptLaw, decidedBy: .proof(largestRepaired))

    private static let largestGrid = SweepGrid(m: SweepGrid.widths, gamma: SweepGrid.gammas)

    private static func largestSides(_ point: SweepPoint, factor: Int) -> LawSweep.Sides {
        let p = point.arguments
        let one = NormalLaws.outside(.sqrt(.integer(factor) * p.logWidthOverGamma(1)))
        return LawSweep.Sides(NormalLaws.anyOf(point.parameters.m, one), atMost: p.gamma, "1 - (1 - P(|z| > t))^m")
    }
}
