// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim
import RealModule

extension RandomStream {
    /// N(0, 1), by a ziggurat of 53 bits: P(|g| <= V) is right to a relative 1e-12 for V down to 1e-4.
    public mutating func normal() -> Double { lc_rng_normal(handle) }

    /// Independent N(0, 1).
    public mutating func fillNormals(_ out: UnsafeMutableBufferPointer<Double>) {
        guard let base = out.baseAddress else { return }
        lc_rng_fill_normals(handle, base, out.count)
    }

    /// N(0, 1) given that it exceeds `low`.
    public mutating func normal(above low: Double) -> Double {
        precondition(!low.isNaN)
        return lc_rng_normal_above(handle, low)
    }

    /// N(0, 1) given that its absolute value is at most `bound` >= 0.
    public mutating func normal(within bound: Double) -> Double {
        precondition(bound >= 0)
        return lc_rng_normal_within(handle, bound)
    }

    /// Chi-square: the sum of `degrees` squared N(0, 1). Real `degrees` >= 0; 0 gives 0.
    public mutating func chiSquare(degrees: Double) -> Double {
        precondition(degrees >= 0 && degrees.isFinite)
        return degrees == 0 ? 0 : lc_rng_chi_square(handle, degrees)
    }

    /// Chi: the norm of a vector of `degrees` N(0, 1). Real `degrees` >= 0; 0 gives 0.
    public mutating func chi(degrees: Double) -> Double { chiSquare(degrees: degrees).squareRoot() }

    /// Binomial(n, p): how many of `trials` independent events of probability p happen.
    ///
    /// Exact up to rounding, for every n and p: by inversion from log(1 - p) where n p < 14, else by rejection (BTPE,
    /// doi:10.1145/42372.42381), to which larger n are brought by order statistics. The cost does not grow with n or n p.
    public mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
        precondition(trials >= 0 && probability >= 0 && probability <= 1)
        return Int(lc_rng_binomial(handle, UInt64(trials), probability))
    }

    /// Uniform on the sphere of radius 1 in `out.count` dimensions; +1 or -1 in one.
    public mutating func fillSphere(_ out: UnsafeMutableBufferPointer<Double>) {
        var square = 0.0
        repeat {
            fillNormals(out)
            square = 0
            for x in out { square += x * x }
        } while square == 0 && !out.isEmpty
        let scale = 1 / square.squareRoot()
        for k in out.indices { out[k] *= scale }
    }

    /// Uniform in the ball of radius 1 in `out.count` dimensions: a point of the sphere times U^(1/d).
    public mutating func fillBall(_ out: UnsafeMutableBufferPointer<Double>) {
        guard !out.isEmpty else { return }
        fillSphere(out)
        let radius = Double.pow(uniform(), 1 / Double(out.count))
        for k in out.indices { out[k] *= radius }
    }
}
