// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

extension BoundedClaim {
    /// A bound on the same quantity that needs none of the paper's work, at the same failure probability, and why it holds.
    ///
    /// An upper bound at or above it, a lower bound at or below it, is vacuous.
    public func trivialBound(_ p: Arguments<Double>) -> (value: Double, reason: String) {
        let deviation = Double.sqrt(2 * p.logOverGamma(1))
        switch self {
        case .flippedNeurons, .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform:
            return (p.m, "a count of neurons is at most m")
        case .signChange, .signChangeNearby:
            return (1, "a probability is at most 1")
        case .gradientNorm, .gradientNormAtLargeWidth:
            return (0, "a norm is at least 0")
        case .functionValueAtStart:
            return (p.sqrtM + deviation, "|f(x; W0)| <= ||W0 x||, a chi variable of m degrees")
        case .functionValue, .functionValueAtLargeWidth:
            return (p.sqrtM + deviation + p.c0, "|f(x; W)| <= ||W0 x|| + C0, the norm a chi variable of m degrees")
        case .functionChange:
            return (.infinity, "nothing trivial bounds the change")
        case .directionalDifference, .directionalDifferenceAsProved:
            return (p.sqrtM + deviation + p.c0, "the sum is at most ||W0 r|| + C0, the norm a chi variable of m degrees")
        case .flippedSum:
            return (p.sqrtM + .sqrt(p.d) + deviation, "a signed sum of rows is at most sqrt m times the operator norm of W0")
        case .projectedGradientChange, .flippedGradient, .perturbedFlippedGradient, .gradientDifference:
            return (
                p.sqrtM + .sqrt(p.d) + deviation + p.c0,
                "a signed sum of rows is at most sqrt m times the operator norm of W0, and W moves it by at most C0")
        }
    }

    /// Whether the right-hand side `value` says no more at `p` than ``trivialBound(_:)``, or nothing at all (nan).
    public func isVacuous(_ value: Double, at p: Arguments<Double>) -> Bool {
        switch direction {
        case .upper: !(value < trivialBound(p).value)
        case .lower: !(value > trivialBound(p).value)
        }
    }
}
