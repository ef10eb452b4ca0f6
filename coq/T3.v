(* SPDX-License-Identifier: GPL-3.0-or-later

   T.3 (Appendix B, eq. 2), refuted:

     z_1..z_m i.i.d. N(0,1): P(|sum z_s^2 - m| <= 4 sqrt(m log(2/gamma))) >= 1-gamma,   m >= 1, gamma in (0,1).

   At m = 1 the event fails where z^2 > 1 + 4 sqrt(log(2/gamma)) (and nowhere below 1 - 4 sqrt(log(2/gamma)), which is negative), so with
   probability 1 - P(|z| <= b), b = sqrt(1 + 4 sqrt(log(2/gamma))), and P(|z| <= b) is the integral of the normal density from -b to b.
   The witness is m = 1, gamma = 0.0001: 2.276e-4 > 1e-4. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem T3 : exists m gamma : R, m = 1 /\ gamma = 0.0001 /\ 0 < gamma < 1 /\
  let b := sqrt (m + 4 * sqrt (m * ln (2 / gamma))) in
  m - 4 * sqrt (m * ln (2 / gamma)) < 0 /\
  ~ (1 - RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- b) b <= gamma).
Proof.
  exists 1, 0.0001. do 2 (split; [reflexivity |]). split; [lra |]. intros b. split; [interval |].
  apply Rlt_not_le.
  assert (RInt (fun z => exp (- (z * z) / 2) / sqrt (2 * PI)) (- b) b <= 0.9998) by (unfold b; integral).
  lra.
Qed.

Print Assumptions T3.
