// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import Support

/// Values of each parameter; its cells are their product.
public struct Grid: Sendable, Hashable {
    /// Dimensions.
    public var d: [Int] = []
    /// Widths.
    public var m: [Int] = []
    /// Failure probabilities, each in (0, 1).
    public var gamma: [Double] = []
    /// Lazy constants C0 >= 0.
    public var c0: [Double] = []
    /// C1 > 0; none stands for 1.
    public var c1: [Double] = []
    /// R >= 0; none stands for min{1/2, C1 / sqrt d}.
    public var radius: [Double] = []
    /// eps in (0, 1); none stands for the default of `Parameters`.
    public var epsilon: [Double] = []
    /// Rules for C0 beside its values, h in V = h(m)/sqrt m: expressions in d, m and gamma.
    public var c0Rules: [Expression] = []
    /// Values of parameters of one's own, by name.
    public var own: [String: [Double]] = [:]

    /// Values of each parameter; those not given take their defaults, where they have one.
    public init(
        d: [Int] = [], m: [Int] = [], gamma: [Double] = [], c0: [Double] = [], c1: [Double] = [], radius: [Double] = [],
        epsilon: [Double] = []
    ) {
        (self.d, self.m, self.gamma, self.c0, self.c1) = (d, m, gamma, c0, c1)
        (self.radius, self.epsilon) = (radius, epsilon)
    }

    /// The values of a parameter that only some claims depend on.
    public subscript(_ parameter: OptionalParameter) -> [Double] {
        get {
            switch parameter {
            case .c0: c0
            case .c1: c1
            case .radius: radius
            case .epsilon: epsilon
            }
        }
        set {
            switch parameter {
            case .c0: c0 = newValue
            case .c1: c1 = newValue
            case .radius: radius = newValue
            case .epsilon: epsilon = newValue
            }
        }
    }

    /// The parameters among those that only some claims depend on which have values here.
    public var given: [OptionalParameter] { OptionalParameter.allCases.filter { !self[$0].isEmpty || ($0 == .c0 && !c0Rules.isEmpty) } }

    /// Every combination, d slowest, each cell once. A parameter without values takes its default (C1 = 1, R and eps as `Parameters`
    /// says); values of a parameter that the claim does not depend on do not multiply the cells.
    ///
    /// - Throws: ``GridError`` for the first combination that is out of range, and before any is made where there are too many; d, m,
    ///   gamma and, where the claim depends on it, C0 must have at least one value.
    public func cells(of claim: MeasuredClaim) throws(GridError) -> [Cell] {
        try checkValues(for: claim)
        try Self.checkCount(count(of: claim))
        do throws(ParameterError) {
            var cells: [Cell] = []
            let has = claim.parameters.basics.contains
            for d in has(.d) ? d.distinct : [1] {
                for m in has(.m) ? m.distinct : [1] {
                    for gamma in has(.gamma) ? gamma.distinct : [0.5] {
                        for point in try points(of: claim, d, m, gamma) {
                            cells.append(
                                try Cell(
                                    claim,
                                    Parameters(
                                        d: d, m: m, gamma: gamma, c0: point.c0 ?? 0, c1: point.c1 ?? 1, radius: point.radius,
                                        epsilon: point.epsilon, own: point.own)))
                        }
                    }
                }
            }
            return cells
        } catch {
            throw .parameter(error)
        }
    }

    private typealias Point = (c0: Double?, c1: Double?, radius: Double?, epsilon: Double?, own: [String: Double])

    /// The combinations of the parameters that only some claims depend on; nil stands for the default.
    private func points(of claim: MeasuredClaim, _ d: Int, _ m: Int, _ gamma: Double) throws(ParameterError) -> [Point] {
        for basic in BasicParameter.allCases where !claim.parameters.basics.contains(basic) {
            guard c0Rules.allSatisfy({ !$0.parameters.contains(basic.rawValue) }) else {
                throw ParameterError(
                    parameter: basic.rawValue, value: "", allowed: "at least one value for the rule of C0, which names it", fault: .missing)
            }
        }
        let ruled = claim.dependsOn.contains(.c0) ? try c0Rules.map { rule throws(ParameterError) in try c0(rule, d, m, gamma) } : []
        func values(_ parameter: OptionalParameter) -> [Double?] {
            claim.dependsOn.contains(parameter) && !self[parameter].isEmpty ? self[parameter].distinct : [nil]
        }
        let own = ownPoints(of: claim)
        return (c0.isEmpty && !ruled.isEmpty ? ruled : values(.c0) + ruled).flatMap { c0 in
            values(.c1).flatMap { c1 in
                values(.radius).flatMap { radius in
                    values(.epsilon).flatMap { epsilon in own.map { Point(c0, c1, radius, epsilon, $0) } }
                }
            }
        }
    }

    /// What a rule gives, which must be a value that C0 can have.
    private func c0(_ rule: Expression, _ d: Int, _ m: Int, _ gamma: Double) throws(ParameterError) -> Double? {
        let value = rule.value(try Parameters(d: d, m: m, gamma: gamma, c0: 0).arguments)
        do throws(ParameterError) { try OptionalParameter.c0.range.check("c0", value) } catch {
            throw ParameterError(
                parameter: "c0 = \(rule) at d=\(d) m=\(m) gamma=\(gamma)", value: error.value, allowed: OptionalParameter.c0.range.allowed)
        }
        return value
    }

    /// The combinations of the parameters of one's own, the first by name slowest.
    private func ownPoints(of claim: MeasuredClaim) -> [[String: Double]] {
        claim.parameters.own.reduce([[:]]) { points, name in
            points.flatMap { point in
                (own[name] ?? []).distinct.map { value in point.merging([name: value]) { _, new in new } }
            }
        }
    }

    private func checkValues(for claim: MeasuredClaim) throws(GridError) {
        let c0IsMissing = claim.dependsOn.contains(.c0) && c0.isEmpty && c0Rules.isEmpty
        let basics: [(BasicParameter, Bool)] = [(.d, d.isEmpty), (.m, m.isEmpty), (.gamma, gamma.isEmpty)]
        let missing =
            basics.filter { claim.parameters.basics.contains($0.0) && $0.1 }.map(\.0.rawValue) + (c0IsMissing ? ["c0"] : [])
            + claim.parameters.own.filter { own[$0]?.isEmpty ?? true }
        guard let first = missing.first else { return }
        throw .parameter(ParameterError(parameter: first, value: "", allowed: "at least one value for \(claim.id)", fault: .missing))
    }

    /// How many cells ``cells(of:)`` gives, without making any: in floating-point numbers, which do not overflow here.
    func count(of claim: MeasuredClaim) -> Double {
        let optional = OptionalParameter.allCases.filter(claim.dependsOn.contains).map { parameter in
            Swift.max(1, self[parameter].distinct.count + (parameter == .c0 ? c0Rules.count : 0))
        }
        let has = claim.parameters.basics.contains
        let basics = [has(.d) ? d.distinct.count : 1, has(.m) ? m.distinct.count : 1, has(.gamma) ? gamma.distinct.count : 1]
        let own = claim.parameters.own.map { (self.own[$0] ?? []).distinct.count }
        return (basics + optional + own).reduce(1) { $0 * Double($1) }
    }

    /// - Throws: ``GridError`` where a run has more cells than it may have.
    static func checkCount(_ count: Double) throws(GridError) {
        guard count <= Double(Plan.largestCellCount) else { throw .tooManyCells(count) }
    }
}

/// Lists of values that make no cells.
public enum GridError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A value is out of range, or a parameter has none.
    case parameter(ParameterError)
    /// So many cells would be made; ``Plan/largestCellCount`` are allowed.
    case tooManyCells(Double)

    public var description: String {
        switch self {
        case .parameter(let error): error.description
        case .tooManyCells(let count):
            "the lists of values make \(count.plainText) cells: at most \(Plan.largestCellCount) are allowed"
        }
    }
}

extension Grid {
    /// This grid, with the values that `cells` have for each parameter that it gives none for.
    ///
    /// R and eps stay at their defaults, which follow d and m.
    func filled(from cells: [Cell]) -> Grid {
        func values<Value: Hashable>(_ own: [Value], _ value: (Parameters) -> Value) -> [Value] {
            own.isEmpty ? cells.map { value($0.parameters) }.distinct : own
        }
        var grid = self
        grid.d = values(d, \.d)
        grid.m = values(m, \.m)
        grid.gamma = values(gamma, \.gamma)
        if c0Rules.isEmpty { grid.c0 = values(c0, \.c0) }
        grid.c1 = values(c1, \.c1)
        for name in Set(cells.flatMap { $0.parameters.own.keys }) where grid.own[name] == nil {
            grid.own[name] = cells.compactMap { $0.parameters.own[name] }.distinct
        }
        return grid
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it stands first.
    fileprivate var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
