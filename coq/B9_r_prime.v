(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/r' (Lemma B.9, proof, the size of the net, for every R), refuted:

     Omega = { (r, delta) : ||r|| = 1, ||delta|| <= R } has a net of mesh eps, in the distance ||r - r'|| + ||delta - delta'||, of at
     most (10/eps)^{2d} points,   d >= 1, eps in (0,1), every R > 0.

   At d = 1 r is 1 or -1, at a distance of 2 > eps from each other, so that each has points of its own, and a point serves an interval
   of delta of length 2 eps: a net has at least 2 (2R)/(2 eps) points. The witness is d = 1, eps = 0.9, R = 60, where this is 133.3,
   more than the 123.5 allowed. *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B9_r_prime : exists (d : nat) (eps R : R), d = 1%nat /\ eps = 0.9 /\ R = 60 /\ 0 < eps < 1 /\ 0 < R /\
  ~ (2 * (2 * R / (2 * eps)) <= (10 / eps) ^ (2 * d)).
Proof.
  exists 1%nat, 0.9, 60. repeat split; try lra.
  apply Rlt_not_le. simpl. lra.
Qed.

Print Assumptions B9_r_prime.
