(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/m (Lemma B.8, proof: the failure probabilities added up), refuted:

     the proof of B.8/2 lets each event that it uses fail with probability gamma/4, and these probabilities add up to at most gamma,
     gamma in (0,1).

   The events are five: the sum of the X_{s,0} (B.8/g), |S_v| (B.4/1), |S'_v| (B.4/3), max |<x,w_{s,0}>| (B.8/h) and max ||w_{s,0}||.
   The witness is gamma = 0.05: 0.0625 > 0.05. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B8_m : exists (events : nat) (gamma : R), events = 5%nat /\ gamma = 0.05 /\ 0 < gamma < 1 /\
  ~ (INR events * (gamma / 4) <= gamma).
Proof.
  exists 5%nat, 0.05. repeat split; try lra.
  apply Rlt_not_le. simpl. lra.
Qed.

Print Assumptions B8_m.
