(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/c (Lemma B.8, proof, the moments of the summands, last step), refuted:

     sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d)),   integers q >= 2, d >= 2, R in (0, 1/2].

   The witness is q = 2, d = 2, R = 0.1: 2.723 > 1.941. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B8_c : exists (q : nat) (d R : R), q = 2%nat /\ d = 2 /\ R = 0.1 /\ (2 <= q)%nat /\ 2 <= d /\ 0 < R <= 1 / 2 /\
  ~ (sqrt (INR (fact (2 * q)) / 2) * sqrt (R * sqrt (2 * ln d) + 1 / d)
     <= INR (fact q) / 2 * 2 ^ q * sqrt (2 * R * sqrt (2 * ln d))).
Proof.
  exists 2%nat, 2, 0.1.
  do 3 (split; [reflexivity |]). split; [repeat constructor |]. split; [lra |]. split; [lra |].
  apply Rlt_not_le.
  replace (INR (fact (2 * 2))) with 24 by (simpl; lra).
  replace (INR (fact 2)) with 2 by (simpl; lra).
  interval.
Qed.

Print Assumptions B8_c.
