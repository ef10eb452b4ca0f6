// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import Quantities

/// Lemma B.4: counts of neurons are binomial, and a neuron's probability is a strip's or a cone's.
enum LemmaB4Laws {
    private static let counts = SweepGrid(m: SweepGrid.widths, gamma: SweepGrid.gammas, c0: [1, 10, 0.5, 0])
    private static let perturbedCounts = SweepGrid(
        m: SweepGrid.widths, gamma: [0.5, 0.1, 0.05, 0.01, 1e-6, 1e-300], c0: [1, 10, 0.5, 0], radius: SweepGrid.radii)

    private static let hoeffding =
        """
        Hoeffding (doi:10.1080/01621459.1963.10500830): P(N > m p + sqrt(m log(1/gamma)/2)) <= gamma for N ~ Bin(m, p), \
        and p = P(|z| <= V) <= sqrt(2/pi) V <= V (B.4/a).
        """

    /// B.4/1: |S_v| ~ Bin(m, 2 Phi(V) - 1).
    static let flipped = LawSweep(
        grid: counts,
        argument: WholeDomainArgument(hoeffding, restsOn: [LemmaB4Laws.strip])
    ) { point, _ in
        let p = point.arguments
        return LawSweep.Sides(
            count(above: LemmaB4.flippedNeurons(p).value, point.parameters.m, halfWidth: p.v), atMost: p.gamma,
            "|S_v| ~ Bin(m, P(|z| <= V)), upper tail")
    }

    /// B.4/2: |S'_v| ~ Bin(m, p'), p' the cone's law with sin alpha = R (V > 0); on the line
    /// delta turns nothing and p' = P(|z| <= V).
    static let perturbed = LawSweep(
        grid: perturbedGrid,
        contains: small,
        route: "The proof fixes one delta for all neurons: in that reading the lemma holds (B.4/3). As defined, with a delta "
            + "for each neuron, the count carries R sqrt d (B.4/2*)."
    ) { point, bits in perturbedSides(point, bits, LemmaB4.perturbedFlippedNeurons(point.arguments).value) }

    /// B.4/2 with the share of neurons that the turning of x+delta alone reaches: p' <= V + R sqrt d.
    static let perturbedRepaired = LawSweep(
        grid: perturbedGrid,
        contains: small,
        argument: WholeDomainArgument(
            """
            A neuron counts only if |g| sqrt(1-R^2) <= V + R chi, g ~ N(0,1) independent of chi ~ chi_{d-1}, so p' <= \
            sqrt(2/pi)(V + R E chi)/sqrt(1-R^2) <= V + R sqrt d, as (2/pi)/(1 - 1/4) <= 1 and E chi <= sqrt d. Then \
            Hoeffding.
            """,
            [.fact("8/3 <= pi") { Ball.ratio(8, 3).isCertainlyLess(than: .pi) }])
    ) { point, bits in
        let p = point.arguments
        return perturbedSides(point, bits, (p.v + p.radius * .sqrt(p.d)) * p.m + .sqrt(p.m * p.logOverGamma(1) / .integer(2)))
    }

    static let perturbedRepairedClaim = Claim.repair(
        "B.4/2*", place: "Lemma B.4", kind: .probability,
        statement: "P(|S'_v| > (V + R sqrt d) m + sqrt(m log(1/gamma)/2)) <= gamma",
        domain: "d, m >= 1, R <= 1/2, gamma in (0,1)", failing: .gamma,
        measuring: .measured(PerturbedFlippedNeurons(), bound: LemmaB4.PerturbedFlippedNeuronsRepaired(), law: .unknown),
        check: .sweptLaw, decidedBy: .proof(perturbedRepaired))

    private static let perturbedGrid = SweepGrid(
        d: [1, 2, 3, 25, 784], m: [1, 10, 20, 50, 100, 1000, 100_000], gamma: [0.5, 0.05, 1e-300], c0: [1, 10, 0],
        radius: [0.5, 0.1, 0.01])

    private static func perturbedSides(_ point: SweepPoint, _ bits: Int, _ b: Ball) -> LawSweep.Sides? {
        let p = point.arguments
        let share = FlipProbability.perturbed(
            dimension: point.parameters.d, distance: p.v, sine: p.radius,
            precision: bits / 2 + 16 + Precision.bitCount(point.parameters.m))
        return LawSweep.Sides(
            CertifiedBinomialTail.exceeding(b, trials: point.parameters.m, p: share, q: .integer(1) - share), atMost: p.gamma,
            "|S'_v| ~ Bin(m, p'), p' = E erf((V + R chi_{d-1})/sqrt(2(1-R^2))), upper tail")
    }

    /// B.4/3: for one delta a neuron counts iff |<w_{s,0}, x+delta>| <= V ||x+delta||, a strip of probability P(|z| <= V).
    static let perturbedFixed = LawSweep(
        grid: perturbedCounts,
        contains: small,
        argument: WholeDomainArgument(
            """
            The neuron changes sign at y = x+delta iff |<w_{s,0}, y>| <= V ||y||, so |S'_v(delta)| has the law of |S_v|; \
            the bound is (1+R) times that of B.4/1. \(hoeffding)
            """, restsOn: [LemmaB4Laws.strip])
    ) { point, _ in
        let p = point.arguments
        return LawSweep.Sides(
            count(above: LemmaB4.perturbedFlippedNeurons(p).value, point.parameters.m, halfWidth: p.v), atMost: p.gamma,
            "|S'_v(delta)| ~ Bin(m, P(|z| <= V)), upper tail")
    }

    /// B.4/a: P(|z| <= V) <= 2V/sqrt(2 pi) <= V, V = C0/sqrt m; the sweep is at m = 1, where V = C0.
    static let strip = LawSweep(
        grid: SweepGrid(c0: [1, 0.1, 0.5, 2, 10, 100, 0.01, 1e-6, 0]),
        argument: WholeDomainArgument("The density of z is at most 1/sqrt(2 pi), and sqrt(2/pi) < 1.", [stripLink])
    ) { point, _ in
        let v = point.arguments.v
        return LawSweep.Sides(NormalLaws.strip(v), atMost: v * .sqrt(.integer(2) / .pi), "erf(V/sqrt 2)")
    }

    /// B.4/e: x+delta may be as short as 1-R: P(|<w,x+delta>| <= V(1+R)) = P(|z| <= V(1+R)/(1-R)) at delta = -R x; V = C0/sqrt m, in
    /// the sweep C0.
    static let widerStrip = LawSweep(
        grid: stripGrid,
        contains: small,
        route: "x+delta may be shorter than x. Served: B.4/3, which holds by the threshold V ||x+delta|| (B.4/c*).",
        sides: widerStripSides)

    /// B.4/e where x+delta is long enough.
    static let widerStripRestricted = LawSweep(
        grid: stripGrid,
        contains: isShort,
        argument: WholeDomainArgument(
            "<w_{s,0},x+delta> has standard deviation at least 1-R >= sqrt(2/pi), hence a density of at most 1/2."),
        sides: widerStripSides)

    static let widerStripRestrictedClaim = Claim.repair(
        "B.4/e*", place: "Lemma B.4, proof", kind: .probability,
        statement: "P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R), if R <= 1 - sqrt(2/pi)",
        domain: "V >= 0, R <= 1 - sqrt(2/pi) = 0.2021",
        check: .sweptLaw,
        coq: .whole(
            "B4_e_star.v",
            given: "that the probability is an integral of the normal density"),
        decidedBy: .proof(widerStripRestricted))

    private static let stripGrid = SweepGrid(c0: [1, 0.1, 0.5, 2, 10, 0.01, 0], radius: [0.5, 0.25, 0.2, 0.1, 0.01, 0])

    private static func widerStripSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let p = point.arguments
        return LawSweep.Sides(NormalLaws.strip(p.v * stretch(p)), atMost: p.v * (.integer(1) + p.radius), "erf(V(1+R)/((1-R) sqrt 2))")
    }

    /// B.4/f: the count of the wider strips; V = C0/sqrt m.
    static let widerCount = LawSweep(
        grid: perturbedCounts,
        contains: small,
        route: "Served: B.4/3, which holds by the threshold V ||x+delta|| (B.4/c*); with the proof's own threshold for R <= 1 "
            + "- sqrt(2/pi) (B.4/f*).",
        sides: widerCountSides)

    /// B.4/f where B.4/e* holds.
    static let widerCountRestricted = LawSweep(
        grid: perturbedCounts,
        contains: isShort,
        argument: WholeDomainArgument(
            "Hoeffding with p <= V(1+R) (B.4/e*); the deviation is 1+R times Hoeffding's.", restsOn: [LemmaB4Laws.widerStripRestricted]),
        sides: widerCountSides)

    static let widerCountRestrictedClaim = Claim.repair(
        "B.4/f*", place: "Lemma B.4, proof", kind: .probability,
        statement: "B.4/f, if R <= 1 - sqrt(2/pi)",
        domain: "m >= 1, V >= 0, R <= 1 - sqrt(2/pi), gamma in (0,1), delta fixed",
        check: .sweptLaw, decidedBy: .proof(widerCountRestricted))

    private static func widerCountSides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let p = point.arguments
        return LawSweep.Sides(
            count(above: LemmaB4.perturbedFlippedNeurons(p).value, point.parameters.m, halfWidth: p.v * stretch(p)), atMost: p.gamma,
            "Bin(m, P(|z| <= V(1+R)/(1-R))), upper tail")
    }

    private static func stretch(_ p: Arguments<Ball>) -> Ball { (.integer(1) + p.radius) / (.integer(1) - p.radius) }

    /// P(Bin(m, P(|z| <= t)) > b).
    private static func count(above b: Ball, _ m: Int, halfWidth t: Ball) -> Ball {
        CertifiedBinomialTail.exceeding(b, trials: m, p: NormalLaws.strip(t), q: NormalLaws.outside(t))
    }

    static let stripLink = CheckedLine.fact("2 < pi") { Ball.integer(2).isCertainlyLess(than: .pi) }

    static func small(_ point: SweepPoint) -> Bool { point.parameters.radius <= 0.5 }

    /// R <= 1 - sqrt(2/pi), certainly.
    private static func isShort(_ point: SweepPoint) -> Bool {
        point.arguments.radius.isCertainlyAtMost(.integer(1) - .sqrt(.integer(2) / .pi))
    }
}
