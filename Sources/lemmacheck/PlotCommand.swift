// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Reports
import Verifier

struct PlotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draws a claim over a parameter: quantile, bound, sharper bound, P(violates); or the frontier over (d, m).",
        discussion: """
            The parameter named by --over takes a list or a range (0.1..30x1.5, 10..50+10), or a usual one. Files: NAME.svg, with the \
            gnuplot script NAME.gp and the data NAME.tsv that it is drawn from; without gnuplot these two alone. Unless given, d = 100, \
            m = 1e4, gamma = 0.05 and C0 = 1. `plot frontier` draws the map of Theorem 3.1.

            Example: lemmacheck plot B.7/2 --over c0 --d 300 --m 20000
            """)

    enum Swept: String, CaseIterable, ExpressibleByArgument {
        case c0, m, d, gamma, c1, radius, epsilon
    }

    @Argument(help: ArgumentHelp("A claim, or frontier.", valueName: "claim"))
    var name: String
    @Option(help: ArgumentHelp("The parameter along the figure; C0 unless given.", valueName: "c0|m|d|gamma|c1|radius|epsilon"))
    var over: Swept?

    @OptionGroup var lists: GridFlags
    @OptionGroup var draws: DrawFlags
    @OptionGroup var screen: ScreenFlags

    @Option(help: ArgumentHelp("Write the files to this folder; figures unless given.", valueName: "DIR"), transform: path("out"))
    var out: String = "figures"
    @Option(
        help: ArgumentHelp("How the figure is drawn; svg unless given.", valueName: "svg,pdf,png"), transform: list("format", figureFormat))
    var format: [FigureFormat] = []
    @Flag(help: "Print the run as JSON in the place of the table.")
    var json = false

    private static func figureFormat(_ name: String) throws -> FigureFormat {
        guard let format = FigureFormat(rawValue: name) else {
            let allowed = FigureFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw WrongUsage.error("\(name) is no format of a figure; allowed: \(allowed)")
        }
        return format
    }

    func run() async throws {
        if name.lowercased() == "frontier" { return try drawFrontier() }
        let named = try measuredClaims(named: name)
        guard named.count == 1, let claim = named.first else {
            let allowed = named.map(\.id).joined(separator: ", ")
            throw Failure.usage("\(name) is \(named.count) claims, and a figure is of one; allowed: \(allowed)").exit
        }
        let axis = over ?? .c0
        let own = ["d", "m", "gamma"] + OptionalParameter.allCases.filter(claim.dependsOn.contains).map(\.rawValue)
        guard own.contains(axis.rawValue) else {
            let allowed = own.joined(separator: ", ")
            throw Failure.usage("\(claim.id) does not depend on \(axis.rawValue), over which it is to be drawn; allowed: \(allowed)").exit
        }
        let plan = try plan(claim, over: axis)
        let folder = try Failure.output { try ReportFolder(out) }
        let result = try await run(plan)
        guard let figure = ReportFigures.sweep(claim, of: result, over: axis.rawValue, in: LazyPaper.catalogue) else {
            throw Failure.usage("there is nothing to draw: no cell has a value of \(axis.rawValue)").exit
        }
        try write(figure, to: folder, inWords: !json)
    }

    private func run(_ plan: Plan) async throws -> RunResult {
        let options = draws.options
        let engine = try Failure.usage { try Engine(options) }
        let meter = ProgressMeter()
        let rows = json ? nil : RunRows(.cells, plan.preview(maxTrials: options.maxTrials), RunHead(options), on: screen.screen)
        if let rows { try Output.print(rows.opening, terminator: "") }
        let events = RunEvents(
            progress: meter.show,
            cellDone: { cell in
                guard let text = rows?.add(cell) else { return }
                meter.clear()
                try Output.print(text, terminator: "")
            })
        let result = try await Failure.run { try await engine.run(plan, events: events) }
        meter.clear()
        if json { try Output.write(JSONReport.data(of: result)) }
        return result
    }

    /// The cells: the lists given, a usual range for the parameter swept, and one usual value for the rest.
    private func plan(_ claim: MeasuredClaim, over axis: Swept) throws -> Plan {
        var grid = lists.grid
        try checkUse(of: grid, by: [claim])
        if grid.d.isEmpty { grid.d = axis == .d ? [5, 10, 25, 50, 100, 200, 400] : [100] }
        if grid.m.isEmpty { grid.m = axis == .m ? [100, 300, 1000, 3000, 10_000, 30_000, 100_000] : [10_000] }
        if grid.gamma.isEmpty { grid.gamma = axis == .gamma ? [0.5, 0.2, 0.1, 0.05, 0.02, 0.01] : [0.05] }
        func fill(_ list: inout [Double], _ swept: Swept, _ parameter: OptionalParameter, _ range: [Double], _ value: Double?) {
            guard list.isEmpty, claim.dependsOn.contains(parameter) else { return }
            list = axis == swept ? range : value.map { [$0] } ?? []
        }
        if axis == .c0 || grid.c0Rules.isEmpty { fill(&grid.c0, .c0, .c0, [0.1, 0.3, 1, 2, 3, 5, 10, 20, 30], 1) }
        fill(&grid.c1, .c1, .c1, [0.1, 0.3, 1, 2, 3], nil)
        fill(&grid.radius, .radius, .radius, [0.01, 0.03, 0.1, 0.2, 0.5], nil)
        fill(&grid.epsilon, .epsilon, .epsilon, [1e-5, 1e-4, 1e-3, 1e-2, 0.1], nil)
        let chosen = grid
        return try Failure.usage {
            let plan = try Plan(entries: []).overridden(by: chosen, claims: [claim])
            try plan.checkCosts(draws.options)
            return plan
        }
    }

    private func drawFrontier() throws {
        let (gamma, c0) = (lists.gamma, lists.c0)
        var others = lists.grid
        (others.gamma, others.c0) = ([], [])
        guard over == nil, others == Grid(), gamma.count <= 1, c0.count <= 1 else {
            throw Failure.usage("the frontier's map is over d and m, at one gamma and one C0: --gamma and --c0 with one value are allowed")
                .exit
        }
        guard !json else { throw Failure.usage("the frontier as JSON: lemmacheck frontier --json").exit }
        let frontier = try Failure.usage { try Frontier(gamma: gamma.first ?? 0.05, c0: c0.first ?? 1) }
        try write(FrontierFigure(frontier).figure, to: try Failure.output { try ReportFolder(out) }, inWords: !json)
    }

    private func write(_ figure: Figure, to folder: ReportFolder, inWords: Bool) throws {
        let gnuplot = Gnuplot.find()
        let files = Written {
            var files = figure.files.map { (name: $0.name, contents: Data($0.contents.utf8)) }
            for format in format.isEmpty ? [.svg] : format {
                guard let drawing = try gnuplot?.drawings(of: [figure], as: format).first else { continue }
                files.append(("\(figure.name).\(format.rawValue)", drawing))
            }
            return try Interrupt.deferred { try folder.exchange(files) }
        }
        if gnuplot == nil, inWords { try Output.print("Without a drawing: gnuplot was not found. The script and its data are written.") }
        try files.tell(inWords: inWords)
    }
}
