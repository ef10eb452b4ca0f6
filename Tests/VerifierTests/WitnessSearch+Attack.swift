// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Sampler

@testable import Verifier

extension WitnessSearch {
    /// What a dense trial of `cell` says that it attains, and what the check says of the W that does: two routes to one number,
    /// whether or not the claim is violated. The W may go farther where a trial ends its search when its certificate decides. Nil where
    /// the event does not happen.
    func attack(_ cell: Cell, trial: UInt64) throws -> (attained: Double, check: WitnessCheck)? {
        let prepared = try PreparedCell(cell)
        let (p, quantity) = (cell.parameters, cell.claim.quantity)
        let attained = try prepared.trial(denseOptions).bracket(trial).attained
        let name = name(of: cell, trial: trial)
        guard let definition = quantity.definition else { return nil }
        let draw = try DenseInitialization(
            key: name.key, width: definition.scope.count(width: p.m), dimension: p.d, generator: denseOptions.generator)
        guard let draft = quantity.drafts(of: draw, at: p, bound: prepared.bound).first else { return nil }
        let nothing = CellShrinking.Refuted(
            cell: cell, evidence: .trials, probability: .init(lower: 0, upper: 1), allowed: prepared.allowed,
            count: .init(trials: 1, violations: 0, undecided: 1, alpha: 0.5, sampler: .dense))
        let witness = Witness(
            claim: cell.claim.id, parameters: .init(cell), draw: name, delta: draft.delta, nearbyDelta: draft.nearbyDelta,
            direction: draft.direction, moved: draft.moved.map(\.move), value: attained,
            bound: prepared.bound.isFinite ? prepared.bound : 0,
            refutation: .init(nothing, from: cell, movedAtFirst: draft.moved.count, at: .simplest))
        return (attained, try checker.check(witness))
    }
}
