// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Bounds
import Claims
public import Experiments
import Foundation
import LazyPaper
import Reports
import Support
import Verifier

extension ProjectedAttack.Step: ExpressibleByArgument {}
extension Aggregate: ExpressibleByArgument {}

struct ExperimentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Shows what the recorded run of Section 5's experiments found, or repeats them on MNIST's digits 0 and 1.",
        discussion: """
            errors (claim 5/1), fig2, fig3, fig4 (5/4 and 5/5), fig5, fig6, fig7; ceiling: what no classifier can do \
            on the test images; all is the whole grid, hours of work, and without --data all that is recorded. The paper's grid \
            unless --d, --m or --c0 restrict it.

            Example: lemmacheck experiment fig2 --data mnist --d 25,100 --m 1000 --runs 2
            """)

    /// One experiment, or all of them.
    enum Choice: String, CaseIterable {
        case errors, fig2, fig3, fig4, fig5, fig6, fig7, ceiling, choices, all

        var experiments: [Experiment] { Experiment(rawValue: rawValue).map { [$0] } ?? Experiment.allCases }
    }

    @Argument(help: ArgumentHelp("The experiment.", valueName: "experiment"), transform: experiment)
    var choice: Choice

    @Option(
        help: ArgumentHelp(
            "The folder of MNIST's four files, or of other images in their place, by which no claim is judged; fashion-mnist stands for "
                + "those that make setup-data installs, which are also taken where options ask for networks and no folder is named. "
                + "Without data and options the recorded run is shown.", valueName: "DIR|fashion-mnist"), transform: path("data"))
    var data: String?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Dimensions: squares up to 784; in fig4 of the left panel.", valueName: "25,100"),
        transform: list("d", count("d", .init(1...784))))
    var d: [Int] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Widths; in fig4 of the right panel.", valueName: "1e3,1e4"),
        transform: list("m", count("m", .init(1...1_000_000, largest: "1e6"))))
    var m: [Int] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The C0 of the balls (not of fig4).", valueName: "10,20"),
        transform: list("c0", number("c0", .positive)))
    var c0: [Double] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Runs of each cell; 5 unless given.", valueName: "N"),
        transform: count("runs", .init(1...1000)))
    var runs: Int?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Test images at which steps are measured or that are attacked, all unless given; training images attacked a round, 256 unless "
                + "given.",
            valueName: "N"),
        transform: count("images", .init(1...70_000)))
    var images: Int?
    @Option(
        help: ArgumentHelp(
            "A step of fig4's attack: of fixed length, or the gradient times the rate; unit unless given.", valueName: "unit|gradient"))
    var attackStep: ProjectedAttack.Step?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The seed of every stream; 1 unless given.", valueName: "S"),
        transform: integer("seed", .seed))
    var seed: UInt64?
    @Flag(help: "Go on with an interrupted run, by the networks kept in the folder of --out.")
    var resume = false
    @Flag(help: "A small part in minutes: m = 1000, 2 runs, 250 test images, 128 training images attacked a round.")
    var quick = false
    @Option(help: ArgumentHelp("Which value over the test images stands for a network.", valueName: "mean|median"))
    var aggregate = Aggregate.mean
    @OptionGroup(title: "What the paper leaves open") var choiceFlags: ChoiceFlags
    @OptionGroup var parallel: ThreadFlags
    @Option(
        help: ArgumentHelp("Write experiments.md to this folder, and with --data the records as CSV.", valueName: "DIR"),
        transform: path("out"))
    var out: String?

    private static func experiment(_ name: String) throws -> Choice {
        guard let choice = Choice(rawValue: name) else {
            throw WrongUsage.error("no experiment \(name.quoted); allowed: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    func validate() throws {
        if resume, out == nil {
            throw WrongUsage.error("--resume is allowed with --out alone: it goes on with the run of that folder")
        }
        for d in d where side(of: d) == nil { throw WrongUsage.error("d = \(d) is out of range: a square from 1 to 784 is allowed") }
        if let problem = idleOption { throw WrongUsage.error(problem) }
    }

    /// Options that ask for networks.
    private var asking: [String] {
        [
            ("d", !d.isEmpty), ("m", !m.isEmpty), ("c0", !c0.isEmpty), ("runs", runs != nil), ("images", images != nil),
            ("attack-step", attackStep != nil), ("seed", seed != nil), ("threads", parallel.threads != nil), ("quick", quick),
            ("resume", resume),
        ].filter(\.1).map(\.0) + choiceFlags.given
    }

    /// The folder whose images networks are trained on; nil where the recorded run is shown.
    ///
    /// - Throws: `ExitCode` where networks are asked for and there are no images.
    private func imageFolder() throws -> String? {
        if let data, data != "fashion-mnist" || FileManager.default.fileExists(atPath: data) { return data }
        guard let option = data != nil ? "data fashion-mnist" : asking.first.map({ "\($0)" }) else { return nil }
        let folder = DigitData.fashionFolder
        guard FileManager.default.fileExists(atPath: folder) else {
            throw Failure.usage(
                "--\(option) asks for networks, and there are no images: --data takes the folder of MNIST's four files; "
                    + "make setup-data installs Fashion-MNIST, which needs no --data"
            ).exit
        }
        return folder
    }

    /// What is to be said of an option given that the experiment has no use for.
    private var idleOption: String? {
        let given = asking.filter { $0 != "resume" }
        let open: Set = ["filter", "batch", "initial-scale", "passes"], pixels: Set = ["pixels", "bias"]
        let used: Set<String>, reason: String
        switch choice {
        case .all: (used, reason) = (["seed", "threads"], "is allowed for one experiment alone: all is the whole grid")
        case .fig4:
            used = ["d", "m", "runs", "images", "attack-step", "seed", "threads", "quick", "filter"]
            reason = "changes nothing in fig4, whose balls have radii of their own and whose networks Algorithm 1 trains"
        case .ceiling: (used, reason) = (["d", "threads"], "changes nothing in ceiling, which trains no network")
        case .choices:
            used = ["d", "runs", "images", "seed", "threads"]
            reason = "changes nothing in choices, whose networks have a width and balls of their own"
        case .fig7:
            used = open.union(pixels).union(["d", "m", "c0", "runs", "seed", "threads"])
            reason = "changes nothing in fig7, which measures every image and attacks none"
        case .errors, .fig2, .fig3:
            used = open.union(pixels).union(["d", "m", "c0", "runs", "images", "seed", "threads", "quick"])
            reason = "changes nothing in \(choice.rawValue): fig4 alone has an attack"
        case .fig5, .fig6:
            used = open.union(["d", "m", "c0", "runs", "images", "seed", "threads", "quick"])
            reason = "changes nothing in \(choice.rawValue), which has no attack, and whose samples have norm 1 and no bias"
        }
        return given.first { !used.contains($0) }.map { "--\($0) \(reason)" }
    }

    private func side(of d: Int) -> Int? {
        let side = Int(Double(d).squareRoot())
        return (1...28).contains(side) && side * side == d ? side : nil
    }

    func run() async throws {
        guard let data = try imageFolder() else {
            let folder = try Failure.output { try out.map(ReportFolder.init) }
            return try show(
                try RunRecords.recorded(), in: folder, source: "the recorded run, seed 1", images: .mnist)
        }
        let digits: DigitData
        do {
            digits = try DigitData(folder: data)
            try digits.require(side: plan.largestSide, folder: data)
        } catch {
            throw Failure.input(error.description).exit
        }
        // Held from the beginning: a folder that cannot be written to is known of before the work is done.
        let folder = try Failure.output { try out.map(ReportFolder.init) }
        let journal = try folder.map { try self.journal(in: $0, of: digits) }
        let records = try await trained(on: digits, journal)
        // An interrupted run is shown and leaves the report that is there.
        try show(
            records, in: Interrupt.isRequested ? nil : folder, areNew: true,
            source: "networks trained on \(digits.source.name) with seed \(seed ?? 1)", images: digits.source)
        guard !Interrupt.isRequested else {
            Output.note("lemmacheck: interrupted; these are the networks trained, and no report was written\(advice)\n")
            throw ExitCode(130)
        }
    }

    /// Begun anew, or gone on with where that is asked for.
    private func journal(in folder: ReportFolder, of digits: DigitData) throws -> ExperimentJournal {
        if ExperimentJournal.isThere(in: folder.path), !resume {
            throw Failure.usage(
                "\(folder.path)/\(ExperimentJournal.name) is of a run that was interrupted: --resume goes on with it; without that file all "
                    + "is begun anew"
            ).exit
        }
        do { return try ExperimentJournal(in: folder.path, of: digits) } catch { throw Failure.input(error.description).exit }
    }

    /// What goes on with a run that was interrupted.
    private var advice: String {
        out.map { "; the same command with --resume goes on with those kept in \($0)/\(ExperimentJournal.name)" } ?? ""
    }

    private func trained(on digits: DigitData, _ journal: ExperimentJournal?) async throws -> RunRecords {
        let advice = advice
        Interrupt.onInterruption(after: 0.9) { Output.note("\nlemmacheck: interrupted; no report was written\(advice)\n") }
        let meter = ProgressMeter(), steps = StepCount(), expected = plan.expected(threads: parallel.number)
        if expected.seconds > 60 {
            Output.note(
                "lemmacheck: \(plan.units.count) networks, about \(expected.timeText) on \(parallel.number) threads and "
                    + "\(expected.memoryText) of memory\n")
        }
        var failure: (any Error)?
        let records = await plan.run(
            digits, threads: parallel.number, known: journal?.known ?? [:], steps: steps,
            progress: { meter.show($0, steps: steps.value) }, isInterrupted: { Interrupt.isRequested || failure != nil },
            finished: { unit, records in
                do { try journal?.append(unit, records) } catch { failure = failure ?? error }
            })
        meter.clear()
        if let failure { throw Failure.output("\(failure)").exit }
        return records
    }

    private var plan: ExperimentRun {
        guard let experiment = Experiment(rawValue: choice.rawValue) else { return .recorded(seed: seed ?? 1) }
        var options = quick ? Experiment.Options.quick : Experiment.Options()
        options.sides = d.isEmpty ? nil : d.compactMap(side)
        options.widths = m.isEmpty ? options.widths : m
        options.choices = choiceFlags.changes
        options.radii = c0.isEmpty ? nil : c0
        options.runs = runs ?? options.runs
        options.seed = seed ?? options.seed
        if let images { (options.images, options.attacked) = (images, images) }
        options.attack = attackStep ?? options.attack
        return ExperimentRun(experiment, options)
    }

    private func show(_ records: RunRecords, in folder: ReportFolder?, areNew: Bool = false, source: String, images: ImageSource) throws {
        let findings = ExperimentFindings(records, source: source, images: images, rules: try .fixed(), by: aggregate)
        let rows = findings.rows(RecordedExperiment.claims(of: choice.experiments))
        let report = ExperimentReport(
            records.of(choice.experiments), rows: rows, choices: choice.experiments.contains(.choices) ? findings.choices : nil,
            source: source,
            images: images, in: LazyPaper.catalogue, experiments: choice.experiments, by: aggregate)
        let files = Written {
            try folder.map { folder in
                try Interrupt.deferred { try report.write(to: folder, withTables: areNew, removing: [ExperimentJournal.name]) }
            }
        }
        try Output.print(report.text, terminator: "")
        try files.tell(inWords: true)
    }
}
