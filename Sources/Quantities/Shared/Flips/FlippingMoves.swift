// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import LazyBall
internal import RealModule
internal import Sampler

/// Moves of one neuron that change its activation: Lemmas B.4 and B.6. x = e_0. Whether there is one is ``FlipGeometry``'s to say.
enum FlippingMoves {
    /// The weight within V of `row` whose activation at the input z is the other one; nil where there is none.
    ///
    /// With p = <w, z>/||z|| it moves along z by (|p| + V)/2 in length to the other side of 0: half way between the nearest
    /// weight that flips and the farthest that the ball allows, so that rounding harms neither.
    static func flipped(_ row: [Double], at input: [Double], radius: Double) -> [Double]? {
        let length = WitnessGeometry.norm(input)
        guard length > 0 else { return nil }
        let p = zip(row, input).reduce(0) { $0 + $1.0 * $1.1 } / length
        guard FlipGeometry.canFlip(p, radius: radius) else { return nil }
        let step = (abs(p) + radius) / 2 * (p > 0 ? -1 : 1) / length
        return zip(row, input).map { $0 + step * $1 }
    }

    /// The moves that flip every neuron that can flip at x + delta, delta being of d numbers: one W flips them all.
    static func flips(of draw: DenseInitialization, at delta: [Double], radius: Double) -> [MovedNeuron] {
        let input = WitnessGeometry.input(delta)
        return draw.moved { _, row, _ in flipped(row, at: input, radius: radius).map { ($0, nil) } }
    }

    /// The weight and the delta, ||delta|| <= R, at which the neuron differs from itself at W0 (B.4/2); nil where there are none.
    ///
    /// Delta is 0 where |g| <= V. Else it turns x towards the plane orthogonal to w_0, at most by asin R and no farther than to where the
    /// activation at W0 is still certain: <w_0, .> is V/2 there, half of what w can make good.
    static func flippedSomewhere(_ row: [Double], radius: Double, perturbation: Double) -> (weights: [Double], delta: [Double])? {
        let zero = [Double](repeating: 0, count: row.count)
        if let weights = flipped(row, at: WitnessGeometry.input(zero), radius: radius) { return (weights, zero) }
        let rest = WitnessGeometry.norm(row.dropFirst())
        guard rest > 0,
            FlipGeometry.canFlipSomewhere(
                g: row[0], rest: rest * rest, dimension: row.count, radius: radius, perturbation: perturbation)
        else { return nil }
        let norm = WitnessGeometry.norm(row)
        // The angle to the plane orthogonal to w_0 has the sine |g| / ||w_0||. R is shortened by what rounding could add.
        let angle = Double.asin(Swift.min(1, abs(row[0]) / norm)) - Double.asin(radius / 2 / norm)
        let sine = Swift.min(perturbation * (1 - 1e-9), Double.sin(angle))
        let delta = tilt(row, rest: rest, sine: sine)
        return flipped(row, at: WitnessGeometry.input(delta), radius: radius).map { ($0, delta) }
    }

    /// The delta of length `sine` that turns x by asin(sine) towards where <w_0, .> is 0: x + delta = cos (cos x -+ sin e), e the unit
    /// vector along the part of w_0 orthogonal to x, of length `rest`.
    static func tilt(_ row: [Double], rest: Double, sine: Double) -> [Double] {
        let cosine = (1 - sine * sine).squareRoot()
        let across = (row[0] > 0 ? -1 : 1) * sine * cosine / rest
        var delta = row.map { across * $0 }
        delta[0] = -sine * sine
        return delta
    }

    /// The weight and the delta', within eps of delta = -R x, with different activations at x + delta and x + delta' (B.6/2).
    ///
    /// Seen from (1-R) x the ball of radius eps spans the angle asin(eps/(1-R)). The weight moves against the tilted direction by p, what
    /// is left of <w_0, .> there, and half of what neither the ball nor the other activation forbids.
    ///
    /// None where d = 1, where delta' cannot turn x + delta.
    static func split(
        _ row: [Double], radius: Double, perturbation: Double, mesh: Double
    ) -> (weights: [Double], delta: [Double], nearby: [Double])? {
        let rest = WitnessGeometry.norm(row.dropFirst())
        let scale = 1 - perturbation
        guard rest > 0, scale > 0,
            FlipGeometry.canSplit(
                g: row[0], rest: rest * rest, dimension: row.count, radius: radius, spread: mesh / scale)
        else { return nil }
        let sine = Swift.min(1, mesh / scale) * (1 - 1e-9)
        let cosine = (1 - sine * sine).squareRoot()
        let tilted = WitnessGeometry.input(tilt(row, rest: rest, sine: sine))
        let p = abs(row[0]) * cosine - sine * rest
        guard p < radius else { return nil }
        let step = p < 0 ? 0 : p + Swift.min(radius - p, abs(row[0]) - p * cosine) / 2
        var delta = [Double](repeating: 0, count: row.count)
        delta[0] = -perturbation
        let unit = (row[0] > 0 ? -step : step) / cosine
        var nearby = tilted.map { scale * $0 }
        nearby[0] -= 1
        return (zip(row, tilted).map { $0 + unit * $1 }, delta, nearby)
    }
}
