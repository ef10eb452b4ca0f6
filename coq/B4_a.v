(* SPDX-License-Identifier: GPL-3.0-or-later

   B.4/a (Lemma B.4, proof, expectation of the count), proved over its whole domain:

     P(|<w_{s,0},x>| <= V) <= 2V/sqrt(2 pi) <= V,   V >= 0.

   <w_{s,0},x> ~ N(0,1), so the probability is the integral of the normal density from -V to V. The density is at most 1/sqrt(2 pi),
   and sqrt(2/pi) < 1. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

(* The integral of the normal density from -u to u is at most 2u/sqrt(2 pi). *)
Lemma normal_mass : forall u, 0 <= u ->
  RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- u) u <= 2 * u / sqrt (2 * PI).
Proof.
  intros u Hu.
  assert (Hpi : 0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; pose proof PI_RGT_0; lra).
  replace (2 * u / sqrt (2 * PI)) with (RInt (fun _ => 1 / sqrt (2 * PI)) (- u) u).
  2: { rewrite RInt_const. unfold scal, mult; simpl; unfold mult; simpl. field. lra. }
  apply RInt_le; [lra | | apply ex_RInt_const |].
  - apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros z _.
    apply (ex_derive_continuous (fun z => exp (- (z * z) / 2) / sqrt (2 * PI))). auto_derive. lra.
  - intros z _. unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; exact Hpi |].
    apply Rle_trans with (exp 0); [| rewrite exp_0; lra].
    assert (0 <= z * z) by (pose proof (Rle_0_sqr z); unfold Rsqr in *; lra).
    destruct (Req_dec (z * z) 0) as [E | E]; [rewrite E; right; f_equal; lra |].
    left. apply exp_increasing. lra.
Qed.

Theorem B4_a : forall V, 0 <= V ->
  RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- V) V <= 2 * V / sqrt (2 * PI) /\ 2 * V / sqrt (2 * PI) <= V.
Proof.
  intros V HV. split; [apply normal_mass; exact HV |].
  replace (2 * V / sqrt (2 * PI)) with (V * (2 / sqrt (2 * PI))) by (unfold Rdiv; ring).
  rewrite <- (Rmult_1_r V) at 2. apply Rmult_le_compat_l; [exact HV | interval].
Qed.

Print Assumptions B4_a.
