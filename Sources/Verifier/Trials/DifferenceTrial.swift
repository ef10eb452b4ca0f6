// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import Sampler

struct DifferenceTrial: CellTrial {
    enum Supremum: Sendable { case flipCount, perturbedFlippedSum, gradientDifference }
    let draws: Draws
    let radius: Double
    let perturbation: Double
    let bound: Double
    let supremum: Supremum
    var method: Method { .certified }
    func bracket(_ trial: UInt64) throws -> TrialBracket {
        TrialBracket(attained: 0, certified: .infinity)
    }
}
