(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/2'* (repair of B.9/2', a restricted domain), proved over its whole domain:

     d^2.4 <= exp(d^0.24), and an integer m lies between the two,   d >= 2972163.

   With t = log d and t0 = log 2972163, e^{0.24 t} >= e^{0.24 t0} (1 + 0.24 (t - t0)), which is above 2.4 t by more than 10^-6 at t0
   and rises faster. So exp(d^0.24) >= e^{10^-6} d^2.4 >= d^2.4 + 1, and an integer lies between the two. *)

From Coq Require Import Reals Lra.
From Interval Require Import Tactic.
Local Open Scope R_scope.

Theorem B9_2_prime_star : forall d, 2972163 <= d ->
  Rpower d 2.4 <= exp (Rpower d 0.24) /\ exists m : Z, Rpower d 2.4 <= IZR m <= exp (Rpower d 0.24).
Proof.
  intros d Hd.
  set (t0 := ln 2972163). set (t := ln d).
  assert (N1 : 2.4 * t0 + 1e-6 <= exp (0.24 * t0)) by (unfold t0; interval with (i_prec 80)).
  assert (N2 : 8 <= 0.24 * exp (0.24 * t0)) by (unfold t0; interval).
  assert (N3 : 14 <= t0) by (unfold t0; interval).
  assert (Ht : t0 <= t) by (unfold t, t0; destruct Hd as [Hd | Hd]; [left; apply ln_increasing; lra | rewrite <- Hd; lra]).
  assert (Hexp : 2.4 * t + 1e-6 <= exp (0.24 * t)).
  { replace (0.24 * t) with (0.24 * t0 + 0.24 * (t - t0)) by lra. rewrite exp_plus.
    apply Rle_trans with (exp (0.24 * t0) * (1 + 0.24 * (t - t0))).
    - assert (8 * (t - t0) <= 0.24 * exp (0.24 * t0) * (t - t0)) by (apply Rmult_le_compat_r; lra). lra.
    - apply Rmult_le_compat_l; [left; apply exp_pos | apply exp_ineq1_le]. }
  assert (Hgap : Rpower d 2.4 + 1 <= exp (Rpower d 0.24)).
  { unfold Rpower at 2. fold t.
    apply Rle_trans with (exp (2.4 * t + 1e-6)).
    2: { destruct Hexp as [H | H]; [left; apply exp_increasing; exact H | rewrite H; lra]. }
    rewrite exp_plus. unfold Rpower. fold t.
    assert (1000000 <= exp (2.4 * t)).
    { apply Rle_trans with (exp (2.4 * 14)); [interval |].
      destruct (Req_dec (2.4 * 14) (2.4 * t)) as [E | E]; [rewrite E; lra | left; apply exp_increasing; lra]. }
    assert (exp (2.4 * t) * (1 + 1e-6) <= exp (2.4 * t) * exp 1e-6).
    { apply Rmult_le_compat_l; [lra | apply exp_ineq1_le]. }
    lra. }
  split; [lra |].
  exists (up (Rpower d 2.4)). destruct (archimed (Rpower d 2.4)) as [A B]. lra.
Qed.

Print Assumptions B9_2_prime_star.
