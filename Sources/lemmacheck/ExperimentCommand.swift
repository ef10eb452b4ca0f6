// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Claims
public import Experiments
import Foundation
import LazyPaper
import Reports
import Verifier

extension ProjectedAttack.Step: ExpressibleByArgument {}

struct ExperimentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Shows what the recorded run of Section 5's experiments found, or repeats them on MNIST's digits 0 and 1.",
        discussion: """
            errors (claim 5/1), fig2, fig3, fig4 (5/4 and 5/5), fig5, fig6, fig7; all is the grid of the recorded run, and the whole \
            of it without --data. The paper's grid unless --d, --m or --c0 restrict it.

            Example: lemmacheck experiment fig2 --data mnist --d 25,100 --m 1000 --runs 2
            """)

    /// One experiment, or all of them.
    enum Choice: String, CaseIterable, ExpressibleByArgument {
        case errors, fig2, fig3, fig4, fig5, fig6, fig7, all

        var experiments: [Experiment] { Experiment(rawValue: rawValue).map { [$0] } ?? Experiment.allCases }
    }

    @Argument(help: ArgumentHelp("The experiment.", valueName: "experiment"))
    var choice: Choice

    @Option(
        help: ArgumentHelp(
            "The folder of MNIST's four files, or of other images in their place, by which no claim is judged; without it the recorded run "
                + "is shown.", valueName: "DIR"))
    var data: String?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Dimensions: squares up to 784; in fig4 of the left panel.", valueName: "25,100"),
        transform: list(count("d")))
    var d: [Int] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Widths; in fig4 of the right panel.", valueName: "1e3,1e4"),
        transform: list(count("m")))
    var m: [Int] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The C0 of the balls (not of fig4).", valueName: "10,20"), transform: list(number("c0"))
    )
    var c0: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Runs of each cell.", valueName: "N"), transform: count("runs"))
    var runs: Int = 5
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Test images at which steps are measured; training and test images that are attacked.", valueName: "N"),
        transform: count("images"))
    var images: Int = 250
    @Option(help: ArgumentHelp("A step of fig4's attack: of fixed length, or the gradient times the rate.", valueName: "unit|gradient"))
    var attackStep: ProjectedAttack.Step = .unit
    @Option(help: ArgumentHelp("The seed of every stream.", valueName: "S"))
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Threads; the results do not depend on them. Default: the machine's processors.", valueName: "N"))
    var threads: Int?
    @Option(help: ArgumentHelp("Write experiments.md to this folder, and with --data the records as CSV.", valueName: "DIR"))
    var out: String?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("threads = \(threads) is out of range: an integer from 1 to 1024 is allowed")
        }
        guard runs <= 1000 else { throw ValidationError("runs = \(runs) is out of range: an integer from 1 to 1000 is allowed") }
        for m in m where m > 1_000_000 { throw ValidationError("m = \(m) is out of range: an integer from 1 to 1e6 is allowed") }
        guard data != nil || (d.isEmpty && m.isEmpty && c0.isEmpty) else {
            throw ValidationError("d, m and c0 restrict a new run: they are allowed with --data, and the recorded run is shown whole")
        }
        for d in d where side(of: d) == nil { throw ValidationError("d = \(d) is out of range: squares from 1 to 784 are allowed") }
        for c0 in c0 where !(c0 > 0 && c0.isFinite) {
            throw ValidationError("c0 = \(c0) is out of range: positive numbers are allowed")
        }
    }

    private func side(of d: Int) -> Int? {
        let side = Int(Double(d).squareRoot())
        return (1...28).contains(side) && side * side == d ? side : nil
    }

    func run() async throws {
        guard let data else {
            return try show(try RunRecords.recorded(), source: "the recorded run of `make experiments`, seed 1", images: .mnist)
        }
        let digits: DigitData
        do {
            digits = try DigitData(folder: data)
            try digits.require(side: parts.map(\.largestSide).max() ?? 1, folder: data)
        } catch {
            throw Failure.input(error.description).exit
        }
        let records = await trained(on: digits)
        try show(records, source: "networks trained on \(digits.source.name) with seed \(seed)", images: digits.source)
        guard !Interrupt.isRequested else {
            Output.note("lemmacheck: interrupted; these are the networks trained\n")
            throw ExitCode(130)
        }
    }

    private func trained(on digits: DigitData) async -> RunRecords {
        let parts = self.parts
        let total = parts.reduce(0) { $0 + $1.trainings }
        Interrupt.install()
        let meter = ProgressMeter()
        var records = RunRecords()
        var done = 0
        for part in parts where !Interrupt.isRequested {
            let found = await part.run(
                digits, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
                progress: { meter.show("\(done + $0)/\(total) networks") }, isInterrupted: { Interrupt.isRequested })
            done += part.trainings
            records.append(found)
        }
        meter.clear()
        return records
    }

    private var parts: [ExperimentRun] {
        guard let experiment = Experiment(rawValue: choice.rawValue) else { return ExperimentRun.recordedParts(seed: seed) }
        var options = Experiment.Options()
        options.sides = d.isEmpty ? nil : d.compactMap(side)
        options.widths = m.isEmpty ? nil : m
        options.radii = c0.isEmpty ? nil : c0
        options.runs = runs
        options.seed = seed
        options.images = images
        options.attack = attackStep
        return [ExperimentRun(experiment, options)]
    }

    private func show(_ records: RunRecords, source: String, images: ImageSource) throws {
        let rows = ExperimentFindings(records, source: source, images: images).rows(RecordedExperiment.claims(of: choice.experiments))
        let report = ExperimentReport(records.of(choice.experiments), rows: rows, source: source, images: images, in: LazyPaper.catalogue)
        let files = Written { try out.map { try report.write(to: $0, withTables: data != nil) } }
        try Output.print(report.text, terminator: "")
        try files.tell(inWords: true)
    }
}
