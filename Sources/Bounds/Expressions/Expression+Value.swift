// SPDX-License-Identifier: GPL-3.0-or-later

extension Expression {
    /// Its value at `p`; nan (undefined) where a parameter of one's own has no value there.
    public func value<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Scalar {
        value(of: root, environment(p))
    }

    /// The summands of its outermost sum at `p`, with their texts; their sum, in order, is ``value(_:)`` but for rounding.
    public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        let environment = environment(p)
        return Bound(terms.map { .init($0.text(0), value(of: $0, environment)) })
    }

    func environment<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [String: Scalar] {
        var values = p.own
        (values["d"], values["m"], values["gamma"], values["C0"]) = (p.d, p.m, p.gamma, p.c0)
        (values["C1"], values["R"], values["epsilon"]) = (p.c1, p.radius, p.epsilon)
        for definition in definitions { values[definition.name] = value(of: definition.value, values) }
        return values
    }

    func value<Scalar: BoundScalar>(of node: Node, _ values: [String: Scalar]) -> Scalar {
        switch node {
        case .number(let text): return .decimal(text)
        // A name that is not there makes the whole undefined: 0/0.
        case .name(let name): return values[name] ?? .sqrt(.integer(-1))
        case .negation(let inner): return -value(of: inner, values)
        case .binary(.power, let base, let exponent): return power(base, exponent, values)
        case .binary(let operation, let a, let b):
            let (x, y) = (value(of: a, values), value(of: b, values))
            switch operation {
            case .add: return x + y
            case .subtract: return x - y
            case .multiply: return x * y
            case .divide, .power: return x / y
            }
        case .call(let function, let arguments): return call(function, arguments, values)
        }
    }

    private func call<Scalar: BoundScalar>(_ function: Function, _ arguments: [Node], _ values: [String: Scalar]) -> Scalar {
        // The logarithm of a quotient, which may be too large for the scalar, or near 1.
        if function == .log, case .binary(.divide, let a, let b)? = arguments.first {
            return .logRatio(value(of: a, values), value(of: b, values))
        }
        let x = arguments.map { value(of: $0, values) }
        switch function {
        case .sqrt: return .sqrt(x[0])
        case .log: return .log(x[0])
        case .exp: return .exp(x[0])
        case .abs: return .abs(x[0])
        case .erf: return .erf(x[0])
        case .min: return x.dropFirst().reduce(x[0]) { .min($0, $1) }
        case .max: return x.dropFirst().reduce(x[0]) { .max($0, $1) }
        }
    }

    /// Integer powers by multiplication, whatever the sign of the base; halves and quarters by roots; others by exp and log.
    private func power<Scalar: BoundScalar>(_ base: Node, _ exponent: Node, _ values: [String: Scalar]) -> Scalar {
        let x = value(of: base, values)
        if let n = exponent.integer, n.magnitude <= 64 {
            let product = (0..<n.magnitude).reduce(Scalar.integer(1)) { partial, _ in partial * x }
            return n < 0 ? .integer(1) / product : product
        }
        if case .binary(.divide, .number("1"), .number("2")) = exponent { return .sqrt(x) }
        if case .binary(.divide, .number("1"), .number("4")) = exponent { return .fourthRoot(x) }
        return .pow(x, value(of: exponent, values))
    }
}

extension Expression.Node {
    /// The integer that it writes, nil for anything else.
    var integer: Int? {
        switch self {
        case .number(let text): Int(text)
        case .negation(.number(let text)): Int(text).map { -$0 }
        case .name, .negation, .binary, .call: nil
        }
    }
}
