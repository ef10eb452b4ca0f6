// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// FlipGeometry's conditions against their definitions in d = 1, 2, 3: where one says yes, a W (and a delta) is found that does it; where
/// it says no, a search over W and delta finds none. On boundaries, numbers that Double holds exactly; near them, random ones.
struct FlipGeometryTests {
    static func isOn(_ w: [Double], _ y: [Double]) -> Bool { inner(w, y) > 0 }

    static func plus(_ a: [Double], _ b: [Double], times t: Double = 1) -> [Double] { zip(a, b).map { $0 + t * $1 } }

    static func x(_ d: Int) -> [Double] { [1] + [Double](repeating: 0, count: d - 1) }

    /// ||w||^2 - g^2.
    static func rest(_ w: [Double]) -> Double { w.dropFirst().reduce(0) { $0 + $1 * $1 } }

    /// A unit vector orthogonal to x along w's part there, or any where w has none; nil on the line.
    static func across(_ w: [Double]) -> [Double]? {
        guard w.count > 1 else { return nil }
        let q = rest(w).squareRoot()
        return q > 0 ? [0] + w.dropFirst().map { $0 / q } : (0..<w.count).map { $0 == 1 ? 1 : 0 }
    }

    /// Unit vectors along x + delta, ||delta|| <= R < 1: 0...`steps` of the arc from one edge of the cone to the other in the plane of x
    /// and w, where <w, .> takes its extremes, then random ones. On the line x alone.
    static func directions(_ w: [Double], reach R: Double, steps: Int, _ random: inout TestRandom) -> [[Double]] {
        let d = w.count
        guard let e = across(w), R > 0 else { return [x(d)] }
        let half = Double.asin(R)
        let arc = (0...steps).map { k in
            let angle = half * (2 * Double(k) / Double(steps) - 1)
            return plus(x(d).map { Double.cos(angle) * $0 }, e, times: Double.sin(angle))
        }
        return arc
            + (0..<steps).map { _ in
                let y = plus(x(d), random.unit(d), times: R * random.uniform())
                return y.map { $0 / length(y) }
            }
    }

    /// Points of the ball about w: along u to both sides, V among the distances, then random ones.
    static func ball(_ w: [Double], radius: Double, along u: [Double], steps: Int, _ random: inout TestRandom) -> [[Double]] {
        (-steps...steps).map { plus(w, u, times: radius * Double($0) / Double(steps)) }
            + (0..<steps).map { k in plus(w, random.unit(w.count), times: k % 2 == 0 ? radius : radius * random.uniform()) }
    }

    /// Random (w, V, R): weights of length about 1, some along x or across it, some inactive; V and R 0 among them.
    static func instance(_ random: inout TestRandom, _ trial: Int) -> (w: [Double], radius: Double, reach: Double) {
        let d = 1 + trial % 3
        var w = random.normals(d)
        if trial % 11 == 0 { for i in 1..<max(d, 1) { w[i] = 0 } }
        if trial % 13 == 0 { w[0] *= 1e-3 }
        let radius = trial % 7 == 0 ? 0 : random.uniform(0.02, 0.8)
        let reach = trial % 5 == 0 ? 0 : random.uniform(0.01, 0.7)
        return (w, radius, reach)
    }

    // MARK: One input

    /// In exact arithmetic: y, w = a y + b n + c k and w' - w in an orthogonal basis of integers, coefficients dyadic, V a multiple of
    /// ||y||/8.
    @Test(arguments: [
        [[2.0]], [[3, 4], [-4, 3]], [[1, 2, 2], [2, 1, -2], [2, -2, 1]],
    ])
    func oneInputExactly(basis: [[Double]]) {
        let y = basis[0]
        let size = length(y)
        var (yes, no) = (0, 0)
        for v in stride(from: 0, through: 0.5, by: 0.125) {
            for a in stride(from: -0.75, through: 0.75, by: 0.0625) {
                let w = basis.enumerated().reduce([Double](repeating: 0, count: y.count)) {
                    Self.plus($0, $1.element, times: $1.offset == 0 ? a : 0.25)
                }
                var found = false
                for t in stride(from: -v, through: v, by: 0.03125) {
                    for side in stride(from: -v, through: v, by: 0.125) where basis.count == 1 ? side == -v : t * t + side * side <= v * v {
                        let moved = Self.plus(w, y, times: t)
                        let point = basis.count == 1 ? moved : Self.plus(moved, basis[1], times: side)
                        if Self.isOn(point, y) != Self.isOn(w, y) { found = true }
                    }
                }
                #expect(FlipGeometry.canFlip(inner(w, y), radius: v * size * size) == found, "a = \(a), v = \(v)")
                #expect(FlipGeometry.canFlip(inner(w, y) / size, radius: v * size) == found, "a = \(a), v = \(v)")
                if v == 0 { #expect(!found) }
                if found { yes += 1 } else { no += 1 }
            }
        }
        #expect(yes > 30 && no > 30)
    }

    /// On the two boundaries, and an ulp to either side.
    @Test(arguments: [0.0, 0.5, 1e-300, 3.0, Double.leastNonzeroMagnitude])
    func oneInputOnItsBoundary(_ v: Double) {
        #expect(FlipGeometry.canFlip(v, radius: v) == (v > 0))
        #expect(!FlipGeometry.canFlip(v.nextUp, radius: v))
        #expect(!FlipGeometry.canFlip(-v, radius: v))
        #expect(!FlipGeometry.canFlip((-v).nextDown, radius: v))
        #expect(FlipGeometry.canFlip(0, radius: v) == (v > 0) && FlipGeometry.canFlip(-0.0, radius: v) == (v > 0))
        if v > 0 { #expect(FlipGeometry.canFlip((-v).nextUp, radius: v)) }
    }

    // MARK: A delta of its own

    /// Whether the search finds a delta and a W that flip w.
    static func flipsSomewhere(_ w: [Double], radius: Double, reach: Double, steps: Int, _ random: inout TestRandom) -> Bool {
        directions(w, reach: reach, steps: steps, &random).contains { u in
            let on = isOn(w, u)
            return ball(w, radius: radius, along: u, steps: 4, &random).contains { isOn($0, u) != on }
        }
    }

    @Test func ownDeltaAgreesWithASearch() {
        var random = TestRandom(81)
        var (yes, no) = (0, 0)
        for trial in 0..<1500 {
            let (w, radius, reach) = Self.instance(&random, trial)
            let can = FlipGeometry.canFlipSomewhere(
                g: w[0], rest: Self.rest(w), dimension: w.count, radius: radius, perturbation: reach)
            let e = abs(w[0]) * (1 - reach * reach).squareRoot() - reach * Self.rest(w).squareRoot()
            if abs(e - radius) < 1e-12 && radius > 0 { continue }
            // An arc's step turns <w, u> by less than the width 2 V that flips.
            let found = Self.flipsSomewhere(w, radius: radius, reach: reach, steps: 120, &random)
            #expect(found == can, "trial \(trial): w = \(w), V = \(radius), R = \(reach)")
            if radius == 0 { #expect(!can) }
            if reach == 0 { #expect(can == FlipGeometry.canFlip(w[0], radius: radius)) }
            if can { yes += 1 } else { no += 1 }
        }
        #expect(yes > 300 && no > 300)
    }

    @Test func ownDeltaOnItsBoundary() {
        func can(_ g: Double, _ rest: Double, _ d: Int, _ radius: Double, _ reach: Double) -> Bool {
            FlipGeometry.canFlipSomewhere(g: g, rest: rest, dimension: d, radius: radius, perturbation: reach)
        }
        // V = 0: even where delta turns x exactly onto w's plane, or beyond.
        for (g, rest) in [(0.0, 0.0), (0, 4), (0.1, 4), (-0.1, 4), (1, 3), (-1, 3)] {
            for reach in [0, 0.5, 1] { #expect(!can(g, rest, 3, 0, reach)) }
        }
        // e = 0 exactly: |g| sqrt(3)/2 = sqrt(3)/2. Any V > 0 flips, however small, and from both sides.
        for v in [1e-9, 1e-300] { #expect(can(1, 3, 2, v, 0.5) && can(-1, 3, 2, v, 0.5)) }
        // Far beyond both edges of the cone, where |<w, u>| = 1/2: the flip is at an inner u, as the cone is connected.
        #expect(can(0.1, 1, 2, 1e-9, 0.5) && can(-0.1, 1, 2, 1e-9, 0.5))
        // R = 0: as at one input, strict from the side that is off.
        #expect(can(0.5, 7, 3, 0.5, 0) && !can(-0.5, 7, 3, 0.5, 0) && !can(Double(0.5).nextUp, 7, 3, 0.5, 0))
        // The line: delta turns nothing.
        #expect(can(0.5, 0, 1, 0.5, 0.5) && !can(-0.5, 0, 1, 0.5, 0.5) && !can(0.51, 0, 1, 0.5, 0.5) && can(0.51, 0, 2, 0.5, 0.5))
        // w = 0, which any move can switch on.
        #expect(can(0, 0, 1, 1e-300, 0) && can(0, 0, 2, 1e-300, 0.5))
        // R = 1: x + delta comes as near to w's plane as one likes.
        #expect(can(5, 0, 2, 0.01, 1) && can(-5, 0, 2, 0.01, 1))
        // Elsewhere the boundary is irrational: both sides of it.
        for (q, v, reach) in [(0.7, 0.2, 0.3), (2.0, 0.01, 0.5), (0.0, 0.4, 0.25)] {
            let g = (v + reach * q) / (1 - reach * reach).squareRoot()
            for side in [1.0, -1] {
                #expect(can(side * g * (1 - 1e-14), q * q, 2, v, reach) && !can(side * g * (1 + 1e-14), q * q, 2, v, reach))
            }
        }
    }

    // MARK: Rows that matter

    /// Where the condition says no, nothing in the balls changes w's activation from that at x; at R = 0 and at V = 0 the yes is true as
    /// well.
    @Test func rowsThatCanDiffer() {
        var random = TestRandom(82)
        var (yes, no) = (0, 0)
        for trial in 0..<1500 {
            let (w, radius, reach) = Self.instance(&random, trial)
            let d = w.count, on = w[0] > 0
            let can = FlipGeometry.canDiffer(g: w[0], rest: Self.rest(w), radius: radius, perturbation: reach)
            // The delta and then the W that pull it most towards the other side, and others.
            let pulls = [w.map { (on ? -1 : 1) * $0 / length(w) }] + (0..<60).map { _ in random.unit(d) }
            let found = pulls.contains { pull in
                let y = Self.plus(Self.x(d), pull, times: reach)
                let u = y.map { $0 / length(y) }
                return Self.ball(w, radius: radius, along: u, steps: 3, &random).contains { Self.isOn($0, y) != on }
            }
            #expect(!found || can, "trial \(trial): w = \(w), V = \(radius), R = \(reach)")
            if radius == 0 || reach == 0 { #expect(found == can, "trial \(trial): w = \(w), V = \(radius), R = \(reach)") }
            if radius == 0 && reach == 0 { #expect(!can) }
            if can { yes += 1 } else { no += 1 }
        }
        #expect(yes > 300 && no > 300)
    }

    @Test func rowsThatCanDifferOnTheBoundary() {
        func can(_ g: Double, _ rest: Double, _ radius: Double, _ reach: Double) -> Bool {
            FlipGeometry.canDiffer(g: g, rest: rest, radius: radius, perturbation: reach)
        }
        for g in [0.0, -0.0, 1, -1, 1e-300] { #expect(!can(g, 3, 0, 0)) }
        // ||w|| = 2, R ||w|| = |g| = 1: delta takes an active w onto its plane, an inactive one not beyond.
        #expect(can(1, 3, 0, 0.5) && !can(-1, 3, 0, 0.5))
        #expect(can(0.5, 3, 0.5, 0) && !can(-0.5, 3, 0.5, 0))
        #expect(!can(0, 0, 0, 0.5) && can(0, 0, 1e-300, 0) && can(0, 1, 0, 1e-9))
    }

    // MARK: Two inputs

    /// The W that splits y = x from the edge of the cone on w's other side, moved against the edge by what is left of <w, edge> and half
    /// of what the ball and the activation at x leave.
    static func split(_ w: [Double], radius: Double, spread: Double) -> Bool {
        guard let e = across(w), spread > 0 else { return false }
        let (d, c) = (w.count, (1 - spread * spread).squareRoot())
        let on = w[0] > 0
        let edge = plus(x(d).map { c * $0 }, e, times: on ? -spread : spread)
        let p = inner(w, edge)
        if isOn(w, edge) != on { return true }
        let left = abs(p)
        let step = left + min(radius - left, abs(w[0]) / c - left) / 2
        let moved = plus(w, edge, times: on ? -step : step)
        return step <= radius && isOn(moved, x(d)) != isOn(moved, edge)
    }

    @Test func twoInputsAgreeWithASearch() {
        var random = TestRandom(83)
        var (yes, no) = (0, 0)
        for trial in 0..<1500 {
            let (w, radius, spread) = Self.instance(&random, trial)
            let d = w.count
            let e = abs(w[0]) * (1 - spread * spread).squareRoot() - spread * Self.rest(w).squareRoot()
            if abs(e - radius) < 1e-9 { continue }
            let can = FlipGeometry.canSplit(g: w[0], rest: Self.rest(w), dimension: d, radius: radius, spread: spread)
            if can {
                #expect(Self.split(w, radius: radius, spread: spread), "trial \(trial): w = \(w), V = \(radius), s = \(spread)")
                yes += 1
            } else {
                for u in Self.directions(w, reach: spread, steps: 30, &random) {
                    for moved in Self.ball(w, radius: radius, along: u, steps: 8, &random) {
                        #expect(
                            Self.isOn(moved, u) == Self.isOn(moved, Self.x(d)), "trial \(trial): w = \(w), V = \(radius), s = \(spread)")
                    }
                }
                no += 1
            }
        }
        #expect(yes > 200 && no > 200)
    }

    @Test func twoInputsOnTheBoundary() {
        func can(_ g: Double, _ rest: Double, _ d: Int, _ radius: Double, _ spread: Double) -> Bool {
            FlipGeometry.canSplit(g: g, rest: rest, dimension: d, radius: radius, spread: spread)
        }
        // s = 0: the two inputs are one.
        for v in [0.0, 0.5] { for g in [0.0, 0.1, -0.1] { #expect(!can(g, 3, 3, v, 0)) } }
        // V = 0: the sign still differs within the cone. On its edge, e = 0 exactly, an active w gets there and an inactive one does not.
        #expect(can(0.9, 3, 2, 0, 0.5) && can(-0.9, 3, 2, 0, 0.5) && can(1, 3, 2, 0, 0.5) && !can(-1, 3, 2, 0, 0.5))
        #expect(can(-1, 3, 2, 1e-300, 0.5) && !can(1.01, 3, 2, 0, 0.5) && !can(0, 0, 2, 0, 0.5) && can(0, 0, 2, 1e-300, 0.5))
        // The line: y' > 0 for s < 1; y' = 0 too at s = 1, where a w' > 0 is needed; every sign beyond.
        for v in [0.0, 0.5] { for g in [0.0, 0.1, -0.1] { #expect(!can(g, 0, 1, v, 0.999)) } }
        #expect(can(3, 0, 1, 0, 1) && !can(-0.5, 0, 1, 0.5, 1) && can(-0.4, 0, 1, 0.5, 1) && !can(0, 0, 1, 0, 1))
        #expect(can(-3, 0, 1, 0, 1.1) && !can(0, 0, 1, 0, 1.1) && can(0, 0, 1, 0.1, 1.1))
        // s = 1 off the line: an inactive w along x stays off in every direction up to a right angle.
        #expect(can(3, 0, 2, 0, 1) && !can(-3, 0, 2, 0, 1) && can(-3, 1e-9, 2, 0, 1) && can(-3, 0, 2, 0, 1.1) && !can(0, 0, 2, 0, 1.1))
    }
}
