// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// No W of the ball has ||grad f(x; a, W)|| below L(u), for any unit u: the certificate behind Lemma B.7.
///
///     sqrt m L(u) = <u, S> - N V + sum over flippable s of min(0, min over w of a_s<u, w>)
///
/// since ||grad f|| >= <u, grad f> and the ball is a product: the N steady active neurons, whose signed sum is S, lose at most V each, and
/// a flippable one is off (0) or active somewhere in its cap { ||w - w_{s,0}|| <= V, <w, x> >= 0 }. Of each flippable neuron the bound
/// needs two numbers, g_s and <u, w_{s,0}>.
public struct GradientCertificate: Sendable {
    /// L(u), or 0 if that is negative. Exact up to the rounding of a sum of k terms, some 1e-12 of it.
    public let certified: Double
    /// The number of flippable neurons that the minimizer switches on: the pattern T.
    public let onCount: Int
    /// The minimizer's base b = S + sum over T of a_s w_{s,0} in the plane of x and u: its parts along x and along p = u - <u,x> x,
    /// normalized.
    public let baseAlongX: Double
    /// The part of the base along p.
    public let baseAlongU: Double
    /// g_s and a_s of the neurons of T.
    let preactivations: [Double]
    let signs: [Double]
    let steadyCount: Int
    let radius: Double
    let width: Int

    /// - Parameters:
    ///   - uX: <u, x>, in [-1, 1].
    ///   - preactivations: g_s of the k flippable neurons, |g_s| <= V.
    ///   - projections: <u, w_{s,0}>, k numbers.
    ///   - signs: a_s, k numbers.
    ///   - steadyProjection: <u, S>. Take u = S/||S||, and this is ||S||; ``attained(transversal:)`` relies on it.
    ///   - steadyCount: N.
    ///   - radius: V >= 0.
    ///   - width: m.
    public static func lowerBound(
        uX: Double, preactivations: [Double], projections: [Double], signs: [Double], steadyProjection: Double, steadyCount: Int,
        radius: Double, width: Int
    ) -> GradientCertificate {
        precondition(preactivations.count == signs.count && projections.count == signs.count && radius >= 0 && abs(uX) <= 1)
        let across = Double.sqrt(max(0, (1 - uX) * (1 + uX)))
        var on = [Bool](repeating: false, count: signs.count)
        let sum = select(uX: uX, across: across, preactivations, projections, signs, radius: radius, on: &on)
        var (x, p) = (steadyProjection * uX, steadyProjection * across)
        var (active, activeSigns): ([Double], [Double]) = ([], [])
        for s in on.indices where on[s] {
            active.append(preactivations[s])
            activeSigns.append(signs[s])
            x += signs[s] * preactivations[s]
            if across > 0 { p += signs[s] * (projections[s] - uX * preactivations[s]) / across }
        }
        let value = (steadyProjection - Double(steadyCount) * radius + sum) / Double.sqrt(Double(width))
        return GradientCertificate(
            certified: max(0, value), onCount: active.count, baseAlongX: x, baseAlongU: p, preactivations: active, signs: activeSigns,
            steadyCount: steadyCount, radius: radius, width: width)
    }

    /// The least ||grad f|| over the W with the active set T, given the length of b's part orthogonal to x and u.
    ///
    /// The law that a reduced draw may use: given g_s and <u, w_{s,0}> of all flippable neurons, S and u = S/||S||, the flippable rows'
    /// parts orthogonal to x and u are independent N(0, I_{d-2}); T is a function of what is given, S has no such part; so the length is
    /// sqrt(|T|) chi_{d-2} (0 for d <= 2). It needs S independent of the flippable rows, as it is, and u chosen by S alone.
    public func attained(transversal: Double) -> Double {
        precondition(transversal >= 0)
        let pattern = FixedActiveSet(
            base: (baseAlongX, Double.hypot(baseAlongU, transversal)), preactivations: preactivations, signs: signs,
            steadyCount: steadyCount, radius: radius)
        return pattern.norm / Double.sqrt(Double(width))
    }

    /// sum over s of min(0, min over the cap of a_s<u, w>), and which neurons are on.
    static func select(
        uX: Double, across: Double, _ preactivations: [Double], _ projections: [Double], _ signs: [Double], radius: Double, on: inout [Bool]
    ) -> Double {
        let moves = ActiveMoves(along: uX, across: across, radius: radius)
        var sum = 0.0
        for s in signs.indices {
            let term = signs[s] * projections[s] + moves.gain(preactivations[s], signs[s])
            on[s] = term < 0
            if term < 0 { sum += term }
        }
        return sum
    }
}
