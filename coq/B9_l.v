(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/l (Lemma B.9, proof, collecting, first factor), proved over its whole domain:

     2 sqrt(2d log(10 m^{4/7} d^{4/7}) + log(4/gamma)) <= 6 sqrt(d log(md)),
     m >= d^2.4, d >= log(4/gamma)^2, gamma in (0,1).

   Squared and divided by 4 it says 2d log(10 m^{4/7} d^{4/7}) + log(4/gamma) <= 9 d log(md), less than B.9/m.
   2d log(10 m^{4/7} d^{4/7}) = 2d log 10 + (8/7) d log(md), and log(4/gamma) <= sqrt d <= d. As d >= (log 4)^2 > 1.9 and
   md >= d^3.4, log(md) >= 2.1; and 2 log 10 + 1 <= (6 - 8/7) 2.1. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Lemma step_m : forall d m gamma, 0 < gamma < 1 -> Rpower d 2.4 <= m -> ln (4 / gamma) * ln (4 / gamma) <= d ->
  2 * d * ln (10 * Rpower m (4 / 7) * Rpower d (4 / 7)) + ln (4 / gamma) <= 6 * d * ln (m * d).
Proof.
  intros d m gamma Hg Hdm HdL.
  set (L := ln (4 / gamma)) in *.
  assert (H19 : 2.1 <= 3.4 * ln 1.9) by interval.
  assert (H10 : ln 10 < 2.31) by interval.
  assert (H4 : 1.38 < ln 4) by interval.
  assert (Hlg : ln gamma < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (HL : L = ln 4 - ln gamma).
  { unfold L, Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra. }
  assert (HLL : L <= L * L) by (rewrite <- (Rmult_1_r L) at 1; apply Rmult_le_compat_l; lra).
  assert (HL2 : 1.38 * 1.38 <= L * L) by (apply Rmult_le_compat; lra).
  assert (Hd : 1.9 <= d) by lra.
  assert (Hm : 0 < m) by (apply Rlt_le_trans with (Rpower d 2.4); [apply exp_pos | exact Hdm]).
  assert (Hld : ln 1.9 <= ln d) by (destruct Hd as [Hd | Hd]; [left; apply ln_increasing; lra | rewrite Hd; lra]).
  assert (Hlm : 2.4 * ln d <= ln m).
  { assert (ln (Rpower d 2.4) <= ln m).
    { destruct Hdm as [Hdm | Hdm]; [left; apply ln_increasing; [apply exp_pos | exact Hdm] | rewrite Hdm; lra]. }
    unfold Rpower in *. rewrite ln_exp in *. lra. }
  rewrite (ln_mult m d) by lra.
  rewrite ln_mult; [| apply Rmult_lt_0_compat; [lra | apply exp_pos] | apply exp_pos].
  rewrite ln_mult; [| lra | apply exp_pos].
  unfold Rpower. rewrite !ln_exp.
  assert (HD : d * (2 * (ln 10 + 4 / 7 * ln m + 4 / 7 * ln d) + 1) <= d * (6 * (ln m + ln d))) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

Theorem B9_l : forall d m gamma, 0 < gamma < 1 -> Rpower d 2.4 <= m -> ln (4 / gamma) * ln (4 / gamma) <= d ->
  2 * sqrt (2 * d * ln (10 * Rpower m (4 / 7) * Rpower d (4 / 7)) + ln (4 / gamma)) <= 6 * sqrt (d * ln (m * d)).
Proof.
  intros d m gamma Hg Hdm HdL.
  pose proof (step_m d m gamma Hg Hdm HdL) as H.
  set (A := 2 * d * ln (10 * Rpower m (4 / 7) * Rpower d (4 / 7)) + ln (4 / gamma)) in *.
  destruct (Rle_or_lt (d * ln (m * d)) 0) as [N | N].
  - rewrite (sqrt_neg_0 A) by lra. pose proof (sqrt_pos (d * ln (m * d))). lra.
  - replace (6 * sqrt (d * ln (m * d))) with (2 * sqrt (9 * (d * ln (m * d)))).
    2: { replace 9 with (3 * 3) by lra. rewrite sqrt_mult, sqrt_square by lra. ring. }
    apply Rmult_le_compat_l; [lra |]. apply sqrt_le_1_alt. lra.
Qed.

Print Assumptions B9_l.
