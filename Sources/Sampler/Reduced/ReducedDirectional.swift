// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
public import LazyBall
import RealModule

/// The neurons that can disagree with themselves between x and x + delta, drawn alone: Lemma B.8.
///
/// With g, h the components along x and across it in the plane of delta, and g' that along x + delta, at the angle theta, a
/// neuron can disagree iff it is in the union of three sets whose laws are simple (see ``ActivationPair``; their boundaries have
/// probability 0):
///
/// 1. A = {|g| <= V}, of probability 2 Phi(V) - 1: g a normal within V, the component across it free;
/// 2. A' = {|g'| <= V}, the same about x + delta;
/// 3. W = {g g' <= 0}, of probability theta/pi: a direction uniform in a double wedge, r^2 / 2 exponential.
///
/// P(A u A' u W) = 2 Phi(V) - 1 + 4 T(V, tan(theta/2)) with Owen's T; theta/pi at V = 0, where W alone is left. So their number is one
/// binomial; each is drawn from a set chosen with odds P(A) : P(A') : P(W) and kept with probability 1 / (the number of the sets that
/// hold it), which leaves the law on the union (Karp, Luby). At least one in three is kept.
extension ReducedInitialization {
    /// Three coordinates of each neuron that can disagree with itself. Time and memory follow their number, not m or d.
    ///
    /// d must be at least `pair.spanDimension`. Where x + delta = 0, those are the neurons with g_s > -V.
    public func directionalProblem(radius: Double, pair: DirectionPair) -> DirectionalProblem {
        precondition(dimension >= pair.spanDimension, "delta and r span more dimensions than there are")
        precondition(radius >= 0)
        let activations = ActivationPair(delta: pair.delta, radius: radius)
        let span = pair.spanDimension
        var stream = stream(StreamLane.reducedDirectional)
        let count = stream.binomial(width, activations.disagreementProbability)
        var alongX: [Double] = [], alongDelta: [Double] = []
        alongX.reserveCapacity(count)
        alongDelta.reserveCapacity(count)
        for _ in 0..<count {
            let (g, h) = activations.drawDisagreeing(&stream)
            alongX.append(g)
            alongDelta.append(span > 1 ? h : 0)
        }
        let alongR = span > 2 ? [Double](count: count) { stream.fillNormals($0) } : [Double](repeating: 0, count: count)
        let signs = [Double](count: count) { stream.fillSigns($0) }
        return DirectionalProblem(
            width: width, radius: radius, pair: pair, alongX: alongX, alongDelta: alongDelta, alongR: alongR, signs: signs)
    }
}

extension ActivationPair {
    private var stripProbability: Double { Double.erf(radius / Double.sqrt(2)) }

    /// P(a neuron can disagree with itself) = 2 Phi(V) - 1 + 4 T(V, tan(theta/2)); 0 where x + delta is a positive multiple of x,
    /// Phi(V) where it is 0.
    public var disagreementProbability: Double {
        if isDegenerate { return 0.5 * Double.erfc(-radius / Double.sqrt(2)) }
        if isParallel { return 0 }
        return min(1, stripProbability + lc_wedge_probability(radius, abs(angle)))
    }

    /// The components (g, h) of a neuron given that it can disagree with itself.
    func drawDisagreeing(_ stream: inout RandomStream) -> (Double, Double) {
        if isDegenerate { return (stream.normal(above: -radius), stream.normal()) }
        let strip = stripProbability, theta = abs(angle), wedge = theta / Double.pi
        while true {
            let choice = stream.uniform() * (2 * strip + wedge)
            let set = choice < strip ? 0 : (choice < 2 * strip ? 1 : 2)
            let (g, h) = set == 0 ? drawStrip(&stream) : set == 1 ? drawSecondStrip(&stream) : drawWedge(theta, &stream)
            let other = second(g, h)
            // A point belongs to the set that it was drawn from, whatever rounding did to it.
            let holders =
                (set == 0 || FlipGeometry.canFlip(g, radius: radius) ? 1 : 0)
                + (set == 1 || FlipGeometry.canFlip(other, radius: radius) ? 1 : 0)
                + (set == 2 || (g > 0) != (other > 0) ? 1 : 0)
            if holders == 1 || stream.uniform() * Double(holders) < 1 { return (g, h) }
        }
    }

    private func drawStrip(_ stream: inout RandomStream) -> (Double, Double) {
        (stream.normal(within: radius), stream.normal())
    }

    private func drawSecondStrip(_ stream: inout RandomStream) -> (Double, Double) {
        let (along, across) = drawStrip(&stream)
        return (cosine * along - sine * across, sine * along + cosine * across)
    }

    /// g > 0 >= g' or its mirror: at the angle b - pi/2 from x, b uniform in (0, theta), towards x + delta.
    private func drawWedge(_ theta: Double, _ stream: inout RandomStream) -> (Double, Double) {
        let b = theta * stream.uniform()
        let r = (-2 * Double.log(1 - stream.uniform())).squareRoot() * (stream.word() & 1 == 0 ? 1 : -1)
        let g = r * Double.sin(b), h = -r * Double.cos(b)
        return (g, sine < 0 ? -h : h)
    }
}
