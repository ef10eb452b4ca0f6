// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds

/// Lemma B.4: counts of neurons are binomial, and a neuron's probability is a strip's or a cone's.
enum StepsB4 {
    static let all = [
        flipped, perturbed, perturbedRepaired, perturbedFixed, strip, widerStrip, widerStripRestricted, widerCount,
        widerCountRestricted,
    ]

    private static let counts = StepGrid(m: StepGrid.widths, gamma: StepGrid.gammas, c0: [1, 10, 0.5, 0])
    private static let perturbedCounts = StepGrid(
        m: StepGrid.widths, gamma: [0.5, 0.1, 0.05, 0.01, 1e-6, 1e-300], c0: [1, 10, 0.5, 0], radius: StepGrid.radii)

    private static let hoeffding =
        """
        Hoeffding (doi:10.1080/01621459.1963.10500830): P(N > m p + sqrt(m log(1/gamma)/2)) <= gamma for N ~ Bin(m, p), \
        and p = P(|z| <= V) <= sqrt(2/pi) V <= V (B.4/a).
        """

    /// B.4/1: |S_v| ~ Bin(m, 2 Phi(V) - 1).
    static let flipped = ExactStep(
        "B.4/1", "P(|S_v| > V m + sqrt(m log(1/gamma)/2)) <= gamma", domain: "m >= 1, V >= 0, gamma in (0,1)", grid: counts,
        argument: Argument(hoeffding, restsOn: ["B.4/a"])
    ) { point, _ in
        let p = point.arguments
        return Sides(
            count(above: LemmaB4.flippedNeurons(p).value, point.parameters.m, halfWidth: p.v), atMost: p.gamma,
            "|S_v| ~ Bin(m, P(|z| <= V)), upper tail")
    }

    /// B.4/2: |S'_v| ~ Bin(m, p'), p' the cone's law with sin alpha = R (V > 0); on the line
    /// delta turns nothing and p' = P(|z| <= V).
    static let perturbed = ExactStep(
        "B.4/2", "P(|S'_v| > (V m + sqrt(m log(1/gamma)/2))(1+R)) <= gamma", domain: "d, m >= 1, R <= 1/2, gamma in (0,1)",
        grid: perturbedGrid, contains: small
    ) { point, bits in perturbedSides(point, bits, LemmaB4.perturbedFlippedNeurons(point.arguments).value) }

    /// B.4/2 with the share of neurons that the turning of x+delta alone reaches: p' <= V + R sqrt d.
    static let perturbedRepaired = ExactStep(
        "B.4/2*", "P(|S'_v| > (V + R sqrt d) m + sqrt(m log(1/gamma)/2)) <= gamma", domain: "d, m >= 1, R <= 1/2, gamma in (0,1)",
        grid: perturbedGrid, contains: small,
        argument: Argument(
            """
            A neuron counts only if |g| sqrt(1-R^2) <= V + R chi, g ~ N(0,1) independent of chi ~ chi_{d-1}, so p' <= \
            sqrt(2/pi)(V + R E chi)/sqrt(1-R^2) <= V + R sqrt d, as (2/pi)/(1 - 1/4) <= 1 and E chi <= sqrt d. Then \
            Hoeffding.
            """,
            [.init("8/3 <= pi") { Ball.ratio(8, 3).isCertainlyLess(than: .pi) }])
    ) { point, bits in
        let p = point.arguments
        return perturbedSides(point, bits, (p.v + p.radius * .sqrt(p.d)) * p.m + .sqrt(p.m * p.logOverGamma(1) / .integer(2)))
    }

    private static let perturbedGrid = StepGrid(
        d: [1, 2, 3, 25, 784], m: [1, 10, 20, 50, 100, 1000, 100_000], gamma: [0.5, 0.05, 1e-300], c0: [1, 10, 0],
        radius: [0.5, 0.1, 0.01])

    private static func perturbedSides(_ point: StepPoint, _ bits: Int, _ b: Ball) -> Sides? {
        let p = point.arguments
        let share = FlipProbability.perturbed(
            dimension: point.parameters.d, distance: p.v, sine: p.radius,
            precision: bits / 2 + 16 + Precision.bitCount(point.parameters.m))
        return Sides(
            BinomialTail.exceeding(b, trials: point.parameters.m, p: share, q: .integer(1) - share), atMost: p.gamma,
            "|S'_v| ~ Bin(m, p'), p' = E erf((V + R chi_{d-1})/sqrt(2(1-R^2))), upper tail")
    }

    /// B.4/3: for one delta a neuron counts iff |<w_{s,0}, x+delta>| <= V ||x+delta||, a strip of probability P(|z| <= V).
    static let perturbedFixed = ExactStep(
        "B.4/3",
        "P(|S'_v(delta)| > (V m + sqrt(m log(1/gamma)/2))(1+R)) <= gamma",
        domain: "m >= 1, R <= 1/2, gamma in (0,1), delta fixed",
        grid: perturbedCounts, contains: small,
        argument: Argument(
            """
            The neuron changes sign at y = x+delta iff |<w_{s,0}, y>| <= V ||y||, so |S'_v(delta)| has the law of |S_v|; \
            the bound is (1+R) times that of B.4/1. \(hoeffding)
            """, restsOn: ["B.4/a"])
    ) { point, _ in
        let p = point.arguments
        return Sides(
            count(above: LemmaB4.perturbedFlippedNeurons(p).value, point.parameters.m, halfWidth: p.v), atMost: p.gamma,
            "|S'_v(delta)| ~ Bin(m, P(|z| <= V)), upper tail")
    }

    /// B.4/a: P(|z| <= V) <= 2V/sqrt(2 pi) <= V; evaluated at m = 1, V = C0.
    static let strip = ExactStep(
        "B.4/a", "P(|<w_{s,0},x>| <= V) <= 2V/sqrt(2 pi) <= V", domain: "V >= 0",
        grid: StepGrid(c0: [1, 0.1, 0.5, 2, 10, 100, 0.01, 1e-6, 0]),
        argument: Argument("The density of z is at most 1/sqrt(2 pi), and sqrt(2/pi) < 1.", [stripLink])
    ) { point, _ in
        let v = point.arguments.c0
        return Sides(NormalLaws.strip(v), atMost: v * .sqrt(.integer(2) / .pi), "erf(V/sqrt 2)")
    }

    /// B.4/e: x+delta may be as short as 1-R: P(|<w,x+delta>| <= V(1+R)) = P(|z| <= V(1+R)/(1-R)) at delta = -R x; V = C0 at m = 1.
    static let widerStrip = ExactStep(
        "B.4/e",
        "P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R), delta = -R x",
        domain: "V >= 0, R <= 1/2", grid: stripGrid, contains: small,
        sides: widerStripSides)

    /// B.4/e where x+delta is long enough.
    static let widerStripRestricted = ExactStep(
        "B.4/e*",
        "P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R), if R <= 1 - sqrt(2/pi)",
        domain: "V >= 0, R <= 1 - sqrt(2/pi) = 0.2021",
        grid: stripGrid, contains: isShort,
        argument: Argument(
            "<w_{s,0},x+delta> has standard deviation at least 1-R >= sqrt(2/pi), hence a density of at most 1/2."),
        sides: widerStripSides)

    private static let stripGrid = StepGrid(c0: [1, 0.1, 0.5, 2, 10, 0.01, 0], radius: [0.5, 0.25, 0.2, 0.1, 0.01, 0])

    private static func widerStripSides(_ point: StepPoint, _ bits: Int) -> Sides? {
        let p = point.arguments
        return Sides(NormalLaws.strip(p.c0 * stretch(p)), atMost: p.c0 * (.integer(1) + p.radius), "erf(V(1+R)/((1-R) sqrt 2))")
    }

    /// B.4/f: the count of the wider strips; V = C0/sqrt m.
    static let widerCount = ExactStep(
        "B.4/f", "P(#{|<w_{s,0},x+delta>| <= V(1+R)} > (V m + sqrt(m log(1/gamma)/2))(1+R)) <= gamma, delta = -R x",
        domain: "m >= 1, V >= 0, R <= 1/2, gamma in (0,1), delta fixed", grid: perturbedCounts, contains: small, sides: widerCountSides)

    /// B.4/f where B.4/e* holds.
    static let widerCountRestricted = ExactStep(
        "B.4/f*", "B.4/f, if R <= 1 - sqrt(2/pi)", domain: "m >= 1, V >= 0, R <= 1 - sqrt(2/pi), gamma in (0,1), delta fixed",
        grid: perturbedCounts, contains: isShort,
        argument: Argument(
            "Hoeffding with p <= V(1+R) (B.4/e*); the deviation is 1+R times Hoeffding's.", restsOn: ["B.4/e*"]),
        sides: widerCountSides)

    private static func widerCountSides(_ point: StepPoint, _ bits: Int) -> Sides? {
        let p = point.arguments
        return Sides(
            count(above: LemmaB4.perturbedFlippedNeurons(p).value, point.parameters.m, halfWidth: p.v * stretch(p)), atMost: p.gamma,
            "Bin(m, P(|z| <= V(1+R)/(1-R))), upper tail")
    }

    private static func stretch(_ p: Arguments<Ball>) -> Ball { (.integer(1) + p.radius) / (.integer(1) - p.radius) }

    /// P(Bin(m, P(|z| <= t)) > b).
    private static func count(above b: Ball, _ m: Int, halfWidth t: Ball) -> Ball {
        BinomialTail.exceeding(b, trials: m, p: NormalLaws.strip(t), q: NormalLaws.outside(t))
    }

    static let stripLink = Argument.Check("2 < pi") { Ball.integer(2).isCertainlyLess(than: .pi) }

    static func small(_ point: StepPoint) -> Bool { point.parameters.radius <= 0.5 }

    /// R <= 1 - sqrt(2/pi), certainly.
    private static func isShort(_ point: StepPoint) -> Bool {
        point.arguments.radius.isCertainlyAtMost(.integer(1) - .sqrt(.integer(2) / .pi))
    }
}
