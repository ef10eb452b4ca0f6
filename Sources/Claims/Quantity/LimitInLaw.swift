// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// A quantity with a certificate in law: a theorem limits its supremum except with a stated probability, and no draw is needed.
///
/// Where the limit is within a claim's bound at a failure probability that the claim allows, the claim holds at the cell, whatever its
/// size; the probability is paid from what the claim allows, not from the run's error rate.
public protocol LimitedInLaw: Quantity {
    /// A number that the quantity exceeds with probability at most `failure`, rounded upward; nil where the theorem says nothing.
    ///
    /// - Parameters:
    ///   - parameters: d, m, C0 and R count; gamma does not.
    ///   - failure: in (0, 1).
    func limitInLaw(at parameters: Parameters, failing failure: Double) -> Double?

    /// The trial of a cell that the limit decides: it looks as far as it can, whatever the bound.
    func trial(_ draws: Draws, at parameters: Parameters) throws -> any CellTrial
}
