(* SPDX-License-Identifier: GPL-3.0-or-later

   B.6/a (Lemma B.6, proof of eq. 4, by eq. 2), refuted:

     P(||w_{s,0}|| >= sqrt(d + 4 sqrt(d log(2/eps)))) <= eps,   d >= 1, eps in (0,1).

   At d = 1, ||w_{s,0}|| = |z| with z ~ N(0,1), so the probability is 1 - P(|z| <= b), b the square root, and P(|z| <= b) is the integral
   of the normal density from -b to b. The witness is d = 1, eps = 0.0001: 2.276e-4 > 1e-4. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B6_a : exists d eps : R, d = 1 /\ eps = 0.0001 /\ 0 < eps < 1 /\
  let b := sqrt (d + 4 * sqrt (d * ln (2 / eps))) in
  ~ (1 - RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- b) b <= eps).
Proof.
  exists 1, 0.0001. do 2 (split; [reflexivity |]). split; [lra |]. intros b.
  apply Rlt_not_le.
  assert (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- b) b <= 0.9998) by (unfold b; integral).
  lra.
Qed.

Print Assumptions B6_a.
