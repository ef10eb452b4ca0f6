// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import RealModule
internal import Support

/// How the width goes with the dimension.
public enum WidthRule: Sendable, Hashable {
    /// m = d^{p/q}, p and q at least 1; rounded up where p/q is no integer: the least integer width that m >= d^{p/q} allows.
    case power(Int, Int)
    /// A given m, finite and at least 1.
    case fixed(Double)

    /// m at `d`; no longer rounded up where a Double holds no fractions.
    public func width(_ d: Double) -> Double {
        switch self {
        case .power(let p, let q) where p % q == 0: (0..<p / q).reduce(1) { width, _ in width * d }
        case .power(let p, let q): Double.pow(d, Double(p) / Double(q)).rounded(.up)
        case .fixed(let m): m
        }
    }

    /// "m = d^2.4", "m = d^3", "m = 1e5".
    public var text: String {
        switch self {
        case .power(let p, let q): "m = d^\(shortText(Double(p) / Double(q)))"
        case .fixed(let m): "m = \(shortText(m))"
        }
    }
}

/// The dimensions at which a bound says anything: where its hypotheses hold and it beats the trivial bound (`Quantity.trivialBound(_:)`).
public struct FrontierRow: Sendable, Hashable, Codable {
    /// A range of dimensions, both ends included; `to` absent where it goes on to ``Frontier/largestDimension``.
    public struct Range: Sendable, Hashable, Codable {
        /// The least dimension.
        public let from: Double
        /// The largest; nil where there is no end up to ``Frontier/largestDimension``.
        public let to: Double?
    }

    /// The claim's ID.
    public let claim: String
    /// The width's rule in words.
    public let width: String
    /// Where the bound is informative; empty where nowhere.
    public let informative: [Range]
    /// What else there is to say: which hypothesis excludes the rest, say.
    public let note: String

    public init(claim: String, width: String, informative: [Range], note: String) {
        (self.claim, self.width, self.informative, self.note) = (claim, width, informative, note)
    }
}

/// From which d on each bound says anything beyond the trivial one.
///
/// Dimensions from 1 to 10^30: every integer up to 1000, then a grid of 1/200 decade in log d with bisection at each change; so a range
/// shorter than that is not seen. Evaluated in Double, which the logarithms leave accurate over the whole range; integers d beyond 2^53 are
/// those that a Double holds.
public struct Frontier: Sendable {
    /// The failure probability, in (0, 1).
    public let gamma: Double
    /// C0 >= 0.
    public let c0: Double
    /// C1 > 0.
    public let c1: Double

    /// The end of the range that is looked at.
    public static let largestDimension = 1e30

    /// - Throws: `ParameterError` for gamma outside (0, 1), C0 < 0 or C1 <= 0.
    public init(gamma: Double = 0.05, c0: Double = 1, c1: Double = 1) throws(ParameterError) {
        let checked = try Parameters(d: 1, m: 1, gamma: gamma, c0: c0, c1: c1)
        self.gamma = checked.gamma
        self.c0 = checked.c0
        self.c1 = checked.c1
    }

    /// Every claim's bound under each rule.
    public func rows(_ claims: [MeasuredClaim], _ rules: [WidthRule]) -> [FrontierRow] {
        claims.flatMap { claim in rules.map { row(claim, $0) } }
    }

    /// The dimensions at which one bound says anything.
    public func row(_ claim: MeasuredClaim, _ rule: WidthRule) -> FrontierRow {
        let ranges = Self.ranges { d in
            let p = arguments(d, rule)
            return claim.hypotheses(p).allSatisfy(\.holds) && !claim.isVacuous(claim.bound(p).value, at: p)
        }
        let p = arguments(Self.largestDimension, rule)
        let failing = claim.hypotheses(p).filter { !$0.holds }.map(\.text)
        let note = failing.isEmpty ? "" : "for large d outside its domain: " + failing.joined(separator: "; ")
        return FrontierRow(claim: claim.id, width: rule.text, informative: ranges, note: note)
    }

    /// The arguments at d: R = min(1/2, C1/sqrt d), eps = (md)^{-4/7}, 1/2 where that is 1.
    func arguments(_ d: Double, _ rule: WidthRule) -> Arguments<Double> {
        let m = rule.width(d)
        let mesh = Double.pow(m, -4.0 / 7) * Double.pow(d, -4.0 / 7)
        return Arguments(
            d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: Double.minimum(0.5, c1 / Double.sqrt(d)), epsilon: mesh < 1 ? mesh : 0.5)
    }

    /// The ranges of d where `holds`.
    public static func ranges(_ holds: (Double) -> Bool) -> [FrontierRow.Range] {
        var ranges: [FrontierRow.Range] = [], start: Double?
        var previous = 1.0
        for d in grid {
            switch (holds(d), start) {
            case (true, nil): start = d == 1 ? 1 : change(previous, d, holds)
            case (false, let from?):
                ranges.append(.init(from: from, to: change(previous, d) { !holds($0) }.nextBelow))
                start = nil
            case (true, _?), (false, nil): break
            }
            previous = d
        }
        if let start { ranges.append(.init(from: start, to: nil)) }
        return ranges
    }

    private static let grid: [Double] = {
        let integers = (1...1000).map(Double.init)
        let decades = (1...(27 * 200)).map { Double.exp10(3 + Double($0) / 200).rounded() }
        return integers + decades
    }()

    /// The first integer d in (a, b] where `holds`, which fails at a and holds at b, as far as a Double tells integers apart.
    private static func change(_ a: Double, _ b: Double, _ holds: (Double) -> Bool) -> Double {
        Bisection.exhaustively(from: a, to: b, middle: { (($0 + $1) / 2).rounded() }, where: holds).after
    }
}

extension Double {
    /// The integer before this one, as far as a Double tells them apart.
    fileprivate var nextBelow: Double { Double.minimum(self - 1, nextDown) }
}
