// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims

/// How far the factor on each term of a claim's bound can be moved before the evidence stops supporting it.
///
/// The object that `lemmacheck tighten --json` prints.
public struct Tightening: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/tighten/1"

    /// One term, the others as they are; or all of them by one factor.
    public struct Row: Sendable, Hashable, Codable {
        /// The term's name; "all terms".
        public var term: String
        /// Whether a smaller factor makes the claim say more; else a larger one does.
        public var strengthens: Strengthening
        /// The factor farthest on that side at which the claim holds at every cell, beyond 1 on the other side where the paper's own
        /// constant is not supported; absent where it does at none that was tried.
        public var supported: Double?
        /// The factor nearest to it at which some cell is refuted; absent where none that was tried is.
        public var refuted: Double?
        /// Runs made, each with its share of the error rate.
        public var runs: Int
    }

    /// Which change of a factor makes the claim say more.
    public enum Strengthening: String, Sendable, Hashable, Codable {
        case smaller
        case larger
    }

    public var schema = Tightening.schema
    public var version = Version.current
    /// The claim's ID.
    public var claim: String
    public var command: String
    public var seed: UInt64
    /// The probability that any of the rows' verdicts is wrong.
    public var errorRate: Double
    /// How many cells each run has.
    public var cells: Int
    /// The terms in the paper's order, then all together.
    public var rows: [Row]
}

/// Finds a ``Tightening`` by bisection: every factor tried is a run of its own, on draws of its own, with an equal share of the error rate.
public struct Tightener: Sendable {
    private let options: RunOptions
    private let catalogue: Catalogue
    /// Halvings of a factor's range, for each of the two ends that are looked for.
    private let steps: Int

    /// Factors are tried up to this.
    static let largestFactor = 64.0

    /// - Parameters:
    ///   - options: each run's, but for the error rate, which they share.
    ///   - catalogue: where the claim stands.
    ///   - steps: from 1 to 20.
    public init(_ options: RunOptions, in catalogue: Catalogue, steps: Int = 7) {
        self.options = options
        self.catalogue = catalogue
        self.steps = Swift.max(1, Swift.min(20, steps))
    }

    /// - Parameters:
    ///   - claim: the paper's.
    ///   - points: at least one.
    ///   - command: the command that repeats it.
    ///   - progress: is told how many runs are done, of how many at most.
    /// - Throws: `ParameterError` where the claim forbids a point, `CostError`, and where a run fails.
    public func tighten(
        _ claim: MeasuredClaim, at points: [Parameters], command: String, progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) async throws -> Tightening {
        let terms = try terms(of: claim, at: points)
        let rowsOfTerms = terms.count > 1 ? Array(terms.indices) : []
        let groups = rowsOfTerms.map { [$0] } + [Array(terms.indices)]
        // 1, the ends of the range, and two searches within it.
        let most = groups.count * (2 * steps + 3)
        var shared = options
        shared.errorRate = options.errorRate / Double(most)
        var search = Search(tightener: self, options: shared, claim: claim, points: points, terms: terms.count, done: 0) {
            progress($0, most)
        }
        var rows: [Tightening.Row] = []
        for group in groups {
            let direction: Tightening.Strengthening = strengthens(terms, group, claim.direction)
            let name = group.count == 1 && terms.count > 1 ? terms[group[0]].name : "all terms"
            rows.append(try await search.row(name, group, direction, steps: steps))
        }
        return Tightening(
            claim: claim.id, command: command, seed: options.seed, errorRate: options.errorRate, cells: points.count, rows: rows)
    }

    /// The terms at the first point where they are numbers.
    private func terms(of claim: MeasuredClaim, at points: [Parameters]) throws -> [Bound<Double>.Term] {
        for point in points {
            let terms = try claim.bound(at: point).terms
            if terms.allSatisfy({ $0.value.isFinite }) { return terms }
        }
        throw ParameterError(parameter: "claim", value: claim.id, allowed: "a claim whose bound is a number at one of the points")
    }

    /// An upper bound says more where a positive term shrinks, a lower one where it grows; of a negative term the other way round.
    private func strengthens(_ terms: [Bound<Double>.Term], _ group: [Int], _ direction: BoundDirection) -> Tightening.Strengthening {
        let sum = group.reduce(0) { $0 + terms[$1].value }
        return (sum >= 0) == (direction == .upper) ? .smaller : .larger
    }

    /// The runs of one tightening.
    private struct Search {
        let tightener: Tightener
        let options: RunOptions
        let claim: MeasuredClaim
        let points: [Parameters]
        let terms: Int
        var done: Int
        let progress: (Int) -> Void

        mutating func row(
            _ name: String, _ group: [Int], _ direction: Tightening.Strengthening, steps: Int
        ) async throws -> Tightening.Row {
            let before = done
            var known: [Double: Verdict] = [:]
            // From the weak end, where the claim says least, to the strong one; the paper's own constant is between them.
            let least = 0.0, largest = Tightener.largestFactor, paper = 1.0
            let (weak, strong) = direction == .smaller ? (largest, least) : (least, largest)
            let atPaper = try await verdict(paper, group)
            known[paper] = atPaper
            known[strong] = try await verdict(strong, group)
            if atPaper != .holds { known[weak] = try await verdict(weak, group) }
            let supported = try await edge(
                atPaper == .holds ? (paper, strong) : (weak, paper), group, steps, &known
            ) { $0 == .holds }
            let refuted = try await edge(
                atPaper == .refuted ? (paper, weak) : (strong, paper), group, steps, &known
            ) { $0 == .refuted }
            return .init(term: name, strengthens: direction, supported: supported, refuted: refuted, runs: done - before)
        }

        /// The last factor from `start` towards `end` at which `is` holds, to so many halvings; nil where it does not at `start`.
        private mutating func edge(
            _ ends: (start: Double, end: Double), _ group: [Int], _ steps: Int,
            _ known: inout [Double: Verdict], _ isWanted: (Verdict) -> Bool
        ) async throws -> Double? {
            guard let first = known[ends.start], isWanted(first) else { return nil }
            if let last = known[ends.end], isWanted(last) { return ends.end }
            var (inside, outside) = ends
            for _ in 0..<steps {
                // Factors above 1 are halved by their logarithm.
                let middle = Swift.min(inside, outside) < 1 ? (inside + outside) / 2 : (inside * outside).squareRoot()
                let rounded = Double(Self.text(middle)) ?? middle
                if known[rounded] == nil { known[rounded] = try await verdict(rounded, group) }
                if let found = known[rounded], isWanted(found) { inside = rounded } else { outside = rounded }
            }
            return inside
        }

        /// Holds at every cell, refuted at one, or neither.
        private mutating func verdict(_ factor: Double, _ group: [Int]) async throws -> Verdict {
            let factors = (0..<terms).map { group.contains($0) ? Self.text(factor) : "1" }
            let own = OwnClaim(
                "\(claim.id) x \(factors.joined(separator: ","))", quantity: claim.quantity.name, .scaled(claim: claim.id, factors: factors)
            )
            guard let scaled = try own.claim(in: tightener.catalogue).measured else { return .inconclusive }
            let plan = Plan(entries: try points.map { Plan.Entry(cell: try Cell(scaled, $0)) }, own: [own])
            try plan.checkCosts(options)
            let result = try await Engine(options).run(plan)
            done += 1
            progress(done)
            let verdicts = result.cells.map(\.verdict)
            if verdicts.contains(.refuted) { return .refuted }
            return verdicts.allSatisfy { $0 == .holds } ? .holds : .inconclusive
        }

        /// Few digits, so that the factor is one that can be typed.
        private static func text(_ factor: Double) -> String { shortText(factor) }
    }
}
