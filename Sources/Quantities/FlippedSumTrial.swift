// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall

/// Steps B.7/f, B.7/h and B.8/i: how far flips and moves take the gradient from where it is at W0, bracketed.
struct FlippedSumTrial: CellTrial {
    let draws: Draws
    let radius: Double
    let bound: Double
    let quantity: GradientDeviation.Quantity

    var method: Method { .certified }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let problem = try draws.gradientProblem(trial, radius: radius)
        let deviation = GradientDeviation(
            quantity, problem, certificate: GradientDeviation.Certificate(problem), bound: bound)
        return TrialBracket(attained: deviation.attained, certified: deviation.certified)
    }
}
