(* SPDX-License-Identifier: GPL-3.0-or-later

   B.6/b* (repair of B.6/b), proved over its whole domain:

     1/2 <= sigma^2, if R <= 1 - 1/sqrt 2,   sigma = ||x+delta||, ||delta|| <= R.

   sigma >= 1-R >= 1/sqrt 2. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B6_b_star : forall R sigma, 0 <= R <= 1 - 1 / sqrt 2 -> 1 - R <= sigma -> 1 / 2 <= sigma * sigma.
Proof.
  intros R sigma HR Hs.
  assert (H2 : 0 < sqrt 2) by (apply sqrt_lt_R0; lra).
  assert (Hi : 0 < 1 / sqrt 2) by (apply Rdiv_lt_0_compat; lra).
  replace (1 / 2) with (1 / sqrt 2 * (1 / sqrt 2)).
  2: { replace (1 / sqrt 2 * (1 / sqrt 2)) with (1 / (sqrt 2 * sqrt 2)) by (field; lra). rewrite sqrt_sqrt; lra. }
  apply Rmult_le_compat; lra.
Qed.

Print Assumptions B6_b_star.
