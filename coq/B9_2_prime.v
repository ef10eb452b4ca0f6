(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/2' (Lemma B.9, second statement, where its window of widths is not empty), refuted:

     d^2.4 <= exp(d^0.24), so that some width m has d^2.4 <= m <= exp(d^0.24),   integers d >= 1, C4 = 1.

   The witness is d = 2: 5.278 > 3.258. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_2_prime : exists d : R, d = 2 /\ 1 <= d /\ ~ (Rpower d 2.4 <= exp (Rpower d 0.24)).
Proof.
  exists 2. repeat split; try lra.
  apply Rlt_not_le. unfold Rpower. interval.
Qed.

Print Assumptions B9_2_prime.
