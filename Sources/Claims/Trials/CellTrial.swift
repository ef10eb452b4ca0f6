// SPDX-License-Identifier: GPL-3.0-or-later

/// The random quantity of a cell: draws (W0, a) for the trial of a given number and brackets the supremum over the ball.
///
/// The result depends on the run's seed, the cell and the trial's number alone, never on threads or on other trials.
public protocol CellTrial: Sendable {
    /// - Parameter trial: the number of the draw, from 0.
    /// - Throws: where the draw cannot be made (a generator of GSL's that fails to allocate).
    func bracket(_ trial: UInt64) throws -> TrialBracket
}
