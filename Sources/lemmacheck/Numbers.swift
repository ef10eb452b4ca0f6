// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Support

// Numbers as users write them. Counts may be written 1e5; lists are separated by commas. Each is held against what its option allows as it
// is read, whether or not it is used, and repeated as it was written.

/// A number in `range`.
func number(_ name: String, _ range: NumberRange) -> @Sendable (String) throws -> Double {
    { text in try WrongUsage.catching { () throws(ParameterError) in try range.number(name, text) } }
}

/// A value of C0, C1, R or eps.
func number(_ parameter: OptionalParameter) -> @Sendable (String) throws -> Double { number(parameter.rawValue, parameter.range) }

/// An integer in `range`.
func integer(_ name: String, _ range: IntegerRange) -> @Sendable (String) throws -> UInt64 {
    { text in try WrongUsage.catching { () throws(ParameterError) in try range.integer(name, text) } }
}

/// An integer in `range`, of which an Int holds every one.
func count(_ name: String, _ range: IntegerRange = .count) -> @Sendable (String) throws -> Int {
    { text in
        let value = try integer(name, range)(text)
        return Int(clamping: value)
    }
}

/// Values separated by commas, with or without spaces around them.
func coordinates<Value: SendableMetatype>(_ name: String, _ parse: @escaping @Sendable (String) throws -> Value)
    -> @Sendable (String) throws -> [Value]
{
    { text in
        let items = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard items.count == 1 || items.allSatisfy({ !$0.isEmpty }) else {
            throw WrongUsage.error(
                "\(name) = \(text.inOneLine(atMost: 60)) has a comma without a value beside it: lists are written 25,100, without spaces")
        }
        return try items.map(parse)
    }
}

/// Values separated by commas, each of which counts once; a range stands for its values (``ListRange``).
func list<Value: Hashable & SendableMetatype>(
    _ name: String, areCounts: Bool = false, _ parse: @escaping @Sendable (String) throws -> Value
) -> @Sendable (String) throws -> [Value] {
    { text in
        var seen: Set<Value> = []
        return try coordinates(name, { try ListRange($0, of: name, areCounts: areCounts)?.items.map(parse) ?? [parse($0)] })(text).joined()
            .filter { seen.insert($0).inserted }
    }
}

/// Counts separated by commas; those of a range are rounded to integers.
func counts(_ name: String) -> @Sendable (String) throws -> [Int] { list(name, areCounts: true, count(name)) }

/// The path of a file or a folder.
func path(_ name: String) -> @Sendable (String) throws -> String {
    { text in
        guard !text.isEmpty else { throw WrongUsage.error("\(name) = '' is not a path: the name of a file or a folder is allowed") }
        return text
    }
}

/// An option that is needed where it is not given.
struct MissingOption: Error, CustomStringConvertible {
    let name: String
    let meaning: String
    var description: String { "--\(name) is missing: \(meaning)" }
}

/// The options that name one point of the parameters.
struct PointFlags: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("The dimension.", valueName: "d"), transform: count("d"))
    var d: Int?
    @Option(parsing: .unconditional, help: ArgumentHelp("The width.", valueName: "m"), transform: count("m"))
    var m: Int?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("C0: each neuron's ball has radius C0/sqrt m; 1 unless given.", valueName: "C0"),
        transform: number(.c0))
    var c0: Double?
    @Option(parsing: .unconditional, help: ArgumentHelp("C1, in R <= C1/sqrt d; 1 unless given.", valueName: "C1"), transform: number(.c1))
    var c1: Double?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("R, the bound on ||delta||; min(1/2, C1/sqrt d) unless given.", valueName: "R"),
        transform: number(.radius))
    var radius: Double?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The mesh eps; m^(-4/7) d^(-4/7) unless given.", valueName: "E"),
        transform: number(.epsilon))
    var epsilon: Double?

    /// - Throws: ``MissingOption`` where d, m or gamma is not given, ``ParameterError`` where a value is out of range.
    func parameters(gamma: Double?) throws -> Parameters {
        guard let d else { throw MissingOption(name: "d", meaning: "the dimension") }
        guard let m else { throw MissingOption(name: "m", meaning: "the width") }
        guard let gamma else { throw MissingOption(name: "gamma", meaning: "the failure probability") }
        return try Parameters(d: d, m: m, gamma: gamma, c0: c0 ?? 1, c1: c1 ?? 1, radius: radius, epsilon: epsilon)
    }

    /// Those of the options given that only some quantities and claims depend on.
    var given: [OptionalParameter] {
        let values: [(OptionalParameter, Double?)] = [(.c0, c0), (.c1, c1), (.radius, radius), (.epsilon, epsilon)]
        return values.filter { $0.1 != nil }.map(\.0)
    }

    /// The parameters by which a change of R shows: C1 says what R is where it is not given.
    func used(of dependsOn: Set<OptionalParameter>) -> Set<OptionalParameter> {
        dependsOn.contains(.radius) && radius == nil ? dependsOn.union([.c1]) : dependsOn
    }
}
