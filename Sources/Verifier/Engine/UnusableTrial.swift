// SPDX-License-Identifier: GPL-3.0-or-later

/// A trial whose quantity is no number: it neither violates nor satisfies a bound, and the cell is refused.
public struct UnusableTrial: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cell, in words.
    public let cell: String
    /// The number of the draw.
    public let trial: Int

    public var description: String { "trial \(trial) of \(cell) gives nan; any number, infinities included, is allowed" }
}
