// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule

/// The half-space { w : <normal, w> >= bound }. A zero normal is allowed: everything if bound <= 0, else nothing.
struct HalfSpace: Sendable {
    let normal: [Double]
    let bound: Double
}

/// Why the oracle has no maximizer.
enum OracleError: Error, Hashable, CustomStringConvertible {
    /// No point within `radius` of the centre lies in the half-spaces.
    case infeasible(radius: Double)

    var description: String {
        switch self {
        case .infeasible(let radius): "no point within \(radius) of the centre lies in every half-space"
        }
    }
}

/// max { <c, w> : ||w - w_0|| <= V, <n_i, w> >= b_i, i <= 2 } in closed form, in any dimension.
///
/// Strict inequalities are to be passed as they are: the supremum over the open half-space is the maximum over the closed one
/// wherever the ball meets the open one.
enum HalfSpaceOracle {
    /// The maximizer and the value <c, w> there.
    struct Solution: Sendable {
        let value: Double
        let maximizer: [Double]
    }

    /// Below this, relative to the vector, what Gram-Schmidt leaves of it is rounding and is taken to be 0.
    static let rankTolerance = 1e-14

    /// - Parameters:
    ///   - objective: c, any length n >= 1; 0 asks for any feasible point.
    ///   - center: w_0, n numbers.
    ///   - radius: V >= 0.
    ///   - halfSpaces: at most two, normals of n numbers.
    /// - Throws: ``OracleError/infeasible(radius:)``.
    static func maximize(
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
