// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
internal import Claims
internal import Foundation
internal import Programs
internal import Support
internal import Yams

extension PlanReader {
    /// A claim of one's own as a plan has it.
    struct OwnEntry {
        let claim: OwnClaim
        let measured: MeasuredClaim
        let keys: [String: Node]
    }

    private static let sides = ["at-most", "at-least", "probability-at-most"]
    private static let keys = ["claim", "statement", "quantity"] + sides + ["when", "grid", "expect", "except", "trials"]

    /// The claim of one's own that a list's item is; nil for one of the paper's, which has neither a quantity nor a bound.
    ///
    /// - Parameter before: those that stand before it.
    func ownClaim(_ node: Node, before: [OwnClaim]) throws(PlanError) -> OwnEntry? {
        let marks = ["quantity"] + Self.sides
        guard let mapping = node.mapping, mapping.contains(where: { marks.contains($0.key.string ?? "") }) else { return nil }
        let keys = try pairs(node, "a claim of your own", allowed: Self.keys)
        guard let quantity = keys["quantity"] else { throw error(node, "a claim of your own needs a key 'quantity'") }
        guard let gridNode = keys["grid"] else { throw error(node, "a claim of your own needs a key 'grid'") }
        let program = try program(quantity)
        let side = try side(keys, node)
        let parameters = try names(gridNode, isOfProgram: program != nil)
        let id = try id(keys["claim"], before)
        let statement = try keys["statement"].map { statement throws(PlanError) in
            guard let text = statement.scalar?.string else { throw error(statement, "'statement' must be a text") }
            return text
        }
        let when = try keys["when"].map { when throws(PlanError) in
            guard let text = when.scalar?.string else { throw error(when, "'when' must be a comparison") }
            return text
        }
        var claim = OwnClaim(id, statement: statement, quantity: quantity.string ?? "", side, when: when, parameters: parameters)
        if let program {
            claim = OwnClaim(id, statement: statement, program: program, side, when: when, parameters: parameters)
        }
        guard let measured = try made(claim, keys, node).measured else { throw error(node, "the claim has nothing to measure") }
        try checkUse(of: claim, measured, gridNode)
        return OwnEntry(claim: claim, measured: measured, keys: keys)
    }

    /// The program of {command: [...], timeout: 10}; nil for a quantity's name.
    private func program(_ node: Node) throws(PlanError) -> ProgramCommand? {
        if node.scalar != nil { return nil }
        let keys = try pairs(node, "a quantity", allowed: ["command", "timeout"])
        guard let command = keys["command"], let items = command.sequence, !items.isEmpty else {
            throw error(keys["command"] ?? node, "'command' must be a list of a program's name and its arguments: [python3, quantity.py]")
        }
        let words = try items.map { item throws(PlanError) in
            guard let scalar = item.scalar else { throw error(item, "\(item.shown) is no argument of a program; a text is allowed") }
            return scalar.string
        }
        let timeout = try keys["timeout"].map { node throws(PlanError) in try seconds(node) }
        if let problem = ProgramCommand.problem(words, timeout: timeout) { throw error(command, problem) }
        let folder = (file as NSString).deletingLastPathComponent
        return ProgramCommand(words, folder: folder.isEmpty ? nil : folder, timeout: timeout)
    }

    private func seconds(_ node: Node) throws(PlanError) -> Double {
        do throws(ParameterError) { return try NumberRange.timeout.number("timeout", node.scalar?.string ?? "") } catch {
            throw self.error(node, error.description)
        }
    }

    private func side(_ keys: [String: Node], _ node: Node) throws(PlanError) -> OwnClaim.Side {
        let given = Self.sides.filter { keys[$0] != nil }
        guard given.count == 1, let name = given.first, let bound = keys[name] else {
            throw error(node, "a claim of your own needs its bound: one of the keys \(Self.sides.joined(separator: ", ")) is allowed")
        }
        guard let text = bound.scalar?.string else { throw error(bound, "'\(name)' must be an expression") }
        return switch name {
        case "at-most": .atMost(text)
        case "at-least": .atLeast(text)
        default: .probabilityAtMost(text)
        }
    }

    /// The names of a grid's parameters: all of them for a program, else those that are none of the paper's.
    private func names(_ node: Node, isOfProgram: Bool) throws(PlanError) -> [String] {
        guard let mapping = node.mapping else { throw error(node, "a grid must be a mapping from parameters to their values") }
        var names: [String] = []
        for (key, _) in mapping {
            guard let name = key.string else { throw error(key, "\(key.shown) is no parameter's name") }
            if OwnClaim.paperKeys.contains(name) || name == Self.c0Rule {
                let key = name == Self.c0Rule ? OptionalParameter.c0.rawValue : name
                if isOfProgram, !names.contains(key) { names.append(key) }
                continue
            }
            if let problem = OwnClaim.problem(withName: name) {
                throw error(key, "\(key.shown) is no parameter's name: \(problem) is allowed")
            }
            names.append(name)
        }
        return names
    }

    private func id(_ node: Node?, _ before: [OwnClaim]) throws(PlanError) -> String {
        guard let node else {
            // A claim before it may have the name of its number.
            let taken = Set(before.map { OwnClaim.core($0.id) })
            let names = ((before.count + 1)...).lazy.map { OwnClaim.usualID("\($0)") }
            return names.first { !taken.contains(OwnClaim.core($0)) } ?? OwnClaim.usualID("1")
        }
        let name = node.scalar?.string ?? ""
        guard OwnClaim.isName(name) else {
            throw error(
                node, "\(node.shown) is no name of a claim: up to 60 ASCII characters without spaces, one of them a letter, are allowed")
        }
        guard catalogue.claims(of: name).isEmpty else { throw error(node, "\(name) is a claim of the paper; a name of its own is allowed") }
        // Files and macros have letters and digits alone.
        let core = OwnClaim.core(name)
        let others = before.map(\.id) + catalogue.all.flatMap { [$0] + $0.repairs }.map(\.id)
        if let like = others.first(where: { OwnClaim.core($0) == core }) {
            throw error(node, "\(name) is too like \(like): names that differ in letters or digits are allowed")
        }
        return name
    }

    /// The claim, its expressions' faults at their places.
    private func made(_ claim: OwnClaim, _ keys: [String: Node], _ node: Node) throws(PlanError) -> Claim {
        do { return try claim.claim(in: catalogue) } catch let error as ExpressionError {
            // The bound is read first: where it is sound the fault is the condition's.
            var boundAlone = claim
            boundAlone.when = nil
            let isOfWhen = (try? boundAlone.claim(in: catalogue)) != nil
            throw fault(error, in: keys[isOfWhen ? "when" : boundKey(keys)] ?? node)
        } catch let error as ParameterError {
            throw self.error(keys[error.parameter == "gamma" ? "grid" : "quantity"] ?? node, error.description)
        } catch {
            throw self.error(node, "\(error)")
        }
    }

    private func boundKey(_ keys: [String: Node]) -> String { Self.sides.first { keys[$0] != nil } ?? "at-most" }

    /// A parameter of one's own that nothing depends on would be silently ignored.
    private func checkUse(of claim: OwnClaim, _ measured: MeasuredClaim, _ grid: Node) throws(PlanError) {
        if let idle = claim.idleParameters(of: measured).first {
            throw error(grid, "claim \(claim.id) does not depend on \(idle): neither its bound nor 'when' names it")
        }
    }

    /// A bound that is no finite number, at its place in the file.
    func checkBounds(_ cells: [Cell], _ keys: [String: Node]) throws(PlanError) {
        do throws(OwnBoundError) { try OwnClaim.checkBounds(cells) } catch {
            guard let node = keys[error.condition == nil ? boundKey(keys) : "when"] else { return }
            throw PlanError(file: file, line: node.mark?.line, column: node.mark?.column, message: error.description)
        }
    }
}

extension NumberRange {
    /// Seconds that a program may take to answer.
    public static let timeout = NumberRange("a number of seconds in (0, 86400]") { $0 > 0 && $0 <= ProgramCommand.longestTimeout }
}
