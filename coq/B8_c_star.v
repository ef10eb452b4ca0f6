(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/c* (repair of B.8/c, a restricted domain), proved over its whole domain:

     sqrt((2q)!/2) sqrt(R sqrt(2 log d) + 1/d) <= (q!/2) 2^q sqrt(2 R sqrt(2 log d)),
     integers q >= 2, d >= 2, R >= 0.6/(d sqrt(2 log d)).

   Both sides squared, with A = R sqrt(2 log d): (2q)! (A + 1/d) <= (q!)^2 4^q A. By induction (2q)! <= (3/8) (q!)^2 4^q, and
   A >= 0.6/d gives (3/8)(A + 1/d) <= A. *)

From Coq Require Import Reals Arith Lra Lia.
Local Open Scope R_scope.

(* (2q)! <= (3/8) (q!)^2 4^q: equality at q = 2, and from q to q+1 the left side grows by (2q+1)(2q+2), the right by (2q+2)^2. *)
Lemma central : forall q, (2 <= q)%nat -> INR (fact (2 * q)) <= 3 / 8 * (INR (fact q) * INR (fact q)) * 4 ^ q.
Proof.
  intros q Hq. induction Hq as [| q Hq IH]; [simpl; lra |].
  replace (2 * S q)%nat with (S (S (2 * q))) by lia.
  change (fact (S (S (2 * q)))) with (S (S (2 * q)) * (S (2 * q) * fact (2 * q)))%nat.
  change (fact (S q)) with (S q * fact q)%nat.
  change (4 ^ S q) with (4 * 4 ^ q).
  rewrite !mult_INR, !S_INR, mult_INR. replace (INR 2) with 2 by (simpl; lra).
  pose proof (pos_INR q) as Hq0.
  set (x := INR q) in *. set (F := INR (fact (2 * q))) in *. set (B := 3 / 8 * (INR (fact q) * INR (fact q)) * 4 ^ q) in *.
  assert (HF : 0 <= F) by apply pos_INR.
  replace (3 / 8 * ((x + 1) * INR (fact q) * ((x + 1) * INR (fact q))) * (4 * 4 ^ q)) with (4 * (x + 1) * (x + 1) * B) by (unfold B; ring).
  apply Rle_trans with (4 * (x + 1) * (x + 1) * F).
  - replace ((2 * x + 1 + 1) * ((2 * x + 1) * F)) with ((2 * x + 1 + 1) * (2 * x + 1) * F) by ring.
    apply Rmult_le_compat_r; [exact HF |]. pose proof (Rle_0_sqr x) as S. unfold Rsqr in S. lra.
  - apply Rmult_le_compat_l; [| exact IH]. apply Rmult_le_pos; lra.
Qed.

(* The step, where A = R sqrt(2 log d) has A >= 0.6/d: then (3/8)(A + 1/d) <= A. *)
Lemma reduced : forall q d R, (2 <= q)%nat -> 2 <= d -> 0.6 <= R * sqrt (2 * ln d) * d ->
  sqrt (INR (fact (2 * q)) / 2) * sqrt (R * sqrt (2 * ln d) + 1 / d)
  <= INR (fact q) / 2 * 2 ^ q * sqrt (2 * R * sqrt (2 * ln d)).
Proof.
  intros q d R Hq Hd H.
  rewrite (Rmult_assoc 2 R). set (A := R * sqrt (2 * ln d)) in *.
  assert (HA : 3 / 8 * (A + 1 / d) <= A).
  { apply Rmult_le_reg_r with d; [lra |].
    replace (3 / 8 * (A + 1 / d) * d) with (3 / 8 * (A * d + 1)) by (field; lra). lra. }
  assert (HA0 : 0 < A).
  { apply Rmult_lt_reg_r with d; lra. }
  assert (Hd0 : 0 < 1 / d) by (apply Rdiv_lt_0_compat; lra).
  assert (Hf : 0 <= INR (fact q)) by apply pos_INR.
  assert (HF : 0 <= INR (fact (2 * q))) by apply pos_INR.
  assert (Hp : 0 < 2 ^ q) by (apply pow_lt; lra).
  rewrite <- sqrt_mult by lra.
  rewrite <- (sqrt_square (INR (fact q) / 2 * 2 ^ q)) by (apply Rmult_le_pos; lra).
  rewrite <- sqrt_mult by (try lra; apply Rmult_le_pos; apply Rmult_le_pos; lra).
  apply sqrt_le_1_alt.
  pose proof (central q Hq) as C.
  replace (4 ^ q) with (2 ^ q * 2 ^ q) in C by (rewrite <- Rpow_mult_distr; f_equal; lra).
  set (Q := INR (fact q) * INR (fact q) * (2 ^ q * 2 ^ q)) in *.
  replace (INR (fact q) / 2 * 2 ^ q * (INR (fact q) / 2 * 2 ^ q) * (2 * A)) with (Q * A / 2) by (unfold Q; field).
  assert (HQ : 0 <= Q) by (unfold Q; repeat apply Rmult_le_pos; lra).
  apply Rle_trans with (3 / 8 * Q / 2 * (A + 1 / d)).
  - apply Rmult_le_compat_r; [lra |]. unfold Q. lra.
  - apply Rmult_le_compat_l with (r := Q / 2) in HA; lra.
Qed.

Theorem B8_c_star : forall q d R, (2 <= q)%nat -> 2 <= d -> R >= 0.6 / (d * sqrt (2 * ln d)) ->
  sqrt (INR (fact (2 * q)) / 2) * sqrt (R * sqrt (2 * ln d) + 1 / d)
  <= INR (fact q) / 2 * 2 ^ q * sqrt (2 * R * sqrt (2 * ln d)).
Proof.
  intros q d R Hq Hd HR. apply Rge_le in HR.
  assert (Hl : 0 < ln d) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hs : 0 < sqrt (2 * ln d)) by (apply sqrt_lt_R0; lra).
  apply reduced; [exact Hq | exact Hd |].
  assert (Hp : 0 < d * sqrt (2 * ln d)) by (apply Rmult_lt_0_compat; lra).
  apply Rmult_le_compat_r with (r := d * sqrt (2 * ln d)) in HR; [| lra].
  replace (0.6 / (d * sqrt (2 * ln d)) * (d * sqrt (2 * ln d))) with 0.6 in HR by (field; lra). lra.
Qed.

Print Assumptions B8_c_star.
