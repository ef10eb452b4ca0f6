// SPDX-License-Identifier: GPL-3.0-or-later

/// The random quantity of a cell: draws (W0, a) for the trial of a given number and brackets the supremum over the ball.
///
/// The result depends on the run's seed, the cell and the trial's number alone, never on threads or on other trials.
public protocol CellTrial: Sendable {
    /// - Parameter trial: the number of the draw, from 0.
    /// - Throws: where the draw cannot be made (a generator of GSL's that fails to allocate).
    func bracket(_ trial: UInt64) throws -> TrialBracket

    /// The brackets of several trials, given to `take` in their order, each as soon as it is known.
    ///
    /// - Throws: as ``bracket(_:)``, after those before were given.
    func brackets(_ trials: [UInt64], take: (TrialBracket) -> Void) throws

    /// Whether several trials at a time cost less than each by itself: where another process makes them, say.
    var isPipelined: Bool { get }
}

extension CellTrial {
    public func brackets(_ trials: [UInt64], take: (TrialBracket) -> Void) throws {
        for trial in trials { take(try bracket(trial)) }
    }

    public var isPipelined: Bool { false }
}
