(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/k' (Lemma B.8, proof, third term of eq. 9, last step, with the factor C1 of R <= C1/sqrt d), refuted:

     sqrt(log(4m/gamma)) + C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3,
     integers d, m >= 1, gamma in (0,1), C1 > 0, d > log(m/gamma) log(1/gamma).

   The witness is d = 100, m = 1000, gamma = 0.05, C1 = 2: 6.448 > 6.36. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B8_k_prime : exists d m gamma C1 : R, d = 100 /\ m = 1000 /\ gamma = 0.05 /\ C1 = 2 /\ 0 < gamma < 1 /\ 0 < C1 /\
  d > ln (m / gamma) * ln (1 / gamma) /\
  ~ (sqrt (ln (4 * m / gamma)) + C1 * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))) / sqrt d <= sqrt (ln (4 * m / gamma)) + 3).
Proof.
  exists 100, 1000, 0.05, 2. repeat split; try lra.
  - apply Rlt_gt. interval.
  - apply Rlt_not_le. apply Rplus_lt_compat_l. interval.
Qed.

Print Assumptions B8_k_prime.
