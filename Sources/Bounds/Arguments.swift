// SPDX-License-Identifier: GPL-3.0-or-later

/// The arguments of a right-hand side, in any scalar: d, m, gamma, C0, C1, R, eps.
///
/// Notation, used throughout the project: m the width, d the dimension, gamma the failure probability, C0 the lazy constant,
/// V = C0 / sqrt m the radius of each neuron's ball, Cbar = max{1, C0}, R the bound on ||delta||, C1 the constant in
/// R <= C1 / sqrt d, eps the net's mesh (Section 2 and Appendix B of the paper). Logarithms are natural.
///
/// Nothing is checked here: ``Parameters`` is the checked form that users fill.
public struct Arguments<Scalar: BoundScalar>: Sendable {
    /// The dimension d.
    public var d: Scalar
    /// The width m.
    public var m: Scalar
    /// The failure probability gamma.
    public var gamma: Scalar
    /// The lazy constant C0.
    public var c0: Scalar
    /// C1, the constant in R <= C1 / sqrt d.
    public var c1: Scalar
    /// R, the bound on ||delta||.
    public var radius: Scalar
    /// eps, the net's mesh.
    public var epsilon: Scalar
    /// Parameters of one's own, by name: of a claim of another paper, say.
    public var own: [String: Scalar]

    /// The arguments as they are given; see ``Parameters`` for checked ones.
    @inlinable
    public init(
        d: Scalar, m: Scalar, gamma: Scalar, c0: Scalar, c1: Scalar, radius: Scalar, epsilon: Scalar, own: [String: Scalar] = [:]
    ) {
        self.d = d
        self.m = m
        self.gamma = gamma
        self.c0 = c0
        self.c1 = c1
        self.radius = radius
        self.epsilon = epsilon
        self.own = own
    }

    /// sqrt m.
    @inlinable public var sqrtM: Scalar { .sqrt(m) }

    /// V = C0 / sqrt m.
    @inlinable public var v: Scalar { c0 / sqrtM }

    /// Cbar = max{1, C0}.
    @inlinable public var cBar: Scalar { .max(.integer(1), c0) }

    /// log(k / gamma).
    @inlinable
    public func logOverGamma(_ k: Int) -> Scalar { .logRatio(.integer(k), gamma) }

    /// log(k m / gamma).
    @inlinable
    public func logWidthOverGamma(_ k: Int) -> Scalar { .logRatio(.integer(k) * m, gamma) }

    /// sqrt(d + 4 sqrt(d log(k m / gamma))): the bound on every ||w_{s,0}|| that eq. 2 and a union over neurons give.
    @inlinable
    public func rowNorm(_ k: Int) -> Scalar { .sqrt(d + .integer(4) * .sqrt(d * logWidthOverGamma(k))) }

    /// sqrt((1/sqrt m)(C0 + sqrt(log(k / gamma) / 2))): the square root of the share of flipped neurons (Lemma B.4).
    @inlinable
    public func flippedShare(_ k: Int) -> Scalar {
        .sqrt(.integer(1) / sqrtM * (c0 + .sqrt(logOverGamma(k) / .integer(2))))
    }
}
