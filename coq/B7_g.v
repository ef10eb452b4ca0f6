(* SPDX-License-Identifier: GPL-3.0-or-later

   B.7/g (Lemma B.7, proof, after eq. 7, by eq. 2), refuted:

     with P = I - x x^T, with probability >= 1-gamma, for all s: ||P w_{s,0}|| <= sqrt(d + 4 sqrt(d log(2m/gamma))),
     d, m >= 1, gamma in (0,1).

   At d = 2, m = 1, ||P w_{s,0}|| = |z| with z ~ N(0,1), so the claim fails with probability 1 - P(|z| <= b), b the square root, and
   P(|z| <= b) is the integral of the normal density from -b to b. The witness is d = 2, m = 1, gamma = 10^-6: 1.219e-6 > 1e-6. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B7_g : exists d m gamma : R, d = 2 /\ m = 1 /\ gamma = 1e-6 /\ 0 < gamma < 1 /\
  let b := sqrt (d + 4 * sqrt (d * ln (2 * m / gamma))) in
  ~ (1 - RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- b) b <= gamma).
Proof.
  exists 2, 1, 1e-6. do 3 (split; [reflexivity |]). split; [lra |]. intros b.
  apply Rlt_not_le.
  assert (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- b) b <= 1 - 1.1e-6)
    by (unfold b; integral with (i_prec 60, i_fuel 1000, i_degree 15, i_width (-26))).
  lra.
Qed.

Print Assumptions B7_g.
