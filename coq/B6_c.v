(* SPDX-License-Identifier: GPL-3.0-or-later

   B.6/c (Lemma B.6, proof of eq. 4, how it uses B.6/b), refuted:

     P(|<w_{s,0},x+delta>| <= t) <= t,   t >= 0, ||delta|| <= R <= 1/2.

   <w_{s,0},x+delta> ~ N(0, ||x+delta||^2), and ||x+delta|| may be 1-R: then the probability is that of |z| <= t/(1-R), z ~ N(0,1),
   here the integral of the normal density. The witness is R = 0.5, t = 0.5: P(|z| <= 1) = 0.6826... > 0.5. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B6_c : exists t R : R, t = 0.5 /\ R = 0.5 /\ 0 <= t /\ 0 <= R <= 1 / 2 /\
  ~ (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- (t / (1 - R))) (t / (1 - R)) <= t).
Proof.
  exists 0.5, 0.5. repeat split; try lra.
  apply Rlt_not_le.
  replace (0.5 / (1 - 0.5)) with 1 by lra.
  integral.
Qed.

Print Assumptions B6_c.
