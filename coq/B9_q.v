(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/q (Lemma B.9, proof, the step in delta: two sums of the size of B.9/j), refuted:

     2 (113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)) <= 226 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma),
     C0 > 0, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, gamma in (0,1), Cbar = max{1, C0}.

   The witness is d = 1000, m = 10^8, gamma = 0.5, C0 = 1: the left side is larger by (2/sqrt m) log(8/gamma) = 0.00055... *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_q : exists d m gamma C0 : R,
  d = 1000 /\ m = 100000000 /\ gamma = 0.5 /\ C0 = 1 /\
  0 < gamma < 1 /\ 0 < C0 /\ Rpower d 2.4 <= m /\ 58 <= m /\ ln (4 * m / gamma) * ln (4 * m / gamma) <= d /\
  let Cbar := Rmax 1 C0 in
  ~ (2 * (113 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma))
     <= 226 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma)).
Proof.
  exists 1000, 100000000, 0.5, 1.
  do 4 (split; [reflexivity |]). split; [lra |]. split; [lra |].
  split; [unfold Rpower; interval |]. split; [lra |]. split; [interval |].
  cbv zeta. rewrite Rmax_left by lra. apply Rlt_not_le. interval.
Qed.

Print Assumptions B9_q.
