// SPDX-License-Identifier: GPL-3.0-or-later

/// A family-wise error rate split over the cells of a run: with `perCell = rate / cells`, P(any cell errs) <= rate by the union
/// bound, whatever the dependence among cells. Within a cell it is halved between two confidence sequences.
///
/// Every quotient is rounded down, so that the parts never add up to more than the whole.
public struct ErrorBudget: Sendable, Equatable {
    /// The error probability of the whole run.
    public let rate: Double
    /// The number of cells that share it.
    public let cells: Int
    /// The error probability of one cell: `cells * perCell <= rate`.
    public let perCell: Double

    /// The error probability of each of a cell's two sequences, for P(violates) and for P(violates or undecided).
    public var perSequence: Double { Self.part(of: perCell, among: 2) }

    /// - Parameters:
    ///   - rate: in (0, 1), and so large that a cell's part is a normal number.
    ///   - cells: in [1, 2^53).
    /// - Throws: `StatisticsError.outOfRange`.
    public init(rate: Double, cells: Int) throws(StatisticsError) {
        try StatisticsError.requireProbability(rate, "rate")
        guard cells >= 1, cells < 1 << 53 else {
            throw .outOfRange(argument: "cells", value: Double(cells), range: "[1, 2^53)")
        }
        let smallest = 4 * Double.leastNormalMagnitude * Double(cells)
        guard rate >= smallest else { throw .outOfRange(argument: "rate", value: rate, range: "[\(smallest), 1)") }
        self.rate = rate
        self.cells = cells
        self.perCell = Self.part(of: rate, among: cells)
    }

    /// `whole / count`, rounded down: `count * result <= whole` exactly.
    private static func part(of whole: Double, among count: Int) -> Double {
        let quotient = whole / Double(count)
        // The fused product shows the sign of count * quotient - whole without rounding it away.
        return (-whole).addingProduct(quotient, Double(count)) > 0 ? quotient.nextDown : quotient
    }
}
