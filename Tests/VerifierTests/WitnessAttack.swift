// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Sampler

extension WitnessSearch {
    /// What a dense trial of `cell` says that it attains, and what the check says of the W that does: two routes to one number,
    /// whether or not the claim is violated. For B.7/f, B.7/h and B.8/i the W may go farther, since a trial ends its search where its
    /// certificate decides. Nil where the event does not happen.
    package func attack(_ cell: Cell, trial: UInt64) throws -> (attained: Double, check: WitnessCheck)? {
        let question = try Question(cell)
        let p = cell.parameters
        let attained = try TrialFactory(options: denseOptions).trial(of: question).bracket(trial).attained
        let name = name(of: cell, trial: trial)
        let draw = try DenseInitialization(
            key: name.key, width: cell.claim.neurons(of: p), dimension: p.d, generator: denseOptions.generator)
        guard let draft = WitnessMoves(cell: cell, bound: question.bound).drafts(of: draw).first else { return nil }
        let nothing = CellShrinking.Refuted(
            cell: cell, evidence: .trials, probability: .init(lower: 0, upper: 1), allowed: question.allowed, trials: 0, violations: 0)
        let witness = Witness(
            claim: cell.claim.rawValue, parameters: .init(cell), draw: name, delta: draft.delta, nearbyDelta: draft.nearbyDelta,
            direction: draft.direction, moved: draft.moved.map(\.move), value: attained, bound: question.bound.isFinite ? question.bound : 0,
            refutation: .init(nothing, from: cell, movedAtFirst: draft.moved.count))
        return (attained, try WitnessChecker.check(witness))
    }
}
