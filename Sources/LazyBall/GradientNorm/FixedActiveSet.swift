// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// min ||grad f|| sqrt m over the W of a ball that have a given set T of active neurons: two coordinates are enough.
///
/// Let b be the sum of a_s w_{s,0} over T and the steady active neurons, b = b_x x + b_p p, p a unit vector orthogonal to x, b_p >= 0. What
/// the moves add is a sum of caps and balls, a body that rotations about x leave alone, so the nearest point to 0 lies in the
/// plane of x and p. The caps are combined from their extreme points by ``MinimumNormPoint`` (convex combinations of moves are moves);
/// the N steady neurons add any vector of length N V, which takes that much off the distance.
struct FixedActiveSet {
    /// The least norm found, 0 where the body reaches the origin.
    let norm: Double
    /// The moves: combine those for the directions (u_x, u_p) with these weights.
    let mixture: [(weight: Double, along: Double, across: Double)]
    /// The move of every steady neuron, times its sign, in x and p; of length at most V.
    let steadyMove: (Double, Double)

    /// - Parameters:
    ///   - base: (b_x, b_p).
    ///   - preactivations, signs: g_s and a_s of the neurons of T, |g_s| <= V.
    ///   - steadyCount: N.
    init(base: (Double, Double), preactivations: [Double], signs: [Double], steadyCount: Int, radius: Double) {
        let reach = Double(steadyCount) * radius
        var hull = MinimumNormPoint(dimension: 2)
        var directions: [(Double, Double)] = []
        var point = [base.0, base.1]
        for turn in 0..<40 {
            let length = Double.hypot(point[0], point[1])
            if turn > 0 && length <= reach { break }
            guard length > 0 else { break }
            let direction = (point[0] / length, point[1] / length)
            let vertex = Self.vertex(base, direction, preactivations, signs, radius)
            // The oracle's bound has met the point: no move comes nearer.
            if turn > 0 && length - (direction.0 * vertex.0 + direction.1 * vertex.1) <= 1e-12 * length { break }
            directions.append(direction)
            if !hull.add([vertex.0, vertex.1], tag: turn) { break }
            point = hull.point
        }
        if directions.isEmpty {
            // The base itself is 0: any moves do, and the mixture must name some.
            directions = [(0, 0)]
            mixture = [(1, 0, 0)]
            let vertex = Self.vertex(base, (0, 0), preactivations, signs, radius)
            point = [vertex.0, vertex.1]
        } else {
            mixture = zip(hull.weights, hull.tags).map { ($0, directions[$1].0, directions[$1].1) }
            point = hull.point
        }
        let length = Double.hypot(point[0], point[1])
        norm = max(0, length - reach)
        let step = steadyCount == 0 || length == 0 ? 0 : -min(radius, length / Double(steadyCount)) / length
        steadyMove = (step * point[0], step * point[1])
    }

    /// b plus the moves of T against a direction: the point of base and caps that is least along it.
    private static func vertex(
        _ base: (Double, Double), _ direction: (Double, Double), _ preactivations: [Double], _ signs: [Double], _ radius: Double
    ) -> (Double, Double) {
        let moves = ActiveMoves(along: direction.0, across: direction.1, radius: radius)
        var sum = base
        for s in signs.indices {
            let (x, p) = moves.move(preactivations[s], signs[s])
            sum.0 += signs[s] * x
            sum.1 += signs[s] * p
        }
        return sum
    }
}
