// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
public import Programs

/// The cells of a run, each with the verdict expected of it.
public struct Plan: Sendable {
    /// A cell of the plan.
    public struct Entry: Sendable, Hashable {
        /// The claim and the point.
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

    /// The largest number of cells of a run: more than any table is read for, and few enough to be held in memory.
    public static let largestCellCount = 100_000

    /// In the order in which they are run.
    public let entries: [Entry]
    /// The verdicts expected of proof steps, by claim ID (for the audit).
    public let steps: [String: Verdict]
    /// Right-hand sides in the language of expressions, by claim ID.
    public let formulas: [String: Expression]
    /// Numbers by which a section's records are judged, by name.
    public let rules: [String: Double]
    /// Claims of one's own, which some of the entries may be of.
    public let own: [OwnClaim]

    public init(
        entries: [Entry], steps: [String: Verdict] = [:], formulas: [String: Expression] = [:], rules: [String: Double] = [:],
        own: [OwnClaim] = []
    ) {
        self.entries = entries
        self.rules = rules
        self.steps = steps
        self.formulas = formulas
        self.own = own
    }

    /// The programs that a run of this plan starts: those of a stranger's plan nobody has looked at.
    public var programs: [ProgramCommand] { own.compactMap(\.program) }

    /// Plans one after another; of entries for the same cell the first stands.
    public static func joined(_ plans: [Plan]) -> Plan {
        var seen: Set<Cell> = []
        return Plan(
            entries: plans.flatMap(\.entries).filter { seen.insert($0.cell).inserted },
            steps: plans.reduce(into: [:]) { $0.merge($1.steps) { first, _ in first } },
            formulas: plans.reduce(into: [:]) { $0.merge($1.formulas) { first, _ in first } },
            rules: plans.reduce(into: [:]) { $0.merge($1.rules) { first, _ in first } }, own: plans.flatMap(\.own))
    }

    /// The entries whose claim is one of `claims`, in the plan's order.
    public func filtered(to claims: Set<MeasuredClaim>) -> Plan {
        Plan(entries: entries.filter { claims.contains($0.cell.claim) }, steps: steps, formulas: formulas, rules: rules, own: own)
    }
}

extension Plan {
    /// - Throws: `CostError` for the first cell that may need more than `options` allow a run.
    public func checkCosts(_ options: RunOptions) throws(CostError) {
        for entry in entries {
            let cell = entry.cell
            // What a limit in law decides takes no more trials than are cheap; other cells are not worth preparing twice.
            let prepared = cell.claim.quantity is any LimitedInLaw ? try? PreparedCell(cell) : nil
            try options.limits.check(
                cell.claim.quantity.cost(options.sampler, at: cell.parameters),
                trials: prepared?.trialLimit(entry, options) ?? entry.trials ?? options.maxTrials, threads: options.threads,
                of: cell.description)
        }
    }
}

extension Plan {
    /// The claims that have a cell, in the plan's order.
    public var claims: [MeasuredClaim] {
        var seen: Set<MeasuredClaim> = []
        return entries.map(\.cell.claim).filter { seen.insert($0).inserted }
    }

    /// The plan for `claims` (all of its own where `nil`), with the lists of `grid` in the place of its values.
    ///
    /// A cell that the plan has keeps its expectation; a claim that the plan has not gets its cells from `grid` alone.
    ///
    /// - Throws: ``GridError`` for the first combination out of range, and before any is made where there are too many.
    public func overridden(by grid: Grid, claims: [MeasuredClaim]?) throws(GridError) -> Plan {
        var seen: Set<MeasuredClaim> = []
        let own = Set(self.claims)
        let chosen = (claims ?? self.claims).filter { seen.insert($0).inserted }
        if grid == Grid(), chosen.allSatisfy(own.contains) { return claims == nil ? self : filtered(to: seen) }
        let cells = Dictionary(grouping: entries.map(\.cell), by: \.claim)
        let grids = chosen.map { (claim: $0, grid: grid.filled(from: cells[$0] ?? [])) }
        try Grid.checkCount(grids.reduce(0) { $0 + $1.grid.count(of: $1.claim) })
        let known = Dictionary(entries.map { ($0.cell, $0) }) { first, _ in first }
        var chosenEntries: [Entry] = []
        for (claim, grid) in grids {
            chosenEntries += try grid.cells(of: claim).map { known[$0] ?? Entry(cell: $0) }
        }
        return Plan(entries: chosenEntries, steps: steps, formulas: formulas, rules: rules, own: self.own)
    }
}
