(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/f** (repair of B.9/f, a stronger hypothesis), proved over its whole domain:

     -8 sqrt m + 2.3 d log(md) <= -8 sqrt m + 7 sqrt m,   d >= 1, m >= 58, m >= d^3.

   It says (2.3/7) d log(md) <= sqrt m. With d = e^t and m = e^{3 t + w}, t, w >= 0, this divided by d is
   (2.3/7) (4 t + w) <= e^z at z = 0.5 t + w/2; and 4 t + w <= 8 z while e^z >= e z. (So m >= 58 is not needed.) *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

(* e z <= e^z. *)
Lemma exp_tangent : forall z, exp 1 * z <= exp z.
Proof.
  intros z. replace (exp z) with (exp 1 * exp (z - 1)) by (rewrite <- exp_plus; f_equal; lra).
  apply Rmult_le_compat_l; [left; apply exp_pos |].
  pose proof (exp_ineq1_le (z - 1)). lra.
Qed.

(* log does not fall. *)
Lemma ln_le : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof.
  intros x y Hx [H | H]; [left; apply ln_increasing; lra | subst; lra].
Qed.

(* e >= (1 + 1/32)^32 > 2.67. *)
Lemma exp_1_lower : 2.67 <= exp 1.
Proof.
  replace (exp 1) with (exp (/ 32) ^ 32).
  2: { rewrite <- Rpower_pow by apply exp_pos. unfold Rpower. rewrite ln_exp. f_equal. simpl. lra. }
  apply Rle_trans with ((1 + / 32) ^ 32); [lra |].
  apply pow_incr. split; [lra | apply exp_ineq1_le].
Qed.

Lemma reduced : forall t w, 0 <= t -> 0 <= w -> 2.3 / 7 * (4 * t + w) <= exp (0.5 * t + w / 2).
Proof.
  intros t w Ht Hw.
  apply Rle_trans with (exp 1 * (0.5 * t + w / 2)); [| apply exp_tangent].
  pose proof exp_1_lower.
  apply Rle_trans with (2.67 * (0.5 * t + w / 2)); [lra |].
  apply Rmult_le_compat_r; lra.
Qed.

Theorem B9_f_star_star : forall d m, 1 <= d -> 58 <= m -> Rpower d 3 <= m ->
  - 8 * sqrt m + 2.3 * d * ln (m * d) <= - 8 * sqrt m + 7 * sqrt m.
Proof.
  intros d m Hd Hm Hdm.
  assert (Ht : 0 <= ln d) by (rewrite <- ln_1; apply ln_le; lra).
  assert (Hw : 0 <= ln m - 3 * ln d).
  { assert (ln (Rpower d 3) <= ln m) by (apply ln_le; [apply exp_pos | exact Hdm]).
    unfold Rpower in *. rewrite ln_exp in *. lra. }
  pose proof (reduced _ _ Ht Hw) as H.
  rewrite ln_mult by lra.
  replace (4 * ln d + (ln m - 3 * ln d)) with (ln m + ln d) in H by lra.
  apply Rmult_le_compat_l with (r := d) in H; [| lra].
  replace (d * exp (0.5 * ln d + (ln m - 3 * ln d) / 2)) with (sqrt m) in H.
  2: {
    replace (0.5 * ln d + (ln m - 3 * ln d) / 2) with (/ 2 * ln m + - ln d) by lra.
    rewrite exp_plus, exp_Ropp, exp_ln by lra.
    change (exp (/ 2 * ln m)) with (Rpower m (/ 2)). rewrite Rpower_sqrt by lra. field. lra. }
  lra.
Qed.

Print Assumptions B9_f_star_star.
