// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// psi(t) = erf(t/sqrt 2) = 2 Phi(t) - 1 and its derivatives.
enum ErfActivation {
    static func value(_ t: Double) -> Double { erf(t * 0.5.squareRoot()) }

    static func slope(_ t: Double) -> Double { (2 / Double.pi).squareRoot() * exp(-t * t / 2) }

    /// sup |psi''| = sqrt(2/(pi e)), at t = 1.
    static let largestCurvature = (2 / Double.pi).squareRoot() * exp(-0.5)
}
