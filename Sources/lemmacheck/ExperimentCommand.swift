// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Experiments
import Foundation
import Reports

extension ProjectedAttack.Step: ExpressibleByArgument {}

struct ExperimentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Repeats Section 5 on MNIST's digits 0 and 1, or shows what the recorded run found.",
        discussion: "Example: lemmacheck experiment fig2 --data mnist --d 25,100 --m 1000 --runs 2")

    @Argument(help: ArgumentHelp("errors, fig2, ..., fig7; or all, the grid of the recorded run.", valueName: "experiment"))
    var name: String

    @Option(help: ArgumentHelp("The folder of MNIST's four files; without it the recorded run is shown.", valueName: "DIR"))
    var data: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("Dimensions, squares up to 784.", valueName: "25,100"), transform: list(count("d")))
    var d: [Int] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Widths.", valueName: "1e3,1e4"), transform: list(count("m")))
    var m: [Int] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("The C0 of the balls (fig2, fig3, fig5, fig6, errors).", valueName: "10,20"), transform: list(number("c0")))
    var c0: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Runs of each cell.", valueName: "N"), transform: count("runs"))
    var runs: Int = 5
    @Option(parsing: .unconditional, help: ArgumentHelp("Test images at which steps are measured, and images that are attacked.", valueName: "N"), transform: count("images"))
    var images: Int = 500
    @Option(help: ArgumentHelp("Steps of the attack of fig4: along the gradient's direction, or the gradient itself.", valueName: "unit|gradient"))
    var attackStep: ProjectedAttack.Step = .unit
    @Option(help: ArgumentHelp("The seed of every stream.", valueName: "S"))
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Threads; the results do not depend on them. Default: the machine's processors.", valueName: "N"))
    var threads: Int?
    @Option(help: ArgumentHelp("Write the records to this folder as CSV.", valueName: "DIR"))
    var out: String?

    func run() async throws {
        let records: RunRecords
        if let data {
            let digits: DigitData
            do { digits = try DigitData(folder: data) } catch { throw Failure.input(error.description).exit }
            var options = Experiment.Options()
            options.sides = d.isEmpty ? nil : d.map { Int(Double($0).squareRoot()) }
            options.widths = m.isEmpty ? nil : m
            options.radii = c0.isEmpty ? nil : c0
            options.runs = runs
            options.images = images
            var all = RunRecords()
            for run in name == "all" ? ExperimentRun.recordedParts : [ExperimentRun(Experiment(rawValue: name) ?? .errors, options)] {
                let found = await run.run(digits, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
                all.append(found)
                if let out {
                    for file in all.files { try file.contents.write(toFile: out + "/" + file.name, atomically: true, encoding: .utf8) }
                }
            }
            records = all
        } else {
            records = try RunRecords.recorded()
        }
        for file in records.files { print(file.contents) }
    }
}
