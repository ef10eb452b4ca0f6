// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import Support

/// Values of each parameter; its cells are their product.
public struct Grid: Sendable, Hashable {
    public var d: [Int] = []
    public var m: [Int] = []
    public var gamma: [Double] = []
    public var c0: [Double] = []
    public var c1: [Double] = []
    public var radius: [Double] = []
    public var epsilon: [Double] = []

    public init() {}

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
    public var given: [OptionalParameter] { OptionalParameter.allCases.filter { !self[$0].isEmpty } }

    /// Every combination, d slowest, each cell once. A parameter without values takes its default (C1 = 1, R and eps as ``Parameters``
    /// says); values of a parameter that the claim does not depend on do not multiply the cells.
    ///
    /// - Throws: ``GridError`` for the first combination that is out of range, and before any is made where there are too many; d, m,
    ///   gamma and, where the claim depends on it, C0 must have at least one value.
    public func cells(of claim: MeasuredClaim) throws(GridError) -> [Cell] {
        try checkValues(for: claim)
        try Self.checkCount(count(of: claim))
        do throws(ParameterError) {
            var cells: [Cell] = []
            for d in d.distinct {
                for m in m.distinct {
                    for gamma in gamma.distinct {
                        for point in points(of: claim) {
                            cells.append(
                                try Cell(
                                    claim,
                                    Parameters(
                                        d: d, m: m, gamma: gamma, c0: point.c0 ?? 0, c1: point.c1 ?? 1, radius: point.radius,
                                        epsilon: point.epsilon)))
                        }
                    }
                }
            }
            return cells
        } catch {
            throw .parameter(error)
        }
    }

    private typealias Point = (c0: Double?, c1: Double?, radius: Double?, epsilon: Double?)

    /// The combinations of the parameters that only some claims depend on; nil stands for the default.
    private func points(of claim: MeasuredClaim) -> [Point] {
        func values(_ parameter: OptionalParameter) -> [Double?] {
            claim.dependsOn.contains(parameter) && !self[parameter].isEmpty ? self[parameter].distinct : [nil]
        }
        return values(.c0).flatMap { c0 in
            values(.c1).flatMap { c1 in
                values(.radius).flatMap { radius in values(.epsilon).map { Point(c0, c1, radius, $0) } }
            }
        }
    }

    private func checkValues(for claim: MeasuredClaim) throws(GridError) {
        let c0IsMissing = claim.dependsOn.contains(.c0) && c0.isEmpty
        let missing = [("d", d.isEmpty), ("m", m.isEmpty), ("gamma", gamma.isEmpty), ("c0", c0IsMissing)].filter(\.1).map(\.0)
        guard let first = missing.first else { return }
        throw .parameter(ParameterError(parameter: first, value: "", allowed: "at least one value for \(claim.id)", fault: .missing))
    }

    /// How many cells ``cells(of:)`` gives, without making any: in floating-point numbers, which do not overflow here.
    func count(of claim: MeasuredClaim) -> Double {
        let optional = OptionalParameter.allCases.filter(claim.dependsOn.contains).map { Swift.max(1, self[$0].distinct.count) }
        return ([d.distinct.count, m.distinct.count, gamma.distinct.count] + optional).reduce(1) { $0 * Double($1) }
    }

    /// - Throws: ``GridError`` where a run has more cells than it may have.
    static func checkCount(_ count: Double) throws(GridError) {
        guard count <= Double(Plan.largestCellCount) else { throw .tooManyCells(count) }
    }
}

/// Lists of values that make no cells.
public enum GridError: Error, Sendable, Hashable, CustomStringConvertible {
    case parameter(ParameterError)
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
        grid.c0 = values(c0, \.c0)
        grid.c1 = values(c1, \.c1)
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
