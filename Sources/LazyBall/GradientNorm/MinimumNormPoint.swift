// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// min { ||sum_j lambda_j v_j|| : lambda_j >= 0, sum lambda_j = 1 }: the point of a hull nearest to the origin, a vertex at a time.
///
/// Wolfe's algorithm (doi:10.1007/BF01580381): `add` a vertex, then move to the nearest point of the affine hull, dropping vertices
/// whose weight would turn negative, until the nearest point lies in the hull of what is left. Driven by an oracle that answers
/// with the vertex v minimizing <point, v>, it is fully corrective Frank-Wolfe: <point/||point||, v> bounds the minimum from below.
struct MinimumNormPoint {
    let dimension: Int
    /// The vertices in use, their caller's tags, weights > 0 that sum to 1, and inner products (row-major).
    private(set) var vertices: [[Double]] = []
    private(set) var tags: [Int] = []
    private(set) var weights: [Double] = []
    private var gram: [[Double]] = []
    /// sum_j weights_j vertices_j.
    private(set) var point: [Double]

    init(dimension: Int) {
        self.dimension = dimension
        point = [Double](repeating: 0, count: dimension)
    }

    var norm: Double { Double.sqrt(max(0, Self.product(point, point))) }

    static func product(_ a: [Double], _ b: [Double]) -> Double {
        ordered_dot(Int32(a.count), a, b)
    }

    /// Adds a vertex and moves to the nearest point of the new hull. False where rounding leaves no progress to be made.
    mutating func add(_ vertex: [Double], tag: Int) -> Bool {
        precondition(vertex.count == dimension)
        let before = vertices.isEmpty ? Double.infinity : norm
        for j in vertices.indices { gram[j].append(Self.product(vertices[j], vertex)) }
        vertices.append(vertex)
        tags.append(tag)
        gram.append(vertices.map { Self.product($0, vertex) })
        weights.append(vertices.count == 1 ? 1 : 0)
        // Each turn drops a vertex, so there are at most as many turns as vertices.
        while let target = affineMinimizer() {
            let blocking = weights.indices.filter { target[$0] <= 1e-12 }
            if blocking.isEmpty {
                weights = target
                break
            }
            let step = blocking.map { weights[$0] / max(weights[$0] - target[$0], .leastNormalMagnitude) }.min() ?? 0
            for j in weights.indices { weights[j] += min(1, step) * (target[j] - weights[j]) }
            drop()
        }
        normalize()
        return norm < before * (1 - 1e-15)
    }

    /// Drops the vertices without weight, at least the lightest.
    private mutating func drop() {
        let lightest = weights.min() ?? 0
        for j in weights.indices.reversed() where weights[j] <= max(1e-12, lightest) && vertices.count > 1 {
            vertices.remove(at: j)
            tags.remove(at: j)
            weights.remove(at: j)
            gram.remove(at: j)
            for i in gram.indices { gram[i].remove(at: j) }
        }
    }

    private mutating func normalize() {
        let total = weights.reduce(0, +)
        for i in 0..<dimension { point[i] = 0 }
        for j in weights.indices {
            weights[j] /= total
            ordered_add(Int32(dimension), weights[j], vertices[j], &point)
        }
    }

    /// The weights, of any sign, of the point of the affine hull nearest to 0: (G + s 11') y = 1, lambda = y / sum y, which has the same
    /// solution for every s > 0. Nil where the vertices are affinely dependent up to rounding: the newest is then dropped.
    private mutating func affineMinimizer() -> [Double]? {
        let n = vertices.count
        let shift = (0..<n).reduce(0) { $0 + gram[$1][$1] } / Double(n)
        guard shift > 0 else { return nil }
        var factor = gram.map { $0.map { $0 + shift } }
        var y = [Double](repeating: 1, count: n)
        for j in 0..<n {
            for k in 0..<j { factor[j][j] -= factor[j][k] * factor[j][k] }
            guard factor[j][j] > 1e-13 * shift else {
                removeNewest()
                return nil
            }
            factor[j][j] = Double.sqrt(factor[j][j])
            for i in j + 1..<max(n, j + 1) {
                for k in 0..<j { factor[i][j] -= factor[i][k] * factor[j][k] }
                factor[i][j] /= factor[j][j]
            }
        }
        for i in 0..<n {
            for k in 0..<i { y[i] -= factor[i][k] * y[k] }
            y[i] /= factor[i][i]
        }
        for i in (0..<n).reversed() {
            for k in i + 1..<max(n, i + 1) { y[i] -= factor[k][i] * y[k] }
            y[i] /= factor[i][i]
        }
        let total = y.reduce(0, +)
        return y.map { $0 / total }
    }

    private mutating func removeNewest() {
        guard vertices.count > 1 else { return }
        vertices.removeLast()
        tags.removeLast()
        weights.removeLast()
        gram.removeLast()
        for i in gram.indices { gram[i].removeLast() }
        if weights.allSatisfy({ $0 == 0 }) { weights[weights.count - 1] = 1 }
    }
}
