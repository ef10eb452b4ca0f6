(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/e' (Lemma B.8, proof, the second moment, last step, with the 1/d that eq. 3 gives), refuted:

     2 sqrt(R sqrt(2 log d) + 1/d) <= 4 sqrt(R sqrt(log d)),   d >= 2, R in (0, 1/2].

   The witness is d = 2, R = 0.1: 1.572 > 1.154. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B8_e_prime : exists d R : R, d = 2 /\ R = 0.1 /\ 2 <= d /\ 0 < R <= 1 / 2 /\
  ~ (2 * sqrt (R * sqrt (2 * ln d) + 1 / d) <= 4 * sqrt (R * sqrt (ln d))).
Proof.
  exists 2, 0.1. repeat split; try lra.
  apply Rlt_not_le. interval.
Qed.

Print Assumptions B8_e_prime.
