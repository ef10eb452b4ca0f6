// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The half-space { w : <normal, w> >= bound }. A zero normal is allowed: everything if bound <= 0, else nothing.
public struct HalfSpace: Sendable {
    public let normal: [Double]
    public let bound: Double

    public init(normal: [Double], bound: Double) {
        self.normal = normal
        self.bound = bound
    }
}

/// Why the oracle has no maximizer.
public enum OracleError: Error, Hashable, CustomStringConvertible {
    /// No point within `radius` of the centre lies in the half-spaces.
    case infeasible(radius: Double)

    public var description: String {
        switch self {
        case .infeasible(let radius): "no point within \(radius) of the centre lies in every half-space"
        }
    }
}

/// max { <c, w> : ||w - w_0|| <= V, <n_i, w> >= b_i, i <= 2 } in closed form, in any dimension.
///
/// Strict inequalities are to be passed as they are: the supremum over the open half-space is the maximum over the closed one
/// wherever the ball meets the open one.
public enum HalfSpaceOracle {
    /// The maximizer and the value <c, w> there.
    public struct Solution: Sendable {
        public let value: Double
        public let maximizer: [Double]
    }

    /// The answer on inner products: the maximizer is w_0 + alpha c + beta1 n_1 + beta2 n_2.
    public struct GramSolution: Sendable {
        public let value: Double
        public let alpha: Double
        public let beta1: Double
        public let beta2: Double
    }

    /// Below this, relative to the vector, what Gram-Schmidt leaves of it is rounding and is taken to be 0.
    static let rankTolerance = 1e-14

    /// - Parameters:
    ///   - objective: c, any length n >= 1; 0 asks for any feasible point.
    ///   - center: w_0, n numbers.
    ///   - radius: V >= 0.
    ///   - halfSpaces: at most two, normals of n numbers.
    /// - Throws: ``OracleError/infeasible(radius:)``.
    public static func maximize(
        objective c: [Double], center: [Double], radius: Double, halfSpaces: [HalfSpace]
    ) throws(OracleError) -> Solution {
        precondition(radius >= 0 && center.count == c.count && halfSpaces.count <= 2)
        var basis: [[Double]] = []
        var offsets: [Double] = []
        var coordinates: [(Double, Double)] = []
        for halfSpace in halfSpaces {
            precondition(halfSpace.normal.count == c.count)
            let length = norm(halfSpace.normal)
            guard length > 0 else {
                if halfSpace.bound > 0 { throw .infeasible(radius: radius) }
                continue
            }
            let unit = halfSpace.normal.map { $0 / length }
            let (parts, rest) = orthogonalize(unit, against: &basis)
            coordinates.append((parts.first ?? rest, parts.isEmpty ? 0 : rest))
            offsets.append(halfSpace.bound / length - dot(unit, center))
        }
        // With the second normal parallel to the first the basis has one vector, and c's second coordinate is its rest.
        let (parts, rest) = orthogonalize(c, against: &basis)
        let frame = HalfSpaceFrame(
            objective: (parts.first ?? 0, parts.count > 1 ? parts[1] : 0, rest),
            second: coordinates.count == 2 ? (coordinates[1].0, coordinates[1].1) : nil, count: coordinates.count)
        let point = frame.maximize(
            first: offsets.first ?? -.infinity, second: offsets.count == 2 ? offsets[1] : -.infinity, radius: radius)
        guard point.isFeasible else { throw .infeasible(radius: radius) }
        var maximizer = center
        let places = [point.z1, point.z2].prefix(parts.count) + (rest > 0 ? [point.z3] : [])
        for (vector, amount) in zip(basis, places) {
            for i in maximizer.indices { maximizer[i] += amount * vector[i] }
        }
        return Solution(value: dot(c, center) + point.value, maximizer: maximizer)
    }

    /// The same on inner products alone, for two nonzero normals: <c,w_0>, <c,c>, <n_i,n_i>, <n_i,w_0>, <n_i,c>, <n_1,n_2>, b_i.
    ///
    /// Inner products know the part of c across the normals to half the digits only: where that part is below 1e-7 of c, pass
    /// vectors, or a ``HalfSpaceFrame`` made from coordinates. Allocates nothing.
    public static func maximize(
        objectiveAtCenter cw: Double, objectiveSquare cc: Double, normalSquares nn: (Double, Double),
        normalsAtCenter nw: (Double, Double), normalsOnObjective nc: (Double, Double), normalsProduct n12: Double,
        bounds b: (Double, Double), radius: Double
    ) throws(OracleError) -> GramSolution {
        precondition(nn.0 > 0 && nn.1 > 0 && cc >= 0 && radius >= 0)
        let (l1, l2) = (Double.sqrt(nn.0), Double.sqrt(nn.1))
        let cosine = Swift.max(-1, Swift.min(1, n12 / (l1 * l2)))
        let sineSquare = 1 - cosine * cosine
        let sine = sineSquare > 1e-14 ? Double.sqrt(sineSquare) : 0
        let c1 = nc.0 / l1
        let c2 = sine > 0 ? (nc.1 / l2 - cosine * c1) / sine : 0
        let restSquare = cc - c1 * c1 - c2 * c2
        let c3 = restSquare > 1e-14 * cc ? Double.sqrt(restSquare) : 0
        let frame = HalfSpaceFrame(objective: (c1, c2, c3), second: (sine > 0 ? cosine : (cosine < 0 ? -1 : 1), sine))
        let point = frame.maximize(first: (b.0 - nw.0) / l1, second: (b.1 - nw.1) / l2, radius: radius)
        guard point.isFeasible else { throw .infeasible(radius: radius) }
        // e3 = (c - c1 e1 - c2 e2)/c3, e2 = (n2/l2 - cosine e1)/sine, e1 = n1/l1.
        let alpha = c3 > 0 ? point.z3 / c3 : 0
        let along2 = sine > 0 ? (point.z2 - alpha * c2) / sine : 0
        let along1 = point.z1 - alpha * c1 - cosine * along2
        return GramSolution(value: cw + point.value, alpha: alpha, beta1: along1 / l1, beta2: along2 / l2)
    }

    /// Gram-Schmidt, twice for accuracy: the parts of `vector` along the basis and the length of the rest, which joins the basis.
    static func orthogonalize(_ vector: [Double], against basis: inout [[Double]]) -> (parts: [Double], rest: Double) {
        var rest = vector
        var parts = [Double](repeating: 0, count: basis.count)
        for _ in 0..<2 {
            for (k, unit) in basis.enumerated() {
                let part = dot(unit, rest)
                parts[k] += part
                for i in rest.indices { rest[i] -= part * unit[i] }
            }
        }
        let length = norm(rest)
        guard length > rankTolerance * norm(vector) else { return (parts, 0) }
        basis.append(rest.map { $0 / length })
        return (parts, length)
    }

    static func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for i in a.indices { sum += a[i] * b[i] }
        return sum
    }

    static func norm(_ a: [Double]) -> Double { Double.sqrt(dot(a, a)) }
}
