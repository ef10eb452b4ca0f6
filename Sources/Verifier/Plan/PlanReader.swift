// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Yams

/// Reads a plan file of bounds/: one lemma's claims, their grids and the verdicts expected of them.
///
/// ```yaml
/// lemma: B.5
/// claims:
///   - claim: B.5/1
///     grid: {d: [25, 784], m: [1e3, 1e5], gamma: 0.05, c0: [1, 10]}
///     expect: holds
///     except:
///       - where: {d: 25, c0: 10}
///         expect: refuted
///     trials: 2000
/// steps:
///   B.5/b: proved
/// ```
///
/// `steps` are the audit's verdicts expected of proof steps and of their repairs (`B.8/c*`).
///
/// An unknown key, a claim that does not exist, an empty grid, a number out of range: each is one ``PlanError`` with file,
/// line and what is allowed.
public struct PlanReader {
    let file: String
    let catalogue: Catalogue

    /// - Parameters:
    ///   - text: the file's contents.
    ///   - file: its name, for messages.
    ///   - catalogue: where its claims are looked up.
    public static func read(_ text: String, file: String, catalogue: Catalogue) throws(PlanError) -> Plan {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            let problem = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            throw PlanError(file: file, line: nil, message: "not YAML: \(problem)")
        }
        guard let node else { throw PlanError(file: file, line: nil, message: "empty; a mapping with lemma and claims is allowed") }
        return try PlanReader(file: file, catalogue: catalogue).plan(node)
    }

    private func error(_ node: Node, _ message: String) -> PlanError {
        PlanError(file: file, line: node.mark?.line, message: message)
    }

    /// The pairs of a mapping, after checking that every key is one of `allowed`, once.
    private func pairs(_ node: Node, _ what: String, allowed: [String]) throws(PlanError) -> [String: Node] {
        guard let mapping = node.mapping else {
            throw error(node, "\(what) must be a mapping with the keys \(allowed.joined(separator: ", "))")
        }
        var pairs: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, allowed.contains(name) else {
                throw error(key, "unknown key '\(key.string ?? "?")' in \(what); allowed: \(allowed.joined(separator: ", "))")
            }
            guard pairs.updateValue(value, forKey: name) == nil else { throw error(key, "key '\(name)' twice in \(what)") }
        }
        return pairs
    }

    private func plan(_ node: Node) throws(PlanError) -> Plan {
        let keys = try pairs(node, "the plan", allowed: ["lemma", "claims", "steps"])
        guard let lemma = keys["lemma"]?.string else { throw error(node, "the plan needs a key 'lemma'") }
        // A file of proof steps alone (the tools, Theorem 3.1) has no claims to verify.
        let list = keys["claims"]?.sequence.map(Array.init) ?? []
        guard !list.isEmpty || (keys["claims"] == nil && keys["steps"] != nil) else {
            throw error(keys["claims"] ?? node, "'claims' must be a list with at least one claim")
        }
        var plans: [Plan] = []
        var seen: Set<Cell> = []
        for entry in list {
            let plan = try claim(entry, lemma: lemma)
            if let twice = plan.entries.first(where: { seen.contains($0.cell) }) {
                throw error(entry, "\(twice.cell) is in the plan already; a cell has one entry")
            }
            seen.formUnion(plan.entries.map(\.cell))
            plans.append(plan)
        }
        return Plan(entries: Plan.joined(plans).entries, steps: try steps(keys["steps"]))
    }

    private func claim(_ node: Node, lemma: String) throws(PlanError) -> Plan {
        let keys = try pairs(node, "a claim", allowed: ["claim", "grid", "expect", "except", "trials"])
        guard let name = keys["claim"] else { throw error(node, "a claim needs a key 'claim'") }
        let verifiable = catalogue.sections.first { $0.name == lemma }?.claims.compactMap(\.measured) ?? []
        guard let id = name.string, let claim = verifiable.first(where: { $0.id == id }) else {
            let known = verifiable.map(\.id)
            throw error(name, "no claim '\(name.string ?? "?")' of \(lemma) can be verified; allowed: \(known.joined(separator: ", "))")
        }
        guard let gridNode = keys["grid"] else { throw error(node, "claim \(id) needs a key 'grid'") }
        let grid = try grid(gridNode)
        let cells: [Cell]
        do { cells = try grid.cells(of: claim) } catch let problem { throw error(gridNode, problem.description) }
        let trials = try keys["trials"].map { node throws(PlanError) in try count(node, "trials") }
        let usual = try keys["expect"].map { node throws(PlanError) in try verdict(node) }
        var exceptions: [(Grid, Verdict)] = []
        if let list = keys["except"] {
            guard let sequence = list.sequence else { throw error(list, "'except' must be a list of {where, expect}") }
            for item in sequence {
                let exception = try exception(item)
                guard cells.contains(where: exception.0.matches) else {
                    throw error(item, "the exception matches no cell of claim \(id)")
                }
                exceptions.append(exception)
            }
        }
        for cell in cells where exceptions.count(where: { $0.0.matches(cell) }) > 1 {
            throw error(node, "\(cell) is in two entries of 'except'; at most one may match a cell")
        }
        return Plan(
            entries: cells.map { cell in
                Plan.Entry(
                    cell: cell, expected: exceptions.first { $0.0.matches(cell) }?.1 ?? usual, trials: trials)
            })
    }

    private func exception(_ node: Node) throws(PlanError) -> (Grid, Verdict) {
        let keys = try pairs(node, "an exception", allowed: ["where", "expect"])
        guard let place = keys["where"], let expected = keys["expect"] else {
            throw error(node, "an exception needs the keys 'where' and 'expect'")
        }
        return (try grid(place), try verdict(expected))
    }

    private func verdict(_ node: Node) throws(PlanError) -> Verdict {
        guard let text = node.string, let verdict = Verdict(rawValue: text) else {
            let known = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(node, "'\(node.string ?? "?")' is no verdict; allowed: \(known)")
        }
        return verdict
    }

    private func steps(_ node: Node?) throws(PlanError) -> [String: Verdict] {
        guard let node else { return [:] }
        guard let mapping = node.mapping else { throw error(node, "'steps' must map claim IDs to verdicts") }
        var steps: [String: Verdict] = [:]
        for (key, value) in mapping {
            guard let name = key.string, let claim = catalogue.claim(name) else {
                throw error(key, "no claim '\(key.string ?? "?")' in the paper; `lemmacheck list` shows those that are")
            }
            guard steps.updateValue(try verdict(value), forKey: claim.id) == nil else {
                throw error(key, "key '\(claim.id)' twice in 'steps'")
            }
        }
        return steps
    }

    private func grid(_ node: Node) throws(PlanError) -> Grid {
        let keys = try pairs(node, "a grid", allowed: ["d", "m", "gamma"] + OptionalParameter.allCases.map(\.rawValue))
        var grid = Grid()
        for (name, value) in keys.sorted(by: { $0.key < $1.key }) {
            let items = value.sequence.map(Array.init) ?? [value]
            guard !items.isEmpty else { throw error(value, "'\(name)' is empty; at least one value is allowed") }
            guard let parameter = OptionalParameter(rawValue: name) else {
                switch name {
                case "d": grid.d = try counts(items, name)
                case "m": grid.m = try counts(items, name)
                default: grid.gamma = try numbers(items, name)
                }
                continue
            }
            let values = try numbers(items, name)
            switch parameter {
            case .c0: grid.c0 = values
            case .c1: grid.c1 = values
            case .radius: grid.radius = values
            case .epsilon: grid.epsilon = values
            }
        }
        return grid
    }

    private func numbers(_ nodes: [Node], _ name: String) throws(PlanError) -> [Double] {
        try nodes.map { node throws(PlanError) in try number(node, name) }
    }

    private func counts(_ nodes: [Node], _ name: String) throws(PlanError) -> [Int] {
        try nodes.map { node throws(PlanError) in try count(node, name) }
    }

    private func number(_ node: Node, _ name: String) throws(PlanError) -> Double {
        guard let text = node.string, let value = Double(text) else {
            throw error(node, "\(name) = \(node.string ?? "?") is not a number")
        }
        return value
    }

    private func count(_ node: Node, _ name: String) throws(PlanError) -> Int {
        let value = try number(node, name)
        do { return try Parameters.count(name, value) } catch let problem { throw error(node, problem.description) }
    }
}

extension Grid {
    /// Whether the cell has one of the values of every parameter for which there are values.
    func matches(_ cell: Cell) -> Bool {
        func agrees<Value: Equatable>(_ list: [Value], _ value: Value) -> Bool { list.isEmpty || list.contains(value) }
        let p = cell.parameters
        return agrees(d, p.d) && agrees(m, p.m) && agrees(gamma, p.gamma) && agrees(c0, p.c0) && agrees(c1, p.c1)
            && agrees(radius, p.radius) && agrees(epsilon, p.epsilon)
    }
}
