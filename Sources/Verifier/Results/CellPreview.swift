// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

extension Plan {
    /// What the run's cells will look like: all that is known of them beforehand as it will be, and in the place of what is measured
    /// numbers of the usual length. For the layout of a table whose rows appear as they come.
    ///
    /// - Parameter maxTrials: of entries that do not say.
    public func preview(maxTrials: Int) -> [RunResult.Cell] { entries.map { $0.preview(maxTrials: maxTrials) } }
}

extension Plan.Entry {
    fileprivate func preview(maxTrials: Int) -> RunResult.Cell {
        let p = cell.parameters, claim = cell.claim
        let bound = claim.bound(p.arguments).value
        let hasQuantile = if case .withProbability = claim.assertion { true } else { false }
        let shown = cell.shown
        return RunResult.Cell(
            claim: claim.id, d: shown.d, m: shown.m, gamma: shown.gamma, c0: cell.value(of: .c0), c1: cell.value(of: .c1),
            radius: cell.value(of: .radius), epsilon: cell.value(of: .epsilon), parameters: shown.own, inDomain: true, vacuous: false,
            bound: bound.isNaN ? -.infinity : bound, method: claim.quantity.method, evidence: .trials, trials: trials ?? maxTrials,
            violations: 0, undecided: 0, probability: .init(lower: 0.00123, upper: 0.00123), probabilityOf: claim.assertion.probabilityOf,
            quantile: hasQuantile ? .init(value: 1.234e-5, lower: -.infinity, upper: 1) : nil, maximum: nil,
            slack: hasQuantile ? 1.23e-5 : nil,
            verdict: .consistent, outcome: .open, expected: nil, note: nil)
    }
}
