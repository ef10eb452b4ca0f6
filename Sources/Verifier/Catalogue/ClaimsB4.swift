// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    static let lemmaB4 = [
        Claim("B.4/1", "Lemma B.4, first display", .uniform, "|S_v|", "exact law", """
            With probability >= 1-gamma: |S_v| <= V m + sqrt(m log(1/gamma)/2), where
            S_v = { s : some W in the ball has 1[<w_s,x> > 0] != 1[<w_{s,0},x> > 0] }
            """),
        Claim("B.4/2", "Lemma B.4, second display", .uniform, "|S'_v|", "exact law", if: "R <= 1/2", """
            With probability >= 1-gamma: |S'_v| <= (V m + sqrt(m log(1/gamma)/2)) (1+R), where
            S'_v = { s : some ||delta|| <= R and some W in the ball have 1[<w_s,x+delta> > 0] != 1[<w_{s,0},x+delta> > 0] }
            exactly as defined: each neuron may have its own delta
            """),
        Claim("B.4/3", "Lemma B.4, second display, as its proof reads it", .uniform, "|S'_v(delta)|, one fixed delta", "exact law",
              if: "R <= 1/2, delta fixed", "With probability >= 1-gamma: |S'_v(delta)| <= (V m + sqrt(m log(1/gamma)/2)) (1+R)"),
        Claim("B.4/4", "Lemma B.4, as Lemma B.8 uses it", .uniform, "sup over delta of |S'_v(delta)|", "attack and certificate",
              if: "R <= 1/2, one delta for all neurons",
              "With probability >= 1-gamma: sup over ||delta|| <= R of |S'_v(delta)| <= (V m + sqrt(m log(1/gamma)/2)) (1+R)"),
        Claim("B.4/a", "Lemma B.4, proof", .probability, "P(|<w_{s,0},x>| <= V)", "exact law",
              "P(|<w_{s,0},x>| <= V) <= 2V/sqrt(2 pi) <= V"),
        Claim("B.4/b", "Lemma B.4, proof", .sure, "S_v", "argument", "S_v is contained in { s : |<w_{s,0},x>| <= V }"),
        Claim("B.4/c", "Lemma B.4, second display", .sure, "|S'_v(delta)|", "witness or argument", if: "delta fixed, ||delta|| <= R",
              "|S'_v(delta)| <= #{ s : |<w_{s,0},x+delta>| <= V }   (threshold V, as displayed)"),
        Claim("B.4/d", "Lemma B.4, proof", .sure, "S'_v(delta)", "argument", if: "delta fixed, ||delta|| <= R",
              "S'_v(delta) is contained in { s : |<w_{s,0},x+delta>| <= V(1+R) }"),
        Claim("B.4/e", "Lemma B.4, proof", .probability, "P(|<w_{s,0},x+delta>| <= V(1+R))", "exact law", if: "every ||delta|| <= R <= 1/2",
              "P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R)"),
        Claim("B.4/f", "Lemma B.4, proof, last step", .probability, "a share of neurons", "exact law", if: "delta fixed, ||delta|| <= R <= 1/2", """
            With probability >= 1-gamma: (1/m) #{ s : |<w_{s,0},x+delta>| <= V(1+R) }
            <= V(1+R) + sqrt(log(1/gamma)/(2m)) (1+R)
            """),
    ]
}
