// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics
import Testing

@Suite("Error budget")
struct ErrorBudgetTests {
    @Test(
        "the parts never add up to more than the rate, and lose at most a rounding", arguments: [1e-3, 0.05, 1e-300, 0.999],
        [1, 3, 7, 400, 99_999])
    func split(rate: Double, cells: Int) throws {
        let budget = try ErrorBudget(rate: rate, cells: cells)
        // The fused residue has the sign of cells * perCell - rate, whatever the rounding.
        #expect((-rate).addingProduct(budget.perCell, Double(cells)) <= 0)
        #expect((-rate).addingProduct(budget.perCell.nextUp.nextUp, Double(cells)) > 0)
        #expect(2 * budget.perSequence == budget.perCell)
    }

    @Test func errors() {
        #expect(throws: StatisticsError.outOfRange(argument: "cells", value: 0, range: "[1, 2^53)")) {
            try ErrorBudget(rate: 0.1, cells: 0)
        }
        #expect(throws: StatisticsError.outOfRange(argument: "rate", value: 1, range: "(0, 1)")) { try ErrorBudget(rate: 1, cells: 1) }
        #expect(throws: StatisticsError.self) { try ErrorBudget(rate: .nan, cells: 1) }
        #expect(throws: StatisticsError.self) { try ErrorBudget(rate: 1e-307, cells: 1000) }
    }
}
