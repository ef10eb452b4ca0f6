// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Support
internal import Yams

extension PlanReader {
    /// The values of a grid or of an exception's `where`: at least one parameter, each of them one that the claim depends on, each value
    /// in its range and listed once.
    func grid(_ node: Node, of claim: MeasuredClaim) throws(PlanError) -> Grid {
        let keys = try pairs(node, "a grid", allowed: OwnClaim.paperKeys + [Self.c0Rule] + claim.parameters.own)
        guard !keys.isEmpty else { throw error(node, "no parameter has a value; allowed: \(claim.parameterNames)") }
        var grid = Grid()
        for basic in BasicParameter.allCases where !claim.parameters.basics.contains(basic) {
            if let list = keys[basic.rawValue] { throw error(list, idle(basic.rawValue, claim)) }
        }
        for name in claim.parameters.own {
            guard let list = keys[name] else { continue }
            grid.own[name] = try values(list, name) { node, name throws(PlanError) in try number(node, name, .finite) }
        }
        if let rule = keys[Self.c0Rule] {
            guard claim.dependsOn.contains(.c0) else { throw error(rule, idle(Self.c0Rule, claim)) }
            grid.c0Rules = try (rule.sequence.map(Array.init) ?? [rule]).map { node throws(PlanError) in
                try reading(node) { text throws(ExpressionError) in try Expression(text, of: ["d", "m", "gamma"]) }
            }
        }
        if let list = keys["d"] { grid.d = try values(list, "d", count) }
        if let list = keys["m"] { grid.m = try values(list, "m", count) }
        if let list = keys["gamma"] {
            grid.gamma = try values(list, "gamma") { node, name throws(PlanError) in try number(node, name, .betweenZeroAndOne) }
        }
        for parameter in OptionalParameter.allCases {
            guard let list = keys[parameter.rawValue] else { continue }
            grid[parameter] = try values(list, parameter.rawValue) { node, name throws(PlanError) in
                try number(node, name, parameter.range)
            }
            guard claim.dependsOn.contains(parameter) else {
                throw error(list, idle(parameter.rawValue, claim))
            }
        }
        return grid
    }

    /// C0 as a function of d, m and gamma: h in V = h(m)/sqrt m.
    static let c0Rule = "c0-rule"

    private func idle(_ name: String, _ claim: MeasuredClaim) -> String {
        "claim \(claim.id) does not depend on \(name); allowed: \(claim.parameterNames)"
    }

    /// One value, or the values of a list.
    private func values<Value: Hashable>(
        _ node: Node, _ name: String, _ read: (Node, String) throws(PlanError) -> Value
    ) throws(PlanError) -> [Value] {
        let items = node.sequence.map(Array.init) ?? [node]
        guard !items.isEmpty else { throw error(node, "'\(name)' is empty; at least one value is allowed") }
        var seen: Set<Value> = []
        return try items.map { item throws(PlanError) in
            let value = try read(item, name)
            guard seen.insert(value).inserted else { throw error(item, "\(item.shown) is listed twice in '\(name)'; once is allowed") }
            return value
        }
    }

    func number(_ node: Node, _ name: String, _ range: NumberRange) throws(PlanError) -> Double {
        let text = try text(node, name, range.allowed)
        do throws(ParameterError) { return try range.number(name, text) } catch { throw self.error(node, error.description) }
    }

    func count(_ node: Node, _ name: String) throws(PlanError) -> Int {
        let text = try text(node, name, IntegerRange.count.allowed)
        do throws(ParameterError) { return Int(try IntegerRange.count.integer(name, text)) } catch {
            throw self.error(node, error.description)
        }
    }

    private func text(_ node: Node, _ name: String, _ allowed: String) throws(PlanError) -> String {
        guard let scalar = node.scalar else { throw error(node, "\(name) = \(node.shown) is not a number: \(allowed) is allowed") }
        return scalar.string
    }
}

/// Cells of a claim whose expected verdict is not the usual one.
struct PlanException {
    let expected: Verdict
    private let counts: [(name: String, values: Set<Int>, of: (Parameters) -> Int)]
    private let numbers: [(name: String, values: Set<Double>, of: (Parameters) -> Double?)]

    /// - Parameter place: the cells that have one of the values of every parameter for which there are values.
    init(where place: Grid, expected: Verdict) {
        self.expected = expected
        counts = [("d", Set(place.d), { $0.d }), ("m", Set(place.m), { $0.m })].filter { !$0.values.isEmpty }
        let paper: [(name: String, values: Set<Double>, of: (Parameters) -> Double?)] = [
            ("gamma", Set(place.gamma), { $0.gamma }), ("c0", Set(place.c0), { $0.c0 }), ("c1", Set(place.c1), { $0.c1 }),
            ("radius", Set(place.radius), { $0.radius }), ("epsilon", Set(place.epsilon), { $0.epsilon }),
        ]
        let own = place.own.sorted { $0.key < $1.key }.map { name, values in
            (name: name, values: Set(values), of: { (p: Parameters) in p.own[name] })
        }
        numbers = (paper + own).filter { !$0.values.isEmpty }
    }

    func matches(_ cell: Cell) -> Bool {
        counts.allSatisfy { $0.values.contains($0.of(cell.parameters)) }
            && numbers.allSatisfy { number in number.of(cell.parameters).map(number.values.contains) ?? false }
    }

    /// A value that none of the cells has, in words: it would be silently ignored.
    func valueWithoutCell(among cells: [Cell]) -> String? {
        for (name, values, of) in counts {
            if let idle = values.subtracting(cells.map { of($0.parameters) }).min() { return "\(name) = \(idle)" }
        }
        for (name, values, of) in numbers {
            if let idle = values.subtracting(cells.compactMap { of($0.parameters) }).min() { return "\(name) = \(idle.plainText)" }
        }
        return nil
    }
}
