(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/d* (repair of B.9/d, the last term kept), proved over its whole domain:

     -p m + 2d log(10/eps) + k log(e p m/k) <= -24 sqrt m + 2.3 d log(md)
     at p = 8 sqrt d eps^{7/8} + 3 C0/sqrt m, eps = m^{-4/7} d^{-4/7}, k = 44 Cbar sqrt m, Cbar = max{1, C0},
     m >= 58, d >= 1, C0 >= 0.

   p m = (8 + 3 C0) sqrt m (B.9/c), so e p m/k <= e/4 and the last term on the left is at most
   -44 Cbar (log 4 - 1) sqrt m <= -16 sqrt m;
   2d log(10/eps) = 2d log 10 + (8/7) d log(md), and 2 log 10 <= (2.3 - 8/7) log 58. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_d_star : forall d m C0, 1 <= d -> 58 <= m -> 0 <= C0 ->
  let Cbar := Rmax 1 C0 in
  let eps := Rpower m (- (4 / 7)) * Rpower d (- (4 / 7)) in
  let p := 8 * sqrt d * Rpower eps (7 / 8) + 3 * C0 / sqrt m in
  let k := 44 * Cbar * sqrt m in
  - p * m + 2 * d * ln (10 / eps) + k * ln (exp 1 * p * m / k) <= - 24 * sqrt m + 2.3 * d * ln (m * d).
Proof.
  intros d m C0 Hd Hm H0 Cbar eps p k.
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
  assert (Hk : 0 < k).
  { unfold k. apply Rmult_lt_0_compat; lra. }
  assert (Hlog : ln (10 / eps) = ln 10 + 4 / 7 * ln (m * d)).
  { unfold eps. rewrite Rpower_mult_distr by lra. unfold Rdiv.
    rewrite <- Rpower_Ropp, Ropp_involutive. rewrite ln_mult; [| lra | apply exp_pos].
    unfold Rpower. rewrite ln_exp. reflexivity. }
  assert (Hk16 : sqrt m * 44 <= k).
  { unfold k. assert (1 * sqrt m <= Cbar * sqrt m) by (apply Rmult_le_compat_r; lra). lra. }
  assert (H4 : 1.38 < ln 4) by interval.
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
  assert (HL : 2 * ln 10 + 8 / 7 * ln (m * d) <= 2.3 * ln (m * d)).
  { assert (ln 58 <= ln (m * d)).
    { assert (Hmd : 58 <= m * d) by (rewrite <- (Rmult_1_r 58); apply Rmult_le_compat; lra).
      destruct Hmd as [Hmd | Hmd]; [left; apply ln_increasing; lra | rewrite <- Hmd; lra]. }
    assert (2 * ln 10 <= (2.3 - 8 / 7) * ln 58) by interval. lra. }
  apply Rmult_le_compat_l with (r := d) in HL; [| lra].
  assert (0 <= C0 * sqrt m) by (apply Rmult_le_pos; lra).
  rewrite Hlog. lra.
Qed.

Print Assumptions B9_d_star.
