// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Reports
import Verifier

struct BoundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bound",
        abstract: "Evaluates a claim's right-hand side, its terms and its hypotheses.",
        discussion: "Example: lemmacheck bound B.7/1 --d 784 --m 100000 --gamma 0.05 --c0 10")

    @Argument(help: ArgumentHelp("A claim, or a lemma for all its claims.", valueName: "claim"))
    var name: String?

    @OptionGroup var point: PointFlags

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The failure probability, in (0, 1).", valueName: "gamma"),
        transform: number("gamma", .betweenZeroAndOne))
    var gamma: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Evaluate an expression in the place of a claim's bound: d, m, gamma, C0, C1, R, epsilon, + - * / ^, sqrt, log, exp, min, max, "
                + "abs, erf, and `let L = log(4/gamma); ...`.", valueName: "EXPR"))
    var expr: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("With --expr: the value of a parameter of your own that it names.", valueName: "NAME=VALUE"),
        transform: ownValues)
    var set: [OwnValues] = []

    @Flag(help: "Print the bound as an expression, which --expr and --at-most read; no point is needed.")
    var formula = false

    @Flag(help: "Print the bound for LaTeX's mathematics; no point is needed.")
    var latex = false

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (name == nil) != (expr == nil) else {
            throw WrongUsage.error("a bound is a claim's or --expr's: one of the two is allowed")
        }
        guard expr != nil || set.isEmpty else {
            throw WrongUsage.error("a claim has no parameter of your own: --set is allowed with --expr")
        }
        if let several = set.first(where: { one in one.values.count != 1 || set.count { $0.name == one.name } != 1 }) {
            throw WrongUsage.error("a bound has one value of each parameter: one is allowed for \(several.name)")
        }
        guard !(formula && latex) else { throw WrongUsage.error("--formula and --latex: one of the two is allowed") }
    }

    func run() throws {
        if let expr {
            let expression = try Failure.usage { () throws(ExpressionError) in try Bounds.Expression(expr, own: Set(set.map(\.name))) }
            return formula || latex ? try show(["": expression]) : try evaluate(expression)
        }
        let claims = try measuredClaims(named: name ?? "")
        guard !formula, !latex else {
            let formulas = try LazyPaper.defaultPlan().formulas
            return try show(formulas.filter { entry in claims.contains { $0.id == entry.key } })
        }
        let used = claims.reduce(into: Set()) { $0.formUnion(point.used(of: $1.dependsOn)) }
        try checkUse(of: point.given, by: subject(claims), which: used)
        let values = try Failure.usage {
            let parameters = try point.parameters(gamma: gamma)
            return try claims.map { try BoundValue($0, at: parameters) }
        }
        if json {
            let data = (name ?? "").contains("/") ? try JSONReport.data(of: values[0]) : try JSONReport.data(of: values)
            try Output.write(data)
        } else {
            try Output.print(values.map(BoundText.text).joined(separator: "\n"), terminator: "")
        }
    }

    /// Expressions by claim ID, the paper's order; without an ID alone.
    private func show(_ formulas: [String: Bounds.Expression]) throws {
        let order = LazyPaper.catalogue.all.flatMap { [$0] + $0.repairs }.map(\.id)
        let sorted = formulas.sorted { (order.firstIndex(of: $0.key) ?? 0) < (order.firstIndex(of: $1.key) ?? 0) }
        if json {
            let objects = sorted.map {
                FormulaObject(claim: $0.key.isEmpty ? nil : $0.key, formula: $0.value.description, latex: $0.value.latex)
            }
            return try Output.write(objects.count == 1 ? JSONReport.data(of: objects[0]) : JSONReport.data(of: objects))
        }
        let lines = sorted.map { id, expression in
            let text = latex ? expression.latex : expression.description
            let sign = LazyPaper.catalogue.claim(id)?.sense == .lower ? ">=" : "<="
            return id.isEmpty ? text : latex ? "\(id)  \(text)" : "\(id)  \(sign) \(text)"
        }
        try Output.print(lines.joined(separator: "\n"))
    }

    private struct FormulaObject: Encodable {
        let claim: String?
        let formula: String
        let latex: String
    }

    private func evaluate(_ expression: Bounds.Expression) throws {
        let used = ExpressionFormula(expression).dependsOn
        try checkUse(of: point.given, by: "the expression", which: point.used(of: used))
        let own = Dictionary(set.flatMap { set in set.values.map { (set.name, $0) } }) { _, last in last }
        if let idle = own.keys.sorted().first(where: { !expression.parameters.contains($0) }) {
            throw Failure.usage("the expression does not depend on \(idle)").exit
        }
        let value = try Failure.usage { ExpressionValue(expression, at: try parameters(of: expression, own)) }
        try json ? Output.write(JSONReport.data(of: value)) : Output.print(BoundText.text(value), terminator: "")
    }
}

extension BoundCommand {
    /// The point, of which an expression needs no more than it names.
    private func parameters(of expression: Bounds.Expression, _ own: [String: Double]) throws -> Parameters {
        var filled = point
        if !expression.parameters.contains("d") { filled.d = point.d ?? 1 }
        if !expression.parameters.contains("m") { filled.m = point.m ?? 1 }
        let p = try filled.parameters(gamma: gamma ?? (expression.parameters.contains("gamma") ? nil : 0.5))
        return try Parameters(
            d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius, epsilon: p.epsilon, own: own)
    }
}

/// The claims with a right-hand side that `name` stands for; at least one.
func measuredClaims(named name: String, in catalogue: Catalogue = LazyPaper.catalogue) throws -> [MeasuredClaim] {
    let claims = try claims(named: name, in: catalogue)
    let measured = claims.compactMap(\.measured)
    if measured.isEmpty, claims.count == 1, claims[0].isRepair {
        throw Failure.usage("\(claims[0].id) has no right-hand side of its own on a measured quantity: `lemmacheck explain` states it").exit
    }
    guard !measured.isEmpty else {
        let allowed = catalogue.measured.map(\.id).joined(separator: ", ")
        throw Failure.usage("\(name) has no right-hand side to evaluate; allowed: \(allowed)").exit
    }
    return measured
}

/// The claims with a right-hand side that the names stand for, each once.
func measuredClaims(named names: [String], in catalogue: Catalogue = LazyPaper.catalogue) throws -> [MeasuredClaim] {
    var seen: Set<MeasuredClaim> = []
    return try names.flatMap { try measuredClaims(named: $0, in: catalogue) }.filter { seen.insert($0).inserted }
}

/// What a message calls the claims.
func subject(_ claims: [MeasuredClaim]) -> String { claims.count == 1 ? claims[0].id : "none of these claims" }

/// - Parameter subject: what depends on d, m, gamma and the `used` parameters, and on no others.
/// - Throws: the exit status 64, after a line that says so, where one of the options `given` would change nothing.
func checkUse(
    of given: [OptionalParameter], by subject: String, which used: Set<OptionalParameter>, besides always: [String] = ["d", "m", "gamma"]
) throws {
    guard let idle = given.first(where: { !used.contains($0) }) else { return }
    let allowed = (always + OptionalParameter.allCases.filter(used.contains).map(\.rawValue)).joined(separator: ", ")
    let verb = subject.hasPrefix("none") ? "depends" : "does not depend"
    throw Failure.usage("\(subject) \(verb) on \(idle.rawValue); allowed: \(allowed)").exit
}
