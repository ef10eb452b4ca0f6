(* SPDX-License-Identifier: GPL-3.0-or-later

   3.1/b (Theorem 3.1, proof, the choice of the step), proved over its whole domain:

     with D = sup over ||delta|| <= |t|/G of ||grad f(x+delta) - grad f(x)|| and t = -2 f(x)/(1 - D/G):
     f(x) + t + |t| D/G = -f(x) < 0,   f > 0, 0 <= D < G = ||grad f(x)||.

   t < 0, so t + |t| D/G = t (1 - D/G) = -2f. (What is stated is about the numbers f, D and G: that D is a supremum, and that t stands in
   its definition, is not used.) *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem Thm31_b : forall f D G, 0 < f -> 0 <= D < G ->
  let t := - 2 * f / (1 - D / G) in
  f + t + Rabs t * D / G = - f /\ - f < 0.
Proof.
  intros f D G Hf HD t.
  assert (Hq : 0 < 1 - D / G).
  { assert (D / G < 1); [| lra]. apply Rmult_lt_reg_r with G; [lra |]. replace (D / G * G) with D by (field; lra). lra. }
  assert (Ht : t < 0).
  { unfold t. assert (0 < 2 * f / (1 - D / G)) by (apply Rdiv_lt_0_compat; lra).
    replace (- 2 * f / (1 - D / G)) with (- (2 * f / (1 - D / G))) by (field; split; lra). lra. }
  split; [| lra].
  rewrite Rabs_left by exact Ht. unfold t. field. split; [lra |]. intros E.
  assert (1 - D / G = 0) by (replace (1 - D / G) with ((G - D) / G) by (field; lra); rewrite E; field; lra). lra.
Qed.

Print Assumptions Thm31_b.
