(* SPDX-License-Identifier: GPL-3.0-or-later

   B.5/c (Lemma B.5, from the first statement to the second), proved over its whole domain:

     the smallest C such that sqrt(2L) + 2L/sqrt m <= 2 sqrt L for all L = log(2/gamma) and all m >= C L, m >= 1, gamma in (0,1),
     is C = 6 + 4 sqrt 2.

   With a = 1/sqrt 2, s = sqrt L and w = sqrt m the step says s/w <= 1 - a, and C = 1/(1 - a)^2. A smaller C > 0 fails at every L at
   which m = C L is at least 1, for example where L >= log 2 and L >= 1/C. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

(* The step where m = c^2 L, c > 0. *)
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

(* 6 + 4 sqrt 2 = (2 + sqrt 2)^2, and (1 - 1/sqrt 2)(2 + sqrt 2) = 1. *)
Lemma root : (2 + sqrt 2) * (2 + sqrt 2) = 6 + 4 * sqrt 2 /\ (1 - sqrt 2 / 2) * (2 + sqrt 2) = 1.
Proof. pose proof (sqrt_sqrt 2). split; nra. Qed.

Theorem B5_c :
  (forall gamma m, 0 < gamma < 1 -> 1 <= m ->
     let L := ln (2 / gamma) in
     (6 + 4 * sqrt 2) * L <= m -> sqrt (2 * L) + 2 * L / sqrt m <= 2 * sqrt L) /\
  (forall C, 0 < C < 6 + 4 * sqrt 2 -> exists gamma m, 0 < gamma < 1 /\ 1 <= m /\
     let L := ln (2 / gamma) in
     C * L <= m /\ ~ (sqrt (2 * L) + 2 * L / sqrt m <= 2 * sqrt L)).
Proof.
  destruct root as [root2 root1].
  assert (H2 : 1.4 < sqrt 2 < 1.5).
  { split; [rewrite <- (sqrt_square 1.4) by lra | rewrite <- (sqrt_square 1.5) by lra]; apply sqrt_lt_1_alt; lra. }
  split.
  - intros gamma m Hg Hm L HmL.
    assert (HL : 0 < L).
    { unfold L. rewrite <- ln_1. apply ln_increasing; [lra |].
      apply Rmult_lt_reg_r with gamma; [lra |]. replace (2 / gamma * gamma) with 2 by (field; lra). lra. }
    set (c := sqrt (m / L)).
    assert (Hq : 0 < m / L) by (apply Rdiv_lt_0_compat; lra).
    assert (Hcc : c * c = m / L) by (apply sqrt_sqrt; lra).
    assert (Hc : 0 < c) by (apply sqrt_lt_R0; lra).
    replace m with (c * c * L) by (rewrite Hcc; field; lra).
    apply at_ratio; [exact HL | exact Hc |].
    apply Rle_trans with ((1 - sqrt 2 / 2) * (2 + sqrt 2)); [lra |]. apply Rmult_le_compat_l; [lra |].
    unfold c. rewrite <- (sqrt_square (2 + sqrt 2)) by lra. apply sqrt_le_1_alt. rewrite root2.
    apply Rmult_le_reg_r with L; [exact HL |]. replace (m / L * L) with m by (field; lra). exact HmL.
  - intros C HC.
    set (L := 1 + 1 / C).
    assert (HL : 1 < L) by (unfold L; assert (0 < 1 / C) by (apply Rdiv_lt_0_compat; lra); lra).
    exists (2 * exp (- L)), (C * L).
    assert (He : 2 * exp (- L) < 1).
    { assert (H : exp (- L) * exp L = 1) by (rewrite <- exp_plus, Rplus_opp_l; apply exp_0).
      pose proof (exp_ineq1_le L). pose proof (exp_pos (- L)).
      assert (exp (- L) * 2 < exp (- L) * exp L) by (apply Rmult_lt_compat_l; lra). lra. }
    split; [pose proof (exp_pos (- L)); lra |].
    split; [unfold L; replace (C * (1 + 1 / C)) with (C + 1) by (field; lra); lra |].
    replace (ln (2 / (2 * exp (- L)))) with L.
    2: { replace (2 / (2 * exp (- L))) with (/ exp (- L)) by (field; pose proof (exp_pos (- L)); lra).
         rewrite <- exp_Ropp, Ropp_involutive, ln_exp. reflexivity. }
    cbv zeta. split; [lra |].
    set (c := sqrt C).
    assert (Hcc : c * c = C) by (apply sqrt_sqrt; lra).
    assert (Hc : 0 < c) by (apply sqrt_lt_R0; lra).
    rewrite <- Hcc, at_ratio by lra.
    apply Rlt_not_le. apply Rlt_le_trans with ((1 - sqrt 2 / 2) * (2 + sqrt 2)); [| lra]. apply Rmult_lt_compat_l; [lra |].
    unfold c. rewrite <- (sqrt_square (2 + sqrt 2)) by lra. apply sqrt_lt_1_alt. lra.
Qed.

Print Assumptions B5_c.
