// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims

/// The cells of a run, each with the verdict expected of it.
public struct Plan: Sendable {
    public struct Entry: Sendable, Hashable {
        public let cell: Cell
        /// The verdict that this cell is expected to have; `nil` where nothing is said of it.
        public let expected: Verdict?
        /// At most this many trials, where the plan says so.
        public let trials: Int?

        public init(cell: Cell, expected: Verdict? = nil, trials: Int? = nil) {
            self.cell = cell
            self.expected = expected
            self.trials = trials
        }
    }

    public let entries: [Entry]
    /// The verdicts expected of proof steps, by claim ID (for the audit).
    public let steps: [String: Verdict]

    public init(entries: [Entry], steps: [String: Verdict] = [:]) {
        self.entries = entries
        self.steps = steps
    }

    /// Plans one after another; of entries for the same cell the first stands.
    public static func joined(_ plans: [Plan]) -> Plan {
        var seen: Set<Cell> = []
        return Plan(
            entries: plans.flatMap(\.entries).filter { seen.insert($0.cell).inserted },
            steps: plans.reduce(into: [:]) { $0.merge($1.steps) { first, _ in first } })
    }

    /// The entries whose claim is one of `claims`, in the plan's order.
    public func filtered(to claims: Set<MeasuredClaim>) -> Plan {
        Plan(entries: entries.filter { claims.contains($0.cell.claim) }, steps: steps)
    }
}

extension Plan {
    /// - Throws: ``CostError`` for the first cell that may need more than `options` allow a run.
    public func checkCosts(_ options: RunOptions) throws(CostError) {
        for entry in entries {
            try options.limits.check(
                entry.cell.claim.quantity.cost(options.sampler, at: entry.cell.parameters), trials: entry.trials ?? options.maxTrials,
                threads: options.threads, of: entry.cell.description)
        }
    }
}

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

    /// Every combination, d slowest. A parameter without values takes its default (C1 = 1, R and eps as ``Parameters`` says);
    /// values of a parameter that the claim does not depend on do not multiply the cells.
    ///
    /// - Throws: ``ParameterError`` for the first combination that is out of range; d, m, gamma and, where the claim
    ///   depends on it, C0 must have at least one value.
    public func cells(of claim: MeasuredClaim) throws(ParameterError) -> [Cell] {
        func values(_ parameter: OptionalParameter, _ list: [Double]) -> [Double?] {
            claim.dependsOn.contains(parameter) && !list.isEmpty ? list : [nil]
        }
        for (name, isEmpty) in [("d", d.isEmpty), ("m", m.isEmpty), ("gamma", gamma.isEmpty)] where isEmpty {
            throw ParameterError(parameter: name, value: "(none)", allowed: "at least one value")
        }
        if claim.dependsOn.contains(.c0), c0.isEmpty {
            throw ParameterError(parameter: "c0", value: "(none)", allowed: "at least one value")
        }
        var cells: [Cell] = []
        for d in d {
            for m in m {
                for gamma in gamma {
                    for c0 in values(.c0, c0) {
                        for c1 in values(.c1, c1) {
                            for radius in values(.radius, radius) {
                                for epsilon in values(.epsilon, epsilon) {
                                    cells.append(
                                        try Cell(
                                            claim,
                                            Parameters(
                                                d: d, m: m, gamma: gamma, c0: c0 ?? 0, c1: c1 ?? 1, radius: radius,
                                                epsilon: epsilon)))
                                }
                            }
                        }
                    }
                }
            }
        }
        return cells
    }
}

extension Plan {
    /// The claims that have a cell, in the plan's order.
    private var ownClaims: [MeasuredClaim] {
        var seen: Set<MeasuredClaim> = []
        return entries.map(\.cell.claim).filter { seen.insert($0).inserted }
    }

    /// The plan for `claims` (all of its own where `nil`), with the lists of `grid` in the place of its values.
    ///
    /// A cell that the plan has keeps its expectation; a claim that the plan has not gets its cells from `grid` alone.
    ///
    /// - Throws: ``ParameterError`` for the first combination out of range.
    public func overridden(by grid: Grid, claims: [MeasuredClaim]?) throws(ParameterError) -> Plan {
        let chosen = claims.map { filtered(to: Set($0)) } ?? self
        if grid == Grid(), claims?.allSatisfy({ claim in entries.contains { $0.cell.claim == claim } }) ?? true { return chosen }
        let expected = Dictionary(entries.map { ($0.cell, $0) }) { first, _ in first }
        var cells: [Entry] = []
        for claim in claims ?? ownClaims {
            for cell in try grid.filled(from: entries.map(\.cell).filter { $0.claim == claim }).cells(of: claim) {
                cells.append(expected[cell] ?? Entry(cell: cell))
            }
        }
        return Plan.joined([Plan(entries: cells, steps: steps)])
    }
}

extension Grid {
    /// This grid, with the values that `cells` have for each parameter that it gives none for.
    ///
    /// R and eps stay at their defaults, which follow d and m.
    func filled(from cells: [Cell]) -> Grid {
        func values<Value: Hashable>(_ own: [Value], _ value: (Parameters) -> Value) -> [Value] {
            var seen: Set<Value> = []
            return own.isEmpty ? cells.map { value($0.parameters) }.filter { seen.insert($0).inserted } : own
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
