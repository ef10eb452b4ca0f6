(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/v (Lemma B.9, proof, the failure probabilities added up), refuted:

     the events that the proof of B.9/1 uses have failure probabilities, as they are granted there, that add up to at most gamma,
     gamma in (0,1).

   Four are granted gamma/4 (the sums at W0 over the net, |S_v|, |S'_v|, |<x,w_{s,0}>|), two gamma (||w_{s,0}||^2, the flips between points
   of the net) and one gamma/8 (the sums over few neurons). The witness is gamma = 0.05: 0.1563 > 0.05. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B9_v : exists gamma : R, gamma = 0.05 /\ 0 < gamma < 1 /\ ~ (4 * (gamma / 4) + gamma + gamma + gamma / 8 <= gamma).
Proof.
  exists 0.05. repeat split; try lra.
Qed.

Print Assumptions B9_v.
