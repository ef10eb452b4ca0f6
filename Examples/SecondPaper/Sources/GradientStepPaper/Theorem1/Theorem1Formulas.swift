// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds

/// The constants, L = log(6/gamma). Those of the activation are rationals on the safe side, which the proofs check.
enum Theorem1 {
    /// F = sqrt((2/3) L): |f(x)| exceeds it with probability at most gamma/3.
    struct Value: Formula {
        var dependsOn: Set<OptionalParameter> { [] }

        func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            Bound(.init("sqrt((2/3) log(6/gamma))", .sqrt(.ratio(2, 3) * p.logOverGamma(6))))
        }

        func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
    }

    /// G: ||grad f(x)|| falls below it with probability at most gamma/3.
    struct Gradient: Formula {
        var dependsOn: Set<OptionalParameter> { [] }

        func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            Bound(.init("(0.367 - 0.637 sqrt(L/(2m)))^{1/2} ((d - 1 - 2 sqrt((d-1) L))/d)^{1/2}", .sqrt(slopes(p)) * .sqrt(share(p))))
        }

        func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            [
                Hypothesis("0.637 sqrt(L/(2m)) <= 0.367, L = log(6/gamma)", .integer(0), atMost: slopes(p)),
                Hypothesis("2 sqrt((d-1) L) <= d-1", .integer(0), atMost: share(p)),
            ]
        }

        /// A lower bound of (1/m) sum_l psi'(<w_l,x>)^2.
        private func slopes<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Scalar {
            .ratio(367, 1000) - .ratio(637, 1000) * .sqrt(p.logOverGamma(6) / (.integer(2) * p.m))
        }

        /// A lower bound of chi^2_{d-1}/d.
        private func share<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Scalar {
            let n = p.d - .integer(1)
            return (n - .integer(2) * .sqrt(n * p.logOverGamma(6))) / p.d
        }
    }

    /// H = 0.484 (sqrt m + sqrt d + sqrt(2 log(3/gamma)))^2/(d sqrt m): the Hessian's operator norm exceeds it somewhere with probability
    /// at most gamma/3.
    static func smoothness<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Scalar {
        let norm = p.sqrtM + .sqrt(p.d) + .sqrt(.integer(2) * p.logOverGamma(3))
        return .ratio(484, 1000) * norm * norm / (p.d * p.sqrtM)
    }

    /// 2F/G^2: t* exceeds it with probability at most gamma.
    struct Step: Formula {
        var dependsOn: Set<OptionalParameter> { [] }

        func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
            let g = Gradient().bound(p).value
            return Bound(.init("2F/G^2", .integer(2) * Value().bound(p).value / (g * g)))
        }

        func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
            let f = Value().bound(p).value, g = Gradient().bound(p).value
            return Gradient().hypotheses(p) + [Hypothesis("2 F H <= G^2", .integer(2) * f * smoothness(p), atMost: g * g)]
        }
    }
}
