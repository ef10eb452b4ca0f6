(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/c (Lemma B.9, proof, the value of p), proved over its whole domain:

     8 sqrt d eps^{7/8} + 3 C0/sqrt m <= 11 Cbar/sqrt m   at eps = m^{-4/7} d^{-4/7},   d, m >= 1, C0 >= 0, Cbar = max{1, C0}.

   As (4/7)(7/8) = 1/2 the left side is (8 + 3 C0)/sqrt m, and 8 + 3 C0 <= 11 Cbar. *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B9_c : forall d m C0, 1 <= d -> 1 <= m -> 0 <= C0 ->
  let eps := Rpower m (- (4 / 7)) * Rpower d (- (4 / 7)) in
  let Cbar := Rmax 1 C0 in
  8 * sqrt d * Rpower eps (7 / 8) + 3 * C0 / sqrt m <= 11 * Cbar / sqrt m.
Proof.
  intros d m C0 Hd Hm H0 eps Cbar.
  assert (Hsd : 0 < sqrt d) by (apply sqrt_lt_R0; lra).
  assert (Hsm : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  assert (He : Rpower eps (7 / 8) = / sqrt m * / sqrt d).
  { unfold eps. rewrite Rpower_mult_distr by lra. rewrite Rpower_mult.
    replace (- (4 / 7) * (7 / 8)) with (- / 2) by lra.
    rewrite <- Rpower_mult_distr by lra. rewrite !Rpower_Ropp, !Rpower_sqrt by lra. reflexivity. }
  rewrite He.
  replace (8 * sqrt d * (/ sqrt m * / sqrt d) + 3 * C0 / sqrt m) with ((8 + 3 * C0) / sqrt m) by (field; lra).
  unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra |].
  assert (1 <= Cbar) by apply Rmax_l. assert (C0 <= Cbar) by apply Rmax_r. lra.
Qed.

Print Assumptions B9_c.
