(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/p** (repair of B.9/p, a restricted domain), proved over its whole domain:

     50 d^{0.25} + 227 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma) <= 327 Cbar C0 d^{0.25},
     C0 >= 0.51, m >= d^2.4, m >= 58, d >= log(4m/gamma)^2, gamma in (0,1), Cbar = max{1, C0}.

   With M = log(4m/gamma) the hypotheses leave M >= log 232 > 5.4, d >= 29, log m <= M <= sqrt d and log(8/gamma) <= M <= sqrt d, while
   sqrt m >= d. So the left side is at most (50 + 227 Cbar C0 + 0.2) d^{1/4}, and 100 Cbar C0 >= 51. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

(* log does not fall. *)
Lemma ln_le : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof.
  intros x y Hx [H | H]; [left; apply ln_increasing; lra | subst; lra].
Qed.

(* What the hypotheses leave: sqrt(log m) <= d^{1/4}, (2/sqrt m) log(8/gamma) <= 0.2 d^{1/4}, d^{1/4} >= 2. *)
Lemma hypotheses : forall d m gamma, 0 < gamma < 1 -> Rpower d 2.4 <= m -> 58 <= m ->
  ln (4 * m / gamma) * ln (4 * m / gamma) <= d ->
  2 <= Rpower d 0.25 /\ 0 <= sqrt (ln m) <= Rpower d 0.25 /\ 0 <= 2 / sqrt m * ln (8 / gamma) <= 0.2 * Rpower d 0.25.
Proof.
  intros d m gamma Hg Hdm Hm HdM.
  assert (N : 5.4 <= ln (4 * 58)) by interval.
  set (M := ln (4 * m / gamma)) in *.
  assert (Hig : 1 <= / gamma) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  assert (HM : 5.4 <= M).
  { apply Rle_trans with (ln (4 * 58)); [exact N |]. unfold M. apply ln_le; [lra |].
    unfold Rdiv. rewrite <- (Rmult_1_r (4 * 58)). apply Rmult_le_compat; lra. }
  assert (HMM : 5.4 * 5.4 <= M * M) by (apply Rmult_le_compat; lra).
  assert (Hd : 29 <= d) by lra.
  set (q := Rpower d 0.25).
  assert (Hq : 0 < q) by apply exp_pos.
  assert (Hqd : q * q * (q * q) = d).
  { unfold q. rewrite <- !Rpower_plus. replace (0.25 + 0.25 + (0.25 + 0.25)) with 1 by lra. apply Rpower_1. lra. }
  assert (HqM : M <= q * q).
  { apply Rsqr_incr_0_var; [unfold Rsqr; lra | apply Rmult_le_pos; lra]. }
  assert (Hq2 : 2.3 <= q).
  { apply Rsqr_incr_0_var; [unfold Rsqr; lra | lra]. }
  assert (Hlm : ln m <= M).
  { unfold M. apply ln_le; [lra |]. unfold Rdiv. rewrite <- (Rmult_1_r m) at 1. apply Rmult_le_compat; lra. }
  assert (Hlm0 : 0 <= ln m) by (rewrite <- ln_1; apply ln_le; lra).
  assert (Hlg : 0 <= ln (8 / gamma) <= M).
  { split.
    - rewrite <- ln_1. apply ln_le; [lra |]. unfold Rdiv. rewrite <- (Rmult_1_r 1). apply Rmult_le_compat; lra.
    - unfold M. apply ln_le; [unfold Rdiv; apply Rmult_lt_0_compat; lra |].
      unfold Rdiv. apply Rmult_le_compat_r; lra. }
  assert (Hsm : q * q * (q * q) <= sqrt m).
  { rewrite Hqd. rewrite <- (sqrt_square d) by lra. apply sqrt_le_1_alt.
    apply Rle_trans with (Rpower d 2.4); [| exact Hdm].
    replace (d * d) with (Rpower d 2).
    2: { replace 2 with (1 + 1) by lra. rewrite Rpower_plus, !Rpower_1 by lra. reflexivity. }
    apply Rle_Rpower; lra. }
  assert (Hsm0 : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  split; [lra |]. split; [split; [apply sqrt_pos |] |].
  - rewrite <- (sqrt_square q) by lra. apply sqrt_le_1_alt. lra.
  - split; [apply Rmult_le_pos; [apply Rlt_le, Rdiv_lt_0_compat; lra | lra] |].
    (* log(8/gamma) <= q^2, sqrt m >= q^4 and q^3 >= 10. *)
    apply Rmult_le_reg_r with (sqrt m); [exact Hsm0 |].
    replace (2 / sqrt m * ln (8 / gamma) * sqrt m) with (2 * ln (8 / gamma)) by (field; lra).
    assert (K3 : 10 <= q * q * q).
    { assert (2.3 * 2.3 <= q * q) by (apply Rmult_le_compat; lra).
      assert (2.3 * 2.3 * 2.3 <= q * q * q) by (apply Rmult_le_compat; lra). lra. }
    assert (E1 : 0.2 * q * (q * q * (q * q)) <= 0.2 * q * sqrt m) by (apply Rmult_le_compat_l; lra).
    assert (E2 : q * q * 10 <= q * q * (q * q * q)) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | exact K3]).
    lra.
Qed.

Theorem B9_p_star_star : forall d m gamma C0, 0 < gamma < 1 -> 0.51 <= C0 -> Rpower d 2.4 <= m -> 58 <= m ->
  ln (4 * m / gamma) * ln (4 * m / gamma) <= d ->
  let Cbar := Rmax 1 C0 in
  50 * Rpower d 0.25 + 227 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma) <= 327 * Cbar * C0 * Rpower d 0.25.
Proof.
  intros d m gamma C0 Hg H0 Hdm Hm HdM Cbar.
  destruct (hypotheses d m gamma Hg Hdm Hm HdM) as [Hq [[Hs0 Hs] [Ht0 Ht]]].
  set (q := Rpower d 0.25) in *. set (s := sqrt (ln m)) in *. set (T := 2 / sqrt m * ln (8 / gamma)) in *.
  assert (Hc1 : 1 <= Cbar) by apply Rmax_l. assert (Hc0 : C0 <= Cbar) by apply Rmax_r.
  fold q s T.
  assert (Hcc : 0.51 <= Cbar * C0) by (rewrite <- (Rmult_1_l 0.51); apply Rmult_le_compat; lra).
  assert (227 * (Cbar * C0) * s <= 227 * (Cbar * C0) * q) by (apply Rmult_le_compat_l; lra).
  assert (0.51 * q <= Cbar * C0 * q) by (apply Rmult_le_compat_r; lra).
  lra.
Qed.

Print Assumptions B9_p_star_star.
