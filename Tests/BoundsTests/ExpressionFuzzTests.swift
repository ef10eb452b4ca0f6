// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RealModule
import TestSupport
import Testing

@testable import Bounds

/// How many mutations are tried: LEMMACHECK_FUZZ=100000 for more.
private let count = ProcessInfo.processInfo.environment["LEMMACHECK_FUZZ"].flatMap(Int.init) ?? 20_000

private let point = Arguments<Double>(d: 25, m: 1000, gamma: 0.05, c0: 2, c1: 1.5, radius: 0.25, epsilon: 0.125, own: ["k": 3])

/// The same language read in another way: by two stacks (Dijkstra's shunting yard) and numbers alone, without a tree.
private struct ShuntingYard {
    private struct Fault: Error {}
    private enum Operator: Equatable {
        case binary(Character)
        case minus, plus, bracket
        case function(String, arguments: Int)

        var rank: Int {
            switch self {
            case .bracket, .function: 0
            case .binary("+"), .binary("-"): 1
            case .binary("*"), .binary("/"): 2
            case .minus, .plus: 3
            case .binary: 4
            }
        }
    }

    private var values: [Double] = []
    private var operators: [Operator] = []
    private var names: [String: Double] = [
        "d": 25, "m": 1000, "gamma": 0.05, "C0": 2, "c0": 2, "C1": 1.5, "c1": 1.5, "R": 0.25, "radius": 0.25, "epsilon": 0.125,
        "eps": 0.125,
        "k": 3,
    ]

    static func value(of text: String) -> Double? {
        var yard = ShuntingYard()
        return try? yard.all(text)
    }

    private mutating func all(_ text: String) throws -> Double {
        var rest = text[...]
        while let match = rest.prefixMatch(of: /[ \t\n]*let[ \t\n]+([A-Za-z_][A-Za-z0-9_']*)[ \t\n]*=([^;]*);/) {
            let name = String(match.output.1)
            guard names[name] == nil, !["let", "and", "sqrt", "log", "exp", "abs", "erf", "min", "max"].contains(name) else {
                throw Fault()
            }
            names[name] = try sum(String(match.output.2))
            rest = rest[match.range.upperBound...]
        }
        return try sum(String(rest))
    }

    private mutating func sum(_ text: String) throws -> Double {
        (values, operators) = ([], [])
        var wantsOperand = true
        for match in text.matches(of: /[ \t\n\r]+|[0-9.]+([eE][+-]?[0-9]+)?|[A-Za-z_][A-Za-z0-9_']*[ \t\n\r]*\(?|./.dotMatchesNewlines()) {
            let token = String(match.output.0).trimmingCharacters(in: .whitespacesAndNewlines)
            guard let first = token.first else { continue }
            if wantsOperand {
                if first.isNumber || first == "." {
                    guard let value = Double(token), value.isFinite else { throw Fault() }
                    // What is nearer to 0 than any Double is refused, too.
                    let digits = token.prefix { $0 != "e" && $0 != "E" }
                    guard value != 0 || digits.allSatisfy({ "0.".contains($0) }) else { throw Fault() }
                    values.append(value)
                    wantsOperand = false
                } else if first.isLetter || first == "_" {
                    if token.hasSuffix("(") {
                        let name = token.dropLast().trimmingCharacters(in: .whitespacesAndNewlines)
                        guard ["sqrt", "log", "exp", "abs", "erf", "min", "max"].contains(name) else { throw Fault() }
                        operators.append(.function(name, arguments: 1))
                    } else {
                        guard let value = names[token] else { throw Fault() }
                        values.append(value)
                        wantsOperand = false
                    }
                } else if first == "-" {
                    operators.append(.minus)
                } else if first == "+" {
                    operators.append(.plus)
                } else if first == "(" {
                    operators.append(.bracket)
                } else {
                    throw Fault()
                }
                continue
            }
            switch first {
            case "+", "-", "*", "/":
                try reduce { $0.rank >= Operator.binary(first).rank }
                operators.append(.binary(first))
                wantsOperand = true
            case "^":
                operators.append(.binary("^"))
                wantsOperand = true
            case ",":
                try reduce { $0.rank > 0 }
                guard case .function(let name, let arguments)? = operators.popLast() else { throw Fault() }
                operators.append(.function(name, arguments: arguments + 1))
                wantsOperand = true
            case ")":
                try reduce { $0.rank > 0 }
                guard let open = operators.popLast() else { throw Fault() }
                if case .function(let name, let arguments) = open { try call(name, arguments) }
            default: throw Fault()
            }
        }
        guard !wantsOperand else { throw Fault() }
        try reduce { _ in true }
        guard values.count == 1 else { throw Fault() }
        return values[0]
    }

    private mutating func reduce(while holds: (Operator) -> Bool) throws {
        while let last = operators.last, holds(last) {
            operators.removeLast()
            guard let right = values.popLast() else { throw Fault() }
            switch last {
            case .minus: values.append(-right)
            case .plus: values.append(right)
            case .binary(let sign):
                guard let left = values.popLast() else { throw Fault() }
                switch sign {
                case "+": values.append(left + right)
                case "-": values.append(left - right)
                case "*": values.append(left * right)
                case "/": values.append(left / right)
                default: values.append(Foundation.pow(left, right))
                }
            case .bracket, .function: throw Fault()
            }
        }
    }

    private mutating func call(_ name: String, _ count: Int) throws {
        guard values.count >= count, name == "min" || name == "max" ? (2...16).contains(count) : count == 1 else { throw Fault() }
        let arguments = values.suffix(count)
        values.removeLast(count)
        guard let x = arguments.first else { throw Fault() }
        switch name {
        case "sqrt": values.append(x.squareRoot())
        case "log": values.append(Foundation.log(x))
        case "exp": values.append(Foundation.exp(x))
        case "abs": values.append(x.magnitude)
        case "erf": values.append(Foundation.erf(x))
        case "min": values.append(arguments.contains(where: \.isNaN) ? .nan : arguments.min() ?? .nan)
        default: values.append(arguments.contains(where: \.isNaN) ? .nan : arguments.max() ?? .nan)
        }
    }
}

@Test("mutated expressions: another reader agrees on what is one and on its value; what is none is told with a column inside it")
func mutatedExpressions() {
    let seeds = [
        "sqrt(2*log(2/gamma)) + 2*log(2/gamma)/sqrt(m) + C0", "let L = log(4/gamma); sqrt(1/2 - (sqrt(2*L/m) + L/m)) - C0",
        "min(d, m, 3.5e2)^2 / max(C0, 1) - -k", "2^-1*erf(R) + abs(-eps)", "let a = d; let b = a^2; (a + b)*(a - b)", "1e-3*m^(1/4)",
        "exp(-(k^2)/2)", "+d", "1 - 2 - 3 / 4 / 5 ^ 2 ^ 0.5",
    ]
    let pieces = [
        "(", ")", "+", "-", "*", "/", "^", ",", ";", "=", "<=", "let ", "a", "d", "m", "C0", "k", "sqrt(", "log(", "min(", "1", ".5", "2e3",
        "e",
        "1e999", " ", "\n", "'", "²", "é", "\u{0}", "and ", "gamma",
    ]
    var mutation = TextMutation(seed: 29, of: seeds, with: pieces)
    var (taken, refused) = (0, 0)
    for _ in 0..<count {
        let line = mutation.next(), other = ShuntingYard.value(of: line)
        do throws(ExpressionError) {
            let expression = try Expression(line, own: ["k"])
            taken += 1
            let value = expression.value(point)
            guard let other else {
                Issue.record("\(line.debugDescription) is read as \(expression) and by the other reader not at all")
                continue
            }
            let isSame =
                value.isNaN && other.isNaN || value == other || abs(value - other) <= 1e-9 * Swift.max(value.magnitude, other.magnitude)
            // Beyond the largest Double, or where one is undefined in between, neither says anything.
            #expect(isSame || !value.isFinite || !other.isFinite, "\(line.debugDescription): \(value) against \(other)")
            #expect(
                (try? Expression(expression.description, own: ["k"]))?.description == expression.description, "\(line.debugDescription)")
        } catch {
            refused += 1
            #expect((1...line.count + 1).contains(error.column) && !"\(error)".contains("\n"), "\(line.debugDescription): \(error)")
            #expect(other == nil, "\(line.debugDescription) is refused (\(error)) and read as \(other ?? 0) by the other reader")
        }
    }
    #expect(taken > count / 10 && refused > count / 10, "\(taken) taken, \(refused) refused")
}
