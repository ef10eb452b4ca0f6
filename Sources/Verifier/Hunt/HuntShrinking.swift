// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Statistics

/// Moves a cell where a claim seems to fail to round and small parameters where it seems so too: one parameter after another, to the first
/// of its simpler values at which it still does, until none changes.
///
/// The draws are of a stream of their own: whether the claim fails at the cell that comes out is for fresh ones to say.
struct HuntShrinking {
    let options: HuntOptions
    let space: HuntSpace
    private(set) var draws = 0
    private var judges: [Double: CellJudge] = [:]
    private var known: [HuntPoint: Bool] = [:]

    /// After so many trials a cell is given up where no more violate than are allowed.
    static let patience = 8
    /// The error probability of each cell's confidence sequences.
    static let alpha = 1e-4
    static let rounds = 3

    init(_ options: HuntOptions, in space: HuntSpace) { (self.options, self.space) = (options, space) }

    /// Whether draws of this stream, or its law, refute the claim at a point of its domain.
    mutating func isRefuted(_ point: HuntPoint) throws -> Bool {
        if let known = known[point] { return known }
        let answer = try looksRefuted(point)
        known[point] = answer
        return answer
    }

    /// Trials of one cell at most: so few that a cell with little to spare is left for one with more, and enough for draws that all
    /// violate to show that more than `allowed` do.
    private func trials(allowed: Double) -> Int {
        Swift.min(options.run.maxTrials, Swift.max(100, Int(15 / (1 - allowed))))
    }

    private mutating func looksRefuted(_ point: HuntPoint) throws -> Bool {
        guard case .admitted(let cell) = HuntAdmission(point, of: space.claim, options) else { return false }
        let prepared = try PreparedCell(cell)
        if let verdict = prepared.lawVerdict { return verdict == .refuted }
        // Tuning a confidence sequence takes longer than most cells do.
        let fresh = try judges[prepared.allowed] ?? CellJudge(allowed: prepared.allowed, alpha: Self.alpha)
        judges[prepared.allowed] = fresh
        let judge = try prepared.judged(
            by: fresh, prepared.trial(options.run, purpose: "second look"), limit: trials(allowed: prepared.allowed),
            patience: Self.patience)
        draws += judge.trials
        return judge.final == .refuted
    }

    /// The simplest point that was found, `start` at the latest, at which ``isRefuted(_:)`` holds.
    mutating func simplest(from start: HuntPoint) throws -> HuntPoint {
        var best = start
        for candidate in smallerDraws(than: start) where try isRefuted(candidate) {
            best = candidate
            break
        }
        for _ in 0..<Self.rounds {
            let before = best
            // What the user has fixed stays.
            for step in Self.steps where space.isFree(step) {
                for candidate in candidates(step, from: best) where try isRefuted(candidate) {
                    best = candidate
                    break
                }
            }
            if best == before { break }
        }
        return best
    }

    /// Points of round d and m together with fewer numbers in a draw, the fewest first: where one parameter alone cannot give way. Where R
    /// depends on C1, it is at C1 as it is and at 1/2.
    private func smallerDraws(than point: HuntPoint) -> [HuntPoint] {
        guard space.isFree(.d), space.isFree(.m) else { return [] }
        let widths = RoundNumbers.counts(simplerThan: Swift.max(point.m, 1001)).filter { $0 <= 1000 }
        var sizes: [(numbers: Double, d: Int, m: Int)] = []
        for d in RoundNumbers.counts(simplerThan: point.d) { sizes += widths.map { (Double(d) * Double($0), d, $0) } }
        let limit = Double(point.d) * Double(point.m)
        return sizes.filter { $0.numbers < limit }.sorted { ($0.numbers, $0.d) < ($1.numbers, $1.d) }.flatMap { size -> [HuntPoint] in
            var same = point
            (same.d, same.m) = (size.d, size.m)
            guard space.isFree(.c1), space.isFree(.radius), space.claim.dependsOn.contains(.radius) else { return [same] }
            var wide = same
            (wide.c1, wide.radius) = (RoundNumbers.above(0.5 * Double(size.d).squareRoot()), nil)
            return [same, wide]
        }
    }

    private static let steps: [HuntParameter] = [.radius, .epsilon, .gamma, .c0, .c1, .d, .m, .c0, .c1]

    /// Simpler points, the simplest first, that differ in one parameter alone.
    private func candidates(_ parameter: HuntParameter, from point: HuntPoint) -> [HuntPoint] {
        func with(_ change: (inout HuntPoint) -> Void) -> HuntPoint {
            var copy = point
            change(&copy)
            return copy
        }
        switch parameter {
        case .d: return RoundNumbers.counts(simplerThan: point.d).map { value in with { $0.d = value } }
        case .m: return RoundNumbers.counts(simplerThan: point.m).map { value in with { $0.m = value } }
        case .gamma: return RoundNumbers.gammas(simplerThan: point.gamma).map { value in with { $0.gamma = value } }
        case .c0: return RoundNumbers.values(simplerThan: point.c0).map { value in with { $0.c0 = value } }
        case .c1: return RoundNumbers.values(simplerThan: point.c1).filter { $0 > 0 }.map { value in with { $0.c1 = value } }
        case .radius:
            guard let radius = point.radius else { return [] }
            return ([nil] + RoundNumbers.values(simplerThan: radius)).map { value in with { $0.radius = value } }
        case .epsilon:
            guard let epsilon = point.epsilon else { return [] }
            return ([nil] + RoundNumbers.values(simplerThan: epsilon)).map { value in with { $0.epsilon = value } }
        }
    }
}
