(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/k'* (repair of B.8/k', 3 C1 in the place of 3), proved over its whole domain:

     sqrt(log(4m/gamma)) + C1 sqrt(d + 4 sqrt(d log(8m/gamma)))/sqrt d <= sqrt(log(4m/gamma)) + 3 C1,
     d, m >= 1, gamma <= 1/2, C1 > 0, d > log(m/gamma) log(1/gamma).

   It says log(8m/gamma) <= 4d; and log(m/gamma) < d/log(1/gamma) <= d/log 2, so log(8m/gamma) <= (1/log 2 + log 8) d <= 4d. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

(* log does not fall. *)
Lemma ln_le : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof.
  intros x y Hx [H | H]; [left; apply ln_increasing; lra | subst; lra].
Qed.

Lemma root : forall d m gamma, 1 <= d -> 1 <= m -> 0 < gamma <= 1 / 2 -> d > ln (m / gamma) * ln (1 / gamma) ->
  sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))) / sqrt d <= 3.
Proof.
  intros d m gamma Hd Hm Hg H. apply Rgt_lt in H.
  assert (N : 1 / ln 2 + ln 8 <= 4) by interval.
  assert (N2 : 0 < ln 2) by interval. assert (N8 : 0 <= ln 8) by interval.
  assert (Hsd : 0 < sqrt d) by (apply sqrt_lt_R0; lra).
  assert (Hmg : 1 <= m / gamma).
  { unfold Rdiv. rewrite <- (Rmult_1_r 1). apply Rmult_le_compat; try lra. rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
  assert (Hg2 : ln 2 <= ln (1 / gamma)).
  { apply ln_le; [lra |]. apply Rmult_le_reg_r with gamma; [lra |]. replace (1 / gamma * gamma) with 1 by (field; lra). lra. }
  assert (Hl0 : 0 <= ln (m / gamma)) by (rewrite <- ln_1; apply ln_le; lra).
  assert (Hl : ln (m / gamma) <= 1 / ln 2 * d).
  { apply Rmult_le_reg_r with (ln 2); [exact N2 |].
    replace (1 / ln 2 * d * ln 2) with d by (field; lra).
    assert (ln (m / gamma) * ln 2 <= ln (m / gamma) * ln (1 / gamma)) by (apply Rmult_le_compat_l; lra). lra. }
  assert (H8 : ln (8 * m / gamma) = ln 8 + ln (m / gamma)).
  { replace (8 * m / gamma) with (8 * (m / gamma)) by (field; lra). apply ln_mult; lra. }
  assert (H8d : ln 8 * 1 <= ln 8 * d) by (apply Rmult_le_compat_l; lra).
  assert (H4 : ln (8 * m / gamma) <= 4 * d).
  { rewrite H8. assert ((1 / ln 2 + ln 8) * d <= 4 * d) by (apply Rmult_le_compat_r; lra). lra. }
  assert (Hs : sqrt (d * ln (8 * m / gamma)) <= 2 * d).
  { rewrite <- (sqrt_square (2 * d)) by lra. apply sqrt_le_1_alt.
    apply Rle_trans with (d * (4 * d)); [apply Rmult_le_compat_l; lra | lra]. }
  apply Rmult_le_reg_r with (sqrt d); [exact Hsd |].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  replace (3 * sqrt d) with (sqrt (3 * 3 * d)) by (rewrite sqrt_mult, sqrt_square by lra; reflexivity).
  apply sqrt_le_1_alt. lra.
Qed.

Theorem B8_k_prime_star : forall d m gamma C1, 1 <= d -> 1 <= m -> 0 < gamma <= 1 / 2 -> 0 < C1 ->
  d > ln (m / gamma) * ln (1 / gamma) ->
  sqrt (ln (4 * m / gamma)) + C1 * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))) / sqrt d <= sqrt (ln (4 * m / gamma)) + 3 * C1.
Proof.
  intros d m gamma C1 Hd Hm Hg H1 H. pose proof (root d m gamma Hd Hm Hg H) as E.
  apply Rmult_le_compat_l with (r := C1) in E; [| lra].
  unfold Rdiv in *. lra.
Qed.

Print Assumptions B8_k_prime_star.
