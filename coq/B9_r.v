(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/r (Lemma B.9, proof, the size of the net), proved over its whole domain:

     Omega = { (r, delta) : ||r|| = 1, ||delta|| <= R } has a net of mesh eps, in the distance ||r - r'|| + ||delta - delta'||, of at
     most (10/eps)^{2d} points,   d >= 1, eps in (0,1), R <= 1/2.

   By volumes (not stated in Coq: a maximal set of points with mutual distances above eps/2, and the disjoint balls of radius eps/4 about
   them) the sphere has a net of mesh eps/2 of at most (1 + 4/eps)^d points and the ball of radius R one of at most (1 + 4R/eps)^d.
   What is stated is that their product is small enough: (1 + 4/eps)(1 + 4R/eps) <= (10/eps)^2, as (eps + 4)(eps + 4R) <= 100. *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B9_r : forall (d : nat) (eps R : R), 0 < eps < 1 -> 0 <= R <= 1 / 2 ->
  (1 + 4 / eps) ^ d * (1 + 4 * R / eps) ^ d <= (10 / eps) ^ (2 * d).
Proof.
  intros d eps R He HR.
  rewrite <- Rpow_mult_distr, pow_mult.
  apply pow_incr. split.
  - assert (0 < 4 / eps) by (apply Rdiv_lt_0_compat; lra).
    assert (0 <= 4 * R / eps) by (apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]).
    apply Rmult_le_pos; lra.
  - replace ((1 + 4 / eps) * (1 + 4 * R / eps)) with ((eps + 4) * (eps + 4 * R) / (eps * eps)) by (field; lra).
    replace ((10 / eps) ^ 2) with (100 / (eps * eps)) by (field; lra).
    apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra |].
    replace 100 with (5 * 20) by lra. apply Rmult_le_compat; lra.
Qed.

Print Assumptions B9_r.
