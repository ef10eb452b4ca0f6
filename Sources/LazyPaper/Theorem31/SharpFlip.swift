// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import RealModule
internal import Support
internal import Verifier

/// 3.1/d+: the flip that the sharper right-hand sides certify.
///
/// As ``CertifiedFlip``, with B.5/1+ at 9 gamma/10, B.7/1+ and B.9/1+ at gamma/20 each: what these cost grows with the logarithm of
/// 1/gamma alone, while the value's bound is a quantile.
struct SharpFlip {
    /// F, G and D at one point, of which only D depends on C1.
    struct Terms<Scalar: BoundScalar> {
        let value: Scalar
        let norm: Scalar
        let difference: Scalar
    }

    /// R = C1/sqrt d, which B.9/1+ wants below 1.
    static func terms<Scalar: BoundScalar>(d: Scalar, m: Scalar, gamma: Scalar, c0: Scalar, c1: Scalar) -> Terms<Scalar> {
        let whole = Arguments(d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: c1 / .sqrt(d), epsilon: .ratio(1, 2))
        var most = whole, part = whole
        most.gamma = .ratio(9, 10) * gamma
        part.gamma = gamma / .integer(20)
        return Terms(
            value: SharpB5.functionValue(most).value, norm: SharpB7.gradientNorm(part).value,
            difference: SharpB9.gradientDifference(part).value)
    }

    let frontier: Frontier

    init(_ frontier: Frontier) { self.frontier = frontier }

    /// C1 (G - D(C1))/sqrt d - 2F: the flip is certified where this is not negative.
    private func room(_ d: Double, _ m: Double, _ c1: Double) -> Double {
        let terms = Self.terms(d: d, m: m, gamma: frontier.gamma, c0: frontier.c0, c1: c1)
        let room = c1 * (terms.norm - terms.difference) / Double.sqrt(d) - 2 * terms.value
        return room.isNaN ? -.infinity : room
    }

    /// Some C1 that certifies, near the one that leaves the most room; nil where that leaves none.
    ///
    /// D grows like the root of C1, so the room rises, then falls: the largest is found by thirds in log C1.
    private func bestC1(_ d: Double, _ m: Double) -> Double? {
        guard d >= 3 else { return nil }
        var low = Double.log(1e-3), high = Double.log(0.99 * Double.sqrt(d))
        for _ in 0..<40 {
            let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
            if room(d, m, Double.exp(a)) < room(d, m, Double.exp(b)) { low = a } else { high = b }
        }
        let c1 = Double.exp((low + high) / 2)
        return room(d, m, c1) >= 0 ? c1 : nil
    }

    /// The smallest radius that is certified, as C1 = R sqrt d.
    func smallestC1(_ d: Double, _ m: Double) -> Double? {
        guard let best = bestC1(d, m) else { return nil }
        return Bisection.bracket(from: 0, to: best, times: 100) { $0 > 0 && room(d, m, $0) >= 0 }.after
    }

    /// Whether a flip is certified at this dimension and width.
    func certifies(_ d: Double, _ m: Double) -> Bool { bestC1(d, m) != nil }

    func row(_ rule: WidthRule) -> FrontierRow {
        let ranges = Frontier.ranges { d in certifies(d, rule.width(d)) }
        let note = ranges.first.flatMap { first in
            smallestC1(first.from, rule.width(first.from)).map {
                "a flip within ||delta|| <= C1/sqrt d, C1 = \(shortText($0)) at the first d"
            }
        }
        return FrontierRow(claim: "3.1/d+", width: rule.text, informative: ranges, note: note ?? "no flip is certified")
    }
}
