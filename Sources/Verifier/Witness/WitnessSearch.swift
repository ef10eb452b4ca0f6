// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Sampler

/// A refuted claim's witness, and whether an earlier run had found it.
public struct WitnessFinding: Sendable, Hashable {
    /// The draw, and the W that violates the claim.
    public let witness: Witness
    /// What its replay found.
    public let check: WitnessCheck
    /// A saved witness, checked whole: no search was made.
    public let isSaved: Bool
}

/// Finds witnesses of refuted cells: shrinks the cell, takes one of its first dense draws that violate, and puts back every moved neuron
/// that is not needed. Everything follows from the seed.
public struct WitnessSearch: Sendable {
    /// Those given, with the dense sampler.
    let denseOptions: RunOptions
    let checker: WitnessChecker
    let place: WitnessPlace

    /// Draws of the shrunk cell that are tried.
    static let draws: UInt64 = 1000
    /// Of so many violating draws, the first, the one with the fewest moved neurons is taken; of fewer where all have more numbers than
    /// `cheapDraws`.
    static let choices = 8
    static let cheapDraws = 4e6
    /// A draw with more numbers is not searched: its moved neurons would fill the memory.
    static let largestDraw = 1e8

    /// - Parameters:
    ///   - options: the seed, the generator and the error rate of the quick runs; the draws are dense whatever the sampler.
    ///   - catalogue: where the claims are looked up.
    ///   - place: the cell that is searched.
    public init(_ options: RunOptions, in catalogue: Catalogue, at place: WitnessPlace = .simplest) {
        self.place = place
        checker = WitnessChecker(catalogue)
        var dense = options
        dense.sampler = .dense
        denseOptions = dense
    }

    /// A witness for each claim that `result` refutes, in its order: for the first of its refuted cells.
    ///
    /// - Parameters:
    ///   - result: of these options' seed and generator.
    ///   - saved: what lies where an earlier run left its witnesses, from whomever. One is taken in the place of a search if it is of this
    ///     run's seed, generator, cell and error rate, and a replay confirms it with nothing left to the file's word.
    ///   - progress: called before each claim's search.
    public func findings(
        for result: RunResult, saved: [Witness] = [], progress: (String) -> Void = { _ in }
    ) throws -> [WitnessFinding] {
        let refuted = result.cells.filter { $0.verdict == .refuted }
        var claims: [String] = []
        for cell in refuted where !claims.contains(cell.claim) { claims.append(cell.claim) }
        return try claims.compactMap { claim in
            guard let cell = refuted.first(where: { $0.claim == claim }) else { return nil }
            for witness in saved {
                if let finding = try confirmed(witness, for: cell, of: result) { return finding }
            }
            progress(claim)
            return try finding(cell, of: result)
        }
    }

    /// A saved witness, if it is what this run could have found and a replay confirms it.
    private func confirmed(_ saved: Witness, for refuted: RunResult.Cell, of result: RunResult) throws -> WitnessFinding? {
        guard saved.claim == refuted.claim, let start = try start(refuted), try isOfThisRun(saved, start, result) else { return nil }
        // Whatever is wrong with a file that somebody left is no concern of a run.
        guard let replay = try? checker.replay(saved), replay.isConfirmed, replay.refutation?.isWhole == true, let check = replay.draw
        else { return nil }
        return WitnessFinding(witness: saved, check: check, isSaved: true)
    }

    /// Whether a witness has the seed, the generator, the cells and the error rate of a search for `start`, before anything is drawn.
    private func isOfThisRun(_ witness: Witness, _ start: Cell, _ result: RunResult) throws -> Bool {
        let (point, stated) = (witness.parameters, witness.refutation)
        let cells = ShrunkCells(start: start)
        guard stated.place ?? .simplest == place,
            (witness.draw.seed, witness.draw.rng) == (denseOptions.seed, denseOptions.generator.rawValue),
            (stated.fromD, stated.fromM) == (start.parameters.d, start.parameters.m),
            let cell = cells.cell(point.d, point.m), Witness.Point(cell) == point
        else { return false }
        switch stated.evidence {
        case .law: return true
        case .trials:
            let isStart = cell == start
            let alpha = try isStart ? result.alpha : cells.alpha(rate: denseOptions.errorRate)
            return stated.alpha == alpha && stated.sampler == (isStart ? result.sampler : denseOptions.sampler)
        }
    }

    /// The refuted cell; nil where the catalogue has no such claim.
    private func start(_ refuted: RunResult.Cell) throws -> Cell? {
        guard let claim = checker.catalogue.claim(refuted.claim)?.measured else { return nil }
        return try Cell(claim, refuted.point())
    }

    /// A witness for a refuted cell; nil where no draw tried has one that the check confirms, where a draw is too large to be searched,
    /// where the catalogue has no such claim, and where its quantity has no definition.
    ///
    /// - Parameters:
    ///   - refuted: a cell of that run, of verdict `refuted`.
    ///   - result: the run that refuted it.
    public func finding(_ refuted: RunResult.Cell, of result: RunResult) throws -> WitnessFinding? {
        guard let start = try start(refuted), let definition = start.claim.quantity.definition else { return nil }
        let shrinking = CellShrinking(options: denseOptions, start: start, found: refuted, run: result)
        let shrunk =
            switch place {
            case .here: try shrinking.unshrunk()
            case .simplest: try shrinking.smallest()
            }
        let p = shrunk.cell.parameters
        let numbers = Double(p.d) * Double(definition.scope.count(width: p.m))
        guard numbers <= Self.largestDraw else { return nil }
        let choices = Swift.max(1, Swift.min(Self.choices, Int(Self.cheapDraws / numbers)))
        var best: WitnessFinding?
        var count = 0
        for trial in 0..<Self.draws where count < choices {
            guard let finding = try finding(shrunk, definition, from: start, trial: trial) else { continue }
            count += 1
            if finding.witness.moved.count < best?.witness.moved.count ?? .max { best = finding }
        }
        return best
    }

    func name(of cell: Cell, trial: UInt64) -> Witness.Draw {
        Witness.Draw(
            seed: denseOptions.seed, rng: denseOptions.generator.rawValue, claim: cell.claim.id, cell: cell.description, trial: trial)
    }

    /// The witness that one draw gives, if it violates.
    private func finding(
        _ shrunk: CellShrinking.Refuted, _ definition: any QuantityDefinition, from start: Cell, trial: UInt64
    ) throws -> WitnessFinding? {
        let (cell, p) = (shrunk.cell, shrunk.cell.parameters)
        let name = name(of: cell, trial: trial)
        let draw = try DenseInitialization(
            key: name.key, width: definition.scope.count(width: p.m), dimension: p.d, generator: denseOptions.generator)
        let bound = try BoundValue(cell.claim, at: p).value
        let witnesses = try cell.claim.quantity.drafts(of: draw, at: p, bound: bound).compactMap { draft in
            try finding(WitnessTerms(cell, definition, draft), draft, draw, cell: cell, bound: bound) { draft, moved, atFirst in
                Witness(
                    claim: cell.claim.id, parameters: .init(cell), draw: name, delta: draft.delta, nearbyDelta: draft.nearbyDelta,
                    direction: draft.direction, moved: moved.map(\.move), value: 0, bound: bound,
                    refutation: .init(shrunk, from: start, movedAtFirst: atFirst, at: place))
            }
        }
        return witnesses.min { $0.witness.moved.count < $1.witness.moved.count }
    }

    /// A draft in few decimals and with few moves, if it still violates; as found in the last resort.
    private func finding(
        _ terms: WitnessTerms, _ found: WitnessDraft, _ draw: DenseInitialization, cell: Cell, bound: Double,
        witness: (WitnessDraft, [MovedNeuron], Int) -> Witness
    ) throws -> WitnessFinding? {
        let draft = found.needed(terms)
        let thinning = WitnessThinning(draw, terms, bound: bound)
        guard thinning.thinned(draft.moved) != nil else { return nil }
        let tidying = WitnessTidying(cell: cell, terms: terms)
        for least in WitnessTidying.decimals + [Int.max] {
            guard let moved = thinning.thinned(tidying.tidied(draft.moved, least: least)) else { continue }
            var witness = witness(draft, moved, draft.moved.count)
            let check = try checker.recordingValue(in: &witness)
            if check.isConfirmed { return WitnessFinding(witness: witness, check: check, isSaved: false) }
        }
        return nil
    }
}

extension Witness.Refutation {
    init(_ shrunk: CellShrinking.Refuted, from start: Cell, movedAtFirst: Int, at place: WitnessPlace) {
        self.init(
            evidence: shrunk.evidence, probability: shrunk.probability, allowed: shrunk.allowed, trials: shrunk.count?.trials,
            violations: shrunk.count?.violations, undecided: shrunk.count?.undecided, alpha: shrunk.count?.alpha,
            sampler: shrunk.count?.sampler, fromD: start.parameters.d, fromM: start.parameters.m, movedAtFirst: movedAtFirst,
            place: place == .simplest ? nil : place)
    }
}
