// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds

// Numbers as users write them. Counts may be written 1e5; lists are separated by commas.

func number(_ name: String) -> @Sendable (String) throws -> Double {
    { text in
        guard let value = Double(text) else { throw ValidationError("\(name) = \(text) is not a number") }
        return value
    }
}

func count(_ name: String) -> @Sendable (String) throws -> Int {
    { text in
        do {
            return try Parameters.count(name, number(name)(text))
        } catch let problem as ParameterError {
            throw ValidationError(problem.description)
        }
    }
}

func list<Value>(_ parse: @escaping @Sendable (String) throws -> Value) -> @Sendable (String) throws -> [Value] {
    { text in try text.split(separator: ",", omittingEmptySubsequences: false).map { try parse(String($0)) } }
}

/// The options that name one point of the parameters.
struct PointFlags: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("The dimension.", valueName: "d"), transform: count("d"))
    var d: Int
    @Option(parsing: .unconditional, help: ArgumentHelp("The width.", valueName: "m"), transform: count("m"))
    var m: Int
    @Option(
        parsing: .unconditional, help: ArgumentHelp("C0: each neuron's ball has radius C0/sqrt m.", valueName: "C0"),
        transform: number("c0"))
    var c0: Double = 1
    @Option(parsing: .unconditional, help: ArgumentHelp("C1, in R <= C1/sqrt d.", valueName: "C1"), transform: number("c1"))
    var c1: Double = 1
    @Option(
        parsing: .unconditional, help: ArgumentHelp("R, the bound on ||delta||; min(1/2, C1/sqrt d) unless given.", valueName: "R"),
        transform: number("radius"))
    var radius: Double?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The mesh eps; m^(-4/7) d^(-4/7) unless given.", valueName: "E"),
        transform: number("epsilon"))
    var epsilon: Double?

    func parameters(gamma: Double) throws(ParameterError) -> Parameters {
        try Parameters(d: d, m: m, gamma: gamma, c0: c0, c1: c1, radius: radius, epsilon: epsilon)
    }
}
