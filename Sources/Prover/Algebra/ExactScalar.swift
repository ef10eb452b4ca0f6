// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds

/// A real quantity known exactly as an expression: a sum of rational multiples of products of powers, with rational exponents, of
/// variables, primes, logarithms, exponentials, maxima and sums of such.
///
/// The formulas of `Bounds` evaluated in it are the formulas themselves, so that two sides of an identity differ by an expression that
/// reduces to 0. Rules used, each under the sign that it needs: u^a u^b = u^{a+b} (u > 0, or u >= 0 and a, b >= 0), (uv)^a = u^a v^a (u, v
/// >= 0), log(uv) = log u + log v, log u^a = a log u (u, v > 0), exp(u + v) = exp u exp v, log exp u = u. Signs are known of variables as
/// declared, of sums of products that are at least 0, of numbers by enclosure, and of what ``assuming(positive:_:)`` states. Whatever
/// needs a sign that is not known, or numbers beyond 64 bits, is undefined, and nothing is shown of it.
public struct ExactScalar: Sendable, Hashable {
    let sum: PowerSum

    init(_ sum: PowerSum) { self.sum = sum.isDefined ? sum : .undefined }

    private static func variable(_ name: String, _ range: ExactVariable.Range) -> ExactScalar {
        ExactScalar(PowerSum(.variable(ExactVariable(name: name, range: range))))
    }

    /// A variable that may be any real number. One name is one variable, and is declared in one way throughout.
    public static func real(_ name: String) -> ExactScalar { variable(name, .real) }
    public static func nonnegative(_ name: String) -> ExactScalar { variable(name, .nonnegative) }
    public static func positive(_ name: String) -> ExactScalar { variable(name, .positive) }
    public static func atLeastOne(_ name: String) -> ExactScalar { variable(name, .atLeastOne) }
    public static func aboveOne(_ name: String) -> ExactScalar { variable(name, .aboveOne) }

    public var isDefined: Bool { sum.isDefined }
    /// Whether it is shown to be 0 wherever it is defined.
    public var isZero: Bool { sum.isZero }
    /// Whether it is shown to be at least 0 wherever it is defined.
    public var isNonnegative: Bool { sum.sign.isNonnegative }
    /// Whether it is shown to be positive wherever it is defined.
    public var isPositive: Bool { sum.sign == .positive }

    /// The value where the variables have these: another route to what the expression stands for. Indeterminate where one has none.
    public func value(at values: [String: Ball]) -> Ball { sum.value(at: values) }

    /// The value of `body`, these quantities being positive in it by assumption.
    public static func assuming<Result>(positive: [ExactScalar], _ body: () throws -> Result) rethrows -> Result {
        let bases = positive.compactMap { $0.sum.cleared.factored }.filter { $0.monomial.sign == .positive }.map(\.base)
        return try PowerSum.$assumedPositive.withValue(PowerSum.assumedPositive.union(bases), operation: body)
    }
}

extension ExactScalar: BoundScalar {
    public static func ratio(_ p: Int, _ q: Int) -> ExactScalar { ExactScalar(PowerSum(ExactRational(p, q))) }
    public static func + (a: ExactScalar, b: ExactScalar) -> ExactScalar { ExactScalar(a.sum + b.sum) }
    public static func - (a: ExactScalar, b: ExactScalar) -> ExactScalar { ExactScalar(a.sum - b.sum) }
    public static func * (a: ExactScalar, b: ExactScalar) -> ExactScalar { ExactScalar(a.sum * b.sum) }
    /// Undefined where `b` is not known to be positive or negative.
    public static func / (a: ExactScalar, b: ExactScalar) -> ExactScalar { ExactScalar(a.sum * b.sum.raised(to: ExactRational(-1))) }
    public static prefix func - (a: ExactScalar) -> ExactScalar { ExactScalar(-a.sum) }

    /// Undefined where `x` is not known to be at least 0.
    public static func sqrt(_ x: ExactScalar) -> ExactScalar { ExactScalar(x.sum.raised(to: ExactRational(1, 2))) }
    /// Undefined where `x` is not known to be positive.
    public static func log(_ x: ExactScalar) -> ExactScalar { ExactScalar(x.sum.logarithm) }
    public static func exp(_ x: ExactScalar) -> ExactScalar { ExactScalar(x.sum.exponential) }
    /// Rational exponents alone.
    public static func pow(_ x: ExactScalar, _ y: ExactScalar) -> ExactScalar {
        ExactScalar(y.sum.rational.map { x.sum.raised(to: $0) } ?? .undefined)
    }

    /// The one that is known to prevail, or a quantity of its own.
    public static func max(_ a: ExactScalar, _ b: ExactScalar) -> ExactScalar {
        if (a - b).isNonnegative { return a }
        if (b - a).isNonnegative { return b }
        guard a.isDefined, b.isDefined else { return ExactScalar(.undefined) }
        let (first, second) = "\(a.sum)" < "\(b.sum)" ? (a.sum, b.sum) : (b.sum, a.sum)
        return ExactScalar(PowerSum(.maximum(first, second)))
    }

    public static func min(_ a: ExactScalar, _ b: ExactScalar) -> ExactScalar { a + b - max(a, b) }
    /// Undefined: no algebra knows it.
    public static func erf(_ x: ExactScalar) -> ExactScalar { ExactScalar(.undefined) }
}

extension ExactScalar: CustomStringConvertible {
    public var description: String { isDefined ? sum.description : "undefined" }
}
