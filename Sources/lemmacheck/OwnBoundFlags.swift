// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import LazyPaper
import Verifier

/// A bound of one's own: on a quantity, or the paper's with other constants.
struct OwnBoundFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Verify a bound of your own on this quantity (`lemmacheck sample` names them).", valueName: "QUANTITY"))
    var quantity: String?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("With --quantity: with probability >= 1-gamma it is at most this expression.", valueName: "EXPR"))
    var atMost: String?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("With --quantity: with probability >= 1-gamma it is at least this expression.", valueName: "EXPR"))
    var atLeast: String?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("What your bound assumes: \"m >= log(2/gamma) and R <= 1/2\".", valueName: "CONDITION"))
    var when: String?
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Verify a claim of the paper with a factor on a term of its bound, by the name or the number that `bound` gives it: C0=0.5.",
            valueName: "TERM=FACTOR"))
    var scale: [String] = []

    var isGiven: Bool { quantity != nil || !scale.isEmpty }

    func validate(names: [String], isHunt: Bool, plan: String?) throws {
        let side = (atMost == nil ? 0 : 1) + (atLeast == nil ? 0 : 1)
        guard quantity != nil || (side == 0 && when == nil) else {
            throw WrongUsage.error("a bound of your own is on a quantity: --at-most, --at-least and --when are allowed with --quantity")
        }
        guard quantity == nil || side == 1 else {
            throw WrongUsage.error("--quantity needs its bound: one of --at-most and --at-least is allowed")
        }
        guard isGiven else { return }
        guard !isHunt, plan == nil else {
            throw WrongUsage.error("a bound of your own has the cells that you give: --\(isHunt ? "hunt" : "plan") is not allowed with it")
        }
        guard quantity == nil || scale.isEmpty else {
            throw WrongUsage.error("--scale is of the paper's claims: --quantity is not allowed with it")
        }
        guard quantity == nil || names.isEmpty else {
            throw WrongUsage.error("a bound of your own is none of the paper's claims: \(names[0]) is not allowed beside --quantity")
        }
        guard quantity != nil || names.count == 1 else { throw WrongUsage.error("--scale is of one claim: its name is allowed, as B.5/1") }
    }

    /// The claim that the options make.
    ///
    /// - Throws: ``ParameterError`` where the claim has no such term.
    func claim(named name: String?) throws -> OwnClaim {
        if let quantity {
            let side: OwnClaim.Side = atMost.map { .atMost($0) } ?? .atLeast(atLeast ?? "")
            return OwnClaim("own/\(quantity)", quantity: quantity, side, when: when)
        }
        let measured = try measuredClaims(named: name ?? "")
        guard measured.count == 1, let claim = measured.first else {
            throw ParameterError(parameter: "scale", value: name ?? "", allowed: "one claim, as B.5/1")
        }
        let terms = claim.bound(try Parameters(d: 100, m: 10_000, gamma: 0.05, c0: 1).arguments).terms.map(\.name)
        var factors = [String](repeating: "1", count: terms.count)
        for entry in scale {
            let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
            let key = parts.dropLast().joined(separator: "="), factor = parts.last.map(String.init) ?? ""
            _ = try NumberRange.finite.number("scale", factor)
            let plain = terms.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
            let index = Int(key).map { $0 - 1 } ?? terms.firstIndex(of: key) ?? plain.firstIndex(of: key)
            guard let index, terms.indices.contains(index) else {
                let allowed = terms.enumerated().map { "\($0 + 1) or \($1)" }.joined(separator: "; ")
                throw ParameterError(
                    parameter: "scale", value: entry, allowed: "a term of \(claim.id) and a factor, where the terms are \(allowed)")
            }
            factors[index] = factor
        }
        return OwnClaim(
            "\(claim.id) x \(factors.joined(separator: ","))", quantity: claim.quantity.name, .scaled(claim: claim.id, factors: factors))
    }
}

extension VerifyCommand {
    /// Verifies a bound of one's own on the cells that the options give.
    func verifyOwn(_ grid: Grid) async throws {
        let own = try Failure.usage { try self.own.claim(named: names.first) }
        let claim = try Failure.usage { try own.claim(in: LazyPaper.catalogue) }
        guard let measured = claim.measured else { return }
        try checkUse(of: grid.given, by: claim.id, which: measured.dependsOn)
        var cells = grid
        if cells.c0.isEmpty, measured.dependsOn.contains(.c0) { cells.c0 = [1] }
        let given = cells
        let plan = try Failure.usage {
            let made = try Plan(entries: []).overridden(by: given, claims: [measured])
            return Plan(entries: made.entries, own: [own])
        }
        try await Session(plan, flags: flags, out: flags.out, command: command, witnessesAt: witness).run()
    }
}
