(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/v* (repair of B.9/v, gamma/8 for each of the events), proved over its whole domain:

     if each of the seven events fails with probability at most gamma/8, all hold together with probability >= 1-7 gamma/8; and gamma/8
     can be granted to the flips between points of the net: log g(p) <= log(gamma/8),
     log g(p) = 2d log(10/eps) - p m + k log(e p m/k)
     at p = 8 sqrt d eps^{7/8} + 3 C0/sqrt m, eps = m^{-4/7} d^{-4/7}, k = 44 Cbar sqrt m, Cbar = max{1, C0},
     C0 >= 0, m >= d^2.4, d >= log(4/gamma)^2, gamma in (0,1).

   The first half is the union bound, not stated in Coq but for 7 gamma/8 <= gamma. p m = (8 + 3 C0) sqrt m (B.9/c) and
   8 + 3 C0 <= 11 Cbar, so e p m/k <= e/4 and k log(e p m/k) <= -44 (log 4 - 1) sqrt m, at most -16 sqrt m. It is left to show
   2d log 10 + (8/7) d log(md) + log(8/gamma) <= 24 sqrt m, where log(8/gamma) <= sqrt d + log 2 <= 2d. With d = e^t and
   m = e^{2.4 t + w}, t, w >= 0, this divided by d follows from
   2 log 10 + (8/7)(3.4 t + w) + 2 <= 6.7 + (8/7) 17 z <= 24 (1 + z) <= 24 e^z at z = 0.2 t + w/2. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_v_star : forall d m gamma C0, 0 < gamma < 1 -> 0 <= C0 -> Rpower d 2.4 <= m -> ln (4 / gamma) * ln (4 / gamma) <= d ->
  let Cbar := Rmax 1 C0 in
  let eps := Rpower m (- (4 / 7)) * Rpower d (- (4 / 7)) in
  let p := 8 * sqrt d * Rpower eps (7 / 8) + 3 * C0 / sqrt m in
  let k := 44 * Cbar * sqrt m in
  7 * (gamma / 8) <= gamma /\
  2 * d * ln (10 / eps) - p * m + k * ln (exp 1 * p * m / k) <= ln (gamma / 8).
Proof.
  intros d m gamma C0 Hg H0 Hdm HdL Cbar eps p k. split; [lra |].
  assert (H8 : ln 8 <= 2.1) by interval.
  replace (ln (gamma / 8)) with (ln gamma - ln 8) by (unfold Rdiv; rewrite ln_mult, ln_Rinv by lra; lra).
  set (L := ln (4 / gamma)) in *.
  assert (H4 : 1.38 < ln 4) by interval.
  assert (Hlg : ln gamma < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (HL : L = ln 4 - ln gamma).
  { unfold L, Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra. }
  assert (HLL : L <= L * L) by (rewrite <- (Rmult_1_r L) at 1; apply Rmult_le_compat_l; lra).
  assert (Hd : 1 < d) by lra.
  assert (Hm : 0 < m) by (apply Rlt_le_trans with (Rpower d 2.4); [apply exp_pos | exact Hdm]).
  assert (Hsd : 0 < sqrt d) by (apply sqrt_lt_R0; lra).
  assert (Hsm : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  assert (Hss : sqrt m * sqrt m = m) by (apply sqrt_sqrt; lra).
  assert (Hc1 : 1 <= Cbar) by apply Rmax_l. assert (Hc0 : C0 <= Cbar) by apply Rmax_r.
  assert (He : Rpower eps (7 / 8) = / sqrt m * / sqrt d).
  { unfold eps. rewrite Rpower_mult_distr by lra. rewrite Rpower_mult.
    replace (- (4 / 7) * (7 / 8)) with (- / 2) by lra.
    rewrite <- Rpower_mult_distr by lra. rewrite !Rpower_Ropp, !Rpower_sqrt by lra. reflexivity. }
  assert (Hp : p * m = (8 + 3 * C0) * sqrt m).
  { unfold p. rewrite He. rewrite <- Hss at 3. field. lra. }
  assert (Hk : sqrt m * 44 <= k).
  { unfold k. assert (1 * sqrt m <= Cbar * sqrt m) by (apply Rmult_le_compat_r; lra). lra. }
  assert (Hlog : ln (10 / eps) = ln 10 + 4 / 7 * (ln m + ln d)).
  { unfold eps. rewrite Rpower_mult_distr by lra. unfold Rdiv.
    rewrite <- Rpower_Ropp, Ropp_involutive. rewrite ln_mult; [| lra | apply exp_pos].
    unfold Rpower. rewrite ln_exp, ln_mult by lra. reflexivity. }
  (* The last term. *)
  assert (Hlast : k * ln (exp 1 * p * m / k) <= - 16 * sqrt m).
  { replace (exp 1 * p * m / k) with (exp 1 * ((8 + 3 * C0) / (44 * Cbar))).
    2: { rewrite (Rmult_assoc _ p), Hp. unfold k. field. lra. }
    assert (Hq : 0 < (8 + 3 * C0) / (44 * Cbar)) by (apply Rdiv_lt_0_compat; lra).
    assert (Hq1 : (8 + 3 * C0) / (44 * Cbar) <= 1 / 4).
    { apply Rmult_le_reg_r with (44 * Cbar); [lra |].
      replace ((8 + 3 * C0) / (44 * Cbar) * (44 * Cbar)) with (8 + 3 * C0) by (field; lra). lra. }
    rewrite ln_mult, ln_exp; [| apply exp_pos | exact Hq].
    assert (Hlq : ln ((8 + 3 * C0) / (44 * Cbar)) <= - ln 4).
    { rewrite <- ln_Rinv by lra. replace (/ 4) with (1 / 4) by lra.
      destruct Hq1 as [Hq1 | Hq1]; [left; apply ln_increasing; lra | rewrite Hq1; lra]. }
    apply Rle_trans with (k * - 0.38); [apply Rmult_le_compat_l; lra | lra]. }
  (* What is left, divided by d. *)
  set (t := ln d) in *. set (w := ln m - 2.4 * t).
  assert (Ht : 0 <= t) by (unfold t; rewrite <- ln_1; left; apply ln_increasing; lra).
  assert (Hw : 0 <= w).
  { assert (ln (Rpower d 2.4) <= ln m).
    { destruct Hdm as [Hdm | Hdm]; [left; apply ln_increasing; [apply exp_pos | exact Hdm] | rewrite Hdm; lra]. }
    unfold Rpower in *. rewrite ln_exp in *. unfold w, t. lra. }
  assert (Hz : sqrt m = d * exp (0.2 * t + w / 2)).
  { replace (0.2 * t + w / 2) with (/ 2 * ln m + - ln d) by (unfold w, t; lra).
    rewrite exp_plus, exp_Ropp, exp_ln by lra.
    change (exp (/ 2 * ln m)) with (Rpower m (/ 2)). rewrite Rpower_sqrt by lra. field. lra. }
  assert (H10 : ln 10 < 2.31) by interval.
  assert (Hrest : 2 * ln 10 + 8 / 7 * (ln m + t) + 2 <= 24 * exp (0.2 * t + w / 2)).
  { apply Rle_trans with (24 * (1 + (0.2 * t + w / 2))).
    - replace (ln m) with (w + 2.4 * t) by (unfold w; lra). lra.
    - apply Rmult_le_compat_l; [lra | apply exp_ineq1_le]. }
  apply Rmult_le_compat_l with (r := d) in Hrest; [| lra].
  assert (Hend : - ln gamma + ln 8 <= 2 * d) by lra.
  assert (0 <= C0 * sqrt m) by (apply Rmult_le_pos; lra).
  rewrite Hlog, Hp. lra.
Qed.

Print Assumptions B9_v_star.
