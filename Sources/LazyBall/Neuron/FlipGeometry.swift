// SPDX-License-Identifier: GPL-3.0-or-later

/// May this neuron flip? The one account of it: samplers, searches, certificates, witnesses and (in probability) laws all ask here.
///
/// Conditions on one weight w = w_{s,0}, exact for an activation that is strict, 1[<w, x> > 0], over closed balls: ||w' - w|| <= V,
/// ||delta|| <= R. So the two sides of a plane differ: an active weight may be moved exactly onto the plane, where it is inactive, while an
/// inactive one must get strictly beyond. V = 0 and R = 0 are answered like any other value.
///
/// Notation: ||x|| = 1, g = <w, x>, q = ||w - g x||, so that ||w||^2 = g^2 + q^2 and q = 0 where d = 1; `rest` is q^2. A condition
/// with R > 0 holds up to the rounding of its two sides, some 1e-15 of ||w||; one without is exact in Double.
public enum FlipGeometry {
    /// Some w' within V of w has 1[<w', y> > 0] != 1[<w, y> > 0], at one input y != 0: Lemma B.4, S_v at y = x, and S'_v(delta).
    ///
    ///     p in (0, V]  or  p in (-V, 0],   p = <w, y>/||y||.
    ///
    /// <w', y>/||y|| takes exactly the values [p - V, p + V]: an active weight needs p - V <= 0, an inactive one p + V > 0. Nothing flips
    /// where V = 0. At y = 0 no weight is ever active, and nothing flips: not to be asked here.
    ///
    /// - Parameters:
    ///   - p: <w, y>/||y||; or <w, y>, with the radius V ||y||.
    ///   - radius: V >= 0.
    @inlinable
    public static func canFlip(_ p: Double, radius: Double) -> Bool {
        p > 0 ? p <= radius : -p < radius
    }

    /// Some delta, ||delta|| <= R <= 1, and some w' within V of w have 1[<w', x+delta> > 0] != 1[<w, x+delta> > 0]: Lemma B.4, S'_v as it
    /// is defined, each neuron with a delta of its own.
    ///
    ///     V > 0  and  ( g > 0 ? e <= V : e < V ),   e = |g| sqrt(1-R^2) - R q   (d >= 2);   canFlip(g) where d = 1.
    ///
    /// The unit vectors u along x+delta fill the cone of angle asin R about x (its inside where R = 1), which is connected, so that
    /// p = <w, u> fills an interval. It holds g, and reaches towards 0 as far as |g| cos - q sin = e, or beyond where e < 0: |<w, u>| is
    /// least at max(e, 0). w flips at u iff p is in (-V, V] (``canFlip(_:radius:)``), which the interval meets iff, for g > 0, its lower
    /// end e is <= V, and for g <= 0 its upper end -e is > -V. At V = 0 that target is empty, though the interval may hold 0: nothing
    /// flips.
    ///
    /// Where ||w|| > V it is the condition theta <= asin R + asin(V/||w||), theta = asin(|g|/||w||); it always holds where
    /// ||w|| < V. On the line x+delta is a multiple >= 0 of x, and delta changes nothing.
    ///
    /// - Parameters:
    ///   - g: <w, x>.
    ///   - rest: q^2 = ||w||^2 - g^2; not looked at where d = 1.
    ///   - dimension: d >= 1.
    ///   - radius: V >= 0.
    ///   - perturbation: R, in [0, 1].
    @inlinable
    public static func canFlipSomewhere(g: Double, rest: Double, dimension: Int, radius: Double, perturbation: Double) -> Bool {
        if dimension == 1 { return canFlip(g, radius: radius) }
        guard radius > 0 else { return false }
        let e = excess(g: g, rest: rest, sine: perturbation)
        return g > 0 ? e <= radius : e < radius
    }

    /// Where it is false, w is active at every x+delta, ||delta|| <= R, for every w' within V of w, or at none for any: neither its flips
    /// nor its difference between x and x+delta can count, and its row may be dropped (Lemma B.9, B.8/j, B.4/4).
    ///
    ///     g > 0 ? g <= V + R(||w|| + V) : -g < V + R(||w|| + V)
    ///
    /// <w', x+delta> differs from g by at most ||w' - w|| ||x+delta|| + ||w|| ||delta|| <= V(1+R) + R ||w||. It is exact where R = 0
    /// (the condition of ``canFlip(_:radius:)``) and where V = 0 (some delta alone takes w across); else a superset. At
    /// R = V = 0 nothing differs. Any R >= 0.
    ///
    /// - Parameters:
    ///   - g: <w, x>.
    ///   - rest: q^2 = ||w||^2 - g^2.
    ///   - radius: V >= 0.
    ///   - perturbation: R >= 0.
    @inlinable
    public static func canDiffer(g: Double, rest: Double, radius: Double, perturbation: Double) -> Bool {
        // For |g| <= V + RV no root is needed; most rows that move at all are decided here or not.
        let excess = abs(g) - radius * (1 + perturbation)
        if g > 0 { return excess <= 0 || excess <= perturbation * (g * g + rest).squareRoot() }
        return excess < 0 || excess < perturbation * (g * g + rest).squareRoot()
    }

    /// Some w' within V of w has different activations at y = ||y|| x and at some y', ||y' - y|| <= s ||y||: Lemma B.6, eq. 4.
    ///
    ///     s > 0  and  ( g > 0 ? e <= V : e < V ),   e = |g| sqrt(1-s^2) - s q   (d >= 2, s <= 1).
    ///
    /// Not a flip: one w' is looked at from two inputs, so that it may happen at V = 0 too, where w itself is within the angle asin s of
    /// the plane orthogonal to y; and never at s = 0, whatever V. The w' that have it make up the double cone about that plane,
    /// { 0 < g' and |g'| sqrt(1-s^2) <= s q' } and { g' <= 0 and |g'| sqrt(1-s^2) < s q' }, and max(e, 0) is the distance of w
    /// from it: attained from the side g > 0, where the cone is closed, and not from the other.
    ///
    /// On the line, y' is a positive multiple of y and no sign differs as long as s < 1; s = 1 adds y' = 0, where nothing is active, so
    /// that any w' > 0 will do (g > -V, or g > 0); s > 1 adds the multiples < 0. For d >= 2, s > 1 leaves out w' = 0 alone.
    ///
    /// - Parameters:
    ///   - g: <w, y>/||y||.
    ///   - rest: q^2 = ||w||^2 - g^2; not looked at where d = 1.
    ///   - dimension: d >= 1.
    ///   - radius: V >= 0.
    ///   - spread: s >= 0: the mesh eps over ||y||.
    @inlinable
    public static func canSplit(g: Double, rest: Double, dimension: Int, radius: Double, spread: Double) -> Bool {
        if spread > 1 { return radius > 0 || g != 0 || (dimension > 1 && rest > 0) }
        if dimension == 1 { return spread == 1 && (g > 0 || -g < radius) }
        guard spread > 0 else { return false }
        let e = excess(g: g, rest: rest, sine: spread)
        return g > 0 ? e <= radius : e < radius
    }

    /// |g| sqrt(1-s^2) - s q: the length times the sine of the angle by which w lies outside the double cone of angle asin s about the
    /// plane orthogonal to x; negative inside.
    @inlinable
    static func excess(g: Double, rest: Double, sine: Double) -> Double {
        abs(g) * (1 - sine * sine).squareRoot() - sine * rest.squareRoot()
    }
}
