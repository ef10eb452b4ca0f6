(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/n (Lemma B.9, proof, collecting, the other terms), refuted:

     C0 + 3 sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))
     + 5 (C0 + sqrt(log(4/gamma)))(sqrt(log(4m/gamma)) + 3)
     + m^{-4/7} d^{-4/7} (sqrt(md + 4m sqrt(d log(m/gamma))) + C0) + 226 Cbar C0 sqrt(log m)
     <= 50 d^{0.25} + 227 Cbar C0 sqrt(log m),
     C0 > 0, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, gamma in (0,1), Cbar = max{1, C0}.

   The witness is d = 10^4, m = 10^10, gamma = 10^-30, C0 = 1: 1684 > 1589. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_n : exists d m gamma C0 : R,
  d = 10000 /\ m = 10000000000 /\ gamma = 1e-30 /\ C0 = 1 /\
  0 < gamma < 1 /\ 0 < C0 /\ Rpower d 2.4 <= m /\ 58 <= m /\ ln (4 * m / gamma) * ln (4 * m / gamma) <= d /\
  let Cbar := Rmax 1 C0 in
  ~ (C0 + 3 * sqrt (1 / sqrt m * (C0 + sqrt (ln (4 / gamma) / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))
     + 5 * (C0 + sqrt (ln (4 / gamma))) * (sqrt (ln (4 * m / gamma)) + 3)
     + Rpower m (- (4 / 7)) * Rpower d (- (4 / 7)) * (sqrt (m * d + 4 * m * sqrt (d * ln (m / gamma))) + C0)
     + 226 * Cbar * C0 * sqrt (ln m)
     <= 50 * Rpower d 0.25 + 227 * Cbar * C0 * sqrt (ln m)).
Proof.
  exists 10000, 10000000000, 1e-30, 1.
  do 4 (split; [reflexivity |]). split; [lra |]. split; [lra |].
  split; [unfold Rpower; interval |]. split; [lra |]. split; [interval |].
  cbv zeta. rewrite Rmax_left by lra. apply Rlt_not_le. unfold Rpower. interval.
Qed.

Print Assumptions B9_n.
