// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    static let theorem31 = [
        Claim("3.1/1", "Theorem 3.1", .existence, "the step C2 that flips the sign", "attack",
              if: "max{d^2.4, C3 log(1/gamma)} <= m <= C4 exp(d^0.24)", """
            There are constants C0, C2, C3, C4 such that with probability >= 1-gamma, for all W:
            sign f(x) != sign f(x + eta grad f(x)) with |eta| = C2/||grad f(x)||^2, eta of the sign opposite to f
            """),
        Claim("3.1/a", "Theorem 3.1, proof", .sure, "f one gradient step away", "exact supremum", if: "every network, x, direction and step t < 0", """
            f(x + t grad/||grad||^2) <= f(x) + t
            + |t| sup over ||delta|| <= |t|/||grad|| of ||grad f(x+delta) - grad f(x)|| / ||grad f(x)||
            """),
        Claim("3.1/b", "Theorem 3.1, proof", .deterministic, "the right-hand side of 3.1/a", "algebra", if: "D < ||grad f(x)||",
              "With t = -2 f(x)/(1 - D/||grad f(x)||), D the supremum in 3.1/a, its right-hand side is -f(x) < 0"),
        Claim("3.1/c", "\"Beyond the lazy regime\"", .sure, "sign f(x; r W)", "exact supremum", if: "every r > 0",
              "sign f(x; a, r W) = sign f(x; a, W), so that 3.1/1 extends to the cone over the ball"),
        Claim("3.1/d", "Theorem 3.1, assembled", .deterministic, "where the constants certify a flip", "ball arithmetic",
              if: "the right-hand sides of B.5/1, B.7/1, B.9/1",
              "From which (d, m) on do the explicit constants certify a flip, and with which ||delta||"),
        Claim("3.2/1", "Corollary 3.2", .uniform, "the robust error", "attack", if: "the parameters of 3.1/1",
              "With probability >= 1-10 gamma, for all W: the robust error of W at radius R on any distribution on the sphere is >= 0.9"),
        Claim("3.2/a", "Corollary 3.2, proof (Markov)", .deterministic, "P(inf_W L_R(W) < 0.9)", "algebra",
              "P(inf_W L_R(W) < 0.9) <= 10 sup_x E[1 - inf_W l_R(W;x,y)]"),
    ]
}
