// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Verifier

/// Lists of values, a parameter each.
struct GridFlags: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("Dimensions.", valueName: "25,100"), transform: counts("d"))
    var d: [Int] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Widths.", valueName: "1e4,1e5"), transform: counts("m"))
    var m: [Int] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Failure probabilities, in (0, 1).", valueName: "0.05"),
        transform: list("gamma", number("gamma", .betweenZeroAndOne)))
    var gamma: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of C0.", valueName: "1,10"), transform: list("c0", number(.c0)))
    var c0: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of C1.", valueName: "1"), transform: list("c1", number(.c1)))
    var c1: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of R.", valueName: "R"), transform: list("radius", number(.radius)))
    var radius: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of eps.", valueName: "E"), transform: list("epsilon", number(.epsilon)))
    var epsilon: [Double] = []

    var grid: Grid {
        var grid = Grid()
        (grid.d, grid.m, grid.gamma, grid.c0, grid.c1, grid.radius, grid.epsilon) = (d, m, gamma, c0, c1, radius, epsilon)
        return grid
    }
}
