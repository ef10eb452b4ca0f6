(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/j (Lemma B.9, proof, the step after B.9/i), refuted:

     sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar C0/sqrt m
     <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma),
     C0 > 0, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, gamma in (0,1), Cbar = max{1, C0}.

   The witness is d = 1000, m = 10^8, gamma = 0.5, C0 = 0.5: 269.2 > 242.5. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_j : exists d m gamma C0 : R,
  d = 1000 /\ m = 100000000 /\ gamma = 0.5 /\ C0 = 0.5 /\
  0 < gamma < 1 /\ 0 < C0 /\ Rpower d 2.4 <= m /\ 58 <= m /\ ln (4 * m / gamma) * ln (4 * m / gamma) <= d /\
  let Cbar := Rmax 1 C0 in
  ~ (sqrt (44 * Cbar / sqrt m) * sqrt (88 * Cbar * sqrt m * ln m + 2 * ln (8 / gamma)) + sqrt (44 * Cbar * d / sqrt m)
     + 44 * Cbar * C0 / sqrt m
     <= 113 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma)).
Proof.
  exists 1000, 100000000, 0.5, 0.5.
  do 4 (split; [reflexivity |]). split; [lra |]. split; [lra |].
  split; [unfold Rpower; interval |]. split; [lra |]. split; [interval |].
  cbv zeta. rewrite Rmax_left by lra. apply Rlt_not_le. interval.
Qed.

Print Assumptions B9_j.
