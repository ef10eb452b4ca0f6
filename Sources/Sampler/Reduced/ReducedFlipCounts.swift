// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall

/// How many neurons the ball can flip: Lemma B.4, by the laws of ``FlipGeometry``'s conditions. Radius V >= 0; nothing flips at V = 0.
extension ReducedInitialization {
    /// |S_v| ~ Binomial(m, 2 Phi(V) - 1): the g_s are independent N(0, 1). 0 where V = 0. With a bias b a neuron can flip where
    /// |g_s + b| <= V.
    public func flippedNeurons(radius: Double, bias: Double = 0) -> Int {
        precondition(radius >= 0)
        var stream = stream(StreamLane.reducedFlips)
        return stream.binomial(width, Self.flipProbability(radius: radius, bias: bias))
    }

    /// |S'_v(delta)| for one delta: as |S_v|, since <w_{s,0}, x + delta> / ||x + delta|| is N(0, 1); 0 where x + delta = 0.
    public func flippedNeurons(radius: Double, at delta: (Double, Double)) -> Int {
        precondition(dimension > 1 || delta.1 == 0)
        return ActivationPair(delta: delta, radius: radius).isDegenerate ? 0 : flippedNeurons(radius: radius)
    }

    /// |S'_v| as defined, from g_s and ||w_{s,0}||^2 - g_s^2 ~ chi-square of d - 1 degrees of each neuron. 0 <= R <= 1.
    public func perturbedFlippedNeurons(radius: Double, perturbation: Double) -> Int {
        precondition(radius >= 0 && 0...1 ~= perturbation)
        var stream = stream(StreamLane.reducedPerturbedFlips)
        var total = 0
        for _ in 0..<width {
            let g = stream.normal(), rest = stream.chiSquare(degrees: Double(dimension - 1))
            if FlipGeometry.canFlipSomewhere(
                g: g, rest: rest, dimension: dimension, radius: radius, perturbation: perturbation)
            {
                total += 1
            }
        }
        return total
    }

    /// |S'_v| as defined ~ Binomial(m, p'), for a caller who knows p' = P(a neuron is in S'_v), in 0 ... 1.
    public func perturbedFlippedNeurons(probability: Double) -> Int {
        var stream = stream(StreamLane.reducedPerturbedFlips)
        return stream.binomial(width, probability)
    }
}
