// SPDX-License-Identifier: GPL-3.0-or-later

/// A variable of an exact computation: its name and what is known of its values.
struct ExactVariable: Hashable, Sendable {
    enum Range: Hashable, Sendable {
        case real
        case nonnegative
        case positive
        /// At least 1: its logarithm is at least 0.
        case atLeastOne
        /// Above 1: its logarithm is positive.
        case aboveOne
    }

    let name: String
    let range: Range
}

/// One of the quantities whose products, with rational exponents, make the terms of a ``PowerSum``.
///
/// Different generators are treated as independent of each other. That loses nothing but completeness: an expression that is 0 in them is
/// 0 whatever they are.
indirect enum Generator: Hashable, Sendable {
    /// Under a fractional exponent in [0, 1); whole powers go to the coefficient.
    case prime(Int)
    case variable(ExactVariable)
    /// log g.
    case logarithm(Generator)
    /// A sum of several terms in the normal form of ``PowerSum/factored``, under an exponent that is negative or below 1.
    case sum(PowerSum)
    /// e^M, so that e^{cM} is its c-th power.
    case exponential(Monomial)
    case maximum(PowerSum, PowerSum)

    /// How deep sums are nested in it.
    var depth: Int {
        switch self {
        case .prime, .variable: 0
        case .logarithm(let g): g.depth
        case .sum(let s): 1 + s.depth
        case .exponential(let m): m.depth
        case .maximum(let a, let b): Swift.max(a.depth, b.depth)
        }
    }

    var sign: ExactSign {
        switch self {
        case .prime, .exponential: return .positive
        case .variable(let v):
            switch v.range {
            case .real: return .unknown
            case .nonnegative: return .nonnegative
            case .positive, .atLeastOne, .aboveOne: return .positive
            }
        case .logarithm(.prime): return .positive
        case .logarithm(.variable(let v)):
            switch v.range {
            case .atLeastOne: return .nonnegative
            case .aboveOne: return .positive
            case .real, .nonnegative, .positive: return .unknown
            }
        case .logarithm: return .unknown
        case .sum(let s): return s.sign
        case .maximum(let a, let b):
            let signs = [a.sign, b.sign]
            return signs.contains(.positive) ? .positive : signs.contains(.nonnegative) ? .nonnegative : .unknown
        }
    }

    var isPrime: Bool { if case .prime = self { true } else { false } }
}

/// What is known of a real number's sign.
enum ExactSign: Hashable, Sendable {
    case positive
    case nonnegative
    case unknown

    var isNonnegative: Bool { self != .unknown }
}

extension Generator: CustomStringConvertible {
    var description: String {
        switch self {
        case .prime(let p): "\(p)"
        case .variable(let v): v.name
        case .logarithm(let g): "log(\(g))"
        case .sum(let s): "(\(s))"
        case .exponential(let m): "exp(\(m))"
        case .maximum(let a, let b): "max(\(a), \(b))"
        }
    }
}

/// A product of powers of generators; no exponent is 0.
struct Monomial: Hashable, Sendable {
    var powers: [Generator: ExactRational]

    static let one = Monomial(powers: [:])

    init(powers: [Generator: ExactRational]) { self.powers = powers }
    init(_ g: Generator) { powers = [g: .one] }

    var depth: Int { powers.keys.reduce(0) { Swift.max($0, $1.depth) } }

    static func * (a: Monomial, b: Monomial) -> Monomial {
        var powers = a.powers
        for (g, e) in b.powers { powers[g] = (powers[g] ?? .zero) + e }
        return Monomial(powers: powers.filter { !$0.value.isZero })
    }

    /// Every exponent times `e`. That this is the power of a real number is for the caller to see to.
    func raised(to e: ExactRational) -> Monomial { e.isZero ? .one : Monomial(powers: powers.mapValues { $0 * e }) }

    /// Of the product for real values of its generators: a fractional or negative power is of a generator that allows it.
    var sign: ExactSign {
        var result = ExactSign.positive
        for (g, e) in powers {
            let sign: ExactSign = g.sign
            if sign == .positive { continue }
            guard sign == .nonnegative || (e.isInteger && e.p % 2 == 0) else { return .unknown }
            result = .nonnegative
        }
        return result
    }
}

extension Monomial: CustomStringConvertible {
    var description: String { key(withPrimes: true) }

    /// The factors in alphabetical order: a name by which terms are put in order.
    func key(withPrimes: Bool) -> String {
        powers.filter { withPrimes || !$0.key.isPrime }.map { g, e in e == .one ? "\(g)" : "\(g)^\(e)" }.sorted().joined(separator: " ")
    }
}
