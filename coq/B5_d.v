(* SPDX-License-Identifier: GPL-3.0-or-later

   B.5/d (Lemma B.5, proof, last display), refuted:

     for every W in the ball: |f(x;a,W)| = |f(x;a,W0)| + |f(x;a,W) - f(x;a,W0)|   (as displayed, with "=").

   The witness has m = d = 1, x = 1, a = 1, so that f(x;a,w) = relu(w)/sqrt m, with w_0 = 1, w = 0.5 and C0 = 1: the right side is
   1.5 and the left side 0.5. *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B5_d : exists m C0 w_0 w : R,
  m = 1 /\ C0 = 1 /\ w_0 = 1 /\ w = 0.5 /\
  let f v := Rmax 0 v / sqrt m in
  Rabs (w - w_0) <= C0 / sqrt m /\ ~ (Rabs (f w) = Rabs (f w_0) + Rabs (f w - f w_0)).
Proof.
  exists 1, 1, 1, 0.5. repeat split; rewrite sqrt_1.
  - replace (0.5 - 1) with (- (1 / 2)) by lra. rewrite Rabs_Ropp, Rabs_right by lra. lra.
  - rewrite (Rmax_right 0 0.5), (Rmax_right 0 1) by lra.
    replace (0.5 / 1 - 1 / 1) with (- (1 / 2)) by lra. rewrite Rabs_Ropp, !Rabs_right by lra. lra.
Qed.

Print Assumptions B5_d.
