// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// Checked arguments of a claim: a point (d, m, gamma, C0, C1, R, eps) at which its right-hand side is evaluated.
public struct Parameters: Sendable, Hashable {
    /// The dimension, 1 <= d <= 10^15.
    public let d: Int
    /// The width, 1 <= m <= 10^15.
    public let m: Int
    /// The failure probability, in (0, 1).
    public let gamma: Double
    /// The lazy constant, finite and >= 0.
    public let c0: Double
    /// The constant in R <= C1 / sqrt d, finite and > 0; 1 unless given.
    public let c1: Double
    /// R, finite and >= 0; min{1/2, C1 / sqrt d} unless given.
    public let radius: Double
    /// The mesh eps, in (0, 1); the paper's m^{-4/7} d^{-4/7} (Lemma B.9) unless given, 1/2 where that is 1.
    public let epsilon: Double
    /// Parameters of one's own, by name: finite numbers.
    public let own: [String: Double]

    /// The largest d and m: above it a Double no longer holds every integer that the formulas multiply.
    public static let largestCount = 1_000_000_000_000_000

    /// - Throws: ``ParameterError`` naming the first argument out of range.
    public init(
        d: Int, m: Int, gamma: Double, c0: Double, c1: Double = 1, radius: Double? = nil, epsilon: Double? = nil,
        own: [String: Double] = [:]
    ) throws(ParameterError) {
        try Self.checkCount("d", d)
        try Self.checkCount("m", m)
        try NumberRange.betweenZeroAndOne.check("gamma", gamma)
        try OptionalParameter.c0.check(c0)
        try OptionalParameter.c1.check(c1)
        let radius = radius ?? Double.minimum(0.5, c1 / Double.sqrt(Double(d)))
        try OptionalParameter.radius.check(radius)
        let mesh = Double.pow(Double(m), -4.0 / 7) * Double.pow(Double(d), -4.0 / 7)
        let epsilon = epsilon ?? (mesh < 1 ? mesh : 0.5)
        try OptionalParameter.epsilon.check(epsilon)
        self.d = d
        self.m = m
        self.gamma = gamma
        self.c0 = c0
        self.c1 = c1
        self.radius = radius
        self.epsilon = epsilon
        for (name, value) in own { try NumberRange.finite.check(name, value) }
        self.own = own
    }

    /// The same point in the arguments of a formula.
    public var arguments: Arguments<Double> {
        Arguments(
            d: Double(d), m: Double(m), gamma: gamma, c0: c0, c1: c1, radius: radius, epsilon: epsilon, own: own)
    }

    /// V = C0 / sqrt m, the radius of the lazy ball.
    public var ballRadius: Double { arguments.v }

    private static func checkCount(_ name: String, _ value: Int) throws(ParameterError) {
        guard value >= 1, value <= largestCount else {
            throw ParameterError(parameter: name, value: "\(value)", allowed: IntegerRange.count.allowed)
        }
    }
}

extension OptionalParameter {
    fileprivate func check(_ value: Double) throws(ParameterError) { try range.check(rawValue, value) }
}
