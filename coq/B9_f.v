(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/f (Lemma B.9, proof, log g(p), fourth line), refuted:

     -8 sqrt m + 2.3 d log(md) <= -8 sqrt m + 7 sqrt m,   d >= 1, m >= 58, m >= d^2.4.

   The witness is d = 5, m = 58: 4.27 > -7.62. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_f : exists d m : R,
  d = 5 /\ m = 58 /\ 1 <= d /\ 58 <= m /\ Rpower d 2.4 <= m /\
  ~ (- 8 * sqrt m + 2.3 * d * ln (m * d) <= - 8 * sqrt m + 7 * sqrt m).
Proof.
  exists 5, 58. repeat split; try lra.
  - unfold Rpower. interval.
  - apply Rlt_not_le. interval.
Qed.

Print Assumptions B9_f.
