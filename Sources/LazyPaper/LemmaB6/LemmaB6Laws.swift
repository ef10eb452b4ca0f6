// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.6: one neuron. Its claims are inequalities between a probability and a bound.
enum LemmaB6Laws {
    private static let dimensions = SweepGrid.dimensions + [10_000, 1_000_000]
    private static let meshes = [0.5, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-6, 1e-9, 1e-30, 1e-300, 0.9]

    /// B.6/1: P = angle(x, x+delta)/pi, at most asin(R)/pi; on the line x+delta has the sign of x.
    static let signChange = LawSweep(
        grid: SweepGrid(d: dimensions, radius: SweepGrid.radii + [1e-6]),
        contains: LemmaB4Laws.small,
        argument: WholeDomainArgument(
            """
            d = 1: x+delta is a positive multiple of x and P = 0. d >= 2: asin is convex on [0, 1/2] and asin(1/2) = pi/6, \
            so asin(R)/pi <= R/3 <= R sqrt(2 log 2).
            """,
            [.fact("1/9 <= 2 log 2") { Ball.ratio(1, 9).isCertainlyLess(than: .integer(2) * .log(.integer(2))) }])
    ) { point, _ in
        let p = point.arguments
        return LawSweep.Sides(angleShare(point), atMost: LemmaB6.signChange(p).value, "asin(R)/pi")
    }

    static func angleShare(_ point: SweepPoint) -> Ball {
        point.parameters.d == 1 ? .integer(0) : .asin(point.arguments.radius) / .pi
    }

    /// B.6/2: the event is angle(w, y's hyperplane) <= asin(min(1, eps/||y||)) + asin(min(1, V/||w||)), y = x+delta: a cone's law, largest
    /// at the shortest y, delta = -R x, ||y|| = 1-R. V = C0/sqrt m.
    static let signChangeNearby = LawSweep(
        grid: SweepGrid(d: [1, 2, 3, 25, 784], c0: [1, 0.01, 10, 0], radius: [0.5, 0.1, 0], epsilon: [0.1, 0.01, 0.5, 1e-9]),
        contains: LemmaB4Laws.small,
        argument: WholeDomainArgument(
            """
            Where eps >= 0.12 the bound is at least 1: 2 eps(1 + 2 sqrt(log(2/eps))) rises in eps on (0,1) (its derivative \
            is 2(1 + 2 u - 1/u) > 0 at u = sqrt(log(2/eps)) >= sqrt(log 2)). Below, s = eps/(1-R) <= 0.24 and the event is \
            |g| sqrt(1-s^2) <= V + s chi, g ~ N(0,1) independent of chi ~ chi_{d-1}: its probability is at most k (V + s E \
            chi), k = sqrt(2/pi)/sqrt(1-s^2) <= 1, E chi <= sqrt d, s <= 2 eps, and k <= 1 <= 1+R+eps, 2k <= 2(1 + 2 \
            sqrt(log(2/eps))). d = 1: P = 0 as eps < 1-R.
            """,
            [
                .fact("2 eps(1 + 2 sqrt(log(2/eps))) >= 1 at eps = 3/25") {
                    let e = Ball.ratio(3, 25)
                    return Ball.integer(1).isCertainlyLess(
                        than: .integer(2) * e * (.integer(1) + .integer(2) * .sqrt(.log(.integer(2) / e))))
                },
                .fact("1 + 2u - 1/u > 0 at u = sqrt(log 2)") {
                    let u = Ball.sqrt(.log(.integer(2)))
                    return (.integer(1) + .integer(2) * u - .integer(1) / u).isCertainlyPositive
                },
                .fact("(2/pi)/(1 - 0.24^2) < 1") {
                    (.integer(2) / .pi).isCertainlyLess(than: .integer(1) - .ratio(36, 625))
                },
            ])
    ) { point, bits in
        let p = point.arguments
        return LawSweep.Sides(
            nearby(point, bits), atMost: LemmaB6.signChangeNearby(p).value,
            "E erf((V + s chi_{d-1})/sqrt(2(1-s^2))), s = eps/(1-R)")
    }

    /// P of B.6/2 at delta = -R x: of LazyBall's `FlipGeometry.canSplit` for w ~ N(0, I_d), V = 0 included.
    static func nearby(_ point: SweepPoint, _ bits: Int) -> Ball {
        let p = point.arguments
        let sine = p.epsilon / (.integer(1) - p.radius)
        if point.parameters.d == 1 { return nearbyOnTheLine(sine, p.v) }
        // y' reaches 0, and with it every direction.
        if Ball.integer(1).isCertainlyAtMost(sine) { return .integer(1) }
        guard sine.isCertainlyLess(than: .integer(1)) else { return .hull(.integer(0), .integer(1)) }
        return ConeLaw.probability(dimension: point.parameters.d, distance: p.v, sine: sine, precision: bits / 2 + 16)
    }

    /// d = 1: y' is a positive multiple of y where s < 1. At s = 1 it may be 0, where nothing is active: P(g > -V). Beyond, it takes
    /// every sign.
    private static func nearbyOnTheLine(_ sine: Ball, _ v: Ball) -> Ball {
        let one = Ball.integer(1)
        if sine.isCertainlyLess(than: one) { return .integer(0) }
        if one.isCertainlyLess(than: sine) { return one }
        let atMost = (one + NormalLaws.strip(v)) / .integer(2)
        return one.isCertainlyAtMost(sine) && sine.isCertainlyAtMost(one) ? atMost : .hull(.integer(0), one)
    }

    /// B.6/a: P(chi^2_d >= d + 4 sqrt(d log(2/eps))) <= eps.
    static let norm = LawSweep(
        grid: SweepGrid(d: dimensions, epsilon: meshes),
        route: "Served: B.6/2, which holds by its exact law; by the proof's route for log(2/eps) <= d (B.6/a*).",
        sides: normSides)

    /// B.6/a with the hypothesis that its exponent needs.
    static let normRestricted = LawSweep(
        grid: SweepGrid(d: dimensions, epsilon: meshes),
        contains: { logOverEpsilon($0).isCertainlyAtMost($0.arguments.d) },
        argument: ToolsLaws.laurentMassart(
            "With x = log(2/eps) <= d, 4 sqrt(dx) >= 2 sqrt(dx) + 2x: P <= eps/2."),
        sides: normSides)

    static let normRestrictedClaim = Claim.repair(
        "B.6/a*", place: "Lemma B.6, proof", kind: .probability,
        statement: "P(||w_{s,0}||^2 >= d + 4 sqrt(d log(2/eps))) <= eps, if log(2/eps) <= d",
        domain: "d >= log(2/eps), eps in (0,1)",
        check: .sweptLaw, decidedBy: .proof(normRestricted))

    private static func logOverEpsilon(_ point: SweepPoint) -> Ball { .log(.integer(2) / point.arguments.epsilon) }

    private static func normSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let p = point.arguments
        let x = p.d + .integer(4) * .sqrt(p.d * logOverEpsilon(point))
        return LawSweep.Sides(ChiSquareTail.upper(point.parameters.d, x), atMost: p.epsilon, "upper tail of chi^2_d")
    }

    /// B.6/b: sigma^2 = ||x+delta||^2 >= 1/2; the least value is (1-R)^2.
    static let variance = LawSweep(
        grid: SweepGrid(radius: [0.5, 0.3, 0.25, 0.1, 0]),
        contains: LemmaB4Laws.small,
        route: "||x+delta|| may be 1-R = 1/2, a variance of 1/4. Served: B.6/c.",
        sides: varianceSides)

    static let varianceRestricted = LawSweep(
        grid: SweepGrid(radius: [0.29, 0.25, 0.1, 0]),
        contains: { $0.arguments.radius.isCertainlyAtMost(.integer(1) - .sqrt(.ratio(1, 2))) },
        argument: WholeDomainArgument("||x+delta|| >= 1-R >= 1/sqrt 2."),
        sides: varianceSides)

    static let varianceRestrictedClaim = Claim.repair(
        "B.6/b*", place: "Lemma B.6, proof", kind: .probability,
        statement: "1/2 <= sigma^2, if R <= 1 - 1/sqrt 2",
        domain: "R <= 1 - 1/sqrt 2 = 0.2929",
        check: .sweptLaw,
        coq: .whole(
            "B6_b_star.v",
            given: "that the standard deviation is at least 1-R"),
        decidedBy: .proof(varianceRestricted))

    private static func varianceSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let rest = .integer(1) - point.arguments.radius
        return LawSweep.Sides(.ratio(1, 2), atMost: rest * rest, "(1-R)^2")
    }

    /// B.6/c: P(|<w,x+delta>| <= t) <= t, at delta = -R x.
    static let strip = LawSweep(
        grid: stripGrid,
        contains: LemmaB4Laws.small,
        route: "Served: B.6/2, which holds by its exact law; by the proof's route for R <= 1 - sqrt(2/pi) (B.6/c*).",
        sides: stripSides)

    static let stripRestricted = LawSweep(
        grid: stripGrid,
        contains: { $0.arguments.radius.isCertainlyAtMost(.integer(1) - .sqrt(.integer(2) / .pi)) },
        argument: WholeDomainArgument(
            "The standard deviation is at least 1-R >= sqrt(2/pi), so the density is at most 1/2."),
        sides: stripSides)

    static let stripRestrictedClaim = Claim.repair(
        "B.6/c*", place: "Lemma B.6, proof", kind: .probability,
        statement: "P(|<w_{s,0},x+delta>| <= t) <= t, if R <= 1 - sqrt(2/pi)",
        domain: "t >= 0, R <= 1 - sqrt(2/pi) = 0.2021",
        check: .sweptLaw,
        coq: .whole(
            "B6_c_star.v",
            given: "that the probability is an integral of the normal density"),
        decidedBy: .proof(stripRestricted))

    private static let stripGrid = SweepGrid(radius: [0.5, 0.25, 0.2, 0.1, 0], threshold: [1, 0.5, 0.1, 2, 10, 1e-3, 0])

    private static func stripSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let t = Ball(exactly: point.threshold)
        return LawSweep.Sides(NormalLaws.strip(t / (.integer(1) - point.arguments.radius)), atMost: t, "erf(t/((1-R) sqrt 2))")
    }
}
