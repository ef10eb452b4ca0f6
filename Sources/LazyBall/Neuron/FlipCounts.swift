// SPDX-License-Identifier: GPL-3.0-or-later

public import RealModule

/// Which neurons can change sign: the sets of Lemma B.4, membership exact.
public enum FlipCounts {
    /// Whether some w within V of w_0 has 1[<w, x> > 0] other than 1[g > 0], g = <w_0, x>, ||x|| = 1: g in (0, V] or g in (-V, 0].
    @inlinable
    public static func canFlip(preactivation g: Double, radius: Double) -> Bool {
        g > 0 ? g <= radius : -g < radius
    }

    /// Whether some delta, ||delta|| <= R < 1, and some w within V of w_0 have 1[<w, x + delta> > 0] other than 1[<w_0, x + delta> > 0].
    ///
    /// The directions x + delta fill the cone of half-angle asin R about x, and w the cone of half-angle asin(V/||w_0||) about w_0.
    /// A flip needs a direction within asin(V/||w_0||) of the plane orthogonal to w_0, whose angle to x is asin(|g|/||w_0||).
    /// In one dimension, where delta turns nothing, only ||w_0|| <= V flips: this is for d >= 2.
    /// So the condition is asin(|g|/||w_0||) <= asin R + asin(V/||w_0||), or ||w_0|| <= V. False where V = 0: w = w_0 never differs.
    @inlinable
    public static func canFlip(
        preactivation g: Double, norm: Double, perturbation: Double, radius: Double
    ) -> Bool {
        guard radius > 0 else { return false }
        guard norm > radius else { return true }
        let sine = Swift.min(1, Swift.abs(g) / norm)
        return Double.asin(sine) <= Double.asin(Swift.min(1, perturbation)) + Double.asin(radius / norm)
    }

    /// |S_v| = #{ s : the neuron can flip at x }.
    public static func flipped(preactivations: [Double], radius: Double) -> Int {
        var count = 0
        for g in preactivations where canFlip(preactivation: g, radius: radius) { count += 1 }
        return count
    }

    /// |S'_v(delta)| for one fixed delta, from h_s = <w_{s,0}, x + delta> and ||x + delta||: #{ s : h_s in (-V||x+delta||, V||x+delta||] }.
    public static func flipped(perturbedPreactivations: [Double], inputNorm: Double, radius: Double) -> Int {
        flipped(preactivations: perturbedPreactivations, radius: radius * inputNorm)
    }
}
