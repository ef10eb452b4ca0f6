// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    static let lemmaB5 = [
        Claim("B.5/1", "Lemma B.5 (Lemma 4.1)", .uniform, "sup over W of |f(x; W)|", "exact supremum",
              "With probability >= 1-gamma, for all W: |f(x;a,W)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m + C0"),
        Claim("B.5/2", "Lemma B.5, second part", .uniform, "sup over W of |f(x; W)|", "exact supremum",
              if: "m >= C log(2/gamma) for some C > 0", "With probability >= 1-gamma, for all W: |f(x;a,W)| <= 2 sqrt(log(2/gamma)) + C0"),
        Claim("B.5/a", "Lemma B.5, proof", .probability, "|f(x; W0)|", "exact law",
              "With probability >= 1-gamma: |f(x;a,W0)| <= sqrt(2 log(2/gamma)) + 2 log(2/gamma)/sqrt m"),
        Claim("B.5/b", "Lemma B.5, proof", .sure, "sup over W of |f(x; W) - f(x; W0)|", "exact supremum",
              "For every draw and every W: |f(x;a,W) - f(x;a,W0)| <= C0"),
        Claim("B.5/c", "Lemma B.5, from its first part to its second", .existence, "the least C", "ball arithmetic",
              if: "L = log(2/gamma), m >= C L", "sqrt(2L) + 2L/sqrt m <= 2 sqrt L: the smallest C for which it holds for all L and all m >= C L"),
    ]

    static let lemmaB6 = [
        Claim("B.6/1", "Lemma B.6, eq. 3", .probability, "P(sign changes from x to x+delta)", "exact law", if: "||delta|| <= R <= 1/2",
              "P(sign<w_{s,0},x> != sign<w_{s,0},x+delta>) <= R sqrt(2 log d) + 1/d"),
        Claim("B.6/2", "Lemma B.6, eq. 4", .probability, "P(sign changes near x+delta)", "exact law", if: "||delta|| <= R <= 1/2, eps in (0,1)", """
            P( some delta' in B_2(delta,eps) and some W in the ball have sign<w_s,x+delta> != sign<w_s,x+delta'> )
            <= 2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V
            """),
        Claim("B.6/a", "Lemma B.6, proof", .probability, "P(||w_{s,0}|| large)", "exact law",
              "P(||w_{s,0}|| >= sqrt(d + 4 sqrt(d log(2/eps)))) <= eps"),
        Claim("B.6/b", "Lemma B.6, proof", .probability, "the variance of <w_{s,0},x+delta>", "exact law", if: "||delta|| <= 1/2",
              "<w_{s,0},x+delta> ~ N(0, sigma^2) with sigma^2 >= 1/2"),
        Claim("B.6/c", "Lemma B.6, proof, how it uses B.6/b", .probability, "P(|<w_{s,0},x+delta>| <= t)", "exact law",
              if: "every t >= 0 and every ||delta|| <= 1/2", "P(|<w_{s,0},x+delta>| <= t) <= t"),
        Claim("B.6/d", "Lemma B.6, proof, last line", .deterministic, "a bound's last step", "ball arithmetic",
              if: "d >= 1, eps in (0,1); written \"=\" in the paper",
              "eps + eps sqrt(d + 4 sqrt(d log(2/eps))) <= 2 eps (sqrt d + 2 sqrt(d log(2/eps)))"),
    ]
}
