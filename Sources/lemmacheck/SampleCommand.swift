// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Foundation
import Sampler
public import Verifier

extension SampleQuantity: ExpressibleByArgument {}

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Prints a quantity's raw values, one CSV row a trial.",
        discussion: """
            Quantities: \(SampleQuantity.allCases.map { "\($0.rawValue) (\($0.columns.joined(separator: ", ")))" }.joined(separator: "; ")).

            Example: lemmacheck sample function-value --d 784 --m 1e5 --c0 10 --trials 100 --seed 7
            """)

    @Argument(help: ArgumentHelp("The quantity.", valueName: "quantity"))
    var quantity: SampleQuantity

    @OptionGroup var point: PointFlags

    @Option(parsing: .unconditional, help: ArgumentHelp("How many trials.", valueName: "N"), transform: count("trials"))
    var trials: Int = 1
    @Option(help: ArgumentHelp("The seed of every stream.", valueName: "S"))
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Draw all of W0, or only what the quantity needs.", valueName: "dense|reduced"))
    var sampler: SamplerKind = .reduced
    @Option(help: ArgumentHelp("The generator behind the streams.", valueName: "philox|mt19937|ranlxd2"))
    var rng: Generator = .philox
    @Option(parsing: .unconditional, help: ArgumentHelp("directional-difference: r's first coordinates (x is 1,0,...); unit e_2 unless given.", valueName: "0,1"), transform: list(number("direction")))
    var direction: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("directional-difference: delta's first coordinates; R e_3 unless given.", valueName: "0,0,R"), transform: list(number("delta")))
    var delta: [Double] = []

    func run() throws {
        let sample = try Failure.usage {
            try Sample(
                quantity: quantity, parameters: point.parameters(gamma: 0.5), seed: seed, generator: rng, sampler: sampler,
                direction: direction, delta: delta)
        }
        print(quantity.columns.joined(separator: ","))
        for trial in 0..<trials {
            print(try sample.values(UInt64(trial)).map { "\($0)" }.joined(separator: ","))
        }
    }
}
