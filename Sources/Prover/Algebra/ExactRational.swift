// SPDX-License-Identifier: GPL-3.0-or-later

/// p/q in lowest terms with q > 0. A result beyond the range of Int has no value: q is 0 then, and stays so in all that follows from it,
/// so that what cannot be computed exactly is never taken for something else.
struct ExactRational: Hashable, Sendable {
    let p: Int
    let q: Int

    static let undefined = ExactRational(unchecked: 0, 0)
    static let zero = ExactRational(0)
    static let one = ExactRational(1)

    private init(unchecked p: Int, _ q: Int) { (self.p, self.q) = (p, q) }

    init(_ p: Int, _ q: Int = 1) {
        guard q != 0, p != .min, q != .min else {
            self = .undefined
            return
        }
        let divisor = Self.gcd(p.magnitude, q.magnitude), sign = q < 0 ? -1 : 1
        self.init(unchecked: sign * p / Int(divisor), sign * q / Int(divisor))
    }

    var isDefined: Bool { q != 0 }
    var isInteger: Bool { q == 1 }
    var isZero: Bool { isDefined && p == 0 }
    var isPositive: Bool { isDefined && p > 0 }
    var isNegative: Bool { isDefined && p < 0 }

    /// The largest integer not above it. It must be defined.
    var floor: Int { p >= 0 ? p / q : -((-p + q - 1) / q) }

    private static func gcd(_ a: UInt, _ b: UInt) -> UInt {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return Swift.max(a, 1)
    }

    static func + (a: ExactRational, b: ExactRational) -> ExactRational {
        guard let left = product(a.p, b.q), let right = product(b.p, a.q), let below = product(a.q, b.q) else { return .undefined }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .undefined : ExactRational(sum, below)
    }

    static func - (a: ExactRational, b: ExactRational) -> ExactRational { a + -b }

    static prefix func - (a: ExactRational) -> ExactRational { a.isDefined ? ExactRational(-a.p, a.q) : .undefined }

    static func * (a: ExactRational, b: ExactRational) -> ExactRational {
        guard let above = product(a.p, b.p), let below = product(a.q, b.q) else { return .undefined }
        return ExactRational(above, below)
    }

    static func / (a: ExactRational, b: ExactRational) -> ExactRational { a * b.inverse }

    /// 1/x; of 0 there is none.
    var inverse: ExactRational { ExactRational(q, p) }

    static func < (a: ExactRational, b: ExactRational) -> Bool { (a - b).isNegative }

    /// The n-th power, n >= 0.
    func power(_ n: Int) -> ExactRational {
        var result = ExactRational.one
        for _ in 0..<n where result.isDefined { result = result * self }
        return result
    }

    /// The primes of p and q with their exponents. Its value must be positive; nil where a factor is too large to be found soon.
    var primes: [Int: Int]? {
        guard isPositive, var exponents = Self.factors(p) else { return nil }
        guard let below = Self.factors(q) else { return nil }
        for (prime, n) in below { exponents[prime, default: 0] -= n }
        return exponents
    }

    private static func factors(_ n: Int) -> [Int: Int]? {
        var rest = n, found: [Int: Int] = [:], prime = 2
        while prime <= rest / prime {
            guard prime < 1_000_000 else { return nil }
            while rest % prime == 0 {
                found[prime, default: 0] += 1
                rest /= prime
            }
            prime += prime == 2 ? 1 : 2
        }
        if rest > 1 { found[rest, default: 0] += 1 }
        return found
    }

    private static func product(_ a: Int, _ b: Int) -> Int? {
        let (result, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : result
    }
}

extension ExactRational: CustomStringConvertible {
    var description: String { q == 1 ? "\(p)" : "\(p)/\(q)" }
}
