// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import RealModule

/// What a quantity's limit in law (``LimitedInLaw``) says of a claim at a cell.
enum LimitInLaw {
    /// The least failure probability that is asked for: less would say no more to a reader.
    private static let least = 1e-12

    /// A number that the quantity exceeds with probability at most `failure`; nil where no theorem gives one.
    static func limit(of cell: Cell, failing failure: Double) -> Double? {
        (cell.claim.quantity as? any LimitedInLaw)?.limitInLaw(at: cell.parameters, failing: failure)
    }

    /// P(violates) in [0, p], p the least failure probability, to 1 percent, at which the limit is within the bound; nil unless p is at
    /// most what the claim allows.
    static func evaluation(of cell: Cell, bound: Double) -> LawEvaluation? {
        guard case .withProbability(let factor) = cell.claim.assertion, bound.isFinite else { return nil }
        let allowed = Double.minimum(1, factor * cell.parameters.gamma)
        let suffices = { (failure: Double) in limit(of: cell, failing: failure).map { $0 <= bound } ?? false }
        guard let failure = leastFailure(allowed: allowed, suffices) else { return nil }
        return LawEvaluation(
            left: Enclosure(lower: 0, upper: failure, logLower: -.infinity, logUpper: Double.log(failure).nextUp),
            right: Enclosure(lower: allowed, upper: allowed, logLower: Double.log(allowed).nextDown, logUpper: Double.log(allowed).nextUp),
            outcome: .satisfied, method: "a limit in law", variables: [])
    }

    private static func leastFailure(allowed: Double, _ suffices: (Double) -> Bool) -> Double? {
        guard allowed > 0, suffices(allowed) else { return nil }
        var high = allowed, low = Double.minimum(least, allowed)
        if suffices(low) { return low }
        while high > 1.01 * low {
            let middle = Double.sqrt(low) * Double.sqrt(high)
            if suffices(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
