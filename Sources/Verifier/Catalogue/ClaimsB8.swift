// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    private static let fixedPair = "r in S^{d-1} and delta fixed, ||delta|| <= R <= C1/sqrt d; L = log(4/gamma)"

    static let lemmaB8 = [
        Claim("B.8/1", "Lemma B.8, as stated", .uniform, "sup over W of Phi(r, delta; W)", "exact supremum", if: fixedPair, """
            With probability >= 1-gamma, for all W:
            Phi(r,delta;W) = (1/sqrt m) sum_s a_s <w_s,r> (relu'(<w_s,x>) - relu'(<w_s,x+delta>))
            <= 2 sqrt(L) ( (4 R sqrt(log d))^{1/4} + sqrt(L/m) ) + C0
            + 3 sqrt( (1/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma))) + 5 (C0 + sqrt L) sqrt(log(4m/gamma))
            """),
        Claim("B.8/2", "Lemma B.8, as proved", .uniform, "sup over W of Phi(r, delta; W)", "exact supremum", if: fixedPair,
              "B.8/1 with the last term 5 (C0 + sqrt L) (sqrt(log(4m/gamma)) + 3)"),
        Claim("B.8/a", "Lemma B.8, proof", .probability, "E X_{s,0}", "exact moments", if: fixedPair,
              "E X_{s,0} = 0, X_{s,0} = a_s <w_{s,0},r> (relu'(<w_{s,0},x>) - relu'(<w_{s,0},x+delta>))"),
        Claim("B.8/b", "Lemma B.8, proof", .probability, "E|<w_{s,0},r>|^{2q}", "exact moments", if: "integers q >= 1",
              "E|<w_{s,0},r>|^{2q} <= (2q)!/2"),
        Claim("B.8/c", "Lemma B.8, proof", .deterministic, "a moment bound's last step", "ball arithmetic",
              if: "integers q >= 2, d >= 2, R in (0, 1/2]",
              "sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d))"),
        Claim("B.8/d", "Lemma B.8, proof", .probability, "E|X_{s,0}|^2", "exact moments", if: fixedPair,
              "E|X_{s,0}|^2 <= 2 sqrt(R sqrt(2 log d) + 1/d)"),
        Claim("B.8/e", "Lemma B.8, proof", .deterministic, "a variance bound's last step", "ball arithmetic",
              if: "d >= 2, R in (0,1/2]; and again for R = C1/sqrt d, for which C1",
              "2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d))"),
        Claim("B.8/f", "Lemma B.8, proof", .probability, "the moments of X_{s,0}", "exact moments", if: fixedPair,
              "sum_s E|X_{s,0}|^q <= (q!/2) v c^{q-2} for all q >= 2 with v = 4 m sqrt(R sqrt(log d)), c = 2"),
        Claim("B.8/g", "Lemma B.8, proof", .probability, "(1/sqrt m) sum_s X_{s,0}", "exact law", if: fixedPair, """
            With probability >= 1-gamma: (1/sqrt m) sum_s X_{s,0}
            <= 2 sqrt(log(1/gamma)) ( (4 R sqrt(log d))^{1/4} + sqrt(log(1/gamma)/m) )
            """),
        Claim("B.8/h", "Lemma B.8, proof", .probability, "max over s of |<x,w_{s,0}>|", "exact law",
              "With probability >= 1-gamma, for all s: |<x,w_{s,0}>| <= sqrt(log(m/gamma))"),
        Claim("B.8/i", "Lemma B.8, proof, second term of eq. 9", .uniform, "the neurons that flip at x", "attack and certificate",
              if: "L = log(4/gamma)", """
            With probability >= 1-gamma, for all W: || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x>) - relu'(<w_{s,0},x>)) ||
            <= sqrt( (1/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma))) + (C0 + sqrt L) sqrt(log(4m/gamma))
            """),
        Claim("B.8/j", "Lemma B.8, proof, third term of eq. 9", .uniform, "the neurons that flip at x+delta, over delta",
              "attack and certificate", if: "||delta|| <= C1/sqrt d, d > log(m/gamma) log(1/gamma), L = log(4/gamma)", """
            With probability >= 1-gamma, for all W and all delta:
            || (1/sqrt m) sum_s a_s w_{s,0} (relu'(<w_s,x+delta>) - relu'(<w_{s,0},x+delta>)) ||
            <= sqrt( (2/sqrt m)(C0 + sqrt(L/2)) ) sqrt(d + 4 sqrt(d log(8m/gamma))) + 4 (C0 + sqrt L)(sqrt(log(4m/gamma)) + 3)
            """),
    ]
}
