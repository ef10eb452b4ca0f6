(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/q* (repair of B.9/q, both terms doubled), proved over its whole domain:

     2 (113 Cbar C0 sqrt(log m) + (2/sqrt m) log(8/gamma)) <= 226 Cbar C0 sqrt(log m) + (4/sqrt m) log(8/gamma),
     m >= 1, C0 >= 0, gamma in (0,1), Cbar = max{1, C0}.

   Both sides are equal. *)

From Coq Require Import Reals Lra.
Local Open Scope R_scope.

Theorem B9_q_star : forall m gamma C0, 1 <= m -> 0 < gamma < 1 -> 0 <= C0 ->
  let Cbar := Rmax 1 C0 in
  2 * (113 * Cbar * C0 * sqrt (ln m) + 2 / sqrt m * ln (8 / gamma))
  <= 226 * Cbar * C0 * sqrt (ln m) + 4 / sqrt m * ln (8 / gamma).
Proof.
  intros m gamma C0 Hm Hg H0 Cbar. right. field.
  assert (0 < sqrt m) by (apply sqrt_lt_R0; lra). lra.
Qed.

Print Assumptions B9_q_star.
