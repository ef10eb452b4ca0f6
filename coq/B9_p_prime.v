(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/p' (Lemma B.9, proof, last inequality, the other terms, within the window of Theorem 3.1), refuted:

     50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25}, given m <= exp(d^0.24),
     C0 > 0, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, gamma in (0,1), Cbar = max{1, C0}.

   The witness is d = 10^7, m = 10^17, gamma = 0.5, C0 = 0.1: 2954 > 1839. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_p_prime : exists d m gamma C0 : R,
  d = 10000000 /\ m = 100000000000000000 /\ gamma = 0.5 /\ C0 = 0.1 /\
  0 < gamma < 1 /\ 0 < C0 /\ Rpower d 2.4 <= m /\ 58 <= m /\ ln (4 * m / gamma) * ln (4 * m / gamma) <= d /\
  m <= exp (Rpower d 0.24) /\
  let Cbar := Rmax 1 C0 in
  ~ (50 * Rpower d 0.25 + 227 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma) <= 327 * Cbar * C0 * Rpower d 0.25).
Proof.
  exists 10000000, 100000000000000000, 0.5, 0.1.
  do 4 (split; [reflexivity |]). split; [lra |]. split; [lra |].
  split; [unfold Rpower; interval |]. split; [lra |]. split; [interval |]. split; [unfold Rpower; interval |].
  cbv zeta. rewrite Rmax_left by lra. apply Rlt_not_le. unfold Rpower. interval.
Qed.

Print Assumptions B9_p_prime.
