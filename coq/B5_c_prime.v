(* SPDX-License-Identifier: GPL-3.0-or-later

   B.5/c' (Lemma B.5, from the first statement to the second, for integer widths), proved over its whole domain:

     for integers m and L = log(2/gamma) > log 2 too, the smallest C such that sqrt(2L) + 2L/sqrt m <= 2 sqrt L, for all L and all
     m >= C L, is 6 + 4 sqrt 2;   m >= 1 an integer, gamma in (0,1).

   With a = 1/sqrt 2, s = sqrt L and w = sqrt m the step says s/w <= 1 - a, that is m/L >= 1/(1 - a)^2 = 6 + 4 sqrt 2. For a smaller
   C > 0 and L large the least integer m > C L has m <= C L + 1 < (6 + 4 sqrt 2) L: there the step fails. *)

From Coq Require Import Reals Lra Psatz Lia ZArith.
Local Open Scope R_scope.

(* 6 + 4 sqrt 2 = (2 + sqrt 2)^2, and (1 - 1/sqrt 2)(2 + sqrt 2) = 1. *)
Lemma root : (2 + sqrt 2) * (2 + sqrt 2) = 6 + 4 * sqrt 2 /\ (1 - sqrt 2 / 2) * (2 + sqrt 2) = 1.
Proof. pose proof (sqrt_sqrt 2). split; nra. Qed.

(* The step at m = c^2 L, c > 0. *)
Lemma at_ratio : forall L c, 0 < L -> 0 < c ->
  sqrt (2 * L) + 2 * L / sqrt (c * c * L) <= 2 * sqrt L <-> 1 <= (1 - sqrt 2 / 2) * c.
Proof.
  intros L c HL Hc.
  assert (Hs : 0 < sqrt L) by (apply sqrt_lt_R0; exact HL).
  rewrite (sqrt_mult 2 L), (sqrt_mult (c * c) L), (sqrt_square c) by nra.
  replace (2 * L / (c * sqrt L)) with (2 * sqrt L / c).
  2: { rewrite <- (sqrt_sqrt L) at 2 by lra. field. lra. }
  assert (Hi : 1 / c * c = 1) by (field; lra).
  assert (Hp : 0 < 1 / c) by (apply Rdiv_lt_0_compat; lra).
  replace (2 * sqrt L / c) with (2 * sqrt L * (1 / c)) by (field; lra).
  split; intros H.
  - assert (1 / c <= 1 - sqrt 2 / 2).
    { apply Rmult_le_reg_l with (2 * sqrt L); [lra |]. lra. }
    rewrite <- Hi. apply Rmult_le_compat_r; lra.
  - assert (1 / c <= 1 - sqrt 2 / 2).
    { apply Rmult_le_reg_r with c; [exact Hc |]. rewrite Hi. exact H. }
    assert (2 * sqrt L * (1 / c) <= 2 * sqrt L * (1 - sqrt 2 / 2)) by (apply Rmult_le_compat_l; lra).
    lra.
Qed.

(* The step says m >= (6 + 4 sqrt 2) L. *)
Lemma step : forall L m, 0 < L -> 0 < m -> sqrt (2 * L) + 2 * L / sqrt m <= 2 * sqrt L <-> (6 + 4 * sqrt 2) * L <= m.
Proof.
  intros L m HL Hm.
  destruct root as [root2 root1].
  assert (H2 : 1.4 < sqrt 2 < 1.5).
  { split; [rewrite <- (sqrt_square 1.4) by lra | rewrite <- (sqrt_square 1.5) by lra]; apply sqrt_lt_1_alt; lra. }
  set (c := sqrt (m / L)).
  assert (Hq : 0 < m / L) by (apply Rdiv_lt_0_compat; lra).
  assert (Hcc : c * c = m / L) by (apply sqrt_sqrt; lra).
  assert (Hc : 0 < c) by (apply sqrt_lt_R0; lra).
  replace m with (c * c * L) by (rewrite Hcc; field; lra).
  rewrite at_ratio by assumption.
  split; intros H.
  - apply Rmult_le_compat_r; [lra |].
    assert (2 + sqrt 2 <= c).
    { apply Rmult_le_reg_l with (1 - sqrt 2 / 2); [lra |]. lra. }
    rewrite <- root2. apply Rmult_le_compat; lra.
  - apply Rmult_le_reg_r in H; [| exact HL].
    assert (2 + sqrt 2 <= c).
    { apply Rsqr_incr_0_var; [unfold Rsqr; lra | lra]. }
    apply Rle_trans with ((1 - sqrt 2 / 2) * (2 + sqrt 2)); [lra |]. apply Rmult_le_compat_l; lra.
Qed.

Theorem B5_c_prime :
  (forall gamma (m : Z), 0 < gamma < 1 -> (1 <= m)%Z ->
     let L := ln (2 / gamma) in
     (6 + 4 * sqrt 2) * L <= IZR m -> sqrt (2 * L) + 2 * L / sqrt (IZR m) <= 2 * sqrt L) /\
  (forall C, 0 < C < 6 + 4 * sqrt 2 -> exists gamma (m : Z), 0 < gamma < 1 /\ (1 <= m)%Z /\
     let L := ln (2 / gamma) in
     C * L <= IZR m /\ ~ (sqrt (2 * L) + 2 * L / sqrt (IZR m) <= 2 * sqrt L)).
Proof.
  split.
  - intros gamma m Hg Hm L HmL.
    assert (HL : 0 < L).
    { unfold L. rewrite <- ln_1. apply ln_increasing; [lra |].
      apply Rmult_lt_reg_r with gamma; [lra |]. replace (2 / gamma * gamma) with 2 by (field; lra). lra. }
    apply IZR_le in Hm. apply step; lra.
  - intros C HC.
    set (D := 6 + 4 * sqrt 2 - C).
    assert (HD : 0 < 2 / D) by (apply Rdiv_lt_0_compat; unfold D; lra).
    set (L := 1 + 2 / D).
    assert (HL : 1 < L) by (unfold L; lra).
    assert (HCL : 0 < C * L) by (apply Rmult_lt_0_compat; lra).
    destruct (archimed (C * L)) as [A B].
    exists (2 * exp (- L)), (up (C * L)).
    assert (He : 2 * exp (- L) < 1).
    { assert (H : exp (- L) * exp L = 1) by (rewrite <- exp_plus, Rplus_opp_l; apply exp_0).
      pose proof (exp_ineq1_le L). pose proof (exp_pos (- L)).
      assert (exp (- L) * 2 < exp (- L) * exp L) by (apply Rmult_lt_compat_l; lra). lra. }
    split; [pose proof (exp_pos (- L)); lra |].
    split; [assert (0 < up (C * L))%Z by (apply lt_IZR; lra); lia |].
    replace (ln (2 / (2 * exp (- L)))) with L.
    2: { replace (2 / (2 * exp (- L))) with (/ exp (- L)) by (field; pose proof (exp_pos (- L)); lra).
         rewrite <- exp_Ropp, Ropp_involutive, ln_exp. reflexivity. }
    cbv zeta. split; [lra |].
    rewrite step by lra. apply Rlt_not_le.
    assert (E : D * L = D + 2) by (unfold L; field; unfold D; lra).
    assert (HD0 : 0 < D) by (unfold D; lra).
    replace ((6 + 4 * sqrt 2) * L) with (D * L + C * L) by (unfold D; ring). lra.
Qed.

Print Assumptions B5_c_prime.
