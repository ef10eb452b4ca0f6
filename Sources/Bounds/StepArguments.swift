// SPDX-License-Identifier: GPL-3.0-or-later

/// The two sides of a displayed step, claimed to satisfy lhs <= rhs.
public struct Inequality<Scalar: BoundScalar>: Sendable {
    /// The side claimed to be at most the other.
    public let lhs: Scalar
    /// The side claimed to be at least the other.
    public let rhs: Scalar

    /// The claim `lhs <= rhs`.
    @inlinable
    public init(_ lhs: Scalar, atMost rhs: Scalar) {
        self.lhs = lhs
        self.rhs = rhs
    }
}

extension Inequality: Equatable where Scalar: Equatable {}
extension Inequality: Hashable where Scalar: Hashable {}

/// The arguments of the steps of Lemma B.9: as ``Arguments``, but gamma enters by l = log(4/gamma), and log m stands beside m.
///
/// The steps name gamma only in logarithms, so l carries it at any depth (gamma = 1e-300 and below). A proof may bound m and log m
/// independently of each other: a formula then holds on a domain that contains the paper's, where logM = log m.
public struct StepArguments<Scalar: BoundScalar>: Sendable {
    /// The dimension d.
    public var d: Scalar
    /// The width m.
    public var m: Scalar
    /// log m, or a number that a proof bounds apart from m.
    public var logM: Scalar
    /// l = log(4/gamma).
    public var l: Scalar
    /// The lazy constant C0.
    public var c0: Scalar
    /// C1, the constant in R <= C1 / sqrt d.
    public var c1: Scalar

    /// Each argument as it is given.
    @inlinable
    public init(d: Scalar, m: Scalar, logM: Scalar, l: Scalar, c0: Scalar, c1: Scalar) {
        self.d = d
        self.m = m
        self.logM = logM
        self.l = l
        self.c0 = c0
        self.c1 = c1
    }

    /// The paper's own arguments: log m and l are computed from m and gamma.
    @inlinable
    public init(d: Scalar, m: Scalar, gamma: Scalar, c0: Scalar, c1: Scalar) {
        self.init(d: d, m: m, logM: .log(m), l: .logRatio(.integer(4), gamma), c0: c0, c1: c1)
    }

    /// sqrt m.
    @inlinable public var sqrtM: Scalar { .sqrt(m) }
    /// Cbar = max{1, C0}.
    @inlinable public var cBar: Scalar { .max(.integer(1), c0) }
    /// log(8/gamma).
    @inlinable public var log8OverGamma: Scalar { l + .log(.integer(2)) }
    /// log(4m/gamma).
    @inlinable public var log4MOverGamma: Scalar { logM + l }
    /// log(8m/gamma).
    @inlinable public var log8MOverGamma: Scalar { logM + l + .log(.integer(2)) }
    /// log(m/gamma).
    @inlinable public var logMOverGamma: Scalar { logM + l - .log(.integer(4)) }
    /// log(md).
    @inlinable public var logMD: Scalar { logM + .log(d) }
    /// eps = m^{-4/7} d^{-4/7}, the mesh of the net.
    @inlinable public var mesh: Scalar { .integer(1) / .pow(m * d, .ratio(4, 7)) }
    /// k = 44 Cbar sqrt m.
    @inlinable public var k: Scalar { .integer(44) * cBar * sqrtM }
    /// p = 8 sqrt d eps^{7/8} + 3 C0/sqrt m.
    @inlinable public var p: Scalar {
        .integer(8) * .sqrt(d) * .pow(mesh, .ratio(7, 8)) + .integer(3) * c0 / sqrtM
    }
}
