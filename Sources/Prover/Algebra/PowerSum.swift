// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum of terms c M, c rational and M a product of powers of generators, in normal form: no whole power of a prime or of a sum is left
/// in a monomial, and no coefficient is 0.
///
/// Two sums with the same terms are equal as real functions; an undefined coefficient makes a sum that is never shown to be anything.
struct PowerSum: Hashable, Sendable {
    private(set) var terms: [Monomial: ExactRational]

    static let zero = PowerSum(terms: [:])
    static let one = PowerSum(.one)
    static let undefined = PowerSum(terms: [.one: .undefined])

    private init(terms: [Monomial: ExactRational]) { self.terms = terms }

    init(_ c: ExactRational) { self.init(terms: c.isZero ? [:] : [.one: c]) }

    /// c M, brought into normal form.
    init(_ c: ExactRational, _ m: Monomial) {
        var coefficient = c, powers = m.powers
        var wholes: [(PowerSum, Int)] = []
        for (g, e) in m.powers {
            guard e.isDefined else {
                self = .undefined
                return
            }
            let n = e.floor
            switch g {
            case .prime(let prime) where n != 0:
                let whole = ExactRational(prime).power(n < 0 ? -n : n)
                coefficient = coefficient * (n < 0 ? whole.inverse : whole)
            case .sum(let sum) where n > 0: wholes.append((sum, n))
            default: continue
            }
            let rest = e - ExactRational(n)
            powers[g] = rest.isZero ? nil : rest
        }
        var result = PowerSum(terms: coefficient.isZero ? [:] : [Monomial(powers: powers): coefficient])
        for (sum, n) in wholes {
            for _ in 0..<n { result = result * sum }
        }
        self = result
    }

    init(_ g: Generator) { self.init(.one, Monomial(g)) }

    var isDefined: Bool { terms.values.allSatisfy(\.isDefined) }
    var depth: Int { terms.keys.reduce(0) { Swift.max($0, $1.depth) } }

    /// The one term, where there is one.
    var single: (coefficient: ExactRational, monomial: Monomial)? {
        guard terms.count == 1, let term = terms.first else { return nil }
        return (term.value, term.key)
    }

    /// The number, where the sum is a rational one.
    var rational: ExactRational? {
        if terms.isEmpty { return .zero }
        return single.flatMap { $0.monomial == .one ? $0.coefficient : nil }
    }

    static func + (a: PowerSum, b: PowerSum) -> PowerSum {
        var terms = a.terms
        for (m, c) in b.terms {
            let sum = (terms[m] ?? .zero) + c
            terms[m] = sum.isZero ? nil : sum
        }
        return PowerSum(terms: terms)
    }

    static prefix func - (a: PowerSum) -> PowerSum { PowerSum(terms: a.terms.mapValues { -$0 }) }
    static func - (a: PowerSum, b: PowerSum) -> PowerSum { a + -b }

    static func * (a: PowerSum, b: PowerSum) -> PowerSum {
        var sum = PowerSum.zero
        for (m, c) in a.terms {
            for (n, e) in b.terms { sum = sum + PowerSum(c * e, m * n) }
        }
        return sum
    }

    /// Every term times `m`, before whole powers of sums in the products are expanded.
    func times(_ m: Monomial) -> PowerSum { terms.reduce(.zero) { $0 + PowerSum($1.value, $1.key * m) } }

    /// The sum times every power of a sum that stands below a fraction line: 0 where and only where the sum is, of the same sign, and free
    /// of negative powers of sums.
    ///
    /// Deeper sums go first: what their expansion brings in is less deep.
    var cleared: PowerSum {
        var sum = self
        while isDefined {
            let below = sum.terms.keys.flatMap(\.powers).filter { if case .sum = $0.key { $0.value.isNegative } else { false } }
            guard let deepest = below.max(by: { $0.key.depth < $1.key.depth })?.key else { break }
            let least = sum.terms.keys.compactMap { $0.powers[deepest] }.reduce(.zero) { $1 < $0 ? $1 : $0 }
            sum = sum.times(Monomial(powers: [deepest: ExactRational(-least.floor)]))
            guard sum.terms.count < 10_000 else { return .undefined }
        }
        return sum
    }

    /// Whether it is 0 wherever it is defined.
    var isZero: Bool { isDefined && cleared.terms.isEmpty }
}

extension PowerSum: CustomStringConvertible {
    var description: String {
        if terms.isEmpty { return "0" }
        return terms.map { m, c in m == .one ? "\(c)" : "\(c) \(m)" }.sorted().joined(separator: " + ")
    }
}
