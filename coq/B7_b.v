(* SPDX-License-Identifier: GPL-3.0-or-later

   B.7/b (Lemma B.7, proof, the step after B.7/a), proved over its whole domain:

     d - 1 - 4 sqrt(d log(2/gamma)) >= d - 5 sqrt(d log(2/gamma)),   d >= 1, gamma in (0, 2/e).

   It says 1 <= sqrt(d log(2/gamma)), and log(2/gamma) > 1. *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B7_b : forall d gamma, 1 <= d -> 0 < gamma < 2 / exp 1 ->
  d - 1 - 4 * sqrt (d * ln (2 / gamma)) >= d - 5 * sqrt (d * ln (2 / gamma)).
Proof.
  intros d gamma Hd [H0 H1].
  assert (He : 0 < exp 1) by apply exp_pos.
  assert (HL : 1 < ln (2 / gamma)).
  { rewrite <- (ln_exp 1) at 1. apply ln_increasing; [exact He |].
    apply Rmult_lt_reg_r with gamma; [exact H0 |].
    apply Rmult_lt_compat_l with (r := exp 1) in H1; [| exact He].
    replace (2 / gamma * gamma) with 2 by (field; lra).
    replace (exp 1 * (2 / exp 1)) with 2 in H1 by (field; lra). exact H1. }
  assert (Hs : 1 <= sqrt (d * ln (2 / gamma))).
  { rewrite <- sqrt_1 at 1. apply sqrt_le_1_alt.
    rewrite <- (Rmult_1_r 1). apply Rmult_le_compat; lra. }
  lra.
Qed.

Print Assumptions B7_b.
