// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import RealModule
internal import Support
internal import Verifier

/// 3.1/d: the flip that the explicit right-hand sides certify.
///
/// With F >= |f(x)| (B.5/1), G <= ||grad f(x)|| (B.7/1) and D >= sup ||grad f(x+delta) - grad f(x)|| over ||delta|| <= C1/sqrt d (B.9/1),
/// each at gamma/3, 3.1/a and b give a flip within ||delta|| <= 2F/(G - D), provided that D < G and that this radius is one that D
/// covers: 2F sqrt d <= C1 (G - D(C1)). D = a C1^{1/4} + b, so the right side is largest at C1^{1/4} = 4 (G - b)/(5 a), where it is C1 (G
/// - b)/5.
struct CertifiedFlip {
    let frontier: Frontier

    init(_ frontier: Frontier) { self.frontier = frontier }

    /// The arguments at d with C1 and R = C1/sqrt d free, gamma/3.
    private func arguments<Scalar: BoundScalar>(d: Scalar, m: Scalar, gamma: Scalar, c0: Scalar, c1: Scalar) -> Arguments<Scalar> {
        Arguments(d: d, m: m, gamma: gamma / .integer(3), c0: c0, c1: c1, radius: c1 / .sqrt(d), epsilon: .ratio(1, 2))
    }

    private func bounds(_ d: Double, _ m: Double) -> (f: Double, g: Double, a: Double, b: Double) {
        let p = arguments(d: d, m: m, gamma: frontier.gamma, c0: frontier.c0, c1: 1)
        let terms = LemmaB9.gradientDifference(p).terms
        return (
            LemmaB5.functionValue(p).value, LemmaB7.gradientNorm(p).value, terms[0].value, terms.dropFirst().reduce(0) { $0 + $1.value }
        )
    }

    /// The C1 that leaves the most room, where it leaves any; nil elsewhere.
    private func bestC1(_ d: Double, _ m: Double) -> Double? {
        let (f, g, a, b) = bounds(d, m)
        guard g > b else { return nil }
        let root = 4 * (g - b) / (5 * a)
        // Lemma B.6 asks for R <= 1/2.
        let c1 = Double.minimum(root * root * root * root, Double.sqrt(d) / 2)
        guard g > b + a * Double.sqrt(Double.sqrt(c1)), certifies(f, g, a, b, d, c1) else { return nil }
        return c1
    }

    private func certifies(_ f: Double, _ g: Double, _ a: Double, _ b: Double, _ d: Double, _ c1: Double) -> Bool {
        2 * f * Double.sqrt(d) <= c1 * (g - b - a * Double.sqrt(Double.sqrt(c1)))
    }

    /// The smallest radius that is certified, as C1 = R sqrt d.
    func smallestC1(_ d: Double, _ m: Double) -> Double? {
        guard let best = bestC1(d, m) else { return nil }
        let (f, g, a, b) = bounds(d, m)
        return Bisection.bracket(from: 0, to: best, times: 200) { certifies(f, g, a, b, d, $0) }.after
    }

    private func inDomain(_ d: Double, _ m: Double) -> Bool {
        LemmaB9.hypotheses(arguments(d: d, m: m, gamma: frontier.gamma, c0: frontier.c0, c1: 1)).allSatisfy(\.holds)
    }

    func ranges(_ rule: WidthRule) -> [FrontierRow.Range] {
        Frontier.ranges { d in certifies(d, rule.width(d)) }
    }

    /// Whether a flip is certified at this dimension and width.
    func certifies(_ d: Double, _ m: Double) -> Bool { inDomain(d, m) && bestC1(d, m) != nil }

    func row(_ rule: WidthRule) -> FrontierRow {
        let ranges = ranges(rule)
        let note = ranges.first.flatMap { first in
            smallestC1(first.from, rule.width(first.from)).map {
                "a flip within ||delta|| <= C1/sqrt d, C1 = \(shortText($0)) "
                    + "at the first d"
            }
        }
        return FrontierRow(claim: "3.1/d", width: rule.text, informative: ranges, note: note ?? "no flip is certified")
    }
}
