// SPDX-License-Identifier: GPL-3.0-or-later

public import RealModule

/// max { <c, z> : ||z|| <= V, <n_1, z> >= t_1, <n_2, z> >= t_2 } in coordinates: the oracle of one neuron.
///
/// Only the span of n_1, n_2 and c matters. A frame writes it in an orthonormal basis e1, e2, e3 made so that
/// n_1 = e1, n_2 = (cosine, sine, 0) are unit vectors and c = (c_1, c_2, c_3), c_3 >= 0. A frame depends on the normals and the
/// objective only: one frame serves every neuron, which then differ by t_1, t_2 alone. Nothing is allocated.
///
/// The maximizer over a convex set cut out by the ball and two planes has some set of active planes: none, the first, the
/// second or both. On each the answer is the point of the planes nearest to 0 plus the rest of the radius along the part of c
/// parallel to them; the best feasible one of the four is the maximizer (``maximize(first:second:radius:)``). Where c has no
/// part parallel to the planes, every point of that slice is as good, and the point nearest to 0 is feasible if any is.
public struct HalfSpaceFrame: Sendable {
    /// The unit normals' angle: n_2 = (cosine, sine, 0). Not read where `count` < 2.
    public let cosine: Double
    public let sine: Double
    /// How many half-spaces there are, 0, 1 or 2.
    public let count: Int
    /// c = (c1, c2, c3), c3 >= 0.
    public let c1: Double
    public let c2: Double
    public let c3: Double
    /// ||c||, and the unit vector along c (0 where c = 0).
    public let norm: Double
    @usableFromInline let free: OraclePoint
    /// The unit vectors along c projected on each plane, and the lengths of those projections.
    @usableFromInline let onFirst: OraclePoint
    @usableFromInline let onSecond: OraclePoint

    /// - Parameters:
    ///   - c: in the basis e1, e2, e3; a negative third coordinate is a programmer's mistake.
    ///   - second: the unit vector n_2 in the plane of e1, e2, or nil where there is no second half-space. `sine` may be negative;
    ///     it is 0 iff the normals are parallel.
    ///   - count: 0, 1 or 2; the first normal is always e1.
    public init(objective c: (Double, Double, Double), second: (cosine: Double, sine: Double)? = nil, count: Int? = nil) {
        precondition(c.2 >= 0, "the third coordinate of the objective is a length")
        self.count = count ?? (second == nil ? 1 : 2)
        precondition(self.count < 2 || second != nil, "two half-spaces need a second normal")
        (cosine, sine) = second ?? (1, 0)
        (c1, c2, c3) = c
        free = OraclePoint.unit(c.0, c.1, c.2)
        norm = free.value
        onFirst = OraclePoint.unit(0, c.1, c.2)
        let along = -sine * c.0 + cosine * c.1
        // The part of c across n_2, in the basis (-sine, cosine, 0), e3.
        let across = OraclePoint.unit(along, 0, c.2)
        onSecond = OraclePoint(value: across.value, z1: -sine * across.z1, z2: cosine * across.z1, z3: across.z3)
    }
}

/// A point of a frame and the objective there; `value` is -infinity where there is no feasible point.
@frozen public struct OraclePoint: Sendable {
    /// <c, z>.
    public let value: Double
    /// z along e1.
    public let z1: Double
    /// z along e2.
    public let z2: Double
    /// z along e3.
    public let z3: Double

    @inlinable public init(value: Double, z1: Double, z2: Double, z3: Double) {
        self.value = value
        self.z1 = z1
        self.z2 = z2
        self.z3 = z3
    }

    /// No point of the ball lies in the half-spaces.
    @inlinable public static var infeasible: OraclePoint { OraclePoint(value: -.infinity, z1: 0, z2: 0, z3: 0) }
    @inlinable public var isFeasible: Bool { value > -.infinity }

    /// The unit vector along (a, b, c), with the length as its value; 0 for the zero vector.
    static func unit(_ a: Double, _ b: Double, _ c: Double) -> OraclePoint {
        let length = Double.hypot(Double.hypot(a, b), c)
        guard length > 0 else { return OraclePoint(value: 0, z1: 0, z2: 0, z3: 0) }
        return OraclePoint(value: length, z1: a / length, z2: b / length, z3: c / length)
    }
}

extension HalfSpaceFrame {
    /// max <c, z> over ||z|| <= radius, z_1 >= first, <n_2, z> >= second, with the maximizer.
    ///
    /// - Parameters:
    ///   - first: t_1 = b_1 - <n_1, w_0>, for the unit normal n_1.
    ///   - second: t_2 likewise; not read where `count` < 2.
    ///   - radius: V >= 0.
    /// - Returns: `OraclePoint.infeasible` where the set is empty. A plane that touches the ball counts as meeting it; "touches" and
    ///   "lies in" are judged to about 1e-14 V, the rounding of the inputs.
    @inlinable
    public func maximize(first: Double, second: Double = -.infinity, radius: Double) -> OraclePoint {
        let one = count >= 1
        let two = count >= 2
        let tolerance = 4e-15 * radius
        // None active.
        let z1 = radius * free.z1
        let firstHolds = !one || z1 >= first - tolerance
        if firstHolds && (!two || cosine * z1 + sine * (radius * free.z2) >= second - tolerance) {
            return OraclePoint(value: radius * norm, z1: z1, z2: radius * free.z2, z3: radius * free.z3)
        }
        // One active. Where dropping the other plane changes nothing the point is the maximizer.
        var best = OraclePoint.infeasible
        if one {
            let point = slice(at: first, along: onFirst, normal: (1, 0), radius: radius)
            if point.isFeasible && (!two || cosine * point.z1 + sine * point.z2 >= second - tolerance) {
                if !firstHolds { return point }
                best = point
            }
        }
        guard two else { return best }
        let point = slice(at: second, along: onSecond, normal: (cosine, sine), radius: radius)
        if point.value > best.value && point.z1 >= first - tolerance { best = point }
        // Both active.
        guard sine != 0 else { return best }
        let corner = (second - cosine * first) / sine
        let square = radius * radius - first * first - corner * corner
        guard square >= -1e-14 * radius * radius else { return best }
        let rest = c3 > 0 ? Double.sqrt(Swift.max(square, 0)) : 0
        let value = c1 * first + c2 * corner + c3 * rest
        return value > best.value ? OraclePoint(value: value, z1: first, z2: corner, z3: rest) : best
    }

    /// The best point of the ball on the plane <normal, z> = offset: offset normal + sqrt(V^2 - offset^2) times the unit `along`.
    @inlinable
    func slice(at offset: Double, along: OraclePoint, normal: (Double, Double), radius: Double) -> OraclePoint {
        let square = (radius - offset) * (radius + offset)
        guard square >= -1e-14 * radius * radius else { return .infeasible }
        let rest = Double.sqrt(Swift.max(square, 0))
        let value = offset * (c1 * normal.0 + c2 * normal.1) + rest * along.value
        return OraclePoint(
            value: value, z1: offset * normal.0 + rest * along.z1, z2: offset * normal.1 + rest * along.z2, z3: rest * along.z3)
    }
}
