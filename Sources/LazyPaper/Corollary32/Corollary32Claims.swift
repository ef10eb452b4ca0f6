// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Prover

/// Corollary 3.2: no network of the ball is robust.
extension Claim {
    static let claim321 = Claim(
        "3.2/1", place: "Corollary 3.2", kind: .uniform,
        statement: """
            For every gamma in (0,1) and C0 >= 0 there are C1 and the constants of 3.1/1, which may depend on gamma and C0
            but not on d and m, such that with probability >= 1-10 gamma, for all W in the ball: the robust error L_R(W) = E l_R(W;x,y)
            at radius R = C1/sqrt d is at least 0.9, for every distribution of (x,y) with x on the sphere
            """,
        domain: "the parameters of 3.1/1",
        subject: .described("inf over W of the robust error at radius R", .lower), failing: .gamma(times: 10, text: "10 gamma"),
        check: .argument(
            "3.1/1 at each point and Markov's inequality (3.2/a). Beside it, a lower confidence limit of the robust error over uniform "
                + "points of the sphere, under the worst adversary found."),
        means: .own([
            .refuted: "For every choice of the constants up to the largest ones tried, a cell was shown where with probability more "
                + "than 10 gamma some W has a robust error below 0.9.",
            .proved: "With the constants of 3.1/1 and R = 2 C2/sqrt d the robust error is at least 0.9, for every "
                + "distribution on the sphere.",
            .inconclusive: "The argument has a line that failed.",
        ]),
        decidedBy: .study(FlippingFindings(what: .corollary)))

    static let claim32a = Claim(
        "3.2/a", place: "Corollary 3.2, proof, Markov's inequality", kind: .probability,
        statement: "P( inf_W L_R(W) < 0.9 ) <= 10 sup_x E[ 1 - inf_W l_R(W;x,y) ]",
        domain: "every distribution on the sphere",
        subject: .described("P(inf_W L_R(W) < 0.9)", .upper), failing: .none,
        check: .argument(
            "Markov's inequality for 1 - inf_W L_R >= 0, inf_W E l_R >= E inf_W l_R, and a mean that is at most a "
                + "supremum: each written out."),
        means: .own([
            .refuted: "A law of (W0, a) and of (x, y) and a loss were exhibited at which the inequality fails.",
            .consistent: "No example tried contradicts it, and the argument does not cover the rest.",
            .proved: "The argument's steps give it for every law and every loss with values in [0,1].",
        ]),
        decidedBy: .proof(Corollary32Arguments.markov))

    static let claim32b = Claim(
        "3.2/b", place: "Corollary 3.2, its radius", kind: .deterministic,
        statement: """
            3.1/d certifies the flip at R = 60/sqrt d for every d >= 10^24, so that R need not exceed the order 1/sqrt d,
            while the corollary says R = O~(1/sqrt d), which is up to logarithms
            """,
        domain: "gamma = 0.05 (a third to each lemma), C0 = 1, m = d^2.4",
        subject: .described("2 F sqrt d/(G - D) with the F, G and D of 3.1/d", .upper), failing: .none,
        check: .balls("The condition of 3.1/d with C1 = 60 is enclosed over an unbounded box of d."),
        decidedBy: .proof(Corollary32Arguments.radius))

    static let claim32bDisplayed = Claim(
        "3.2/b'", place: "Corollary 3.2, proof, the ball of its display", kind: .uniform,
        statement: """
            In the ball that the display writes, of radius C0/sqrt d where the corollary has C0/sqrt m: with probability
            >= 1-10 gamma, for all W of it: the robust error L_R(W) is at least 0.9, R = C1/sqrt d
            """,
        domain: "the parameters of 3.1/1, C0, C1 > 0, any distribution on the sphere",
        subject: .described("inf over W of the robust error at radius R", .lower), failing: .gamma(times: 10, text: "10 gamma"),
        check: .argument(
            "In this larger ball a W is written down whose f is positive on all of ||delta|| <= R at one x; the distribution that has "
                + "this x alone, with label +1, has robust error 0."),
        decidedBy: .proof(Corollary32Arguments.displayedBall))

    /// In the paper's order.
    static let corollary32: [Claim] = [.claim321, .claim32a, .claim32b, .claim32bDisplayed]
}
