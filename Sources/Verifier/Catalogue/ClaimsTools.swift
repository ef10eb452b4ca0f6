// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    static let tools = [
        Claim("T.1", "eq. 1, left", .probability, "E|z|^q", "exact moments", if: "z ~ N(0,1), integers q >= 1",
              "E|z|^q <= (q-1)!!"),
        Claim("T.2", "eq. 1, right", .deterministic, "(q-1)!!", "ball arithmetic",
              if: "used for q = 2q' with q' >= 2 and for q >= 3; displayed without a restriction on q >= 1",
              "(q-1)!! <= q!/2"),
        Claim("T.3", "eq. 2", .probability, "|sum z_s^2 - m|", "exact law", if: "every m >= 1, every gamma in (0,1)",
              "z_1..z_m i.i.d. N(0,1): P( |sum z_s^2 - m| <= 4 sqrt(m log(2/gamma)) ) >= 1-gamma"),
        Claim("T.4", "Theorem B.1 (Bernstein)", .probability, "a tail of a sum", "exact law",
              if: "sum E z_i^2 <= v and sum E|z_i|^q <= (q!/2) v c^{q-2} for all integers q >= 3",
              "P(sum(z_i - E z_i) >= sqrt(2vt) + ct) <= e^{-t}"),
        Claim("T.5", "Theorem B.2 (Chernoff)", .probability, "P(S_N >= t)", "exact law",
              if: "independent Bernoulli variables, p = sum mu_i, t > p",
              "P(S_N >= t) <= e^{-p} (e p / t)^t"),
        Claim("T.6", "Theorem B.3", .probability, "P(|f(z) - E f(z)| >= t)", "exact law",
              if: "f L-Lipschitz on R^n, z standard Gaussian",
              "P(|f(z) - E f(z)| >= t) <= 2 exp(-t^2/(2 L^2))"),
    ]
}
