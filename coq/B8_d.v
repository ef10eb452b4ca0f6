(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/d (Lemma B.8, proof, the second moment), proved over its whole domain:

     E|X_{s,0}|^2 <= 2 sqrt(R sqrt(2 log d)),   d >= 2, 0 <= R <= 1/2 (at d = 1, X_{s,0} = 0).

   E|X_{s,0}|^2 is at most (asin R + R)/pi (the most over r and ||delta|| <= R, not stated in Coq). What is stated is that this is at most
   the right side: asin R = atan(R/sqrt(1-R^2)) <= R/sqrt(1-R^2) <= 1.2 R, so it is at most R, and R^2 <= R/2 <= 4 R sqrt(2 log 2). *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

(* atan x <= x. *)
Lemma atan_le : forall x, 0 <= x -> atan x <= x.
Proof.
  intros x [Hx | Hx]; [| rewrite <- Hx, atan_0; lra].
  destruct (MVT_cor2 atan (fun y => / (1 + y ^ 2)) 0 x Hx) as [c [E [Hc _]]].
  { intros c _. apply derivable_pt_lim_atan. }
  rewrite atan_0 in E.
  assert (0 < / (1 + c ^ 2) <= 1).
  { assert (0 < c ^ 2) by (apply pow_lt; exact Hc).
    split; [apply Rinv_0_lt_compat; lra |]. rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
  assert (/ (1 + c ^ 2) * (x - 0) <= 1 * (x - 0)) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Theorem B8_d : forall d R, 2 <= d -> 0 <= R <= 1 / 2 -> (asin R + R) / PI <= 2 * sqrt (R * sqrt (2 * ln d)).
Proof.
  intros d R Hd HR.
  assert (N1 : 1.1 <= sqrt (2 * ln 2)) by interval.
  assert (N2 : 3 <= PI) by interval.
  assert (N3 : 1 / 1.2 <= sqrt (3 / 4)) by interval.
  assert (Hl : ln 2 <= ln d) by (destruct Hd as [Hd | Hd]; [left; apply ln_increasing; lra | rewrite <- Hd; lra]).
  assert (Hs : sqrt (2 * ln 2) <= sqrt (2 * ln d)) by (apply sqrt_le_1_alt; lra).
  assert (HRR : R * R <= R * (1 / 2)) by (apply Rmult_le_compat_l; lra).
  assert (Hc : 1 / 1.2 <= sqrt (1 - R * R)) by (apply Rle_trans with (1 := N3), sqrt_le_1_alt; lra).
  assert (Ha : asin R <= 1.2 * R).
  { rewrite asin_atan by lra. unfold Rsqr.
    assert (Hq : R / sqrt (1 - R * R) <= 1.2 * R).
    { apply Rmult_le_reg_r with (sqrt (1 - R * R)); [lra |].
      replace (R / sqrt (1 - R * R) * sqrt (1 - R * R)) with R by (field; lra).
      assert (1.2 * R * (1 / 1.2) <= 1.2 * R * sqrt (1 - R * R)) by (apply Rmult_le_compat_l; lra). lra. }
    apply Rle_trans with (2 := Hq). apply atan_le.
    apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]. }
  assert (HR1 : (asin R + R) / PI <= R).
  { apply Rmult_le_reg_r with PI; [lra |]. replace ((asin R + R) / PI * PI) with (asin R + R) by (field; lra).
    assert (R * 3 <= R * PI) by (apply Rmult_le_compat_l; lra). lra. }
  apply Rle_trans with (1 := HR1).
  rewrite <- (sqrt_square R) at 1 by lra.
  replace (2 * sqrt (R * sqrt (2 * ln d))) with (sqrt (2 * 2 * (R * sqrt (2 * ln d)))).
  2: { assert (0 <= R * sqrt (2 * ln d)) by (apply Rmult_le_pos; lra).
       
       rewrite (sqrt_mult (2 * 2)), sqrt_square by lra. reflexivity. }
  apply sqrt_le_1_alt.
  
  assert (R * 1.1 <= R * sqrt (2 * ln d)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Print Assumptions B8_d.
