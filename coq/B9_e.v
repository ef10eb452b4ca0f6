(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/e (Lemma B.9, proof, log g(p), fourth line), refuted:

     m >= d^2.4 implies sqrt m >= 0.33 d log(md),   d >= 1, m >= 58.

   The witness is d = 5, m = 58: there 0.33 d log(md) is above 9.35 and sqrt m below 7.62. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_e : exists d m : R,
  d = 5 /\ m = 58 /\ 1 <= d /\ 58 <= m /\ Rpower d 2.4 <= m /\ ~ (sqrt m >= 0.33 * d * ln (m * d)).
Proof.
  exists 5, 58. repeat split; try lra.
  - unfold Rpower. interval.
  - apply Rlt_not_ge. interval.
Qed.

Print Assumptions B9_e.
