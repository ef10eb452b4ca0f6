(* SPDX-License-Identifier: GPL-3.0-or-later

   B.4/e* (repair of B.4/e), proved over its whole domain:

     P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R), if R <= 1 - sqrt(2/pi),   V >= 0, ||delta|| <= R.

   <w_{s,0},x+delta> ~ N(0, ||x+delta||^2) with ||x+delta|| >= 1-R, so that the probability is at most that of |z| <= V(1+R)/(1-R),
   z ~ N(0,1), here the integral of the normal density. The density is at most 1/sqrt(2 pi), and 2/sqrt(2 pi) = sqrt(2/pi) <= 1-R. *)

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

Theorem B4_e_star : forall V R, 0 <= V -> 0 <= R <= 1 - sqrt (2 / PI) ->
  RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- (V * (1 + R) / (1 - R))) (V * (1 + R) / (1 - R)) <= V * (1 + R).
Proof.
  intros V R HV HR.
  assert (Hb : 0 <= V * (1 + R)) by (apply Rmult_le_pos; lra).
  assert (Hr : 2 / sqrt (2 * PI) <= 1 - R).
  { replace (2 / sqrt (2 * PI)) with (sqrt (2 / PI)); [lra |].
    pose proof PI_RGT_0.
    apply Rsqr_inj; [apply sqrt_pos | apply Rlt_le, Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra] |].
    unfold Rsqr. rewrite sqrt_sqrt by (apply Rlt_le, Rdiv_lt_0_compat; lra).
    replace (2 / sqrt (2 * PI) * (2 / sqrt (2 * PI))) with (4 / (sqrt (2 * PI) * sqrt (2 * PI))).
    2: { field. assert (0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; lra). lra. }
    rewrite sqrt_sqrt by lra. field. lra. }
  assert (H1 : 0 < 1 - R).
  { apply Rlt_le_trans with (2 / sqrt (2 * PI)); [interval | exact Hr]. }
  assert (Hu : 0 <= (V * (1 + R)) / (1 - R)) by (apply Rmult_le_pos; [exact Hb | left; apply Rinv_0_lt_compat; exact H1]).
  apply Rle_trans with (2 * (V * (1 + R) / (1 - R)) / sqrt (2 * PI)); [apply normal_mass; exact Hu |].
  replace (2 * (V * (1 + R) / (1 - R)) / sqrt (2 * PI)) with (V * (1 + R) / (1 - R) * (2 / sqrt (2 * PI))) by (unfold Rdiv; ring).
  apply Rle_trans with (V * (1 + R) / (1 - R) * (1 - R)); [apply Rmult_le_compat_l; [exact Hu | exact Hr] |].
  right. field. lra.
Qed.

Print Assumptions B4_e_star.
