// SPDX-License-Identifier: GPL-3.0-or-later

/// Lemma B.6: one neuron, between two inputs.
extension Catalogue {
    static let lemmaB6 = [
        Claim(
            "B.6/1", "Lemma B.6, eq. 3", .probability, "P(sign<w_{s,0},x> != sign<w_{s,0},x+delta>)",
            .law("By rotation invariance the probability is angle(x, x+delta)/pi, at most asin(R)/pi, attained on the sphere "
                + "||delta|| = R."),
            if: "s fixed, delta fixed, ||delta|| <= R <= 1/2",
            "P( sign<w_{s,0},x> != sign<w_{s,0},x+delta> ) <= R sqrt(2 log d) + 1/d"),
        Claim(
            "B.6/2", "Lemma B.6, eq. 4", .probability, "P(the sign changes for some W and some delta' within eps of delta)",
            .law("With rho = ||w_{s,0}|| ~ chi_d, the event is a band of angles asin(eps/||x+delta||) + asin(V/rho) about a plane: "
                + "E_rho of an incomplete beta function, at the worst delta = -R x."),
            if: "s fixed, delta fixed, ||delta|| <= R <= 1/2, eps in (0,1), V >= 0", """
                P( some delta' in B_2(delta,eps) and some W in the ball have sign<w_s,x+delta> != sign<w_s,x+delta'> )
                <= 2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V
                """),
        Claim(
            "B.6/a", "Lemma B.6, proof of eq. 4, by eq. 2", .probability, "P(||w_{s,0}|| >= sqrt(d + 4 sqrt(d log(2/eps))))",
            .law("||w_{s,0}||^2 is chi-squared with d degrees of freedom: its upper tail, down to eps = 1e-300."),
            if: "d >= 1, eps in (0,1)",
            "P( ||w_{s,0}|| >= sqrt(d + 4 sqrt(d log(2/eps))) ) <= eps"),
        Claim(
            "B.6/b", "Lemma B.6, proof of eq. 4", .probability, "sigma^2, the variance of <w_{s,0},x+delta>",
            .law("sigma^2 = ||x+delta||^2, least at delta = -R x."), if: "||delta|| <= 1/2", sense: .lower,
            "<w_{s,0},x+delta> ~ N(0, sigma^2) with sigma^2 >= 1/2, since ||delta|| <= 1/2"),
        Claim(
            "B.6/c", "Lemma B.6, proof of eq. 4, how it uses B.6/b", .probability, "P(|<w_{s,0},x+delta>| <= t)",
            .law("A normal probability of a strip, evaluated at the least variance, delta = -R x."),
            if: "every t >= 0 and every ||delta|| <= 1/2",
            "P( |<w_{s,0},x+delta>| <= t ) <= t"),
        Claim(
            "B.6/d", "Lemma B.6, proof of eq. 4, last line (written \"=\" there)", .deterministic, "eps + eps sqrt(d + 4 sqrt(d log(2/eps)))",
            .boxes, if: "d >= 1, eps in (0,1)",
            "eps + eps sqrt(d + 4 sqrt(d log(2/eps))) <= 2 eps (sqrt d + 2 sqrt(d log(2/eps)))"),
    ]
}
