(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/b (Lemma B.9, proof, bound on p), proved over its whole domain:

     2 eps (sqrt d + 2 sqrt(d log(2/eps))) + (1+R+eps) V <= 8 sqrt d eps^{7/8} + 3V,
     d >= 1, eps in (0,1), R in [0,1/2], V >= 0.

   The first terms are 2 sqrt d sqrt eps times those of B.9/a, which is proved here once more, and R + eps <= 2. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

(* log x <= x - 1. *)
Lemma ln_le_sub_1 : forall x, 0 < x -> ln x <= x - 1.
Proof.
  intros x Hx.
  pose proof (exp_ineq1_le (ln x)) as H.
  rewrite exp_ln in H by exact Hx. lra.
Qed.

(* B.9/a at e = y^8, divided by e^{3/8}: see B9_a.v. *)
Lemma reduced : forall y, 0 < y < 1 -> y * (1 + 2 * sqrt (ln 2 - 8 * ln y)) <= 4.
Proof.
  intros y [Hy0 Hy1].
  assert (Hln : ln y < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (H2 : 0 < ln 2 <= 1).
  { split; [rewrite <- ln_1; apply ln_increasing; lra |]. pose proof (ln_le_sub_1 2). lra. }
  set (L := ln 2 - 8 * ln y).
  assert (HL : 0 <= L) by (unfold L; lra).
  assert (Hs : 2 * sqrt L <= 5 / 2 + L * (2 / 5)).
  { pose proof (sqrt_sqrt L HL) as E. pose proof (Rle_0_sqr (sqrt L - 5 / 2)) as S. unfold Rsqr in S. lra. }
  assert (Hy : y * - ln y <= 1 - y).
  { pose proof (ln_le_sub_1 (/ y) (Rinv_0_lt_compat y Hy0)) as H.
    rewrite ln_Rinv in H by exact Hy0.
    assert (y * - ln y <= y * (/ y - 1)) by (apply Rmult_le_compat_l; lra).
    replace (y * (/ y - 1)) with (1 - y) in * by (field; lra). lra. }
  apply Rle_trans with (y * (1 + (5 / 2 + L * (2 / 5)))).
  - apply Rmult_le_compat_l; lra.
  - unfold L. nra.
Qed.

Lemma step_a : forall e, 0 < e < 1 -> sqrt e * (1 + 2 * sqrt (ln (2 / e))) <= 4 * Rpower e (3 / 8).
Proof.
  intros e [He0 He1].
  assert (Hy0 : 0 < Rpower e (1 / 8)) by apply exp_pos.
  assert (Hle : ln e < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hy1 : Rpower e (1 / 8) < 1).
  { apply Rlt_le_trans with (exp 0); [apply exp_increasing; lra | rewrite exp_0; lra]. }
  assert (Hly : ln (Rpower e (1 / 8)) = 1 / 8 * ln e) by (unfold Rpower; apply ln_exp).
  pose proof (reduced (Rpower e (1 / 8)) (conj Hy0 Hy1)) as H.
  rewrite Hly in H.
  replace (ln 2 - 8 * (1 / 8 * ln e)) with (ln (2 / e)) in H.
  2: { unfold Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra. }
  replace (sqrt e) with (Rpower e (3 / 8) * Rpower e (1 / 8)).
  2: { rewrite <- Rpower_plus. replace (3 / 8 + 1 / 8) with (/ 2) by lra. apply Rpower_sqrt; exact He0. }
  assert (0 < Rpower e (3 / 8)) by apply exp_pos.
  nra.
Qed.

Theorem B9_b : forall d eps R V, 1 <= d -> 0 < eps < 1 -> 0 <= R <= 1 / 2 -> 0 <= V ->
  2 * eps * (sqrt d + 2 * sqrt (d * ln (2 / eps))) + (1 + R + eps) * V <= 8 * sqrt d * Rpower eps (7 / 8) + 3 * V.
Proof.
  intros d eps R V Hd He HR HV.
  assert (HL : 0 <= ln (2 / eps)).
  { rewrite <- ln_1. left. apply ln_increasing; [lra |].
    apply Rmult_lt_reg_r with eps; [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  rewrite sqrt_mult by lra.
  pose proof (step_a eps He) as H.
  replace (Rpower eps (7 / 8)) with (sqrt eps * Rpower eps (3 / 8)).
  2: { rewrite <- Rpower_sqrt by lra. rewrite <- Rpower_plus. f_equal. lra. }
  assert (HV' : (1 + R + eps) * V <= 3 * V) by (apply Rmult_le_compat_r; lra).
  assert (Hs : 0 <= 2 * sqrt d * sqrt eps).
  { pose proof (sqrt_pos d). pose proof (sqrt_pos eps). nra. }
  apply Rmult_le_compat_l with (r := 2 * sqrt d * sqrt eps) in H; [| exact Hs].
  replace (2 * eps * (sqrt d + 2 * (sqrt d * sqrt (ln (2 / eps)))))
    with (2 * sqrt d * sqrt eps * (sqrt eps * (1 + 2 * sqrt (ln (2 / eps))))).
  2: { transitivity (2 * (sqrt eps * sqrt eps) * (sqrt d + 2 * (sqrt d * sqrt (ln (2 / eps))))); [ring |].
       rewrite (sqrt_sqrt eps) by lra. reflexivity. }
  lra.
Qed.

Print Assumptions B9_b.
