// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// The oracle against the Lagrangian dual, minimized numerically, and against brute force.
struct HalfSpaceOracleTests {
    /// An instance; normals may be parallel, the objective may be zero or lie in their span.
    struct Instance {
        var objective: [Double]
        var center: [Double]
        var radius: Double
        var halfSpaces: [HalfSpace]
        /// <n_i, z> >= t_i about the centre.
        var offsets: [Double] { halfSpaces.map { $0.bound - inner($0.normal, center) } }
    }

    /// min over lambda >= 0 of V ||c + sum lambda_i n_i|| - sum lambda_i t_i, by nested ternary search: equals
    /// the maximum where the half-spaces meet the ball's interior (Slater), and knows nothing of active sets.
    static func dual(_ p: Instance, ceiling: Double) -> Double {
        let t = p.offsets
        let cc = inner(p.objective, p.objective)
        let nc = p.halfSpaces.map { inner($0.normal, p.objective) }
        let nn = p.halfSpaces.map { a in p.halfSpaces.map { b in inner(a.normal, b.normal) } }
        func value(_ a: Double, _ b: Double) -> Double {
            switch nc.count {
            case 0: return p.radius * Double.sqrt(cc)
            case 1: return p.radius * Double.sqrt(max(0, cc + 2 * a * nc[0] + a * a * nn[0][0])) - a * t[0]
            default:
                let square = cc + 2 * (a * nc[0] + b * nc[1]) + a * a * nn[0][0] + 2 * a * b * nn[0][1] + b * b * nn[1][1]
                return p.radius * Double.sqrt(max(0, square)) - a * t[0] - b * t[1]
            }
        }
        func ternary(_ f: (Double) -> Double) -> Double {
            var (low, high) = (0.0, ceiling)
            for _ in 0..<75 {
                let (l, r) = (low + (high - low) * 0.4, low + (high - low) * 0.6)
                if f(l) <= f(r) { high = r } else { low = l }
            }
            return min(f((low + high) / 2), f(0))
        }
        return inner(p.objective, p.center) + ternary { a in nc.count < 2 ? value(a, 0) : ternary { b in value(a, b) } }
    }

    static func random(_ random: inout TestRandom, dimension d: Int) -> Instance {
        var normals = (0..<random.below(3)).map { _ in random.normals(d) }
        var objective = random.normals(d)
        switch random.below(6) {
        case 0 where normals.count == 2: normals[1] = normals[0].map { -2 * $0 }
        case 1 where normals.count == 2: normals[1] = normals[0].map { 0.3 * $0 }
        case 2 where normals.count == 2: objective = zip(normals[0], normals[1]).map { -0.4 * $0 - $1 }
        case 3 where normals.count >= 1: objective = normals[0].map { -$0 }
        case 4 where normals.count == 2: normals[1] = zip(normals[0], random.normals(d)).map { -$0 + 0.1 * $1 }
        default: break
        }
        let center = random.normals(d)
        let radius = Double.exp(random.uniform(-3, 1))
        // A point well inside the ball; bounds below its products leave it inside the half-spaces by a margin.
        let direction = random.unit(d)
        let inside = zip(center, direction).map { $0 + 0.9 * radius * random.uniform() * $1 }
        let halfSpaces = normals.map { n in
            HalfSpace(normal: n, bound: inner(n, inside) - radius * length(n) * random.uniform(0.05, 1))
        }
        return Instance(objective: objective, center: center, radius: radius, halfSpaces: halfSpaces)
    }

    /// The maximizer is feasible, has the value claimed, and no dual value is below it.
    @Test func agreesWithTheDual() throws {
        var random = TestRandom(1)
        for trial in 0..<1500 {
            let p = Self.random(&random, dimension: [1, 2, 3, 4, 9][trial % 5])
            let got = try HalfSpaceOracle.maximize(
                objective: p.objective, center: p.center, radius: p.radius, halfSpaces: p.halfSpaces)
            let scale = p.radius * length(p.objective) + 1e-300
            #expect(length(zip(got.maximizer, p.center).map { $0 - $1 }) <= p.radius * (1 + 1e-12))
            for h in p.halfSpaces {
                #expect(inner(h.normal, got.maximizer) >= h.bound - 1e-12 * length(h.normal) * (p.radius + length(p.center)))
            }
            #expect(abs(inner(p.objective, got.maximizer) - got.value) <= 1e-12 * (scale + length(p.objective) * length(p.center)))
            // Slater's margin of 0.05 V bounds the multipliers by V||c|| * 2 / (0.05 V).
            let ceiling = 45 * length(p.objective) / (p.halfSpaces.map { length($0.normal) }.min() ?? 1)
            let dual = Self.dual(p, ceiling: ceiling)
            #expect(abs(dual - got.value) <= 3e-7 * scale + 1e-12, "trial \(trial): dual \(dual), oracle \(got.value)")
        }
    }

    /// Infeasibility: the nearest point of the wedge, by alternating (Dykstra) projections, is farther than V.
    @Test func infeasibilityAgreesWithDykstra() {
        var random = TestRandom(2)
        var infeasible = 0
        for trial in 0..<500 {
            let d = 2 + trial % 4
            let normals = [random.unit(d), random.unit(d)]
            let offsets = [random.uniform(-0.5, 1.2), random.uniform(-0.5, 1.2)]
            var z = [Double](repeating: 0, count: d)
            var corrections = [z, z]
            for _ in 0..<400 {
                for i in 0..<2 {
                    let y = zip(z, corrections[i]).map { $0 + $1 }
                    let lack = max(0, offsets[i] - inner(normals[i], y))
                    z = zip(y, normals[i]).map { $0 + lack * $1 }
                    corrections[i] = zip(y, z).map { $0 - $1 }
                }
            }
            let distance = length(z)
            guard abs(distance - 1) > 1e-3 else { continue }
            let halfSpaces = zip(normals, offsets).map { HalfSpace(normal: $0, bound: $1) }
            let origin = [Double](repeating: 0, count: d)
            if distance > 1 {
                infeasible += 1
                #expect(throws: OracleError.infeasible(radius: 1)) {
                    try HalfSpaceOracle.maximize(objective: random.normals(d), center: origin, radius: 1, halfSpaces: halfSpaces)
                }
            } else {
                #expect(throws: Never.self) {
                    try HalfSpaceOracle.maximize(objective: random.normals(d), center: origin, radius: 1, halfSpaces: halfSpaces)
                }
            }
        }
        #expect(infeasible > 30)
    }

    /// Two dimensions: the best of many points of the circle and the disc.
    @Test func agreesWithBruteForceInThePlane() throws {
        var random = TestRandom(3)
        for _ in 0..<24 {
            let p = Self.random(&random, dimension: 2)
            let got = try HalfSpaceOracle.maximize(
                objective: p.objective, center: p.center, radius: p.radius, halfSpaces: p.halfSpaces
            ).value
            var best = -Double.infinity
            for i in 0..<400 {
                for j in 1...100 {
                    let angle = 2 * Double.pi * Double(i) / 400
                    let r = p.radius * Double.sqrt(Double(j) / 100)
                    let w = [p.center[0] + r * Double.cos(angle), p.center[1] + r * Double.sin(angle)]
                    if p.halfSpaces.allSatisfy({ inner($0.normal, w) >= $0.bound }) { best = max(best, inner(p.objective, w)) }
                }
            }
            let scale = p.radius * length(p.objective)
            #expect(best <= got + 1e-12 * (1 + abs(got)))
            #expect(best >= got - 0.06 * scale)
        }
    }

    @Test func degenerateCases() throws {
        func solve(_ c: [Double], _ w: [Double], _ v: Double, _ h: [HalfSpace]) throws -> HalfSpaceOracle.Solution {
            try HalfSpaceOracle.maximize(objective: c, center: w, radius: v, halfSpaces: h)
        }
        let east = HalfSpace(normal: [1, 0], bound: 1)
        // The plane touches the ball: one point.
        let touching = try solve([0, 5], [0, 0], 1, [east])
        #expect(touching.maximizer == [1, 0] && touching.value == 0)
        // V = 0: the centre, or nothing.
        #expect(try solve([3, 4], [1, 2], 0, [east]).maximizer == [1, 2])
        #expect(throws: OracleError.infeasible(radius: 0)) { try solve([3, 4], [0.5, 2], 0, [east]) }
        // c = 0 asks for a point; opposite half-spaces that share a plane; a slab; an empty slab.
        #expect(try solve([0, 0], [0, 0], 2, [east]).maximizer[0] >= 1)
        let west = HalfSpace(normal: [-2, 0], bound: -2)
        #expect(try solve([7, 1], [0, 0], 2, [east, west]).maximizer[0] == 1)
        #expect(abs(try solve([7, 1], [0, 0], 2, [east, west]).value - (7 + Double.sqrt(3))) < 1e-14)
        #expect(throws: OracleError.infeasible(radius: 2)) {
            try solve([7, 1], [0, 0], 2, [east, HalfSpace(normal: [-1, 0], bound: -0.5)])
        }
        // The same half-space twice, the tighter wins whichever comes first.
        for pair in [[east, HalfSpace(normal: [3, 0], bound: 4.5)], [HalfSpace(normal: [3, 0], bound: 4.5), east]] {
            #expect(abs(try solve([-1, 0], [0, 0], 2, pair).value + 1.5) < 1e-15)
        }
        // A zero normal says yes or no.
        #expect(try solve([1, 0], [0, 0], 1, [HalfSpace(normal: [0, 0], bound: 0)]).value == 1)
        #expect(throws: OracleError.infeasible(radius: 1)) { try solve([1, 0], [0, 0], 1, [HalfSpace(normal: [0, 0], bound: 1e-9)]) }
        // One dimension.
        #expect(try solve([2], [0.5], 1, [HalfSpace(normal: [-1], bound: -0.75)]).value == 1.5)
        // The objective points out of the first half-space and the second takes the foot of the first plane away.
        let corner = try solve([-1, 0], [0, 0], 1, [HalfSpace(normal: [1, 0], bound: 0.5), HalfSpace(normal: [0, 1], bound: 0.5)])
        #expect(corner.maximizer == [0.5, 0.5])
        #expect(OracleError.infeasible(radius: 2).description == "no point within 2.0 of the centre lies in every half-space")
    }
}
