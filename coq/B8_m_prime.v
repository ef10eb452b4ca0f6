(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/m' (Lemma B.8, proof: the events together, whatever a union bound says), refuted:

     with probability >= 1-gamma no event that the proof of B.8/2 uses fails, each at the threshold that the proof gives it for gamma/4,
     d, m >= 1, gamma in (0,1).

   One of the events is |<x,w_{s,0}>| <= sqrt(log(4m/gamma)) for all s, the m products independent N(0,1). It alone fails with probability
   1 - P(|z| <= t)^m, t the square root, and P(|z| <= t) is the integral of the normal density from -t to t.
   The witness is m = 1, gamma = 0.01: 0.01438 > 0.01. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B8_m_prime : exists (m : nat) (gamma : R), m = 1%nat /\ gamma = 0.01 /\ 0 < gamma < 1 /\
  let t := sqrt (ln (4 * INR m / gamma)) in
  ~ (1 - (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- t) t) ^ m <= gamma).
Proof.
  exists 1%nat, 0.01. do 2 (split; [reflexivity |]). split; [lra |]. intros t.
  rewrite pow_1. apply Rlt_not_le.
  assert (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- t) t <= 0.989) by (unfold t; simpl INR; integral).
  lra.
Qed.

Print Assumptions B8_m_prime.
