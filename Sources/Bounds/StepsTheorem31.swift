// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of the proof of Theorem 3.1.
public enum StepsTheorem31 {
    /// 3.1/b: f + t + |t| D/G, the right-hand side of 3.1/a, at t = -2f/(1 - D/G), f > 0, and -f, which it is claimed to equal.
    @inlinable
    public static func b<Scalar: BoundScalar>(f: Scalar, difference: Scalar, gradient: Scalar) -> Inequality<Scalar> {
        let step: Scalar = .integer(2) * f / (.integer(1) - difference / gradient)
        return Inequality(f - step + step * difference / gradient, atMost: -f)
    }
}
