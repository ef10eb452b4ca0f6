// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

/// The bounds that cost nothing. m is the width, d the dimension; those with gamma in them hold with probability at least 1 - gamma.
extension TrivialBound {
    static func countOfNeurons(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(p.m, "a count of neurons is at most m") }

    static let probability = TrivialBound(1, "a probability is at most 1")

    /// For ||(1/sqrt m) sum_s +-w_{s,0} 1_s||: the signs and activations make a vector of length at most sqrt m, and the operator norm of
    /// W0 is at most sqrt m + sqrt d + sqrt(2 log(1/gamma)).
    static func signedSum(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(
            p.sqrtM + p.d.squareRoot() + deviation(p), "a signed sum of rows is at most sqrt m times the operator norm of W0")
    }

    /// The same for the rows of W, each within V = C0 / sqrt m of that of W0.
    static func signedSumOfMovedRows(_ p: Arguments<Double>) -> TrivialBound {
        TrivialBound(
            p.sqrtM + p.d.squareRoot() + deviation(p) + p.c0,
            "a signed sum of rows is at most sqrt m times the operator norm of W0, and W moves it by at most C0")
    }

    /// sqrt(2 log(1/gamma)): by how much a 1-Lipschitz function of standard normals exceeds its mean, except with probability gamma.
    static func deviation(_ p: Arguments<Double>) -> Double { (2 * p.logOverGamma(1)).squareRoot() }
}
