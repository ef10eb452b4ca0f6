// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import LazyBall
internal import RealModule
internal import Sampler

/// Lemma B.7: inf over W of ||grad f(x; W)||, bracketed, and no more precisely than its bound needs.
///
/// A reduced draw is first looked at in the plane of x and the steady neurons' sum, where the certificate costs two numbers a
/// flippable neuron. Where that satisfies the bound the trial ends, with the minimizer's own norm as the attained value;
/// elsewhere the rest of the same draw is made and the bracket closed by Frank-Wolfe.
struct GradientNormTrial: CellTrial {
    let draws: Draws
    let radius: Double
    /// -inf where the bound says nothing.
    let bound: Double

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        switch draws.sampler {
        case .dense: return bracket(try draws.dense(trial).gradientProblem(radius: radius))
        case .reduced:
            var scalars = try draws.reduced(trial).gradientScalars(radius: radius)
            return planeBracket(&scalars) ?? bracket(scalars.problem())
        }
    }

    /// The bracket from the plane of x and S, if its certificate satisfies the bound.
    private func planeBracket(_ scalars: inout GradientScalars) -> TrialBracket? {
        let length = Double.hypot(scalars.steadyAlongX, scalars.steadyAcross)
        guard length > 0 else { return nil }
        let (along, across) = (scalars.steadyAlongX / length, scalars.steadyAcross / length)
        let certificate = GradientCertificate.lowerBound(
            uX: along, preactivations: scalars.preactivations,
            projections: zip(scalars.preactivations, scalars.across).map { along * $0 + across * $1 }, signs: scalars.signs,
            steadyProjection: length, steadyCount: scalars.steadyCount, radius: radius, width: scalars.width)
        var rounding = RowSumRounding(dimension: 2, width: scalars.width)
        let lengths = zip(scalars.preactivations, scalars.across).reduce(0) { $0 + Double.hypot($1.0, $1.1) }
        rounding.add(terms: scalars.signs.count, lengths: lengths, radius: radius)
        rounding.add(terms: 1, lengths: length, radius: Double(scalars.steadyCount) * radius)
        let certified = Swift.max(0, certificate.certified - rounding.error)
        guard certified >= bound else { return nil }
        let attained = certificate.attained(transversal: scalars.transversalLength(of: certificate.onCount))
        return TrialBracket(attained: attained, certified: certified, rounding: rounding.error)
    }

    private func bracket(_ problem: GradientProblem) -> TrialBracket {
        let rounding = problem.roundingError
        // The search goes on until its certificate serves with its rounding taken off.
        let bracket = GradientNormBracket(problem, dimension: draws.dimension, bound: bound + rounding)
        return TrialBracket(attained: bracket.attained, certified: Swift.max(0, bracket.certified - rounding), rounding: rounding)
    }
}
