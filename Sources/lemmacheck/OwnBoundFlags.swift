// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Programs
import Support
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
        parsing: .unconditional,
        help: ArgumentHelp("With --quantity or a program: the probability of its event is at most this expression.", valueName: "EXPR"))
    var probabilityAtMost: String?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Verify a bound on what your own program measures: a JSON list of its name and arguments, as '[\"python3\", \"quantity.py\"]'.",
            valueName: "JSON"), transform: programWords)
    var quantityCommand: [String]?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seconds that your program may take to answer; 60 unless given.", valueName: "SECONDS"),
        transform: number("timeout", .timeout))
    var timeout: Double?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("What reports call your bound, which is the key of its draws too.", valueName: "NAME"),
        transform: claimName)
    var name: String?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("What your bound assumes: \"m >= log(2/gamma) and R <= 1/2\".", valueName: "CONDITION"))
    var when: String?
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Verify a claim of the paper with a factor on a term of its bound, by the name or the number that `bound` gives it: C0=0.5.",
            valueName: "TERM=FACTOR"))
    var scale: [String] = []

    var isGiven: Bool { isBound || !scale.isEmpty }
    /// Whether a quantity is named, ours or a program.
    private var isBound: Bool { quantity != nil || quantityCommand != nil }

    func validate(names: [String], isHunt: Bool, plan: String?) throws {
        let sides = [atMost, atLeast, probabilityAtMost].compactMap { $0 }.count
        let wrong: [(Bool, String)] = [
            (
                !isBound && (sides > 0 || when != nil || name != nil),
                "a bound of your own is on a quantity: --at-most, --at-least, --probability-at-most, --when and --name are allowed with "
                    + "--quantity or --quantity-command"
            ),
            (quantity != nil && quantityCommand != nil, "--quantity and --quantity-command: one of the two is allowed"),
            (timeout != nil && quantityCommand == nil, "--timeout is of a program: it is allowed with --quantity-command"),
            (isBound && sides != 1, "your quantity needs its bound: one of --at-most, --at-least and --probability-at-most is allowed"),
            (
                isGiven && (isHunt || plan != nil),
                "a bound of your own has the cells that you give: --\(isHunt ? "hunt" : "plan") is not allowed with it"
            ),
            (isBound && !scale.isEmpty, "--scale is of the paper's claims: it is not allowed with a quantity"),
            (
                isBound && !names.isEmpty,
                "a bound of your own is none of the paper's claims: \(names.first ?? "") is not allowed beside a quantity"
            ),
            (!scale.isEmpty && names.count != 1, "--scale is of one claim: its name is allowed, as B.5/1"),
        ]
        if let first = wrong.first(where: \.0) { throw WrongUsage.error(first.1) }
    }

    /// The claim that the options make.
    ///
    /// - Parameter parameters: the keys of those that have values.
    /// - Throws: ``ParameterError`` where the claim has no such term.
    func claim(named claimName: String?, parameters: [String]) throws -> OwnClaim {
        let side: OwnClaim.Side =
            atMost.map { .atMost($0) } ?? atLeast.map { .atLeast($0) } ?? .probabilityAtMost(probabilityAtMost ?? "")
        if let quantityCommand {
            let program = ProgramCommand(quantityCommand, timeout: timeout)
            return OwnClaim(name ?? OwnClaim.usualID("program"), program: program, side, when: when, parameters: parameters)
        }
        if let quantity {
            let own = parameters.filter { BasicParameter(rawValue: $0) == nil && OptionalParameter(rawValue: $0) == nil }
            return OwnClaim(name ?? OwnClaim.usualID(quantity), quantity: quantity, side, when: when, parameters: own)
        }
        let measured = try measuredClaims(named: claimName ?? "")
        guard measured.count == 1, let claim = measured.first else {
            throw ParameterError(parameter: "scale", value: claimName ?? "", allowed: "one claim, as B.5/1")
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
                    parameter: "scale", value: entry, allowed: "a term of \(claim.id) and a factor, where the terms are \(allowed)",
                    fault: .notAllowed)
            }
            guard factors[index] == "1" else {
                throw ParameterError(parameter: "scale", value: entry, allowed: "one factor for each term", fault: .notAllowed)
            }
            factors[index] = factor
        }
        return OwnClaim(
            "\(claim.id) x \(factors.joined(separator: ","))", quantity: claim.quantity.name, .scaled(claim: claim.id, factors: factors))
    }
}

/// The words of a program from a JSON list.
@Sendable
private func programWords(_ text: String) throws -> [String] {
    guard let words = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else {
        throw WrongUsage.error(
            "quantity-command = \(text.inOneLine(atMost: 60)) is no JSON list of texts: '[\"python3\", \"quantity.py\"]' is allowed")
    }
    if let problem = ProgramCommand.problem(words) { throw WrongUsage.error(problem) }
    return words
}

/// A name that a claim of one's own may have.
@Sendable
private func claimName(_ text: String) throws -> String {
    let isTaken = !LazyPaper.catalogue.claims(of: text).isEmpty
    guard OwnClaim.isName(text), !isTaken else {
        throw WrongUsage.error(
            "name = \(text.inOneLine(atMost: 60)) is not allowed: up to 60 ASCII characters without spaces, and none of the paper's claims")
    }
    return text
}
