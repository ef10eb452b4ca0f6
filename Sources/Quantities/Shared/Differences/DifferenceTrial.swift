// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import LazyBall
internal import Sampler

/// A supremum over delta besides W, bracketed between a search over delta and a certificate.
struct DifferenceTrial: CellTrial {
    private let draws: Draws
    private let radius: Double
    private let perturbation: Double
    private let measure: @Sendable (DifferenceProblem<DrawnRows>) -> TrialBracket

    init(_ draws: Draws, at parameters: Parameters, measure: @escaping @Sendable (DifferenceProblem<DrawnRows>) -> TrialBracket) {
        self.draws = draws
        radius = parameters.ballRadius
        perturbation = parameters.radius
        self.measure = measure
    }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        measure(
            try draws.problem(
                trial, dense: { $0.differenceProblem(radius: radius, perturbation: perturbation) },
                reduced: { $0.differenceProblem(radius: radius, perturbation: perturbation) }))
    }
}
