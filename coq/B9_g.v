(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/g (Lemma B.9, proof, log g(p), last line), proved over its whole domain:

     -sqrt m <= log(gamma),   m >= d^2.4, d >= log(4/gamma)^2, gamma in (0,1).

   L = log(4/gamma) > 1, so d >= 1, sqrt m >= d >= L^2 >= L, and L >= log(1/gamma). *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B9_g : forall d m gamma, 0 < gamma < 1 -> Rpower d 2.4 <= m -> ln (4 / gamma) * ln (4 / gamma) <= d -> - sqrt m <= ln gamma.
Proof.
  intros d m gamma Hg Hdm Hd.
  set (L := ln (4 / gamma)) in *.
  assert (H4 : 1 < ln 4).
  { rewrite <- (ln_exp 1) at 1. apply ln_increasing; [apply exp_pos |]. pose proof exp_le_3. lra. }
  assert (Hlg : ln gamma < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (HL : L = ln 4 - ln gamma).
  { unfold L, Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra. }
  assert (HLL : L <= L * L) by (rewrite <- (Rmult_1_r L) at 1; apply Rmult_le_compat_l; lra).
  assert (Hdd : d * d <= m).
  { apply Rle_trans with (Rpower d 2.4); [| exact Hdm].
    replace (d * d) with (Rpower d 2).
    2: { replace 2 with (1 + 1) by lra. rewrite Rpower_plus, !Rpower_1 by lra. reflexivity. }
    apply Rle_Rpower; lra. }
  assert (Hs : d <= sqrt m) by (rewrite <- (sqrt_square d) by lra; apply sqrt_le_1_alt; exact Hdd).
  lra.
Qed.

Print Assumptions B9_g.
