// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Reports
import Verifier

struct TightenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tighten",
        abstract: "Finds how far a factor on each term of a bound can be moved before the evidence stops supporting it.",
        discussion: """
            By bisection over the factor, each step a run of its own on draws of its own with its share of the error rate: the farthest \
            factor at which the claim holds at every cell, and the nearest at which some cell is refuted.

            Example: lemmacheck tighten B.5/1 --d 784 --m 1e4 --gamma 0.05 --c0 1
            """)

    @Argument(help: ArgumentHelp("A claim.", valueName: "claim"))
    var name: String
    @Option(parsing: .unconditional, help: ArgumentHelp("Dimensions.", valueName: "25,100"), transform: counts("d"))
    var d: [Int]
    @Option(parsing: .unconditional, help: ArgumentHelp("Widths.", valueName: "1e4,1e5"), transform: counts("m"))
    var m: [Int]
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Failure probabilities, in (0, 1).", valueName: "0.05"),
        transform: list("gamma", number("gamma", .betweenZeroAndOne)))
    var gamma: [Double]
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Values of C0; 1 unless given.", valueName: "1,10"), transform: list("c0", number(.c0)))
    var c0: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of C1.", valueName: "1"), transform: list("c1", number(.c1)))
    var c1: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of R.", valueName: "R"), transform: list("radius", number(.radius)))
    var radius: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of eps.", valueName: "E"), transform: list("epsilon", number(.epsilon)))
    var epsilon: [Double] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Halvings of a factor's range.", valueName: "N"),
        transform: count("steps", .init(1...20)))
    var steps: Int = 7
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The seed of every stream.", valueName: "N"), transform: integer("seed", .seed))
    var seed: UInt64 = 1
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Threads; the results do not depend on them. Default: the machine's processors.", valueName: "N"),
        transform: count("threads", .threads))
    var threads: Int?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("At most this many trials a cell and run.", valueName: "MAX"),
        transform: count("trials"))
    var trials: Int = 4000
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The probability that any verdict is wrong.", valueName: "RATE"),
        transform: number("error-rate", .betweenZeroAndOne))
    var errorRate: Double = 1e-3
    @OptionGroup var limits: LimitFlags
    @OptionGroup var screen: ScreenFlags
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let named = try measuredClaims(named: name)
        guard named.count == 1, let claim = named.first else {
            throw Failure.usage("\(name) is \(named.count) claims: one of \(named.map(\.id).joined(separator: ", ")) is allowed").exit
        }
        var grid = Grid()
        (grid.d, grid.m, grid.gamma, grid.c0, grid.c1, grid.radius, grid.epsilon) = (d, m, gamma, c0, c1, radius, epsilon)
        try checkUse(of: grid.given, by: claim.id, which: claim.dependsOn)
        if grid.c0.isEmpty, claim.dependsOn.contains(.c0) { grid.c0 = [1] }
        var options = RunOptions()
        (options.seed, options.maxTrials, options.errorRate, options.limits) = (seed, trials, errorRate, limits.limits)
        options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let given = grid
        let points = try Failure.usage { try Plan(entries: []).overridden(by: given, claims: [claim]).entries.map(\.cell.parameters) }
        let meter = ProgressMeter()
        let tightener = Tightener(options, in: LazyPaper.catalogue, steps: steps)
        let command = RepeatedCommand.text(without: ["--threads", "--color"], orFlags: ["--json"])
        let tightening: Tightening
        do {
            tightening = try await Failure.run {
                try await tightener.tighten(claim, at: points, command: command) { meter.show($0, of: $1, "runs") }
            }
        } catch let error as ParameterError {
            throw Failure.usage(error.description).exit
        }
        meter.clear()
        try json
            ? Output.write(JSONReport.data(of: tightening))
            : Output.print(TighteningText.text(tightening, on: screen.screen), terminator: "")
    }
}
