(* SPDX-License-Identifier: GPL-3.0-or-later

   B.5/d* (repair of B.5/d), proved over its whole domain:

     for every W: |f(x;a,W)| <= |f(x;a,W0)| + |f(x;a,W) - f(x;a,W0)|.

   This is the triangle inequality for the two numbers f = f(x;a,W) and f0 = f(x;a,W0). *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B5_d_star : forall f f0, Rabs f <= Rabs f0 + Rabs (f - f0).
Proof.
  intros f f0. replace f with (f0 + (f - f0)) at 1 by lra. apply Rabs_triang.
Qed.

Print Assumptions B5_d_star.
