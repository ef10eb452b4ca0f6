// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Lemma B.9: the rows' norms.
enum LemmaB9Laws {
    /// B.9/k under the lemma's own hypotheses: m >= d^2.4, d >= log(4/gamma)^2.
    static let rowNorms = LawSweep(
        grid: grid,
        contains: isInDomain,
        route: "Served: the Lipschitz term of B.9/n, under the proof's own hypotheses (B.9/k*).",
        sides: sides)

    /// B.9/k with what the proof assumes besides: m >= 58, d >= log(4m/gamma)^2.
    static let rowNormsRestricted = LawSweep(
        grid: grid,
        contains: { point in
            let l = point.arguments.logWidthOverGamma(4)
            return isInDomain(point) && point.parameters.m >= 58 && (l * l).isCertainlyAtMost(point.arguments.d)
        },
        argument: ToolsLaws.laurentMassart(
            """
            x = log(m/gamma) <= log(4m/gamma)^2 <= d, as log(4m/gamma) >= 1, so 4 sqrt(dx) >= 2 sqrt(dx) + 2x: each row \
            fails with probability at most gamma/m.
            """),
        sides: sides)

    static let rowNormsRestrictedClaim = Claim.repair(
        "B.9/k*", place: "Lemma B.9, proof", kind: .probability,
        statement: "P(max_s ||w_{s,0}||^2 > d + 4 sqrt(d log(m/gamma))) <= gamma, if also m >= 58, d >= log(4m/gamma)^2",
        domain: "m >= max(58, d^2.4), d >= log(4m/gamma)^2",
        check: .sweptLaw, decidedBy: .proof(rowNormsRestricted))

    private static let grid = SweepGrid(
        d: [1, 2, 3, 5, 10, 25, 100, 784, 2000],
        m: [1, 2, 10, 100, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000, 1_000_000_000_000_000],
        gamma: [0.5, 0.1, 0.05, 0.01, 1e-3, 1e-6, 0.9, 0.75, 0.99])

    private static func isInDomain(_ point: SweepPoint) -> Bool {
        LemmaB9.hypotheses(point.arguments).dropFirst().allSatisfy { $0.left.isCertainlyAtMost($0.right) }
    }

    private static func sides(_ point: SweepPoint, _ bits: Int) -> LawSweep.Sides? {
        let p = point.arguments
        let x = p.d + .integer(4) * .sqrt(p.d * p.logWidthOverGamma(1))
        let one = ChiSquareTail.upper(point.parameters.d, x)
        return LawSweep.Sides(NormalLaws.anyOf(point.parameters.m, one), atMost: p.gamma, "1 - (1 - P(chi^2_d > x))^m")
    }
}
