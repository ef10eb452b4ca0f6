(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/p'* (repair of B.9/p', a restricted domain), proved over its whole domain:

     50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25},
     C0 >= 0.17, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, m <= exp(d^0.24), gamma in (0,1), Cbar = max{1, C0}.

   With t = log d the hypotheses leave t >= log 190, and 2.4 t <= log m <= e^{0.24 t} then leaves t >= 14.88. So
   sqrt(log m) <= d^0.12 = r d^0.25, r = d^-0.13 <= 0.1446, and the last term on the left is at most 0.001 d^0.25;
   50.001 + 227 0.1446 Cbar C0 <= 327 Cbar C0. *)

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

Theorem B9_p_prime_star : forall d m gamma C0, 0 < gamma < 1 -> 0.17 <= C0 -> Rpower d 2.4 <= m -> 58 <= m ->
  ln (4 * m / gamma) * ln (4 * m / gamma) <= d -> m <= exp (Rpower d 0.24) ->
  let Cbar := Rmax 1 C0 in
  50 * Rpower d 0.25 + 227 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma) <= 327 * Cbar * C0 * Rpower d 0.25.
Proof.
  intros d m gamma C0 Hg H0 Hdm Hm HdM Hwin Cbar.
  assert (N1 : forall t, 5.2 <= t <= 14.88 -> exp (0.24 * t) - 2.4 * t <= - 0.01)
    by (intros; interval with (i_bisect t, i_autodiff t)).
  assert (N2 : exp (- 0.13 * 14.88) <= 0.1446) by interval.
  assert (N3 : 5.2 <= ln 190) by interval.
  assert (N4 : 1000 <= exp (0.5 * 14.88)) by interval.
  assert (Hc1 : 1 <= Cbar) by apply Rmax_l. assert (Hc0 : C0 <= Cbar) by apply Rmax_r.
  destruct (hypotheses d m gamma Hg Hdm Hm HdM) as [Hd [[HG0 HG] Hlm]].
  set (t := ln d).
  assert (Ht5 : 5.2 <= t) by (apply Rle_trans with (ln 190); [exact N3 | apply ln_le; lra]).
  assert (Hlm1 : 2.4 * t <= ln m).
  { assert (ln (Rpower d 2.4) <= ln m) by (apply ln_le; [apply exp_pos | exact Hdm]).
    unfold Rpower in *. rewrite ln_exp in *. unfold t. lra. }
  assert (Hlm2 : ln m <= exp (0.24 * t)).
  { rewrite <- (ln_exp (exp (0.24 * t))). apply ln_le; [lra | exact Hwin]. }
  assert (Ht : 14.88 <= t).
  { destruct (Rle_or_lt 14.88 t) as [H | H]; [exact H | exfalso].
    specialize (N1 t (conj Ht5 (Rlt_le _ _ H))). lra. }
  set (q := Rpower d 0.25).
  assert (Hq : q = exp (0.25 * t)) by reflexivity.
  assert (Hq0 : 0 < q) by apply exp_pos.
  assert (Hexp : forall x y, x <= y -> exp x <= exp y).
  { intros x y [H | H]; [left; apply exp_increasing; exact H | rewrite H; lra]. }
  (* sqrt(log m) <= e^{0.12 t} = e^{-0.13 t} q. *)
  assert (Hs : sqrt (ln m) <= 0.1446 * q).
  { apply Rle_trans with (exp (0.12 * t)).
    - rewrite <- (sqrt_square (exp (0.12 * t))) by (left; apply exp_pos). apply sqrt_le_1_alt.
      rewrite <- exp_plus. replace (0.12 * t + 0.12 * t) with (0.24 * t) by lra. exact Hlm2.
    - replace (0.12 * t) with (- 0.13 * t + 0.25 * t) by lra. rewrite exp_plus, <- Hq.
      apply Rmult_le_compat_r; [lra |]. apply Rle_trans with (exp (- 0.13 * 14.88)); [apply Hexp; lra | exact N2]. }
  (* sqrt m >= d, so (2/sqrt m) log(8/gamma) <= 2/sqrt d. *)
  assert (Hsd : 1000 <= sqrt d).
  { apply Rle_trans with (exp (0.5 * 14.88)); [exact N4 |].
    rewrite <- Rpower_sqrt by lra. unfold Rpower. fold t. apply Hexp. lra. }
  assert (Hdd : sqrt d * sqrt d = d) by (apply sqrt_sqrt; lra).
  assert (Hsm : d <= sqrt m).
  { rewrite <- (sqrt_square d) by lra. apply sqrt_le_1_alt. apply Rle_trans with (Rpower d 2.4); [| exact Hdm].
    replace (d * d) with (Rpower d 2).
    2: { replace 2 with (1 + 1) by lra. rewrite Rpower_plus, !Rpower_1 by lra. reflexivity. }
    apply Rle_Rpower; lra. }
  assert (Hq1 : 3 <= q).
  { rewrite Hq. apply Rle_trans with (1 + 0.25 * t); [lra | apply exp_ineq1_le]. }
  assert (HT : 2 / sqrt m * ln (8 / gamma) <= 0.001 * q).
  { apply Rmult_le_reg_r with (sqrt m); [lra |].
    replace (2 / sqrt m * ln (8 / gamma) * sqrt m) with (2 * ln (8 / gamma)) by (field; lra).
    assert (0.001 * q * d <= 0.001 * q * sqrt m) by (apply Rmult_le_compat_l; lra).
    assert (0.003 * d <= 0.001 * q * d) by (apply Rmult_le_compat_r; lra).
    assert (1000 * sqrt d <= sqrt d * sqrt d) by (apply Rmult_le_compat_r; lra). lra. }
  assert (Hcc : 0.17 <= Cbar * C0) by (rewrite <- (Rmult_1_l 0.17); apply Rmult_le_compat; lra).
  assert (227 * (Cbar * C0) * sqrt (ln m) <= 227 * (Cbar * C0) * (0.1446 * q)) by (apply Rmult_le_compat_l; lra).
  assert (0.17 * q <= Cbar * C0 * q) by (apply Rmult_le_compat_r; lra).
  fold q. lra.
Qed.

Print Assumptions B9_p_prime_star.
