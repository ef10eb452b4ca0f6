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
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Halvings of a factor's range.", valueName: "N"),
        transform: count("steps", .init(1...20)))
    var steps: Int = 7
    @OptionGroup var lists: GridFlags
    @OptionGroup var draws: DrawFlags
    @OptionGroup var screen: ScreenFlags
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let named = try measuredClaims(named: name)
        guard named.count == 1, let claim = named.first else {
            throw Failure.usage("\(name) is \(named.count) claims: one of \(named.map(\.id).joined(separator: ", ")) is allowed").exit
        }
        let grid = lists.grid
        for (name, isMissing, meaning) in [
            ("d", grid.d.isEmpty, "the dimensions"), ("m", grid.m.isEmpty, "the widths"),
            ("gamma", grid.gamma.isEmpty, "the failure probabilities"),
        ] where isMissing {
            throw Failure.usage(MissingOption(name: name, meaning: meaning).description).exit
        }
        try checkUse(of: grid, by: [claim])
        let given = grid.withUsualC0(of: claim)
        let points = try Failure.usage { try Plan(entries: []).overridden(by: given, claims: [claim]).entries.map(\.cell.parameters) }
        let meter = ProgressMeter()
        let tightener = Tightener(draws.options, in: LazyPaper.catalogue, steps: steps)
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
