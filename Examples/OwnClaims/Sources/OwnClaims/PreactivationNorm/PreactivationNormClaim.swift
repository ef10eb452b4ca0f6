// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Prover

/// sqrt m + sqrt(2 log(1/gamma)) + C0.
struct PreactivationNormBound: Formula {
    var dependsOn: Set<OptionalParameter> { [.c0] }

    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            .init("sqrt m", p.sqrtM), .init("sqrt(2 log(1/gamma))", .sqrt(.integer(2) * p.logOverGamma(1))), .init("C0", p.c0))
    }

    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
}

extension Claim {
    public static let preactivationNorm = Claim(
        "Own/2", place: "Gaussian concentration", kind: .uniform,
        statement: "With probability >= 1-gamma, for all W: ||W x|| <= sqrt m + sqrt(2 log(1/gamma)) + C0",
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(PreactivationNorm(), bound: PreactivationNormBound(), law: .unknown), failing: .gamma,
        check: .supremum("The supremum over the ball is the root of sum_s (|g_s| + V)^2, draw by draw."),
        decidedBy: .proof(
            CheckedArgument(
                proof: [
                    .argument("||W x|| <= ||W0 x|| + ||(W - W0) x||, and the second is at most sqrt(m V^2) = C0"),
                    .argument(
                        "||W0 x|| is a 1-Lipschitz function of m independent normals with mean at most sqrt m: it exceeds its mean by t "
                            + "with probability at most exp(-t^2/2), which is gamma at t = sqrt(2 log(1/gamma))"),
                ],
                method: "Gaussian concentration")))
}
