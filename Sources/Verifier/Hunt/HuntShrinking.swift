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
    static let patience = 16
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
        for _ in 0..<Self.rounds {
            let before = best
            for step in Self.steps {
                // What the user has fixed stays.
                guard space.isFree(step) else { continue }
                for candidate in candidates(step, from: best) where try isRefuted(candidate) {
                    best = candidate
                    break
                }
            }
            if best == before { break }
        }
        return best
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
