// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Prover
import Quantities

/// A right-hand side of one's own on an existing quantity: Lemma B.5's bound on |f| without its second term.
struct SharperFunctionValueBound: Formula {
    /// The bound depends on C0; d, m and gamma are always there.
    var dependsOn: Set<OptionalParameter> { [.c0] }

    /// sqrt(2 log(2/gamma)) + C0, in any scalar: a run evaluates this line in Double, a proof may in ball arithmetic.
    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(.init("sqrt(2 log(2/gamma))", .sqrt(.integer(2) * p.logOverGamma(2))), .init("C0", p.c0))
    }

    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
}

extension Claim {
    /// The claim as one value: what is said, of which quantity, and how it is decided.
    public static let sharperFunctionValue = Claim(
        "Own/1", place: "after Lemma B.5", kind: .uniform,
        statement: "With probability >= 1-gamma, for all W: |f(x;a,W)| <= sqrt(2 log(2/gamma)) + C0",
        domain: "d, m >= 1, gamma in (0,1), C0 >= 0",
        subject: .measured(FunctionValue(), bound: SharperFunctionValueBound(), law: .unknown), failing: .gamma,
        check: .supremum("The supremum over the ball in closed form, draw by draw."),
        // Without a proof the audit runs the plan's cells and says no more than `holds`.
        decidedBy: .draws)
}
