(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/j** (repair of B.9/j, a restricted domain), proved over its whole domain:

     sqrt(44 Cbar/sqrt m) sqrt(88 Cbar sqrt m log m + 2 log(8/gamma)) + sqrt(44 Cbar d/sqrt m) + 44 Cbar C0/sqrt m
     <= 113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma),
     C0 >= 0.57, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, gamma in (0,1), Cbar = max{1, C0}.

   The hypotheses leave d >= 190, log(8/gamma) <= sqrt d and sqrt m >= 2.85 d. So the left side is at most
   Cbar (62.3 sqrt(log m) + 4 + 0.1 C0), and 62.3 s + 4 + 0.1 C0 <= 113 C0 s at s = sqrt(log m) >= 3.4, C0 >= 0.57. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

(* log does not fall. *)
Lemma ln_le : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof.
  intros x y Hx [H | H]; [left; apply ln_increasing; lra | subst; lra].
Qed.

(* What the hypotheses leave: d >= 190, log(8/gamma) <= sqrt d, log m >= 2.4 log d >= 12. *)
Lemma hypotheses : forall d m gamma, 0 < gamma < 1 -> Rpower d 2.4 <= m -> 58 <= m ->
  ln (4 * m / gamma) * ln (4 * m / gamma) <= d ->
  190 <= d /\ 0 <= ln (8 / gamma) <= sqrt d /\ 12 <= ln m.
Proof.
  intros d m gamma Hg Hdm Hm HdM.
  assert (N : 5.4 <= ln (4 * 58)) by interval.
  assert (N2 : forall x, 29 <= x <= 190 -> 1 <= (ln 4 + 2.4 * ln x) * (ln 4 + 2.4 * ln x) - x)
    by (intros; interval with (i_bisect x)).
  assert (N3 : 12 <= 2.4 * ln 190) by interval.
  assert (N4 : 0 <= ln 4) by interval.
  set (M := ln (4 * m / gamma)) in *.
  assert (Hig : 1 <= / gamma) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  assert (HM : 5.4 <= M).
  { apply Rle_trans with (ln (4 * 58)); [exact N |]. unfold M. apply ln_le; [lra |].
    unfold Rdiv. rewrite <- (Rmult_1_r (4 * 58)). apply Rmult_le_compat; lra. }
  assert (HMM : 5.4 * 5.4 <= M * M) by (apply Rmult_le_compat; lra).
  assert (Hd : 29 <= d) by lra.
  assert (Hld : 0 <= ln d) by (rewrite <- ln_1; apply ln_le; lra).
  assert (Hlm : 2.4 * ln d <= ln m).
  { assert (ln (Rpower d 2.4) <= ln m) by (apply ln_le; [apply exp_pos | exact Hdm]).
    unfold Rpower in *. rewrite ln_exp in *. lra. }
  assert (HM4 : ln 4 + ln m <= M).
  { rewrite <- ln_mult by lra. unfold M. apply ln_le; [lra |].
    unfold Rdiv. rewrite <- (Rmult_1_r (4 * m)) at 1. apply Rmult_le_compat; lra. }
  assert (Hd190 : 190 <= d).
  { destruct (Rle_or_lt 190 d) as [H | H]; [exact H | exfalso].
    specialize (N2 d (conj Hd (Rlt_le _ _ H))).
    assert ((ln 4 + 2.4 * ln d) * (ln 4 + 2.4 * ln d) <= M * M) by (apply Rmult_le_compat; lra). lra. }
  split; [exact Hd190 |]. split.
  - split.
    + rewrite <- ln_1. apply ln_le; [lra |]. unfold Rdiv. rewrite <- (Rmult_1_r 1). apply Rmult_le_compat; lra.
    + apply Rle_trans with M.
      * unfold M. apply ln_le; [unfold Rdiv; apply Rmult_lt_0_compat; lra |]. unfold Rdiv. apply Rmult_le_compat_r; lra.
      * rewrite <- (sqrt_square M) by lra. apply sqrt_le_1_alt. exact HdM.
  - assert (ln 190 <= ln d) by (apply ln_le; lra). lra.
Qed.

(* The left side of the step is at most Cbar (62.3 sqrt(log m) + 4 + 0.1 C0). *)
Lemma left_side : forall d m gamma C0 Cbar, 0 < gamma < 1 -> 0 < C0 -> 1 <= Cbar -> Rpower d 2.4 <= m -> 58 <= m ->
  ln (4 * m / gamma) * ln (4 * m / gamma) <= d ->
  sqrt (44 * Cbar / sqrt m) * sqrt (88 * Cbar * sqrt m * ln m + 2 * ln (8 / gamma)) + sqrt (44 * Cbar * d / sqrt m)
  + 44 * Cbar * C0 / sqrt m
  <= Cbar * (62.3 * sqrt (ln m) + 4 + 0.1 * C0).
Proof.
  intros d m gamma C0 Cbar Hg H0 Hc Hdm Hm HdM.
  destruct (hypotheses d m gamma Hg Hdm Hm HdM) as [Hd [[HG0 HG] Hlm]].
  assert (N1 : 2.85 <= Rpower 190 0.2) by (unfold Rpower; interval).
  assert (N2 : 13 <= sqrt 190) by interval.
  assert (Hsm0 : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  assert (Hsd0 : 0 < sqrt d) by (apply sqrt_lt_R0; lra).
  assert (Hdd : sqrt d * sqrt d = d) by (apply sqrt_sqrt; lra).
  assert (Hsd : 13 <= sqrt d) by (apply Rle_trans with (sqrt 190); [exact N2 | apply sqrt_le_1_alt; exact Hd]).
  (* sqrt m >= d^1.2 >= 2.85 d. *)
  assert (Hsm : 2.85 * d <= sqrt m).
  { apply Rle_trans with (Rpower d 0.2 * Rpower d 1).
    - rewrite (Rpower_1 d) by lra. apply Rmult_le_compat_r; [lra |].
      apply Rle_trans with (Rpower 190 0.2); [exact N1 |]. apply Rle_Rpower_l; lra.
    - rewrite <- Rpower_plus, <- (Rpower_sqrt m) by lra.
      replace (0.2 + 1) with (2.4 * / 2) by lra. rewrite <- Rpower_mult.
      apply Rle_Rpower_l; [lra |]. split; [apply exp_pos | exact Hdm]. }
  assert (Hi : / sqrt m * sqrt m = 1) by (field; lra).
  assert (Hi0 : 0 < / sqrt m) by (apply Rinv_0_lt_compat; exact Hsm0).
  (* log(8/gamma)/sqrt m <= 1/(2.85 sqrt d) <= 0.03, d/sqrt m <= 1/2.85, 1/sqrt m <= 0.002. *)
  assert (HGm : ln (8 / gamma) * / sqrt m <= 0.03).
  { apply Rmult_le_reg_r with (sqrt m); [exact Hsm0 |]. rewrite Rmult_assoc, Hi.
    assert (sqrt d * 13 <= sqrt d * sqrt d) by (apply Rmult_le_compat_l; lra). lra. }
  assert (Hdm' : d * / sqrt m <= 0.352).
  { apply Rmult_le_reg_r with (sqrt m); [exact Hsm0 |]. rewrite Rmult_assoc, Hi. lra. }
  assert (H1m : / sqrt m <= 0.002).
  { apply Rmult_le_reg_r with (sqrt m); [exact Hsm0 |]. rewrite Hi. lra. }
  set (s := sqrt (ln m)).
  assert (Hss : s * s = ln m) by (apply sqrt_sqrt; lra).
  assert (Hs0 : 0 <= s) by apply sqrt_pos.
  assert (Hcc : Cbar <= Cbar * Cbar) by (rewrite <- (Rmult_1_r Cbar) at 1; apply Rmult_le_compat_l; lra).
  assert (A : sqrt (44 * Cbar / sqrt m) * sqrt (88 * Cbar * sqrt m * ln m + 2 * ln (8 / gamma)) <= 62.3 * Cbar * s).
  { assert (Hpos : 0 <= 88 * Cbar * sqrt m * ln m + 2 * ln (8 / gamma)).
    { assert (0 <= 88 * Cbar * sqrt m * ln m) by (repeat apply Rmult_le_pos; lra). lra. }
    rewrite <- sqrt_mult; [| apply Rmult_le_pos; lra | exact Hpos].
    rewrite <- (sqrt_square (62.3 * Cbar * s)) by (apply Rmult_le_pos; [apply Rmult_le_pos |]; lra).
    apply sqrt_le_1_alt.
    replace (44 * Cbar / sqrt m * (88 * Cbar * sqrt m * ln m + 2 * ln (8 / gamma)))
      with (3872 * (Cbar * Cbar) * ln m + 88 * Cbar * (ln (8 / gamma) * / sqrt m)) by (field; lra).
    replace (62.3 * Cbar * s * (62.3 * Cbar * s)) with (3881.29 * (Cbar * Cbar) * (s * s)) by lra.
    rewrite Hss.
    assert (88 * Cbar * (ln (8 / gamma) * / sqrt m) <= 88 * Cbar * 0.03) by (apply Rmult_le_compat_l; lra).
    assert (Cbar * Cbar * 12 <= Cbar * Cbar * ln m) by (apply Rmult_le_compat_l; lra).
    lra. }
  assert (B : sqrt (44 * Cbar * d / sqrt m) <= 4 * Cbar).
  { rewrite <- (sqrt_square (4 * Cbar)) by lra. apply sqrt_le_1_alt.
    replace (44 * Cbar * d / sqrt m) with (44 * Cbar * (d * / sqrt m)) by (field; lra).
    assert (44 * Cbar * (d * / sqrt m) <= 44 * Cbar * 0.352) by (apply Rmult_le_compat_l; lra). lra. }
  assert (C : 44 * Cbar * C0 / sqrt m <= 0.1 * (Cbar * C0)).
  { replace (44 * Cbar * C0 / sqrt m) with (44 * (Cbar * C0) * / sqrt m) by (field; lra).
    assert (0 <= Cbar * C0) by (apply Rmult_le_pos; lra).
    assert (44 * (Cbar * C0) * / sqrt m <= 44 * (Cbar * C0) * 0.002) by (apply Rmult_le_compat_l; lra). lra. }
  lra.
Qed.

Theorem B9_j_star_star : forall d m gamma C0, 0 < gamma < 1 -> 0.57 <= C0 -> Rpower d 2.4 <= m -> 58 <= m ->
  ln (4 * m / gamma) * ln (4 * m / gamma) <= d ->
  let Cbar := Rmax 1 C0 in
  sqrt (44 * Cbar / sqrt m) * sqrt (88 * Cbar * sqrt m * ln m + 2 * ln (8 / gamma)) + sqrt (44 * Cbar * d / sqrt m)
  + 44 * Cbar * C0 / sqrt m
  <= 113 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma).
Proof.
  intros d m gamma C0 Hg H0 Hdm Hm HdM Cbar.
  assert (Hc1 : 1 <= Cbar) by apply Rmax_l. assert (Hc0 : C0 <= Cbar) by apply Rmax_r.
  destruct (hypotheses d m gamma Hg Hdm Hm HdM) as [Hd [[HG0 HG] Hlm]].
  assert (HT : 0 <= 2 / sqrt m * ln (8 / gamma)).
  { apply Rmult_le_pos; [apply Rlt_le, Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra] | exact HG0]. }
  assert (H : Cbar * (62.3 * sqrt (ln m) + 4 + 0.1 * C0) <= 113 * Cbar * C0 * sqrt (ln m)).
  { assert (Hs : 3.4 <= sqrt (ln m)) by (rewrite <- (sqrt_square 3.4) by lra; apply sqrt_le_1_alt; lra).
    set (s := sqrt (ln m)) in *.
    assert (C0 * 3.4 <= C0 * s) by (apply Rmult_le_compat_l; lra).
    assert (0.57 * s <= C0 * s) by (apply Rmult_le_compat_r; lra).
    assert (Cbar * (62.3 * s + 4 + 0.1 * C0) <= Cbar * (113 * (C0 * s))) by (apply Rmult_le_compat_l; lra).
    lra. }
  assert (H0' : 0 < C0) by lra.
  pose proof (left_side d m gamma C0 Cbar Hg H0' Hc1 Hdm Hm HdM). lra.
Qed.

Print Assumptions B9_j_star_star.
