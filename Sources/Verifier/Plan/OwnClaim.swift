// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Support

/// A claim of one's own, in words that a file can hold: a bound on a quantity that the program measures, or a claim of the paper with other
/// constants.
public struct OwnClaim: Sendable, Hashable {
    /// What is compared.
    public enum Side: Sendable, Hashable {
        /// With probability >= 1-gamma the quantity is at most this expression; of an event, its probability is.
        case atMost(String)
        /// With probability >= 1-gamma the quantity is at least this expression.
        case atLeast(String)
        /// The paper's claim of this ID, with a factor on each of its terms, in their order.
        case scaled(claim: String, factors: [String])
    }

    /// Its name in reports and the key of its streams.
    public var id: String
    /// What it says, for a reader; made from the rest where nil.
    public var statement: String?
    /// The quantity's name; of a scaled claim the paper's own.
    public var quantity: String
    public var side: Side
    /// What it assumes.
    public var when: String?

    public init(_ id: String, statement: String? = nil, quantity: String, _ side: Side, when: String? = nil) {
        (self.id, self.statement, self.quantity, self.side, self.when) = (id, statement, quantity, side, when)
    }

    /// The claim, its quantity looked up among those that the catalogue's claims are about.
    ///
    /// - Throws: ``ExpressionError`` where an expression has a fault, ``ParameterError`` where there is no such quantity or it is bounded
    ///   on the other side.
    public func claim(in catalogue: Catalogue) throws -> Claim {
        switch side {
        case .atMost(let text): try claim(on: found(in: catalogue), text, .upper)
        case .atLeast(let text): try claim(on: found(in: catalogue), text, .lower)
        case .scaled(let id, let factors): try scaled(id, factors, in: catalogue)
        }
    }

    private func found(in catalogue: Catalogue) throws(ParameterError) -> any Quantity {
        let all = catalogue.measured.map(\.quantity)
        guard let quantity = all.first(where: { $0.name == quantity }) else {
            let names = all.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let near = EditDistance.nearest(to: self.quantity, among: names)
            throw ParameterError(
                parameter: "quantity", value: self.quantity,
                allowed: near.isEmpty ? "one of \(names.joined(separator: ", "))" : near.joined(separator: ", "))
        }
        return quantity
    }

    private func claim(on quantity: any Quantity, _ text: String, _ direction: BoundDirection) throws -> Claim {
        guard quantity.extremum.direction == direction else {
            let (side, allowed) = direction == .upper ? ("at most", "at-least") : ("at least", "at-most")
            throw ParameterError(
                parameter: quantity.name, value: side, allowed: "\(allowed) for \(quantity.title), an infimum or a supremum over the ball")
        }
        let formula = ExpressionFormula(
            try Expression(text), when: try when.map { condition throws(ExpressionError) in try Condition(condition) })
        let isEvent = quantity.extremum == .event
        let said =
            isEvent
            ? "\(quantity.title) <= \(formula.expression)"
            : "With probability >= 1-gamma: \(quantity.title) \(direction == .upper ? "<=" : ">=") \(formula.expression)"
        return Claim(
            id, place: "a claim of one's own", kind: isEvent ? .probability : .uniform, statement: statement ?? said,
            domain: when ?? "every point", subject: .measured(quantity, bound: formula, law: .unknown),
            failing: isEvent ? .none : .gamma, check: Self.check(quantity), decidedBy: .draws)
    }

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
            failing: claim.allowedFailure, check: Self.check(measured.quantity), decidedBy: .draws)
    }

    private static func check(_ quantity: any Quantity) -> CheckDescription {
        switch quantity.method {
        case .exact: .supremum("The supremum over the ball is computed draw by draw.")
        case .certified, .law: .bracket("Attacks attain a value and a certificate bounds what any W reaches.")
        case .attack: .attack("Attacks attain a value; nothing bounds what another W reaches.")
        }
    }
}

/// {id, statement, quantity, atMost | atLeast | scaled and factors, when}, keys that do not apply absent.
extension OwnClaim: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, statement, quantity, atMost, atLeast, scaled, factors, when
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        id = try keys.decode(String.self, forKey: .id)
        statement = try keys.decodeIfPresent(String.self, forKey: .statement)
        quantity = try keys.decode(String.self, forKey: .quantity)
        when = try keys.decodeIfPresent(String.self, forKey: .when)
        if let text = try keys.decodeIfPresent(String.self, forKey: .atMost) {
            side = .atMost(text)
        } else if let text = try keys.decodeIfPresent(String.self, forKey: .atLeast) {
            side = .atLeast(text)
        } else {
            side = .scaled(
                claim: try keys.decode(String.self, forKey: .scaled), factors: try keys.decode([String].self, forKey: .factors))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(id, forKey: .id)
        try keys.encodeIfPresent(statement, forKey: .statement)
        try keys.encode(quantity, forKey: .quantity)
        try keys.encodeIfPresent(when, forKey: .when)
        switch side {
        case .atMost(let text): try keys.encode(text, forKey: .atMost)
        case .atLeast(let text): try keys.encode(text, forKey: .atLeast)
        case .scaled(let claim, let factors):
            try keys.encode(claim, forKey: .scaled)
            try keys.encode(factors, forKey: .factors)
        }
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
