(* SPDX-License-Identifier: GPL-3.0-or-later

   B.4/e (Lemma B.4, proof, expectation of the second count), refuted:

     P(|<w_{s,0},x+delta>| <= V(1+R)) <= V(1+R),   V >= 0, ||delta|| <= R <= 1/2.

   <w_{s,0},x+delta> ~ N(0, ||x+delta||^2), and ||x+delta|| may be 1-R: then the probability is that of |z| <= V(1+R)/(1-R),
   z ~ N(0,1), here the integral of the normal density. The witness is V = 0.1, R = 0.5: P(|z| <= 0.3) = 0.2358... > 0.15. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B4_e : exists V R : R, V = 0.1 /\ R = 0.5 /\ 0 <= V /\ 0 <= R <= 1 / 2 /\
  let b := V * (1 + R) in
  ~ (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- (b / (1 - R))) (b / (1 - R)) <= b).
Proof.
  exists 0.1, 0.5. repeat split; try lra.
  apply Rlt_not_le.
  replace (0.1 * (1 + 0.5) / (1 - 0.5)) with 0.3 by lra.
  integral.
Qed.

Print Assumptions B4_e.
