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

    /// sup |f|.
    public var absoluteSupremum: Double { max(supremum, -infimum) }

    /// One pass over the m pairs (g_s, a_s). Eight running sums each, whatever the machine, so the digits are the same everywhere.
    public init(_ problem: FunctionProblem) {
        let count = problem.signs.count
        let radius = problem.radius
        var (high, low, middle) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
        problem.preactivations.withUnsafeBytes { g in
            problem.signs.withUnsafeBytes { a in
                let zero = SIMD8<Double>.zero
                let spread = SIMD8(repeating: radius)
                func add(_ g: SIMD8<Double>, _ a: SIMD8<Double>) {
                    let move = a * spread
                    high += a * pointwiseMax(g + move, zero)
                    low += a * pointwiseMax(g - move, zero)
                    middle += a * pointwiseMax(g, zero)
                }
                let stride = MemoryLayout<Double>.stride
                let whole = count - count % 8
                for s in Swift.stride(from: 0, to: whole, by: 8) {
                    add(g.loadUnaligned(fromByteOffset: s * stride, as: SIMD8<Double>.self),
                        a.loadUnaligned(fromByteOffset: s * stride, as: SIMD8<Double>.self))
                }
                for s in whole..<count {
                    // A single neuron in the first lane; the other lanes have sign 0 and add nothing.
                    var (lane, sign) = (zero, zero)
                    lane[0] = g.load(fromByteOffset: s * stride, as: Double.self)
                    sign[0] = a.load(fromByteOffset: s * stride, as: Double.self)
                    add(lane, sign)
                }
            }
        }
        let root = Double.sqrt(Double(count))
        supremum = high.sum() / root
        infimum = low.sum() / root
        atInitialization = middle.sum() / root
    }

    /// The W that attains an end of the range: w_s = w_{s,0} + shift_s x.
    public enum End: Sendable { case supremum, infimum }

    /// The m numbers shift_s = a_s V (supremum) or -a_s V (infimum).
    public static func shiftsAlongX(attaining end: End, _ problem: FunctionProblem) -> [Double] {
        let step = end == .supremum ? problem.radius : -problem.radius
        return problem.signs.map { $0 * step }
    }
}
