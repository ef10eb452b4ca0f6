(* SPDX-License-Identifier: GPL-3.0-or-later

   B.6/d (Lemma B.6, proof of eq. 4, last line, written "=" there), proved over its whole domain:

     eps + eps sqrt(d + 4 sqrt(d log(2/eps))) <= 2 eps (sqrt d + 2 sqrt(d log(2/eps))),   d >= 1, eps in (0,1).

   With D = sqrt d and S = sqrt(log(2/eps)) it says 1 + sqrt(D^2 + 4 D S) <= 2 D + 4 D S; and D^2 + 4 D S <= (D + 2 S)^2,
   1 <= D, 2 S <= 4 D S - 1 + D as D >= 1. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B6_d : forall d eps, 1 <= d -> 0 < eps < 1 ->
  eps + eps * sqrt (d + 4 * sqrt (d * ln (2 / eps))) <= 2 * eps * (sqrt d + 2 * sqrt (d * ln (2 / eps))).
Proof.
  intros d eps Hd He.
  assert (HL : 0 <= ln (2 / eps)).
  { rewrite <- ln_1. left. apply ln_increasing; [lra |].
    apply Rmult_lt_reg_r with eps; [lra |]. replace (2 / eps * eps) with 2 by (field; lra). lra. }
  rewrite (sqrt_mult d) by lra.
  set (D := sqrt d). set (S := sqrt (ln (2 / eps))).
  assert (HD : 1 <= D) by (unfold D; rewrite <- sqrt_1; apply sqrt_le_1_alt; exact Hd).
  assert (HS : 0 <= S) by apply sqrt_pos.
  assert (HDD : d = D * D) by (symmetry; apply sqrt_sqrt; lra).
  assert (HDS : S <= D * S) by (rewrite <- (Rmult_1_l S) at 1; apply Rmult_le_compat_r; lra).
  assert (Hroot : sqrt (d + 4 * (D * S)) <= D + 2 * S).
  { rewrite <- (sqrt_square (D + 2 * S)) by lra. apply sqrt_le_1_alt. rewrite HDD.
    pose proof (Rle_0_sqr S) as Q. unfold Rsqr in Q. lra. }
  apply Rmult_le_compat_l with (r := eps) in Hroot; [| lra].
  assert (eps * (1 + (D + 2 * S)) <= eps * (2 * (D + 2 * (D * S)))) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

Print Assumptions B6_d.
