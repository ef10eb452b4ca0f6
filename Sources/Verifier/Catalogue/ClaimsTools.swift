// SPDX-License-Identifier: GPL-3.0-or-later

/// The standard facts that the proofs rest on: equations 1 and 2, Theorems B.1 to B.3.
extension Catalogue {
    static let tools = [
        Claim(
            "T.1", "Appendix B, eq. 1, left", .probability, "E|z|^q",
            .moments("E|z|^q = 2^{q/2} Gamma((q+1)/2)/sqrt(pi), enclosed and compared with (q-1)!! for each order q of the grid."),
            if: "integers q >= 1",
            "E|z|^q <= (q-1)!! for z ~ N(0,1)"),
        Claim(
            "T.2", "Appendix B, eq. 1, right", .deterministic, "(q-1)!!",
            .argument("q! = q!! (q-1)!! in exact integers reduces it to 2 <= q!!, decided by induction on q in steps of two."),
            if: "integers q >= 1, as displayed; used for q = 2q' with q' >= 2 and for q >= 3",
            "(q-1)!! <= q!/2"),
        Claim(
            "T.3", "Appendix B, eq. 2", .probability, "|sum z_s^2 - m|",
            .law("The sum is chi-squared with m degrees of freedom: both tails, down to gamma = 1e-300, against gamma."),
            if: "every m >= 1, every gamma in (0,1), as displayed", failing: "gamma",
            "z_1..z_m i.i.d. N(0,1): P( |sum z_s^2 - m| <= 4 sqrt(m log(2/gamma)) ) >= 1-gamma"),
        Claim(
            "T.4", "Theorem B.1 (Bernstein)", .probability, "P(sum(z_i - E z_i) >= sqrt(2vt) + ct)",
            .law("The Chernoff argument is written out and its exponent checked; the bound is also evaluated on centred Bernoulli "
                + "sums, whose tails are exact."),
            if: "independent z_i with sum E z_i^2 <= v and sum E|z_i|^q <= (q!/2) v c^{q-2} for all integers q >= 3; t > 0",
            "P( sum(z_i - E z_i) >= sqrt(2vt) + ct ) <= e^{-t}"),
        Claim(
            "T.5", "Theorem B.2 (Chernoff)", .probability, "P(S_N >= t)",
            .law("The Chernoff argument is written out; the bound is also evaluated against exact binomial tails."),
            if: "S_N a sum of independent Bernoulli variables of means mu_i, p = sum mu_i, t > p",
            "P(S_N >= t) <= e^{-p} (e p/t)^t"),
        Claim(
            "T.6", "Theorem B.3 (Lipschitz functions of Gaussians)", .probability, "P(|f(z) - E f(z)| >= t)",
            .law("The exponential-supermartingale argument is written out and its exponent checked; linear f, whose tail is normal, "
                + "is evaluated."),
            if: "f: R^n -> R L-Lipschitz, z standard Gaussian in R^n, t >= 0",
            "P( |f(z) - E f(z)| >= t ) <= 2 exp(-t^2/(2 L^2))"),
    ]
}
