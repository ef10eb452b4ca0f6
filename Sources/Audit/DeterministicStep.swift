// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds

/// A step that the audit decides by itself, with all that it may try. No verdict is written down: a counterexample is looked for first, then
/// each line of the proof is checked, and the row says what came of it.
struct DeterministicStep: Sendable {
    let step: AuditStep
    /// Looks for the simplest counterexample; nil finds none.
    var search: (@Sendable () -> Witness?)?
    /// The lines of a proof over the whole domain; empty where none is known.
    var proof: [Check] = []
    /// How the proof goes, in a few words.
    var method = ""
    /// Where a step that fails somewhere holds all the same, or fails throughout: the region in words, and the lines that show it.
    var parts: [(region: String, checks: [Check])] = []
    var boundary: (@Sendable () -> BoundaryTable)?
    /// Beside a proof.
    var note = ""
    /// Beside a refutation: whether the statement that the step serves survives, and by which route.
    var route = ""
    var repairs: [DeterministicStep] = []

    /// The step's row, then those of its repairs, where it is refuted.
    func rows() -> [AuditRow] {
        if let witness = search?() { return refuted(witness) }
        let evidence = proof.map(\.evidence)
        let holds = !proof.isEmpty && evidence.allSatisfy { $0.standing != .failed }
        let row = AuditRow(
            step, holds ? .proved : .inconclusive, method: holds ? method : "no counterexample among simple numbers, no complete proof",
            note: note, evidence: evidence)
        return [row]
    }

    private func refuted(_ witness: Witness) -> [AuditRow] {
        var evidence: [Evidence] = [], regions: [String] = []
        for part in parts {
            let lines = part.checks.map(\.evidence)
            if lines.allSatisfy({ $0.standing != .failed }) { regions.append(part.region) }
            evidence += lines
        }
        let repaired = repairs.flatMap { $0.rows() }
        let found = repaired.filter { $0.verdict == .proved }.map(\.id)
        let note = (regions + [route]).filter { !$0.isEmpty }.joined(separator: " ")
        let row = AuditRow(
            step, .refuted, method: "counterexample in ball arithmetic", witness: witness, note: note, evidence: evidence,
            boundary: boundary?(), repairs: found)
        return [row] + repaired
    }
}

/// The simplest counterexample among the points of a product of lists, each ordered from simple to less simple.
///
/// Points are tried by the sum of their places in the lists, ties by the first parameter's place; so the order is a total one, fixed by the lists.
struct WitnessSearch: Sendable {
    let names: [String]
    let lists: [[String]]
    /// Both sides at a point, given as balls in the order of the names, or nil where the point is not certainly in the domain.
    let sides: @Sendable ([Ball]) -> StepSides<Ball>?

    init(_ parameters: [(String, [String])], _ sides: @escaping @Sendable ([Ball]) -> StepSides<Ball>?) {
        names = parameters.map(\.0)
        lists = parameters.map(\.1)
        self.sides = sides
    }

    /// The first point where the claim certainly fails inside its domain.
    func first() -> Witness? {
        let total = lists.map { $0.count - 1 }.reduce(0, +)
        for sum in 0...total {
            if let witness = first(places: [], rest: sum) { return witness }
        }
        return nil
    }

    private func first(places: [Int], rest: Int) -> Witness? {
        let i = places.count
        if i == lists.count { return rest == 0 ? witness(at: places) : nil }
        let beyond = lists[(i + 1)...].map { $0.count - 1 }.reduce(0, +)
        let most = min(rest, lists[i].count - 1), least = max(0, rest - beyond)
        guard least <= most else { return nil }
        for place in least...most {
            if let witness = first(places: places + [place], rest: rest - place) { return witness }
        }
        return nil
    }

    private func witness(at places: [Int]) -> Witness? {
        let texts = places.indices.map { lists[$0][places[$0]] }
        return Self.verify(zip(names, texts).map { Witness.Parameter($0, $1) }, sides)
    }

    /// The witness at these parameters, verified in balls of rising precision; nil where it is none.
    static func verify(_ parameters: [Witness.Parameter], _ sides: @Sendable ([Ball]) -> StepSides<Ball>?) -> Witness? {
        let answer: Witness?? = Ball.decide(upTo: 512) {
            let balls = parameters.compactMap { Ball($0.value) }
            guard balls.count == parameters.count, let both = sides(balls) else { return .some(nil) }
            guard let fails = both.rhs.isLess(than: both.lhs) else { return nil }
            guard fails else { return .some(nil) }
            return .some(Witness(
                parameters, lhs: both.lhs.midpoint, rhs: both.rhs.midpoint, excess: (both.lhs - both.rhs).lower))
        }
        return answer ?? nil
    }
}
