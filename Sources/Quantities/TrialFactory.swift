// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import ExactLaws
internal import LazyBall

/// Makes the trial that measures a cell.
struct TrialFactory {
    let options: RunOptions

    func trial(of question: Question) throws -> any CellTrial {
        let cell = question.cell
        let p = cell.parameters
        let draws = Draws(options, claim: cell.claim.rawValue, cell: cell.description, dimension: p.d, width: p.m)
        let v = p.ballRadius
        func flips(_ set: FlipCountTrial.Set) -> FlipCountTrial {
            FlipCountTrial(draws: draws, radius: v, perturbation: p.radius, set: set)
        }
        func signChange(_ event: SignChangeTrial.Event) -> SignChangeTrial {
            SignChangeTrial(draws: draws, radius: v, perturbation: p.radius, event: event)
        }
        func deviation(_ quantity: GradientDeviation.Quantity) -> FlippedSumTrial {
            FlippedSumTrial(draws: draws, radius: v, bound: question.bound, quantity: quantity)
        }
        switch cell.claim {
        case .flippedNeurons: return flips(.atInput)
        case .perturbedFlippedNeurons: return flips(.ownPerturbation(probability: FlipProbability.perturbed(at: p)))
        case .perturbedFlippedNeuronsFixed: return flips(.fixedPerturbation)
        case .functionValue, .functionValueAtLargeWidth: return FunctionTrial(draws: draws, radius: v, value: .supremum)
        case .functionValueAtStart: return FunctionTrial(draws: draws, radius: v, value: .atInitialization)
        case .functionChange: return FunctionTrial(draws: draws, radius: v, value: .change)
        case .signChange: return signChange(.betweenInputs)
        case .signChangeNearby: return signChange(.nearby(mesh: p.epsilon))
        case .gradientNorm, .gradientNormAtLargeWidth:
            return GradientNormTrial(draws: draws, radius: v, bound: question.bound)
        case .flippedSum: return deviation(.projectedFlips)
        case .projectedGradientChange: return deviation(.projectedDifference)
        case .flippedGradient: return deviation(.flips)
        case .directionalDifference, .directionalDifferenceAsProved:
            return DirectionalTrial(draws: draws, radius: v, pair: DirectionPair.standard(dimension: p.d, perturbation: p.radius))
        case .perturbedFlippedNeuronsUniform:
            return DifferenceTrial(draws: draws, radius: v, perturbation: p.radius, bound: question.bound, supremum: .flipCount)
        case .perturbedFlippedGradient:
            return DifferenceTrial(draws: draws, radius: v, perturbation: p.radius, bound: question.bound, supremum: .perturbedFlippedSum)
        case .gradientDifference:
            return DifferenceTrial(draws: draws, radius: v, perturbation: p.radius, bound: question.bound, supremum: .gradientDifference)
        }
    }
}

extension DirectionPair {
    /// r = e_2 and delta = R e_3 with x = e_1: orthogonal to each other and to x. In two dimensions delta = R e_2 = R r; in one,
    /// where all are parallel, r = x and delta = R x.
    static func standard(dimension: Int, perturbation: Double) -> DirectionPair {
        switch dimension {
        case 1: DirectionPair(delta: (perturbation, 0), r: (1, 0, 0))
        case 2: DirectionPair(delta: (0, perturbation), r: (0, 1, 0))
        default: DirectionPair(delta: (0, perturbation), r: (0, 0, 1))
        }
    }
}
