// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import LazyBall
internal import Sampler

/// How far flips and moves take the gradient from where it is at W0, bracketed.
struct GradientDeviationTrial: CellTrial {
    let draws: Draws
    let radius: Double
    /// Beyond which the search need not go; nil where it is to go as far as it can.
    let bound: Double?
    let quantity: GradientDeviation.Quantity

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let problem = try GradientMoves.problem(draws, trial, radius: radius)
        let rounding = problem.roundingError
        let deviation = GradientDeviation(
            quantity, problem, certificate: GradientDeviation.Certificate(problem), bound: bound.map { $0 - rounding })
        return TrialBracket(attained: deviation.attained, certified: deviation.certified + rounding, rounding: rounding)
    }
}
