// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Prover

extension Claim {
    private static let third = AllowedFailure.gamma(times: 1.0 / 3, text: "gamma/3")
    private static let place = "for Theorem 1, with constants of ours"

    public static let valueAtStart = Claim(
        "1/a", place: "\(place): the value", kind: .probability,
        statement: "With probability >= 1-gamma/3: |f(x)| <= F = sqrt((2/3) log(6/gamma))",
        domain: "d, m >= 1, gamma in (0,1)",
        subject: .measured(InitialValue(), bound: Theorem1.Value(), law: .unknown), failing: third,
        check: .supremum("f(x) is evaluated on every draw."),
        decidedBy: .proof(Theorem1Arguments.value))

    public static let gradientAtStart = Claim(
        "1/b", place: "\(place): the gradient", kind: .probability,
        statement: """
            With probability >= 1-gamma/3, with L = log(6/gamma):
            ||grad f(x)|| >= G = (0.367 - 0.637 sqrt(L/(2m)))^{1/2} ((d - 1 - 2 sqrt((d-1) L))/d)^{1/2}
            """,
        domain: "0.637 sqrt(L/(2m)) <= 0.367, 2 sqrt((d-1) L) <= d-1",
        subject: .measured(InitialGradient(), bound: Theorem1.Gradient(), law: .unknown), failing: third,
        check: .supremum("The norm of the gradient is evaluated on every draw."),
        decidedBy: .proof(Theorem1Arguments.gradient))

    public static let smoothness = Claim(
        "1/c", place: "\(place): the smoothness", kind: .uniform,
        statement: """
            With probability >= 1-gamma/3, at every point: the operator norm of the Hessian of f is
            <= H = 0.484 (sqrt m + sqrt d + sqrt(2 log(3/gamma)))^2/(d sqrt m)
            """,
        domain: "d, m >= 1, gamma in (0,1)",
        subject: .described("sup of the Hessian's operator norm", .upper), failing: third,
        check: .argument("The lines of its proof are checked, in ball arithmetic where they can be."),
        decidedBy: .proof(Theorem1Arguments.smoothness))

    public static let flippingStep = Claim(
        "1/1", place: "Theorem 1, with constants of ours", kind: .probability,
        statement: "With probability >= 1-gamma, one step t grad f(x), t <= 2F/G^2, brings f to 0 against its sign: t* <= 2F/G^2",
        domain: "0.637 sqrt(L/(2m)) <= 0.367, 2 sqrt((d-1) L) <= d-1, 2 F H <= G^2, L = log(6/gamma)",
        subject: .measured(FlippingStep(), bound: Theorem1.Step(), law: .unknown), failing: .gamma,
        check: .bracket(
            "On the line of the step f is a function of one variable whose curvature is bounded: no step below the attained value "
                + "flips, and the step of the certified value does."),
        decidedBy: .proof(Theorem1Arguments.step))
}
