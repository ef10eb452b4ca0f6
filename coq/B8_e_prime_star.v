(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/e'* (repair of B.8/e', a restricted domain), proved over its whole domain:

     2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d)),   d >= 2, R >= 1/((4 - sqrt 2) d sqrt(log d)).

   Both sides squared: 4 (R sqrt 2 sqrt(log d) + 1/d) <= 16 R sqrt(log d), which is (4 - sqrt 2) R sqrt(log d) >= 1/d. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

(* The step, where R sqrt(log d) >= 1/((4 - sqrt 2) d): it says (4 - sqrt 2) R sqrt(log d) >= 1/d. *)
Lemma reduced : forall d R, 2 <= d -> 0 < R -> 1 <= (4 - sqrt 2) * d * (R * sqrt (ln d)) ->
  2 * sqrt (R * sqrt (2 * ln d) + 1 / d) <= 4 * sqrt (R * sqrt (ln d)).
Proof.
  intros d R Hd HR H.
  assert (Hl : 0 < ln d) by (rewrite <- ln_1; apply ln_increasing; lra).
  pose proof (sqrt_pos (ln d)) as Hs.
  replace (4 * sqrt (R * sqrt (ln d))) with (2 * sqrt (2 * 2 * (R * sqrt (ln d)))).
  2: { rewrite (sqrt_mult (2 * 2)), sqrt_square; try lra. apply Rmult_le_pos; lra. }
  apply Rmult_le_compat_l; [lra |]. apply sqrt_le_1_alt.
  rewrite (sqrt_mult 2) by lra.
  apply Rmult_le_reg_r with d; [lra |].
  replace ((R * (sqrt 2 * sqrt (ln d)) + 1 / d) * d) with (sqrt 2 * d * (R * sqrt (ln d)) + 1) by (field; lra).
  lra.
Qed.

Theorem B8_e_prime_star : forall d R, 2 <= d -> R >= 1 / ((4 - sqrt 2) * d * sqrt (ln d)) ->
  2 * sqrt (R * sqrt (2 * ln d) + 1 / d) <= 4 * sqrt (R * sqrt (ln d)).
Proof.
  intros d R Hd HR. apply Rge_le in HR.
  assert (H2 : sqrt 2 <= 1.5) by (rewrite <- (sqrt_square (1.5)) by lra; apply sqrt_le_1_alt; lra).
  assert (Hs : 0 < sqrt (ln d)) by (apply sqrt_lt_R0; rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hp : 0 < (4 - sqrt 2) * d * sqrt (ln d)) by (repeat apply Rmult_lt_0_compat; lra).
  assert (HR0 : 0 < R) by (apply Rlt_le_trans with (2 := HR), Rdiv_lt_0_compat; lra).
  apply reduced; [exact Hd | exact HR0 |].
  apply Rmult_le_compat_l with (r := (4 - sqrt 2) * d * sqrt (ln d)) in HR; [| lra].
  replace ((4 - sqrt 2) * d * sqrt (ln d) * (1 / ((4 - sqrt 2) * d * sqrt (ln d)))) with 1 in HR by (field; repeat split; lra).
  lra.
Qed.

Print Assumptions B8_e_prime_star.
