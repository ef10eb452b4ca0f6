// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The range of f(x; a, W) over the lazy ball, exactly: Lemma B.5.
///
/// sup f = (1/sqrt m) sum_s a_s relu(g_s + a_s V), inf f = (1/sqrt m) sum_s a_s relu(g_s - a_s V): neuron s has <w_s, x> anywhere
/// in [g_s - V, g_s + V], relu is increasing, and the neurons move freely of each other. Both are attained, by moving every
/// neuron along x. The range is the whole interval between them, since the ball is connected and f continuous in W.
public struct FunctionRange: Sendable, Hashable {
    /// inf f over the ball.
    public let infimum: Double
    /// sup f over the ball.
    public let supremum: Double
    /// f(x; a, W0).
    public let atInitialization: Double

    /// By how much rounding can have moved each of the three, at most.
    ///
    /// A term is off by at most u times its size, u = 2^-53, for g_s + a_s V; a running sum of n = ceil(m/8) terms and the sum of eight of
    /// them by at most gamma_{n+7} times the sum of the sizes, gamma_k = k u/(1 - k u) (Higham, Accuracy and Stability of Numerical
    /// Algorithms, 2002, section 4.2); the root and the quotient by 2 u. No size exceeds relu(g_s + V); their computed sum is within
    /// gamma_{n+7} of the exact one too, which the factor 1.01 covers, k u staying below 10^-3 for m <= 10^13.
    public let roundingError: Double

    /// sup (f(x; a, W) - f(x; a, W0)) and sup (f(x; a, W0) - f(x; a, W)), whichever is larger.
    public var largestChange: Double { max(supremum - atInitialization, atInitialization - infimum) }

    /// sup |f|.
    public var absoluteSupremum: Double { max(supremum, -infimum) }

    /// From the sums over all m neurons, m >= 1.
    public init(_ sums: FunctionSums) {
        precondition(sums.count >= 1)
        let root = Double.sqrt(Double(sums.count))
        supremum = sums.high.sum() / root
        infimum = sums.low.sum() / root
        atInitialization = sums.middle.sum() / root
        let operations = Double((sums.count + FunctionSums.lanes - 1) / FunctionSums.lanes + 10)
        roundingError = 1.01 * operations * 0x1p-53 * (sums.sizes.sum() / root)
    }

    /// One pass over the m pairs (g_s, a_s).
    public init(_ problem: FunctionProblem) {
        var sums = FunctionSums(radius: problem.radius)
        problem.preactivations.withUnsafeBufferPointer { g in
            problem.signs.withUnsafeBufferPointer { sums.add(preactivations: g, signs: $0) }
        }
        self.init(sums)
    }

    /// The W that attains an end of the range: w_s = w_{s,0} + shift_s x.
    public enum End: Sendable { case supremum, infimum }

    /// shift_s of a neuron of sign a_s: a_s V (supremum) or -a_s V (infimum).
    public static func shiftAlongX(attaining end: End, sign: Double, radius: Double) -> Double {
        end == .supremum ? sign * radius : -sign * radius
    }

    /// The m numbers shift_s.
    public static func shiftsAlongX(attaining end: End, _ problem: FunctionProblem) -> [Double] {
        problem.signs.map { shiftAlongX(attaining: end, sign: $0, radius: problem.radius) }
    }
}
