// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall

/// The suprema over delta besides W: B.9/1, B.8/j and B.4/4, bracketed between a search over delta and a certificate.
struct DifferenceTrial: CellTrial {
    enum Supremum: Sendable {
        /// Of |S'_v(delta)|, one delta for all neurons (B.4/4).
        case flipCount
        /// Of the sum of the neurons that flip at x + delta (B.8/j).
        case perturbedFlippedSum
        /// Of ||grad f(x) - grad f(x + delta)|| (B.9/1).
        case gradientDifference
    }

    let draws: Draws
    let radius: Double
    let perturbation: Double
    let bound: Double
    let supremum: Supremum

    var method: Method { .certified }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        let problem = try draws.differenceProblem(trial, radius: radius, perturbation: perturbation)
        switch supremum {
        case .flipCount:
            let count = PerturbedFlipCount(problem, bound: bound)
            return TrialBracket(attained: Double(count.attained), certified: Double(count.certified))
        case .perturbedFlippedSum:
            let sum = PerturbedFlippedSum(problem, bound: bound)
            return TrialBracket(attained: sum.attained, certified: sum.certified)
        case .gradientDifference:
            let bracket = GradientDifferenceBracket(problem, bound: bound)
            return TrialBracket(attained: bracket.attained, certified: bracket.certified)
        }
    }
}
