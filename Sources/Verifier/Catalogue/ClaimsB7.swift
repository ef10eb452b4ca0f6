// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    static let lemmaB7 = [
        Claim("B.7/1", "Lemma B.7 (Lemma 4.2)", .uniform, "inf over W of ||grad f||", "attack and certificate", """
            With probability >= 1-gamma, for all W:
            ||grad f(x;a,W)|| >= (1/2 - (sqrt(2 L4/m) + L4/m))^{1/2} (d - 5 sqrt(d L8))^{1/2} - C0
            - sqrt( (1/sqrt m)(C0 + sqrt(L4/2)) ) (d + 4 sqrt(d log(8m/gamma)))^{1/2},   L4 = log(4/gamma), L8 = log(8/gamma).
            Where a radicand is negative the bound says nothing
            """),
        Claim("B.7/2", "Lemma B.7, second part", .uniform, "inf over W of ||grad f||", "attack and certificate",
              if: "m >= C log(4/gamma) and d >= C log(8m/gamma)/m for some C > 0; no condition links d and C0",
              "With probability >= 1-gamma, for all W: ||grad f(x;a,W)|| >= sqrt(d)/4"),
        Claim("B.7/a", "Lemma B.7, proof", .probability, "||z||^2, z ~ N(0, I_{d-1})", "exact law",
              "With probability >= 1-gamma: ||z||^2 >= d - 1 - 4 sqrt(d log(2/gamma))"),
        Claim("B.7/b", "Lemma B.7, proof", .deterministic, "a bound's last step", "ball arithmetic", if: "d >= 1, gamma < 2/e",
              "d - 1 - 4 sqrt(d log(2/gamma)) >= d - 5 sqrt(d log(2/gamma))"),
        Claim("B.7/c", "Lemma B.7, proof", .probability, "the share of active neurons", "exact law",
              "With probability >= 1-gamma: (1/m) sum_s relu'(<w_{s,0},x>)^2 >= 1/2 - (sqrt(2 log(1/gamma)/m) + log(1/gamma)/m)"),
        Claim("B.7/d", "Lemma B.7, proof", .probability, "||P grad f(x; W0)||", "exact law", """
            With probability >= 1-gamma: ||P grad f(x;a,W0)||
            >= (1/2 - (sqrt(2 log(2/gamma)/m) + log(2/gamma)/m))^{1/2} (d - 5 sqrt(d log(4/gamma)))^{1/2},   P = I - x x^T
            """),
        Claim("B.7/e", "Lemma B.7, proof, eq. 6", .sure, "||P grad f(W) - P grad f(W0)||", "exact supremum", """
            For every draw and every W: ||P grad f(x;a,W) - P grad f(x;a,W0)||
            <= C0 + sup over ||v_s|| <= C0/sqrt m of || (1/sqrt m) sum_s a_s P w_{s,0} (relu'(<w_{s,0}+v_s,x>) - relu'(<w_{s,0},x>)) ||
            """),
        Claim("B.7/f", "Lemma B.7, proof, eq. 7", .uniform, "the supremum in B.7/e", "attack and certificate", """
            The supremum in B.7/e, "equal in distribution" to sqrt(|S_v|/m) ||z||, in the form that the proof uses next:
            with probability >= 1-gamma it is at most sqrt( (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))
            """),
        Claim("B.7/g", "Lemma B.7, proof", .probability, "max over s of ||P w_{s,0}||", "exact law",
              "With probability >= 1-gamma, for all s: ||P w_{s,0}|| <= sqrt(d + 4 sqrt(d log(2m/gamma)))"),
        Claim("B.7/h", "Lemma B.7, proof", .uniform, "sup over W of ||P grad f(W) - P grad f(W0)||", "attack and certificate", """
            With probability >= 1-gamma, for all W: ||P grad f(x;a,W) - P grad f(x;a,W0)||
            <= C0 + sqrt( (1/sqrt m)(C0 + sqrt(log(2/gamma)/2)) ) sqrt(d + 4 sqrt(d log(4m/gamma)))
            """),
    ]
}
