// SPDX-License-Identifier: GPL-3.0-or-later

/// A formula as a user writes it: d, m, gamma, C0, C1, R, epsilon and parameters of one's own, numbers as exact decimals, + - * / ^,
/// sqrt, log (natural), exp, min, max, abs, erf, parentheses, and subexpressions with names before it:
///
///     let L = log(4/gamma); sqrt(1/2 - (sqrt(2*L/m) + L/m)) - C0
///
/// One tree is evaluated in any scalar: in `Double` by a run, in ball arithmetic where its rounding error is asked for.
public struct Expression: Sendable, Hashable {
    /// What the tree is made of.
    indirect enum Node: Sendable, Hashable {
        /// A decimal as it is written: "0.05", "1e-30".
        case number(String)
        case name(String)
        case negation(Node)
        case binary(Operation, Node, Node)
        case call(Function, [Node])
    }

    enum Operation: String, Sendable, Hashable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "^"
    }

    enum Function: String, Sendable, Hashable, CaseIterable {
        case sqrt, log, exp, abs, erf, min, max

        /// How many arguments it takes.
        var arity: ClosedRange<Int> {
            switch self {
            case .sqrt, .log, .exp, .abs, .erf: 1...1
            case .min, .max: 2...16
            }
        }
    }

    struct Definition: Sendable, Hashable {
        let name: String
        let value: Node
    }

    /// As it was written.
    public let text: String
    let definitions: [Definition]
    let root: Node

    /// Reads `text`.
    ///
    /// - Parameters:
    ///   - text: an expression, as above.
    ///   - own: names of parameters beside the paper's.
    ///   - paper: those of the paper's parameters that may be named, as they are spelt here; nil for all.
    /// - Throws: ``ExpressionError``, which names the column.
    public init(_ text: String, own: Set<String> = [], of paper: Set<String>? = nil) throws(ExpressionError) {
        var parser = try ExpressionParser(text, own: own, of: paper)
        (definitions, root) = try parser.expression()
        self.text = text
    }

    init(text: String, definitions: [Definition], root: Node) {
        (self.text, self.definitions, self.root) = (text, definitions, root)
    }

    /// The parameters that it depends on, definitions resolved: "C0", "gamma", and those of one's own.
    public var parameters: Set<String> {
        let defined = Set(definitions.map(\.name))
        var names: Set<String> = []
        func visit(_ node: Node) {
            switch node {
            case .number: break
            case .name(let name): names.insert(name)
            case .negation(let inner): visit(inner)
            case .binary(_, let a, let b):
                visit(a)
                visit(b)
            case .call(_, let arguments):
                for argument in arguments { visit(argument) }
            }
        }
        for definition in definitions { visit(definition.value) }
        visit(root)
        return names.subtracting(defined)
    }

    /// Whether a parameter of one's own may have this name.
    public static func isFreeName(_ name: String) -> Bool { ExpressionParser.isFreeName(name) }

    /// The summands of the outermost sum, each with its sign.
    var terms: [Node] {
        func split(_ node: Node, _ isNegative: Bool) -> [Node] {
            switch node {
            case .binary(.add, let a, let b): split(a, isNegative) + split(b, isNegative)
            case .binary(.subtract, let a, let b): split(a, isNegative) + split(b, !isNegative)
            case .negation(let inner): split(inner, !isNegative)
            default: [isNegative ? .negation(node) : node]
            }
        }
        return split(root, false)
    }
}

/// What is wrong with an expression, and where: one line.
public struct ExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The whole expression.
    public let text: String
    /// From 1, in characters.
    public let column: Int
    /// What is wrong there, and what is allowed.
    public let problem: String

    public var description: String { "\(text.oneLine(60)), column \(column): \(problem)" }
}
