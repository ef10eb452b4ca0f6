(* SPDX-License-Identifier: GPL-3.0-or-later

   B.6/b (Lemma B.6, proof of eq. 4), refuted:

     <w_{s,0},x+delta> ~ N(0, sigma^2) with sigma^2 >= 1/2, since ||delta|| <= R <= 1/2.

   sigma = ||x+delta|| may be 1-R. The witness is R = 0.5: 0.5 > 0.25. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B6_b : exists R : R, R = 0.5 /\ 0 <= R <= 1 / 2 /\ ~ (1 / 2 <= (1 - R) * (1 - R)).
Proof.
  exists 0.5. repeat split; try lra.
Qed.

Print Assumptions B6_b.
