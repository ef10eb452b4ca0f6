// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import RealModule
internal import Sampler

/// Lemma B.6: whether one neuron changes sign, 1 or 0. Both statements are about one neuron, whatever m.
struct SignChangeTrial: CellTrial {
    enum Event: Sendable {
        /// sign <w_{s,0}, x> differs from sign <w_{s,0}, x + delta>, ||delta|| = R (B.6/1), at the worst angle asin R.
        case betweenInputs
        /// Some W and some delta' within eps of delta have sign <w_s, x + delta> differ from sign <w_s, x + delta'> (B.6/2), at the
        /// worst delta = -R x, which makes ||x + delta|| least.
        case nearby(mesh: Double)
    }

    let draws: Draws
    let radius: Double
    let perturbation: Double
    let event: Event

    var method: Method { .exact }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        var stream = RandomStream(draws.key(trial), generator: draws.generator)
        let (g, h) = (stream.normal(), draws.dimension > 1 ? stream.normal() : 0)
        switch event {
        case .betweenInputs:
            // delta at the angle where x + delta is tangent to the ball around x: the angle between them is asin R.
            let (sine, cosine) = (perturbation, Double.sqrt(1 - perturbation * perturbation))
            let tilted = draws.dimension > 1 ? cosine * g + sine * h : (1 - perturbation) * g
            return TrialBracket(exactly: (g > 0) != (tilted > 0) ? 1 : 0)
        case .nearby(let mesh):
            let norm = Double.hypot(Double.hypot(g, h), stream.chi(degrees: Double(Swift.max(0, draws.dimension - 2))))
            let splits = FlipGeometry.canSplit(
                g: g, rest: norm * norm - g * g, dimension: draws.dimension, radius: radius, spread: mesh / (1 - perturbation))
            return TrialBracket(exactly: splits ? 1 : 0)
        }
    }
}
