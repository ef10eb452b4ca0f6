// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Laws

extension PowerSum {
    /// Sums that a proof states to be positive, in normal form.
    @TaskLocal static var assumedPositive: Set<PowerSum> = []

    /// What is known of its sign wherever it is defined: of a number by its enclosure; else positive coefficients on monomials that are at
    /// least 0, or an assumption.
    var sign: ExactSign {
        guard isDefined else { return .unknown }
        let sum = cleared
        guard sum.isDefined else { return .unknown }
        if sum.terms.isEmpty { return .nonnegative }
        let signs = sum.terms.map { m, c in c.isPositive ? m.sign : .unknown }
        if signs.allSatisfy(\.isNonnegative) { return signs.contains(.positive) ? .positive : .nonnegative }
        if sum.isConstant { return sum.isPositiveConstant ? .positive : .unknown }
        guard !Self.assumedPositive.isEmpty, let (_, monomial, base) = sum.factored, monomial.sign == .positive else { return .unknown }
        return Self.assumedPositive.contains(base) ? .positive : .unknown
    }

    /// Made of numbers alone.
    private var isConstant: Bool { terms.keys.allSatisfy { $0.powers.keys.allSatisfy(\.isConstant) } }

    private var isPositiveConstant: Bool { Ball.decide(upTo: 256) { Ball(0).isLess(than: value(at: [:])) } ?? false }

    /// c M B with c > 0 and B free of common factors, its first term (in alphabetical order) with coefficient 1 or -1; B is 1 or -1 for a
    /// single term. Nil for 0 and for what is undefined.
    var factored: (coefficient: ExactRational, monomial: Monomial, base: PowerSum)? {
        guard isDefined, !terms.isEmpty else { return nil }
        var rest = self, content = Monomial.one
        while true {
            let common = rest.common
            if common == .one { break }
            content = content * common
            rest = rest.times(common.raised(to: ExactRational(-1)))
            guard rest.isDefined, rest.terms.count < 1000 else { return nil }
        }
        guard let first = rest.first else { return nil }
        let magnitude = first.coefficient.isNegative ? -first.coefficient : first.coefficient
        let roots = Monomial(powers: first.monomial.powers.filter(\.key.isPrime))
        let base = rest.times(roots.raised(to: ExactRational(-1))) * PowerSum(magnitude.inverse)
        return base.isDefined && magnitude.isPositive ? (magnitude, content * roots, base) : nil
    }

    /// The least power of each generator but primes that all terms have, a term without it having power 0.
    private var common: Monomial {
        let generators = Set(terms.keys.flatMap(\.powers.keys)).filter { !$0.isPrime }
        var powers: [Generator: ExactRational] = [:]
        for g in generators {
            let exponents = terms.keys.map { $0.powers[g] ?? .zero }
            let least = exponents.dropFirst().reduce(exponents[0]) { $1 < $0 ? $1 : $0 }
            if !least.isZero { powers[g] = least }
        }
        return Monomial(powers: powers)
    }

    /// The first term in alphabetical order, its primes counting last.
    private var first: (coefficient: ExactRational, monomial: Monomial)? {
        let keyed = terms.map { (key: ($0.key.key(withPrimes: false), $0.key.key(withPrimes: true)), term: $0) }
        return keyed.min { $0.key < $1.key }.map { ($0.term.value, $0.term.key) }
    }

    /// The power `e`. Undefined where the sum is not known to be of the sign that `e` asks for: positive for a negative power (or
    /// negative, for a whole one), at least 0 for a fractional one.
    func raised(to e: ExactRational) -> PowerSum {
        guard isDefined, e.isDefined else { return .undefined }
        if e.isInteger, e.p >= 0 { return (0..<e.p).reduce(.one) { power, _ in power * self } }
        if terms.isEmpty { return e.isPositive ? .zero : .undefined }
        guard let (c, monomial, base) = factored else { return .undefined }
        let isAllowed = { (sign: ExactSign) in e.isNegative ? sign == .positive : sign.isNonnegative }
        guard monomial.powers.keys.allSatisfy({ isAllowed($0.sign) }), let number = Self.root(of: c, e) else { return .undefined }
        let start = number * PowerSum(.one, monomial.raised(to: e))
        if isAllowed(base.sign) { return start * Self.power(of: base, e) }
        guard e.isInteger, isAllowed((-base).sign) else { return .undefined }
        let turned = start * Self.power(of: -base, e)
        return e.p % 2 == 0 ? turned : -turned
    }

    private static func power(of base: PowerSum, _ e: ExactRational) -> PowerSum {
        base == .one ? .one : PowerSum(.one, Monomial(powers: [.sum(base): e]))
    }

    /// c^e, c > 0, as a product of powers of primes.
    private static func root(of c: ExactRational, _ e: ExactRational) -> PowerSum? {
        guard let primes = c.primes else { return nil }
        let powers = Dictionary(uniqueKeysWithValues: primes.map { (Generator.prime($0.key), ExactRational($0.value) * e) })
        return PowerSum(.one, Monomial(powers: powers.filter { !$0.value.isZero }))
    }

    /// log of a product is the sum of the factors' logarithms. Undefined where a factor is not known to be positive.
    var logarithm: PowerSum {
        guard let (c, monomial, base) = factored, let primes = c.primes, monomial.powers.keys.allSatisfy({ $0.sign == .positive }),
            base.sign == .positive
        else { return .undefined }
        var sum = PowerSum.zero
        for (prime, n) in primes { sum = sum + PowerSum(ExactRational(n), Monomial(.logarithm(.prime(prime)))) }
        for (g, e) in monomial.powers { sum = sum + PowerSum(e) * Self.logarithm(of: g) }
        return base == .one ? sum : sum + PowerSum(.logarithm(.sum(base)))
    }

    private static func logarithm(of g: Generator) -> PowerSum {
        if case .exponential(let exponent) = g { PowerSum(.one, exponent) } else { PowerSum(.logarithm(g)) }
    }

    /// exp of a sum is the product of the terms' exponentials, exp(c log u) being u^c.
    var exponential: PowerSum {
        terms.reduce(isDefined ? .one : .undefined) { product, term in
            let only = term.key.powers.count == 1 ? term.key.powers.first : nil
            if let only, only.value == .one, case .logarithm(let g) = only.key {
                return product * PowerSum(.one, Monomial(powers: [g: term.value]))
            }
            return product * PowerSum(.one, Monomial(powers: [.exponential(term.key): term.value]))
        }
    }
}

extension Generator {
    var isConstant: Bool {
        switch self {
        case .prime: true
        case .variable: false
        case .logarithm(let g): g.isConstant
        case .exponential(let m): m.powers.keys.allSatisfy(\.isConstant)
        case .sum(let s): s.terms.keys.allSatisfy { $0.powers.keys.allSatisfy(\.isConstant) }
        case .maximum: false
        }
    }
}

extension PowerSum {
    /// Its value, the variables having these; indeterminate where one has none.
    func value(at values: [String: Ball]) -> Ball {
        terms.reduce(Ball(0)) { sum, term in
            let (m, c) = (term.key, term.value)
            guard c.isDefined else { return Ball(exactly: .nan) }
            return m.powers.reduce(.ratio(c.p, c.q)) { $0 * .pow($1.key.value(at: values), .ratio($1.value.p, $1.value.q)) } + sum
        }
    }
}

extension Generator {
    fileprivate func value(at values: [String: Ball]) -> Ball {
        switch self {
        case .prime(let p): Ball(p)
        case .variable(let v): values[v.name] ?? Ball(exactly: .nan)
        case .logarithm(let g): .log(g.value(at: values))
        case .sum(let s): s.value(at: values)
        case .exponential(let m): .exp(PowerSum(.one, m).value(at: values))
        case .maximum(let a, let b): .max(a.value(at: values), b.value(at: values))
        }
    }
}
