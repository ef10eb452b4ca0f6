// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Programs
internal import Support

extension OwnClaim {
    /// The claim, its quantity a program's or looked up among those that the catalogue's claims are about.
    ///
    /// - Throws: `ExpressionError` where an expression has a fault, `ParameterError` where there is no such quantity, it is bounded on
    ///   the other side, or a parameter has a name that none can have.
    public func claim(in catalogue: Catalogue) throws -> Claim {
        if case .scaled(let id, let factors) = side { return try scaled(id, factors, in: catalogue) }
        try checkNames()
        let quantity = try program.map { try measured(by: $0) } ?? varied(found(in: catalogue))
        try checkSide(quantity)
        return try claim(on: quantity)
    }

    /// Looks at the right-hand side at every cell where the claim says something.
    ///
    /// - Throws: ``OwnBoundError`` for the first at which it is no finite number.
    public static func checkBounds(_ cells: [Cell]) throws(OwnBoundError) {
        for cell in cells {
            let p = cell.parameters.arguments, value = cell.claim.bound(p).value
            if let undefined = cell.claim.hypotheses(p).first(where: { $0.left.isNaN || $0.right.isNaN }) {
                throw OwnBoundError(cell: cell.description, value: "undefined", condition: undefined.text)
            }
            guard cell.claim.hypotheses(p).allSatisfy(\.holds), !value.isFinite else { continue }
            throw OwnBoundError(cell: cell.description, value: value.isNaN ? "undefined" : "\(value)")
        }
    }

    // MARK: quantities

    private func found(in catalogue: Catalogue) throws(ParameterError) -> any Quantity {
        let all = catalogue.measured.map(\.quantity)
        guard let quantity = all.first(where: { $0.name == quantity }) else {
            let names = all.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let near = EditDistance.nearest(to: self.quantity, among: names)
            throw ParameterError(
                parameter: "quantity", value: self.quantity,
                allowed: near.isEmpty ? "one of \(names.joined(separator: ", "))" : near.joined(separator: ", "), fault: .notAllowed)
        }
        return quantity
    }

    /// The quantity for a network with a scale or a bias, where those are parameters.
    private func varied(_ quantity: any Quantity) throws(ParameterError) -> any Quantity {
        let hasBias = parameters.contains(VariedNetwork.bias)
        return hasBias || parameters.contains(VariedNetwork.sigma) ? try VariedNetwork(quantity, hasBias: hasBias) : quantity
    }

    /// The names of one's own that nothing depends on: neither the bound nor its condition, nor the quantity.
    public func idleParameters(of claim: MeasuredClaim) -> [String] {
        guard program == nil, let formula = claim.measurement.formula as? ExpressionFormula else { return [] }
        let used = formula.expression.parameters.union(formula.condition?.parameters ?? [])
        let ofNetwork = claim.quantity is VariedNetwork ? [VariedNetwork.sigma, VariedNetwork.bias] : []
        return claim.parameters.own.filter { !used.contains($0) && !ofNetwork.contains($0) }
    }

    private func measured(by program: ProgramCommand) throws(ParameterError) -> any Quantity {
        if let problem = ProgramCommand.problem(program.arguments, timeout: program.timeout) {
            throw ParameterError(parameter: "command", value: program.text, allowed: problem)
        }
        let extremum: Extremum =
            switch side {
            case .atMost, .scaled: .supremum
            case .atLeast: .infimum
            case .probabilityAtMost: .event
            }
        guard extremum == .event || parameters.contains(BasicParameter.gamma.rawValue) else {
            throw ParameterError(
                parameter: "gamma", value: "", allowed: "at least one value for \(id), the probability with which it may fail",
                fault: .missing)
        }
        return ProgramQuantity(program, extremum, parameters: parameters)
    }

    private func checkNames() throws(ParameterError) {
        var seen: Set<String> = []
        for name in parameters {
            if let problem = Self.problem(withName: name, isOfProgram: program != nil) {
                throw ParameterError(parameter: "a parameter's name", value: name, allowed: problem, fault: .notAllowed)
            }
            guard seen.insert(name).inserted else { throw ParameterError(parameter: "parameter", value: name, allowed: "each once") }
        }
    }

    /// What may stand in the place of a name that no parameter can have; nil where it is one.
    static func problem(withName name: String, isOfProgram: Bool = true) -> String? {
        if paperKeys.contains(name) { return isOfProgram ? nil : "a name that is none of the paper's" }
        guard Expression.isFreeName(name), !["seed", "trial"].contains(name) else {
            return "letters, digits and _, no word of the language of expressions, and neither seed nor trial"
        }
        return nil
    }

    /// The keys of the paper's parameters.
    static let paperKeys = BasicParameter.allCases.map(\.rawValue) + OptionalParameter.allCases.map(\.rawValue)

    // MARK: claims

    private func checkSide(_ quantity: any Quantity) throws(ParameterError) {
        let allowed: String
        switch (side, quantity.extremum) {
        case (.atMost, .supremum), (.atMost, .event), (.probabilityAtMost, .event), (.atLeast, .infimum), (.scaled, _): return
        case (_, .supremum): allowed = "at-most for \(quantity.title), a supremum over the ball"
        case (_, .infimum): allowed = "at-least for \(quantity.title), an infimum over the ball"
        case (_, .event): allowed = "probability-at-most for \(quantity.title), a probability"
        }
        let word =
            switch side {
            case .atMost, .scaled: "at most"
            case .atLeast: "at least"
            case .probabilityAtMost: "probability at most"
            }
        throw ParameterError(parameter: quantity.name, value: word, allowed: allowed, fault: .notAllowed)
    }

    private func claim(on quantity: any Quantity) throws -> Claim {
        let own = parameters.filter { !Self.paperKeys.contains($0) }
        // A program is told what its grid has, and the bound may say no more.
        let known = program == nil ? nil : Set(Self.paperKeys.filter(parameters.contains).map(Self.nameInExpressions))
        let formula = ExpressionFormula(
            try Expression(bound ?? "", own: Set(own), of: known),
            when: try when.map { condition throws(ExpressionError) in try Condition(condition, own: Set(own), of: known) })
        let isEvent = quantity.extremum == .event
        let said =
            isEvent
            ? "P(\(quantity.title)) <= \(formula.expression)"
            : "With probability >= 1-gamma: \(quantity.title) \(quantity.extremum.direction == .upper ? "<=" : ">=") \(formula.expression)"
        let basics = program == nil ? Set(BasicParameter.allCases) : Set(parameters.compactMap(BasicParameter.init))
        return Claim(
            id, place: "a claim of one's own", kind: isEvent ? .probability : .uniform, statement: statement ?? said,
            domain: when ?? "every point",
            subject: .measured(
                Measurement(
                    quantity: quantity, formula: formula, law: .unknown, parameters: ClaimParameters(basics: basics, own: own.sorted()))),
            failing: isEvent ? .none : .gamma, check: check(quantity), decidedBy: .draws)
    }

    private static func nameInExpressions(_ key: String) -> String { OptionalParameter(rawValue: key)?.nameInExpressions ?? key }

    private func scaled(_ id: String, _ factors: [String], in catalogue: Catalogue) throws -> Claim {
        guard let claim = catalogue.claim(id), let measured = claim.measured else {
            throw ParameterError(parameter: "claim", value: id, allowed: "a claim with a right-hand side on a quantity")
        }
        for factor in factors { _ = try NumberRange.finite.number("scale", factor) }
        return Claim(
            self.id, place: "\(claim.place), with other constants", kind: claim.kind,
            statement: statement ?? "\(claim.statement)\n(with the factors \(factors.joined(separator: ", ")) on the terms of its bound)",
            domain: claim.domain,
            subject: .measured(measured.quantity, bound: measured.measurement.formula.scaled(by: factors), law: .unknown),
            failing: claim.allowedFailure, check: check(measured.quantity), decidedBy: .draws)
    }

    private func check(_ quantity: any Quantity) -> CheckDescription {
        if let program {
            return .attack(
                "`\(program.text)` answers for each draw with a value that is attained and, where it has one, a certificate that no "
                    + "more is.")
        }
        return switch quantity.method {
        case .exact: .supremum("The supremum over the ball is computed draw by draw.")
        case .certified, .law: .bracket("Attacks attain a value and a certificate bounds what any W reaches.")
        case .attack: .attack("Attacks attain a value; nothing bounds what another W reaches.")
        }
    }
}

/// A right-hand side of one's own that is no finite number where the claim says something.
public struct OwnBoundError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cell, in words.
    public let cell: String
    public let value: String
    /// The part of the condition that has no value; nil where the bound has none.
    public var condition: String?

    public var description: String {
        guard let condition else {
            return "the bound is \(value) at \(cell): a finite number is allowed, at every cell that `when` does not exclude"
        }
        return "the condition \(condition) is \(value) at \(cell): numbers are allowed on both of its sides"
    }
}

extension Catalogue {
    /// This catalogue with claims of one's own behind the paper's.
    ///
    /// - Precondition: their IDs are distinct, and none of the paper's.
    public func adding(_ claims: [Claim]) -> Catalogue {
        claims.isEmpty ? self : Catalogue(sections + [Section("own", title: "Claims of one's own", setting: "", claims)])
    }
}
