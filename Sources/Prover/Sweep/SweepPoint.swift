// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds
public import Laws

/// A point at which a step is evaluated: the paper's parameters, and the order q of a moment or a threshold t where the step has one.
public struct SweepPoint: Sendable, Hashable {
    public let parameters: Parameters
    /// The order q >= 1 of a moment (T.1, B.8/b, B.8/f).
    public let order: Int
    /// The threshold t >= 0 (B.6/c, T.4, T.5, T.6).
    public let threshold: Double

    /// - Throws: `ParameterError` where q < 1 or t is negative or not finite.
    public init(_ parameters: Parameters, order: Int = 2, threshold: Double = 1) throws(ParameterError) {
        guard order >= 1, order <= 10_000 else {
            throw ParameterError(parameter: "q", value: "\(order)", allowed: "an integer from 1 to 10000")
        }
        guard threshold.isFinite, threshold >= 0 else {
            throw ParameterError(parameter: "t", value: "\(threshold)", allowed: "a finite number >= 0")
        }
        self.parameters = parameters
        self.order = order
        self.threshold = threshold
    }

    /// The parameters as balls, each the exact value of its double.
    public var arguments: Arguments<Ball> {
        Arguments(
            d: .integer(parameters.d), m: .integer(parameters.m), gamma: Ball(exactly: parameters.gamma), c0: Ball(exactly: parameters.c0),
            c1: Ball(exactly: parameters.c1), radius: Ball(exactly: parameters.radius), epsilon: Ball(exactly: parameters.epsilon))
    }

    /// The value of `variable` in words: 784.
    public func text(_ variable: SweepVariable) -> String {
        switch variable {
        case .d: "\(parameters.d)"
        case .m: "\(parameters.m)"
        case .gamma: "\(parameters.gamma)"
        case .c0: "\(parameters.c0)"
        case .radius: "\(parameters.radius)"
        case .epsilon: "\(parameters.epsilon)"
        case .order: "\(order)"
        case .threshold: "\(threshold)"
        }
    }
}

/// What a step may depend on.
public enum SweepVariable: String, Sendable, Hashable, CaseIterable {
    case d, m, gamma, c0, radius, epsilon
    case order = "q"
    case threshold = "t"
}
