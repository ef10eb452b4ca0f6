// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Support
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
/// A claim of one's own has a bound of its own, on a quantity that lemmacheck or a program measures (``OwnClaim``):
///
/// ```yaml
/// claims:
///   - claim: mine/1
///     statement: sup |f| is at most 2 sqrt(log(2/gamma)) + C0
///     quantity: function-value          # or {command: [python3, my_quantity.py], timeout: 10}
///     at-most: 2*sqrt(log(2/gamma)) + C0
///     when: m >= log(2/gamma)
///     grid: {d: 100, m: [1e3, 1e4], gamma: 0.05, c0: 1}
///     expect: holds
/// ```
///
/// A repair with a right-hand side of its own (`B.7/f*`) is a claim like any other.
///
/// `steps` are the audit's verdicts expected of proof steps and of their repairs (`B.8/c*`).
///
/// `rules` are the numbers by which records of Section 5 are judged.
///
/// An unknown key, a claim that does not exist, an empty grid, a number out of range, a value without a use: each is one ``PlanError``
/// with file, line and what is allowed.
public struct PlanReader {
    /// Each exception is held against each cell.
    static let largestExceptionCount = 100

    let file: String
    let catalogue: Catalogue
    /// Of its text, for the columns of faults.
    let lines: [Substring]

    /// - Parameters:
    ///   - text: the file's contents.
    ///   - file: its name, for messages.
    ///   - catalogue: where its claims are looked up.
    public static func read(_ text: String, file: String, catalogue: Catalogue) throws(PlanError) -> Plan {
        guard let node = try PlanDocument(file: file).root(of: text) else {
            throw PlanError(file: file, line: nil, message: "empty; a mapping with lemma and claims is allowed")
        }
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        return try PlanReader(
            file: file, catalogue: catalogue, lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        ).plan(node)
    }

    /// The plan in a file.
    public static func read(file: String, catalogue: Catalogue) throws(PlanError) -> Plan {
        try read(PlanDocument(file: file).text(), file: file, catalogue: catalogue)
    }

    func error(_ node: Node, _ message: String) -> PlanError {
        PlanError(file: file, line: node.mark?.line, message: message)
    }

    /// The pairs of a mapping, after checking that every key is one of `allowed`, once.
    func pairs(_ node: Node, _ what: String, allowed: [String]) throws(PlanError) -> [String: Node] {
        guard let mapping = node.mapping else {
            throw error(node, "\(what) must be a mapping with the keys \(allowed.joined(separator: ", "))")
        }
        var pairs: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, allowed.contains(name) else {
                throw error(key, "unknown key \(key.shown) in \(what); allowed: \(allowed.joined(separator: ", "))")
            }
            guard pairs.updateValue(value, forKey: name) == nil else { throw error(key, "key '\(name)' twice in \(what)") }
        }
        return pairs
    }

    private func plan(_ node: Node) throws(PlanError) -> Plan {
        let keys = try pairs(node, "the plan", allowed: ["lemma", "claims", "steps", "formulas", "rules"])
        let section = try keys["lemma"].map { lemma throws(PlanError) in
            guard let section = catalogue.sections.first(where: { $0.name == lemma.string }) else {
                throw error(lemma, "no lemma \(lemma.shown); allowed: \(catalogue.sections.map(\.name).joined(separator: ", "))")
            }
            return section
        }
        // A file of proof steps alone (the tools, Theorem 3.1) has no claims to verify.
        guard keys["claims"] != nil || keys["steps"] != nil else {
            throw error(node, "nothing is asked: the plan needs a key 'claims' or 'steps'")
        }
        let list = keys["claims"]?.sequence.map(Array.init) ?? []
        if let claims = keys["claims"], list.isEmpty { throw error(claims, "'claims' must be a list with at least one claim") }
        var entries: [Plan.Entry] = []
        var own: [OwnClaim] = []
        var seen: Set<Cell> = []
        for item in list {
            var found: [Plan.Entry]
            if let made = try ownClaim(item, before: own) {
                own.append(made.claim)
                found = try self.entries(made.measured, made.keys, item, cellsBefore: entries.count)
                try checkBounds(found.map(\.cell), made.keys)
            } else {
                found = try claim(item, section: section, cellsBefore: entries.count)
            }
            if let twice = found.first(where: { seen.contains($0.cell) }) {
                throw error(item, "\(twice.cell) is in the plan already; a cell has one entry")
            }
            seen.formUnion(found.map(\.cell))
            entries += found
        }
        return Plan(
            entries: entries, steps: try steps(keys["steps"]), formulas: try formulas(keys["formulas"]),
            rules: try rules(keys["rules"], of: section), own: own)
    }

    private func claim(_ node: Node, section: Catalogue.Section?, cellsBefore: Int) throws(PlanError) -> [Plan.Entry] {
        let keys = try pairs(node, "a claim", allowed: ["claim", "grid", "expect", "except", "trials"])
        guard let name = keys["claim"] else { throw error(node, "a claim needs a key 'claim', one of your own a key 'quantity'") }
        guard let section else {
            throw error(name, "the plan needs a key 'lemma', whose claim \(name.shown) is; a claim of your own has a key 'quantity'")
        }
        let verifiable = section.claims.flatMap { [$0] + $0.repairs }.compactMap(\.measured)
        guard let claim = verifiable.first(where: { $0.id == name.string }) else {
            let known = verifiable.isEmpty ? "it has none" : "allowed: \(verifiable.map(\.id).joined(separator: ", "))"
            throw error(name, "no claim \(name.shown) of \(section.name) can be verified; \(known)")
        }
        return try entries(claim, keys, node, cellsBefore: cellsBefore)
    }

    /// The cells of a claim with what is expected of them.
    private func entries(
        _ claim: MeasuredClaim, _ keys: [String: Node], _ node: Node, cellsBefore: Int
    ) throws(PlanError) -> [Plan.Entry] {
        guard let gridNode = keys["grid"] else { throw error(node, "claim \(claim.id) needs a key 'grid'") }
        let grid = try grid(gridNode, of: claim)
        let cells: [Cell]
        do throws(GridError) {
            try Grid.checkCount(Double(cellsBefore) + grid.count(of: claim))
            cells = try grid.cells(of: claim)
        } catch {
            throw self.error(gridNode, error.description)
        }
        let trials = try keys["trials"].map { node throws(PlanError) in try count(node, "trials") }
        let usual = try keys["expect"].map { node throws(PlanError) in try verdict(node) }
        let exceptions = try keys["except"].map { node throws(PlanError) in try self.exceptions(node, claim, cells) } ?? []
        return try cells.map { cell throws(PlanError) in
            let matching = exceptions.filter { $0.matches(cell) }
            guard matching.count <= 1 else { throw error(node, "\(cell) is in two entries of 'except'; at most one may match a cell") }
            return Plan.Entry(cell: cell, expected: matching.first?.expected ?? usual, trials: trials)
        }
    }

    private func exceptions(_ node: Node, _ claim: MeasuredClaim, _ cells: [Cell]) throws(PlanError) -> [PlanException] {
        guard let items = node.sequence, (1...Self.largestExceptionCount).contains(items.count) else {
            throw error(node, "'except' must be a list of 1 to \(Self.largestExceptionCount) mappings {where, expect}")
        }
        return try items.map { item throws(PlanError) in
            let keys = try pairs(item, "an exception", allowed: ["where", "expect"])
            guard let place = keys["where"], let expected = keys["expect"] else {
                throw error(item, "an exception needs the keys 'where' and 'expect'")
            }
            let exception = PlanException(where: try grid(place, of: claim), expected: try verdict(expected))
            guard cells.contains(where: exception.matches) else { throw error(item, "the exception matches no cell of claim \(claim.id)") }
            if let idle = exception.valueWithoutCell(among: cells) {
                throw error(place, "\(idle) matches no cell of claim \(claim.id)")
            }
            return exception
        }
    }

    private func verdict(_ node: Node) throws(PlanError) -> Verdict {
        guard let text = node.string, let verdict = Verdict(rawValue: text) else {
            let known = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(node, "\(node.shown) is no verdict; allowed: \(known)")
        }
        return verdict
    }

    private func steps(_ node: Node?) throws(PlanError) -> [String: Verdict] {
        guard let node else { return [:] }
        guard let mapping = node.mapping, !mapping.isEmpty else {
            throw error(node, "'steps' must map claim IDs to verdicts, at least one of them")
        }
        var steps: [String: Verdict] = [:]
        for (key, value) in mapping {
            // To the letter: what a plan names is compared with what reports print.
            guard let name = key.string, let claim = catalogue.claim(name), claim.id == name else {
                let near = catalogue.nearest(key.string ?? "").joined(separator: ", ")
                let hint = near.isEmpty ? ";" : "; did you mean \(near)?"
                throw error(key, "no claim \(key.shown) in the paper\(hint) `lemmacheck list` shows those that are")
            }
            guard steps.updateValue(try verdict(value), forKey: name) == nil else {
                throw error(key, "key '\(name)' twice in 'steps'")
            }
        }
        return steps
    }
}
