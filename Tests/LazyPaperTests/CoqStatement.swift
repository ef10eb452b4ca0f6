// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RealModule

/// The theorem of a file in coq/, as far as a small reader takes it: its witness, and the two sides of its last inequality in Double. It
/// shares nothing with the program's formulas.
struct CoqStatement {
    /// Whether it says that the inequality does not hold.
    let isNegated: Bool
    /// The equations that name a witness: "d = 5".
    let witness: [String: Double]
    private let definitions: [(name: String, value: CoqExpression)]
    private let left: CoqExpression
    private let right: CoqExpression

    /// - Parameter source: the file's text.
    init(_ source: String) throws {
        guard let begin = source.range(of: "\nTheorem "), let end = source.range(of: "\nProof.", range: begin.upperBound..<source.endIndex)
        else { throw CoqReadingError(text: "no theorem") }
        let tokens = Self.tokens(source[begin.upperBound..<end.lowerBound])
        var definitions: [(String, CoqExpression)] = [], witness: [String: Double] = [:], last = 0, isNegated = false
        for (at, token) in tokens.enumerated() {
            switch token {
            case "let":
                var parser = CoqParser(tokens[(at + 3)...])
                definitions.append((tokens[at + 1], try parser.expression()))
            case "=" where at > 0:
                var parser = CoqParser(tokens[(at + 1)...])
                witness[tokens[at - 1]] = try parser.expression().value([:])
            case "->", "in", "/\\": last = at + 1
            case "~": (isNegated, last) = (true, at + 2)
            default: break
            }
        }
        var parser = CoqParser(tokens[last...])
        let first = try parser.expression(), relation = parser.next()
        let second = try parser.expression()
        guard ["<=", ">=", "<"].contains(relation) else { throw CoqReadingError(text: "no inequality: \(relation ?? "")") }
        (self.isNegated, self.witness, self.definitions) = (isNegated, witness, definitions)
        (left, right) = relation == ">=" ? (second, first) : (first, second)
    }

    /// Both sides, the lesser first as claimed, at the variables' values.
    func sides(_ values: [String: Double]) throws -> (lhs: Double, rhs: Double) {
        var values = values
        for (name, expression) in definitions { values[name] = try expression.value(values) }
        return (try left.value(values), try right.value(values))
    }

    /// Words, numbers with their exponents, and signs; `%nat` is left out.
    private static func tokens(_ text: Substring) -> [String] {
        var tokens: [String] = [], rest = text.replacing("%nat", with: "")[...]
        while !rest.isEmpty {
            if let match = rest.prefixMatch(of: /[0-9]+(\.[0-9]+)?(e-?[0-9]+)?|[A-Za-z_][A-Za-z_0-9']*|->|<=|>=|:=|\/\\|[^\s]/) {
                tokens.append(String(match.output.0))
                rest = rest[match.range.upperBound...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return tokens
    }
}

struct CoqReadingError: Error { let text: String }

/// A real expression of Coq.
indirect enum CoqExpression {
    case number(Double)
    case variable(String)
    case call(String, [CoqExpression])

    func value(_ values: [String: Double]) throws -> Double {
        switch self {
        case .number(let x): return x
        case .variable("PI"): return .pi
        case .variable(let name):
            guard let value = values[name] else { throw CoqReadingError(text: "no value of \(name)") }
            return value
        case .call(let name, let arguments):
            let x = try arguments.map { try $0.value(values) }
            return try Self.apply(name, x)
        }
    }

    /// How many arguments a function takes.
    static let arity = [
        "sqrt": 1, "ln": 1, "exp": 1, "asin": 1, "Rabs": 1, "INR": 1, "IZR": 1, "fact": 1, "double_factorial": 1, "Rpower": 2, "Rmax": 2,
    ]

    private static func apply(_ name: String, _ x: [Double]) throws -> Double {
        switch name {
        case "+": return x[0] + x[1]
        case "-": return x.count == 1 ? -x[0] : x[0] - x[1]
        case "*": return x[0] * x[1]
        case "/": return x[0] / x[1]
        case "^", "Rpower": return Double.pow(x[0], x[1])
        case "sqrt": return x[0].squareRoot()
        case "ln": return Double.log(x[0])
        case "exp": return Double.exp(x[0])
        case "asin": return Double.asin(x[0])
        case "Rabs": return abs(x[0])
        case "Rmax": return max(x[0], x[1])
        case "INR", "IZR": return x[0]
        case "fact": return stride(from: x[0], through: 2, by: -1).reduce(1, *)
        case "double_factorial": return stride(from: x[0], through: 2, by: -2).reduce(1, *)
        default: throw CoqReadingError(text: "no function \(name)")
        }
    }
}

/// Coq's precedences: an application, then ^, then the sign, then * and /, then + and -.
struct CoqParser {
    private var tokens: ArraySlice<String>

    init(_ tokens: ArraySlice<String>) { self.tokens = tokens }

    mutating func next() -> String? { tokens.popFirst() }

    mutating func expression() throws -> CoqExpression {
        var left = try product()
        while let sign = tokens.first, sign == "+" || sign == "-" {
            tokens.removeFirst()
            left = .call(sign, [left, try product()])
        }
        return left
    }

    private mutating func product() throws -> CoqExpression {
        var left = try signed()
        while let sign = tokens.first, sign == "*" || sign == "/" {
            tokens.removeFirst()
            left = .call(sign, [left, try signed()])
        }
        return left
    }

    private mutating func signed() throws -> CoqExpression {
        if tokens.first == "-" {
            tokens.removeFirst()
            return .call("-", [try signed()])
        }
        let base = try application()
        guard tokens.first == "^" else { return base }
        tokens.removeFirst()
        return .call("^", [base, try signed()])
    }

    private mutating func application() throws -> CoqExpression {
        guard let name = tokens.first, let count = CoqExpression.arity[name] else { return try atom() }
        tokens.removeFirst()
        var arguments: [CoqExpression] = []
        for _ in 0..<count { arguments.append(try atom()) }
        return .call(name, arguments)
    }

    private mutating func atom() throws -> CoqExpression {
        guard let token = tokens.popFirst() else { throw CoqReadingError(text: "an end") }
        if token == "(" {
            let inner = try expression()
            guard tokens.popFirst() == ")" else { throw CoqReadingError(text: "no closing bracket") }
            return inner
        }
        if let number = Double(token) { return .number(number) }
        guard token.first?.isLetter == true else { throw CoqReadingError(text: "not a term: \(token)") }
        return .variable(token)
    }
}
