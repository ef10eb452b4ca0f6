(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/h (Lemma B.8, proof, second term of eq. 9, last line), refuted:

     with probability >= 1-gamma, for all s: |<x,w_{s,0}>| <= sqrt(log(m/gamma)),   m >= 1, gamma in (0,1).

   The m products are independent N(0,1), so the claim fails with probability 1 - P(|z| <= t)^m, t = sqrt(log(m/gamma)), and P(|z| <= t)
   is the integral of the normal density from -t to t. The witness is m = 1, gamma = 0.1: 0.1292 > 0.1. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B8_h : exists (m : nat) (gamma : R), m = 1%nat /\ gamma = 0.1 /\ 0 < gamma < 1 /\
  let t := sqrt (ln (INR m / gamma)) in
  ~ (1 - (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- t) t) ^ m <= gamma).
Proof.
  exists 1%nat, 0.1. do 2 (split; [reflexivity |]). split; [lra |]. intros t.
  rewrite pow_1. apply Rlt_not_le.
  assert (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- t) t <= 0.88) by (unfold t; simpl INR; integral).
  lra.
Qed.

Print Assumptions B8_h.
