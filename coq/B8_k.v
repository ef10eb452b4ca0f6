(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/k (Lemma B.8, proof, third term of eq. 9, last step, read with C1 = 1), refuted:

     sqrt(log(4m/gamma)) + sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3,
     integers d, m >= 1, gamma in (0,1), d > log(m/gamma) log(1/gamma).

   The witness is d = 1, m = 10, gamma = 0.9: 5.026 > 4.948. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B8_k : exists d m gamma : R, d = 1 /\ m = 10 /\ gamma = 0.9 /\ 0 < gamma < 1 /\ d > ln (m / gamma) * ln (1 / gamma) /\
  ~ (sqrt (ln (4 * m / gamma)) + sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))) / sqrt d <= sqrt (ln (4 * m / gamma)) + 3).
Proof.
  exists 1, 10, 0.9. repeat split; try lra.
  - apply Rlt_gt. interval.
  - apply Rlt_not_le. apply Rplus_lt_compat_l. interval.
Qed.

Print Assumptions B8_k.
