// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    private static let domain = "||delta|| <= R <= C1/sqrt d, m >= d^2.4, d >= log(4/gamma)^2"
    private static let proof = domain + "; in the proof also m >= 58, d >= log(4m/gamma)^2"
    private static let net = "eps = m^{-4/7} d^{-4/7}, V = C0/sqrt m, k = 44 Cbar sqrt m"

    static let lemmaB9 = [
        Claim("B.9/1", "Lemma B.9 (Lemma 4.4)", .uniform, "sup over W, delta of ||grad f(x) - grad f(x+delta)||", "attack and certificate",
              if: domain, """
            With probability >= 1-gamma, for all W: sup over r in S^{d-1}, ||delta|| <= R of Phi(r,delta;W)
            <= 9 ( C1 d^2 log(md)^2 sqrt(log(d)/d) )^{1/4} + 15 d log(md)/sqrt m + 327 Cbar C0 d^{0.25}
            """),
        Claim("B.9/2", "Lemma B.9, last part", .existence, "the right-hand side against c sqrt d", "ball arithmetic",
              if: "d^2.4 <= m <= C4 exp(d^0.24)",
              "For any c > 0 the right-hand side of B.9/1 is <= c sqrt d once d and m are large enough"),
        Claim("B.9/a", "Lemma B.9, proof", .deterministic, "a step in eps", "ball arithmetic", if: "e in (0,1)",
              "sqrt(e)(1 + 2 sqrt(log(2/e))) <= 4 e^{3/8}"),
        Claim("B.9/b", "Lemma B.9, proof", .deterministic, "a step in eps", "ball arithmetic", if: "R <= 1/2, eps in (0,1)",
              "2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V <= 8 sqrt d eps^{7/8} + 3V"),
        Claim("B.9/c", "Lemma B.9, proof", .deterministic, "a step in m", "ball arithmetic", if: net,
              "8 sqrt d eps^{7/8} + 3 C0/sqrt m <= 11 Cbar/sqrt m"),
        Claim("B.9/d", "Lemma B.9, proof", .deterministic, "a union bound's exponent", "ball arithmetic",
              if: "\(net), p = 8 sqrt d eps^{7/8} + 3 C0/sqrt m, m >= 58, d >= 1",
              "-p m + 2d log(10/eps) + k log(e p m/k) <= -8 sqrt m + 2.3 d log(md)"),
        Claim("B.9/e", "Lemma B.9, proof", .deterministic, "a step in m", "ball arithmetic", if: "every d >= 1, m >= 58, m >= d^2.4",
              "sqrt m >= 0.33 d log(md)"),
        Claim("B.9/f", "Lemma B.9, proof", .deterministic, "a union bound's exponent", "ball arithmetic", if: "d >= 1, m >= max(58, d^2.4)",
              "-8 sqrt m + 2.3 d log(md) <= -8 sqrt m + 7 sqrt m"),
        Claim("B.9/g", "Lemma B.9, proof", .deterministic, "a union bound's exponent", "ball arithmetic",
              if: "m >= d^2.4, d >= log(4/gamma)^2", "-sqrt m <= log(gamma)"),
        Claim("B.9/h", "Lemma B.9, proof, what steps d to g are for", .deterministic, "a union bound's exponent", "ball arithmetic",
              if: proof, "2d log(10/eps) - p m + k log(e p m/k) <= log(gamma)"),
        Claim("B.9/i", "Lemma B.9, proof", .uniform, "sums over small sets of neurons", "attack and certificate", if: proof, """
            With probability >= 1-gamma/8, for all S in [m] with |S| <= k: ||(1/sqrt m) sum_{s in S} a_s w_{s,0}||
            <= sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m)
            """),
        Claim("B.9/j", "Lemma B.9, proof", .deterministic, "a step to sqrt(log m)", "ball arithmetic", if: proof + ", C0 > 0", """
            sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar C0/sqrt m
            <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)
            """),
        Claim("B.9/k", "Lemma B.9, proof", .probability, "max over s of ||w_{s,0}||^2", "exact law",
              "With probability >= 1-gamma, for all s: ||w_{s,0}||^2 <= d + 4 sqrt(d log(m/gamma))"),
        Claim("B.9/l", "Lemma B.9, proof", .deterministic, "a union over the net", "ball arithmetic", if: proof,
              "2 sqrt(2d log(10 m^{4/7} d^{4/7}) + log(4/gamma)) <= 6 sqrt(d log(md))"),
        Claim("B.9/m", "Lemma B.9, proof", .deterministic, "a union over the net", "ball arithmetic", if: proof,
              "2d log(10 m^{4/7} d^{4/7}) + log(4/gamma) <= 6 d log(md)"),
        Claim("B.9/n", "Lemma B.9, proof", .deterministic, "the terms that do not depend on R", "ball arithmetic", if: proof + ", C0 > 0", """
            C0 + 3 sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))
            + 5 (C0 + sqrt(log(4/gamma)))(sqrt(log(4m/gamma)) + 3)
            + m^{-4/7} d^{-4/7} (sqrt(md + 4m sqrt(d log(m/gamma))) + C0) + 226 Cbar C0 sqrt(log m)
            <= 50 d^{0.25} + 227 Cbar C0 sqrt(log m)
            """),
        Claim("B.9/o", "Lemma B.9, proof", .deterministic, "the term that depends on R", "ball arithmetic", if: "R <= C1/sqrt d", """
            6 sqrt(d log(md)) ((4 R sqrt(log d))^{1/4} + sqrt(6 d log(md)/m))
            <= 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 15 d log(md)/sqrt m
            """),
        Claim("B.9/p", "Lemma B.9, proof, last step", .deterministic, "the constant 327", "ball arithmetic",
              if: proof + ", C0 > 0; and again with m <= exp(d^0.24) added",
              "50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25}"),
    ]
}
