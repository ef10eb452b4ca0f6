// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// Reads expressions: sums of products of powers, each operator to the left but for `^`; `-` before a power is of the power.
struct ExpressionParser {
    typealias Node = Expression.Node

    /// Names that stand for the paper's parameters, and other spellings of them.
    static let names = ["d", "m", "gamma", "C0", "C1", "R", "epsilon"]
    static let spellings = ["eps": "epsilon", "c0": "C0", "c1": "C1", "radius": "R"]

    /// Longer or deeper ones nobody has written by hand; a recursion that follows them must end.
    static let longest = 10_000
    static let deepest = 100

    private let text: String
    private let tokens: [ExpressionToken]
    private let own: Set<String>
    /// Those of ``names`` that may be used.
    private let paper: [String]
    private var position = 0
    private var depth = 0
    private var defined: [String] = []

    init(_ text: String, own: Set<String>, of paper: Set<String>? = nil) throws(ExpressionError) {
        self.text = text
        self.own = own
        self.paper = Self.names.filter { paper?.contains($0) ?? true }
        tokens = try ExpressionToken.all(in: text)
    }

    /// Definitions, then the expression, to the end of the text.
    mutating func expression() throws(ExpressionError) -> (definitions: [Expression.Definition], root: Node) {
        let definitions = try self.definitions()
        let root = try sum()
        try end()
        return (definitions, root)
    }

    /// Definitions, then comparisons joined by `and`, to the end of the text.
    mutating func condition() throws(ExpressionError) -> (definitions: [Expression.Definition], comparisons: [Condition.Comparison]) {
        let definitions = try self.definitions()
        var comparisons = [try comparison()]
        while next == .word("and") || next == .symbol(",") {
            position += 1
            comparisons.append(try comparison())
        }
        try end()
        return (definitions, comparisons)
    }

    private mutating func comparison() throws(ExpressionError) -> Condition.Comparison {
        let start = column
        let left = try sum()
        guard case .symbol(let sign) = next, ["<=", ">="].contains(sign) else {
            if case .symbol(let sign) = next, ["<", ">", "=", "=="].contains(sign) {
                throw error("'\(sign)' is no comparison here; allowed: <= and >=")
            }
            throw error("a comparison is missing; allowed: <= and >=")
        }
        position += 1
        let right = try sum()
        let words = text.dropFirst(start - 1).prefix(column - start).trimmed
        return sign == "<=" ? .init(text: words, left: left, right: right) : .init(text: words, left: right, right: left)
    }

    private mutating func definitions() throws(ExpressionError) -> [Expression.Definition] {
        var definitions: [Expression.Definition] = []
        while next == .word("let") {
            position += 1
            guard case .word(let name) = next else { throw error("a name is missing behind 'let'") }
            guard !Self.isTaken(name), !own.contains(name), !defined.contains(name) else {
                throw error("\(name.quoted) has a meaning already: another name is allowed")
            }
            position += 1
            try expect("=")
            definitions.append(.init(name: name, value: try sum()))
            defined.append(name)
            guard next == .symbol(";") else { throw error("';' is missing behind the definition of \(name.quoted)") }
            position += 1
        }
        return definitions
    }

    private static func isTaken(_ name: String) -> Bool {
        names.contains(name) || spellings[name] != nil || Expression.Function(rawValue: name) != nil || ["let", "and"].contains(name)
    }

    /// Whether a parameter of one's own may have this name: a letter or _, then letters, digits and _, with no meaning yet.
    static func isFreeName(_ name: String) -> Bool {
        let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard let first = name.first, isWord, !first.isNumber, name.utf8.count <= 60 else { return false }
        return !isTaken(name)
    }

    // MARK: levels

    private mutating func sum() throws(ExpressionError) -> Node {
        try deeper()
        defer { depth -= 1 }
        var result = try product()
        while case .symbol(let sign) = next, let operation = Expression.Operation(rawValue: sign), [.add, .subtract].contains(operation) {
            position += 1
            result = .binary(operation, result, try product())
        }
        return result
    }

    private mutating func product() throws(ExpressionError) -> Node {
        var result = try signed()
        while case .symbol(let sign) = next, let operation = Expression.Operation(rawValue: sign), [.multiply, .divide].contains(operation)
        {
            position += 1
            result = .binary(operation, result, try signed())
        }
        return result
    }

    private mutating func signed() throws(ExpressionError) -> Node {
        switch next {
        case .symbol("-"):
            try deeper()
            defer { depth -= 1 }
            position += 1
            return .negation(try signed())
        case .symbol("+"):
            try deeper()
            defer { depth -= 1 }
            position += 1
            return try signed()
        default: return try power()
        }
    }

    private mutating func power() throws(ExpressionError) -> Node {
        let base = try atom()
        guard next == .symbol("^") else { return base }
        try deeper()
        defer { depth -= 1 }
        position += 1
        return .binary(.power, base, try signed())
    }

    private mutating func atom() throws(ExpressionError) -> Node {
        switch next {
        case .number(let text):
            position += 1
            return .number(text)
        case .word(let name):
            return try named(name)
        case .symbol("("):
            position += 1
            let inner = try sum()
            try expect(")")
            return inner
        case .symbol(let sign): throw error("\(sign.quoted) stands where a number, a name or '(' is allowed")
        case .end: throw error("the expression ends where a number, a name or '(' is allowed")
        }
    }

    private mutating func named(_ name: String) throws(ExpressionError) -> Node {
        let at = position
        position += 1
        if next == .symbol("(") {
            guard let function = Expression.Function(rawValue: name) else {
                position = at
                throw error("there is no function \(name.quoted)" + hint(name, among: Expression.Function.allCases.map(\.rawValue)))
            }
            position += 1
            var arguments = [try sum()]
            while next == .symbol(",") {
                position += 1
                arguments.append(try sum())
            }
            try expect(")")
            guard function.arity.contains(arguments.count) else {
                position = at
                let allowed = function.arity.count == 1 ? "one argument is" : "2 to 16 arguments are"
                throw error("\(name) has \(arguments.count) \(arguments.count == 1 ? "argument" : "arguments"): \(allowed) allowed")
            }
            return .call(function, arguments)
        }
        let meant = Self.spellings[name] ?? name
        guard paper.contains(meant) || own.contains(name) || defined.contains(name) else {
            position = at
            if Expression.Function(rawValue: name) != nil { throw error("'(' is missing behind \(name)") }
            throw error("there is no parameter \(name.quoted)" + hint(name, among: paper + own.sorted() + defined))
        }
        return .name(own.contains(name) || defined.contains(name) ? name : meant)
    }

    // MARK: tokens

    private var next: ExpressionToken.Kind { tokens[position].kind }
    private var column: Int { tokens[position].column }

    private func error(_ problem: String) -> ExpressionError { ExpressionError(text: text, column: column, problem: problem) }

    private func hint(_ name: String, among names: [String]) -> String {
        let near = EditDistance.nearest(to: name, among: names)
        return near.isEmpty ? "; allowed: \(names.joined(separator: ", "))" : "; did you mean \(near.joined(separator: " or "))?"
    }

    private mutating func expect(_ symbol: String) throws(ExpressionError) {
        guard next == .symbol(symbol) else { throw error("'\(symbol)' is missing") }
        position += 1
    }

    private func end() throws(ExpressionError) {
        switch next {
        case .end: return
        case .number(let text): throw error("\(text.quoted) stands behind the end: an operator is missing before it")
        case .word(let text): throw error("\(text.quoted) stands behind the end: an operator is missing before it")
        case .symbol(let text): throw error("\(text.quoted) is not allowed here")
        }
    }

    private mutating func deeper() throws(ExpressionError) {
        depth += 1
        guard depth <= Self.deepest else { throw error("it is nested more than \(Self.deepest) deep") }
    }
}
