(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/e (Lemma B.8, proof, the second moment, last step), proved over its whole domain:

     2 sqrt(R sqrt(2 log d)) <= 4 sqrt(R sqrt(log d)),   d >= 2, R in (0, 1/2].

   sqrt 2 <= 4, so the left side is at most 2 sqrt(4 R sqrt(log d)), which is the right side. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B8_e : forall d R, 2 <= d -> 0 < R <= 1 / 2 -> 2 * sqrt (R * sqrt (2 * ln d)) <= 4 * sqrt (R * sqrt (ln d)).
Proof.
  intros d R Hd HR.
  assert (Hl : 0 < ln d) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (H2 : sqrt 2 <= 4) by (rewrite <- (sqrt_square (4)) by lra; apply sqrt_le_1_alt; lra).
  pose proof (sqrt_pos (ln d)) as Hs.
  replace (4 * sqrt (R * sqrt (ln d))) with (2 * sqrt (2 * 2 * (R * sqrt (ln d)))).
  2: { rewrite (sqrt_mult (2 * 2)), sqrt_square; try lra. apply Rmult_le_pos; lra. }
  apply Rmult_le_compat_l; [lra |]. apply sqrt_le_1_alt.
  rewrite (sqrt_mult 2) by lra.
  replace (2 * 2 * (R * sqrt (ln d))) with (R * (4 * sqrt (ln d))) by ring.
  apply Rmult_le_compat_l; [lra |]. apply Rmult_le_compat_r; lra.
Qed.

Print Assumptions B8_e.
