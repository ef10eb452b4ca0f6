// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The range of f(x; a, W) over the lazy ball, exactly: Lemma B.5.
///
/// sup f = (1/sqrt m) sum_s a_s relu(g_s + a_s V), inf f = (1/sqrt m) sum_s a_s relu(g_s - a_s V): neuron s has <w_s, x> anywhere
/// in [g_s - V, g_s + V], relu is increasing, and the neurons move freely of each other. Both are attained, by moving every
/// neuron along x. The range is the whole interval between them, since the ball is connected and f continuous in W.
public struct FunctionRange: Sendable, Hashable {
    public let infimum: Double
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

    /// One pass over the m pairs (g_s, a_s). Eight running sums each, whatever the machine, so the digits are the same everywhere.
    public init(_ problem: FunctionProblem) {
        let count = problem.signs.count
        var (high, low, middle, sizes) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        let spread = Lanes(repeating: problem.radius)
        let stride = MemoryLayout<Double>.stride
        problem.preactivations.withUnsafeBytes { preactivations in
            problem.signs.withUnsafeBytes { signs in
                let whole = count - count % Lanes.scalarCount
                for s in Swift.stride(from: 0, to: whole, by: Lanes.scalarCount) {
                    let g = preactivations.loadUnaligned(fromByteOffset: s * stride, as: Lanes.self)
                    let a = signs.loadUnaligned(fromByteOffset: s * stride, as: Lanes.self)
                    let move = a * spread
                    high += a * Self.relu(g + move)
                    low += a * Self.relu(g - move)
                    middle += a * Self.relu(g)
                    sizes += Self.relu(g + spread)
                }
            }
        }
        // What is left over goes to the first lanes.
        for s in count - count % Lanes.scalarCount..<count {
            let (g, a) = (problem.preactivations[s], problem.signs[s])
            let lane = s % Lanes.scalarCount
            high[lane] += a * max(0, g + a * problem.radius)
            low[lane] += a * max(0, g - a * problem.radius)
            middle[lane] += a * max(0, g)
            sizes[lane] += max(0, g + problem.radius)
        }
        let root = Double.sqrt(Double(count))
        supremum = high.sum() / root
        infimum = low.sum() / root
        atInitialization = middle.sum() / root
        let operations = Double((count + Lanes.scalarCount - 1) / Lanes.scalarCount + 10)
        roundingError = 1.01 * operations * 0x1p-53 * (sizes.sum() / root)
    }

    private typealias Lanes = SIMD8<Double>

    @inline(__always)
    private static func relu(_ v: Lanes) -> Lanes { v.replacing(with: Lanes.zero, where: v .< Lanes.zero) }

    /// The W that attains an end of the range: w_s = w_{s,0} + shift_s x.
    public enum End: Sendable { case supremum, infimum }

    /// The m numbers shift_s = a_s V (supremum) or -a_s V (infimum).
    public static func shiftsAlongX(attaining end: End, _ problem: FunctionProblem) -> [Double] {
        let step = end == .supremum ? problem.radius : -problem.radius
        return problem.signs.map { $0 * step }
    }
}
