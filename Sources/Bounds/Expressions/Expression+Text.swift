// SPDX-License-Identifier: GPL-3.0-or-later

extension Expression: CustomStringConvertible {
    /// In the language itself, with no parenthesis that is not needed: the same tree when read again.
    public var description: String {
        definitions.map { "let \($0.name) = \($0.value.text(0)); " }.joined() + root.text(0)
    }

    /// For a paper's mathematics, definitions put in their places.
    public var latex: String {
        var values: [String: Node] = [:]
        for definition in definitions { values[definition.name] = definition.value.substituting(values) }
        return root.substituting(values).latex(0)
    }
}

extension Expression.Node {
    /// How tightly a node binds: 1 sums, 2 products and signs, 3 powers, 4 the rest.
    private var strength: Int {
        switch self {
        case .binary(.add, _, _), .binary(.subtract, _, _): 1
        case .binary(.multiply, _, _), .binary(.divide, _, _), .negation: 2
        case .binary(.power, _, _): 3
        case .number, .name, .call: 4
        }
    }

    /// In the language, in parentheses where it binds less tightly than its place asks.
    func text(_ least: Int) -> String {
        let text: String =
            switch self {
            case .number(let text): text
            case .name(let name): name
            case .negation(let inner): "-" + inner.text(inner.strength == 2 ? 3 : 2)
            // What stands to the right of an operator of its own strength is in parentheses; of a power the left.
            case .binary(.power, let a, let b): a.text(4) + "^" + b.text(4)
            case .binary(let operation, let a, let b):
                operation == .add || operation == .subtract
                    ? "\(a.text(1)) \(operation.rawValue) \(b.text(2))" : "\(a.text(2))\(operation.rawValue)\(b.text(3))"
            case .call(let function, let arguments): "\(function.rawValue)(\(arguments.map { $0.text(0) }.joined(separator: ", ")))"
            }
        return strength < least ? "(\(text))" : text
    }

    /// The same with names in the place of which something stands.
    func substituting(_ values: [String: Expression.Node]) -> Expression.Node {
        switch self {
        case .number: self
        case .name(let name): values[name] ?? self
        case .negation(let inner): .negation(inner.substituting(values))
        case .binary(let operation, let a, let b): .binary(operation, a.substituting(values), b.substituting(values))
        case .call(let function, let arguments): .call(function, arguments.map { $0.substituting(values) })
        }
    }

    func latex(_ least: Int) -> String {
        let text: String
        switch self {
        case .number(let number): text = Self.latex(number: number)
        case .name(let name): text = Self.latex(name: name)
        case .negation(let inner): text = "-" + inner.latex(2)
        case .binary(.add, let a, let b): text = "\(a.latex(1)) + \(b.latex(2))"
        case .binary(.subtract, let a, let b): text = "\(a.latex(1)) - \(b.latex(2))"
        case .binary(.multiply, let a, let b): text = "\(a.latex(2)) \(b.startsWithDigit ? "\\cdot" : "\\,") \(b.latex(3))"
        // A fraction holds its parts together by itself.
        case .binary(.divide, let a, let b): return "\\frac{\(a.latex(0))}{\(b.latex(0))}"
        case .binary(.power, let a, let b): text = "\(a.latex(4))^{\(b.latex(0))}"
        case .call(.sqrt, let arguments): return "\\sqrt{\(arguments[0].latex(0))}"
        case .call(.abs, let arguments): return "\\left|\(arguments[0].latex(0))\\right|"
        case .call(.erf, let arguments): return "\\operatorname{erf}\\left(\(arguments[0].latex(0))\\right)"
        case .call(let function, let arguments):
            return "\\\(function.rawValue)\\left(\(arguments.map { $0.latex(0) }.joined(separator: ", "))\\right)"
        }
        return strength < least ? "\\left(\(text)\\right)" : text
    }

    private var startsWithDigit: Bool {
        switch self {
        case .number: true
        case .binary(.power, let a, _), .binary(.multiply, let a, _): a.startsWithDigit
        case .name, .negation, .binary, .call: false
        }
    }

    private static func latex(name: String) -> String {
        switch name {
        case "gamma": "\\gamma"
        case "epsilon": "\\varepsilon"
        case "C0": "C_0"
        case "C1": "C_1"
        case _ where name.count == 1: name
        default: "\\mathrm{\(name.filter { $0 != "_" })}"
        }
    }

    private static func latex(number: String) -> String {
        let parts = number.lowercased().split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return number }
        return parts[0] == "1" ? "10^{\(exponent)}" : "\(parts[0]) \\cdot 10^{\(exponent)}"
    }
}
