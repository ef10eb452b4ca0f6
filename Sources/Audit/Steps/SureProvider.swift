// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds

/// The steps that hold of every draw and every W, and those that follow from them by a line of reasoning: B.4/4, b, c, d, B.5/1, B.5/b, B.7/e, f,
/// B.9/i, 3.1/a, 3.1/c, 3.2/a.
///
/// What is argued here in words the Verifier also tries on random and adversarial instances.
public struct SureProvider: AuditProvider {
    public init() {}

    private static let table =
        [flips, flipsAsDisplayed, flipsAsProved, functionValue, functionChange, gradientChange, descent, scaling, markov] + UniformArguments.all

    public var steps: [AuditStep] { Self.table.map(\.step) }

    public func rows(for id: String) -> [AuditRow] { Self.table.first { $0.step.id == id }?.rows() ?? [] }

    // MARK: Lemma B.4

    private static let flips = DeterministicStep(
        step: AuditStep(
            id: "B.4/b", kind: .uniform, statement: "S_v is contained in { s : |<w_{s,0},x>| <= V }", place: "Lemma B.4, proof",
            domain: "every W0, V >= 0, ||x|| = 1"),
        proof: [
            .argument("|<w_s,x> - <w_{s,0},x>| <= ||w_s - w_{s,0}|| ||x|| <= V, so where |<w_{s,0},x>| > V both have one "
                + "sign, neither 0")
        ],
        method: "Cauchy-Schwarz")

    /// One neuron on the line through x: w_{s,0} = g x, delta = R x, W moves it by -V x.
    private static let flipsAsDisplayed = DeterministicStep(
        step: AuditStep(
            id: "B.4/c", kind: .uniform, statement: "|S'_v(delta)| <= #{ s : "
                + "|<w_{s,0},x+delta>| <= V }", place: "Lemma B.4, statement",
            domain: "every W0, V >= 0, delta fixed with ||delta|| <= R <= 1/2"),
        search: {
            // Both sides as counts: the neuron flips iff (g - V)(1+R) <= 0 < g (1+R); it is counted iff |g (1+R)| <= V.
            WitnessSearch([("m", ["1"]), ("V", ["1"]), ("R", ["0.5", "0.1"]), ("<w,x>", ["1", "0.5", "0.9"])]) { x in
                let inner = x[3] * (Ball(1) + x[2])
                guard let flips = x[3].isLessOrEqual(to: x[1]), let counted = inner.isLessOrEqual(to: x[1]) else { return nil }
                return StepSides(Ball(flips ? 1 : 0), atMost: Ball(counted ? 1 : 0))
            }.first()
        },
        parts: [
            (
                "Holds where ||x+delta|| <= 1.",
                [.argument("||x+delta|| <= 1: the inner product moves by at most V ||x+delta|| <= V, so B.4/b's line applies")]
            )
        ],
        route: "The proof uses the threshold V(1+R) instead, B.4/d.",
        repairs: [
            DeterministicStep(
                step: AuditStep(
                    id: "B.4/c*", kind: .uniform, statement: "|S'_v(delta)| <= #{ s : |<w_{s,0},x+delta>| <= V ||x+delta|| }",
                    place: "for B.4/3: the threshold that x+delta asks for", domain: "every W0, V >= 0, every delta"),
                proof: movement, method: "Cauchy-Schwarz", note: "The law of the right side is that of B.4/b's, so B.4/3 follows "
                    + "as B.4/1 does.")
        ])

    private static let movement: [Check] = [
        .argument("|<w_s,x+delta> - <w_{s,0},x+delta>| <= V ||x+delta||, so where |<w_{s,0},x+delta>| exceeds it both "
            + "have one sign")
    ]

    private static let flipsAsProved = DeterministicStep(
        step: AuditStep(
            id: "B.4/d", kind: .uniform, statement: "S'_v(delta) is contained in { s : "
                + "|<w_{s,0},x+delta>| <= V(1+R) }", place: "Lemma B.4, proof",
            domain: "every W0, V >= 0, delta fixed with ||delta|| <= R"),
        proof: movement + [.argument("||x+delta|| <= 1+R")], method: "Cauchy-Schwarz")

    // MARK: Lemma B.5

    private static let lipschitz: Check = .argument(
        "relu is 1-Lipschitz: |f(x;a,W) - f(x;a,W0)| <= (1/sqrt m) sum_s |<w_s - w_{s,0},x>| <= (1/sqrt m) m V = C0")

    private static let functionChange = DeterministicStep(
        step: AuditStep(
            id: "B.5/b", kind: .uniform, statement: "|f(x;a,W) - f(x;a,W0)| <= C0", place: "Lemma B.5, proof", domain: "every draw and every W"),
        proof: [lipschitz], method: "Lipschitz constant")

    private static let functionValue = DeterministicStep(
        step: AuditStep(
            id: "B.5/1", kind: .uniform,
            statement: "with probability >= 1-gamma, for all W: |f(x;a,W)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m + C0",
            place: "Lemma B.5, first statement", domain: "m >= 1, gamma in (0,1), C0 >= 0"),
        proof: [lipschitz] + ExistenceB5.tail + [
            .argument("at t = sqrt(2L), L = log(2/gamma): exp(-L) = gamma/2 <= gamma, and 2L/sqrt m >= 0")
        ],
        method: "sub-Gaussian tail, for all m", note: "The term 2 log(2/gamma)/sqrt m is not needed.")

    // MARK: Lemma B.7 and Theorem 3.1

    private static let gradientChange = DeterministicStep(
        step: AuditStep(
            id: "B.7/e", kind: .uniform,
            statement: "||P grad f(x;a,W) - P grad f(x;a,W0)|| <= C0 + sup_v ||(1/sqrt m) sum_s a_s P w_{s,0} "
                + "(relu'(<w_{s,0}+v_s,x>) - relu'(<w_{s,0},x>))||",
            place: "Lemma B.7, proof, eq. 6", domain: "every draw and every W"),
        proof: [
            .argument("w_s relu'(<w_s,x>) - w_{s,0} relu'(<w_{s,0},x>) = v_s relu'(<w_s,x>) + w_{s,0} (relu'(<w_s,x>) - "
                + "relu'(<w_{s,0},x>)), v_s = w_s - w_{s,0}"),
            .argument("the first sum is at most (1/sqrt m) m V = C0 in norm, P being a projection; the second is one of those "
                + "in the supremum"),
        ],
        method: "triangle inequality")

    private static let descent = DeterministicStep(
        step: AuditStep(
            id: "3.1/a", kind: .uniform,
            statement: "f(x + t grad/||grad||^2) <= f(x) + t + |t| sup_{||delta|| <= |t|/||grad||} ||grad f(x+delta) - grad "
                + "f(x)||/||grad f(x)||, t < 0",
            place: "Theorem 3.1, proof", domain: "every network, every x with grad f(x) != 0"),
        proof: [
            .argument("f is piecewise linear along the segment, so f is the integral of its derivative, <grad f, grad "
                + "f(x)>/||grad f(x)||^2 times t, which exists but for finitely many points or is constant along a kink"),
            .argument("<grad f(y), grad f(x)> = ||grad f(x)||^2 + <grad f(y) - grad f(x), grad f(x)>, and "
                + "Cauchy-Schwarz for the last"),
        ],
        method: "fundamental theorem of calculus", note: "Along a kink the one-sided derivative agrees with the paper's "
            + "convention relu'(0) = 0, as relu(<w,y>) stays 0 there.")

    private static let scaling = DeterministicStep(
        step: AuditStep(
            id: "3.1/c", kind: .uniform, statement: "sign f(x;a,rW) = sign f(x;a,W) "
                + "for every r > 0", place: "Section 3, beyond the lazy regime",
            domain: "every network, x, r > 0"),
        proof: [.argument("relu(r z) = r relu(z) for r > 0, so f(x;a,rW) = r f(x;a,W); the same holds at x + eta grad f, whose "
            + "direction r leaves as it is")],
        method: "homogeneity")

    private static let markov = DeterministicStep(
        step: AuditStep(
            id: "3.2/a", kind: .deterministic, statement: "P(inf_W L_R(W) < 0.9) <= 10 sup_x E[1 - "
                + "inf_W l_R(W;x,y)]", place: "Corollary 3.2, proof",
            domain: "every distribution on the sphere"),
        proof: [
            .argument("inf_W E_x l_R(W;x,y) >= E_x inf_W l_R(W;x,y), so 1 - inf_W L_R <= E_x[1 - inf_W l_R]"),
            .argument("Markov: P(1 - inf_W L_R > 0.1) <= 10 E[1 - inf_W L_R]; then Fubini, as 0 <= l_R <= 1, and the mean over x "
                + "is at most the supremum"),
        ],
        method: "Markov and Fubini", note: "With inf_W, where the paper's display writes sup_W.")
}
