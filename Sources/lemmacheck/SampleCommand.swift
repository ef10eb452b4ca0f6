// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import Quantities
import Sampler
import Support

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Prints a quantity's raw values, one CSV row a trial.",
        discussion: """
            Quantities: \(StandardQuantities.all.map { "\($0.name) (\($0.columns.joined(separator: ", ")))" }.joined(separator: "; ")).

            Example: lemmacheck sample function-value --d 784 --m 1e5 --c0 10 --trials 100 --seed 7
            """)

    @Argument(help: ArgumentHelp("The quantity.", valueName: "quantity"), transform: quantity)
    var quantity: any Quantity

    @OptionGroup var point: PointFlags

    @Option(parsing: .unconditional, help: ArgumentHelp("How many trials.", valueName: "N"), transform: count("trials"))
    var trials: Int = 1
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The seed of every stream.", valueName: "S"), transform: integer("seed", .seed))
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Draw all of W0, or only what the quantity needs.", valueName: "dense|reduced"))
    var sampler: SamplerKind = .reduced
    @Option(help: ArgumentHelp("The generator behind the streams.", valueName: "philox|mt19937|ranlxd2"))
    var rng: Generator = .philox
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("directional-difference: r's first coordinates (x is 1,0,...); unit e_2 unless given.", valueName: "0,1"),
        transform: coordinates("direction", number("direction", .finite)))
    var direction: [Double] = []
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("directional-difference: delta's first coordinates; R e_3 unless given.", valueName: "0,0,R"),
        transform: coordinates("delta", number("delta", .finite)))
    var delta: [Double] = []

    @OptionGroup var limits: LimitFlags

    func validate() throws {
        guard direction.isEmpty && delta.isEmpty || quantity is DirectionalDifference else {
            throw WrongUsage.error("\(quantity.name) has no direction or delta of its own: they are allowed for directional-difference")
        }
    }

    func run() throws {
        try checkUse(of: point.given, by: quantity.name, which: point.used(of: quantity.dependsOn), besides: ["d", "m"])
        let sample = try Failure.usage {
            try Sample(
                of: chosen, at: point.parameters(gamma: 0.5), seed: seed, generator: rng, sampler: sampler, trials: trials,
                limits: limits.limits)
        }
        // Beside the values, not among them: a program that reads the rows wants no comment there.
        Output.note("\(try used())\n")
        try Output.print(quantity.columns.joined(separator: ","))
        for trial in 0..<trials {
            try Output.print(sample.values(UInt64(trial)).map { "\($0)" }.joined(separator: ","))
        }
    }

    /// All that the values depend on, defaults included.
    private func used() throws -> String {
        let p = try Failure.usage { try point.parameters(gamma: 0.5) }
        let optional = OptionalParameter.allCases.filter(quantity.dependsOn.contains).map { parameter in
            let value =
                switch parameter {
                case .c0: p.c0
                case .c1: p.c1
                case .radius: p.radius
                case .epsilon: p.epsilon
                }
            return ", \(parameter.rawValue) = \(value)"
        }.joined()
        return "\(quantity.name) at d = \(p.d), m = \(p.m)\(optional); seed \(seed), sampler \(sampler.rawValue), generator \(rng.rawValue)"
    }

    /// The quantity at the pair of vectors given, where it has one.
    private var chosen: any Quantity {
        direction.isEmpty && delta.isEmpty ? quantity : DirectionalDifference(direction: direction, delta: delta)
    }

    private static func quantity(_ name: String) throws -> any Quantity {
        guard let quantity = StandardQuantities.named(name) else {
            throw WrongUsage.error("no quantity \(name.quoted); allowed: \(StandardQuantities.all.map(\.name).joined(separator: ", "))")
        }
        return quantity
    }
}
