(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/e'** (repair of B.8/e', the lemma's own scale of R), proved over its whole domain:

     2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d)) at R = C1/sqrt d,   d >= 2, C1 >= 1/3.

   Both sides squared it says (4 - sqrt 2) C1 sqrt d sqrt(log d) >= 1, and the left side is least at d = 2, C1 = 1/3. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
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

Theorem B8_e_prime_star_star : forall d C1, 2 <= d -> 1 / 3 <= C1 ->
  let R := C1 / sqrt d in
  2 * sqrt (R * sqrt (2 * ln d) + 1 / d) <= 4 * sqrt (R * sqrt (ln d)).
Proof.
  intros d C1 Hd H1 R.
  assert (N : 1 <= (4 - sqrt 2) * (1 / 3) * sqrt 2 * sqrt (ln 2)) by interval.
  assert (H2 : 1.4 <= sqrt 2 <= 1.5) by (split; interval).
  assert (Hl : ln 2 <= ln d) by (destruct Hd as [Hd | Hd]; [left; apply ln_increasing; lra | rewrite <- Hd; lra]).
  assert (Hsl : sqrt (ln 2) <= sqrt (ln d)) by (apply sqrt_le_1_alt; exact Hl).
  assert (Hsd : sqrt 2 <= sqrt d) by (apply sqrt_le_1_alt; exact Hd).
  assert (Hdd : sqrt d * sqrt d = d) by (apply sqrt_sqrt; lra).
  assert (H02 : 0 <= sqrt (ln 2)) by apply sqrt_pos.
  apply reduced; [exact Hd | unfold R; apply Rdiv_lt_0_compat; lra |].
  replace ((4 - sqrt 2) * d * (R * sqrt (ln d))) with ((4 - sqrt 2) * (C1 * sqrt d * sqrt (ln d))).
  2: { unfold R. rewrite <- Hdd at 3. field. lra. }
  apply Rle_trans with ((4 - sqrt 2) * (1 / 3 * sqrt 2 * sqrt (ln 2))); [lra |].
  apply Rmult_le_compat_l; [lra |].
  apply Rmult_le_compat; [| exact H02 | apply Rmult_le_compat; lra | exact Hsl].
  apply Rmult_le_pos; lra.
Qed.

Print Assumptions B8_e_prime_star_star.
