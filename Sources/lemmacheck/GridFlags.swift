// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Support
import Verifier

/// Lists of values, a parameter each.
struct GridFlags: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("Dimensions.", valueName: "25,100"), transform: counts("d"))
    var d: [Int] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Widths.", valueName: "1e4,1e5"), transform: counts("m"))
    var m: [Int] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Failure probabilities, in (0, 1).", valueName: "0.05"),
        transform: list("gamma", number("gamma", .betweenZeroAndOne)))
    var gamma: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of C0.", valueName: "1,10"), transform: list("c0", number(.c0)))
    var c0: [Double] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("C0 as a function of d, m and gamma: m^(1/4), a ball of radius m^(1/4)/sqrt m.", valueName: "EXPR"),
        transform: ruleText)
    var c0Rule: [Bounds.Expression] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of C1.", valueName: "1"), transform: list("c1", number(.c1)))
    var c1: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of R.", valueName: "R"), transform: list("radius", number(.radius)))
    var radius: [Double] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("Values of eps.", valueName: "E"), transform: list("epsilon", number(.epsilon)))
    var epsilon: [Double] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Values of a parameter of your own, which your bound or your program names.", valueName: "NAME=1,2"),
        transform: ownValues)
    var set: [OwnValues] = []

    var grid: Grid {
        var grid = Grid()
        (grid.d, grid.m, grid.gamma, grid.c0, grid.c1, grid.radius, grid.epsilon) = (d, m, gamma, c0, c1, radius, epsilon)
        grid.c0Rules = c0Rule
        for values in set { grid.own[values.name, default: []] += values.values }
        return grid
    }

    /// The keys of the parameters that have values.
    var given: [String] {
        let counts = [("d", d.isEmpty), ("m", m.isEmpty), ("gamma", gamma.isEmpty)].filter { !$0.1 }.map(\.0)
        return counts + grid.given.map(\.rawValue) + grid.own.keys.sorted()
    }
}

extension Grid {
    /// With C0 = 1 where the claim depends on it and neither a value nor a rule is given.
    func withUsualC0(of claim: MeasuredClaim) -> Grid {
        var grid = self
        if c0.isEmpty, c0Rules.isEmpty, claim.dependsOn.contains(.c0) { grid.c0 = [1] }
        return grid
    }
}

/// - Throws: the exit status 64, after a line that says so, where a value of `grid` would change nothing: no claim depends on its
///   parameter.
func checkUse(of grid: Grid, by claims: [MeasuredClaim]) throws {
    try checkUse(of: grid.given, by: subject(claims), which: claims.reduce(into: Set()) { $0.formUnion($1.dependsOn) })
    let known = Set(claims.flatMap(\.parameters.own))
    guard let idle = grid.own.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw Failure.usage("\(subject(claims)) \(claims.count == 1 ? "does not depend" : "depends") on \(idle), a parameter of your own").exit
}

/// C0 as a function of the point.
@Sendable
private func ruleText(_ text: String) throws -> Bounds.Expression {
    do { return try Bounds.Expression(text, of: ["d", "m", "gamma"]) } catch { throw WrongUsage.error("c0-rule: \(error)") }
}

/// NAME=1,2 as an option has it.
struct OwnValues: Sendable {
    let name: String
    let values: [Double]
}

/// Reads NAME=1,2.
@Sendable
func ownValues(_ text: String) throws -> OwnValues {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, Bounds.Expression.isFreeName(parts[0]), !["seed", "trial"].contains(parts[0]) else {
        throw WrongUsage.error(
            "set = \(text.inOneLine(atMost: 60)) names no parameter of your own: NAME=VALUE is allowed, the name none that expressions know"
        )
    }
    return OwnValues(name: parts[0], values: try list(parts[0], number(parts[0], .finite))(parts[1]))
}
