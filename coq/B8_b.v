(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/b (Lemma B.8, proof, by eq. 1), proved over its whole domain:

     E|<w_{s,0},r>|^{2q} <= (2q)!/2,   integers q >= 1.

   <w_{s,0},r> ~ N(0,1) for ||r|| = 1, and E z^{2q} = (2q-1)!! for z ~ N(0,1) (not stated in Coq). What is stated is
   (2q-1)!! <= (2q)!/2, by induction: from q to q+1 the left side grows by 2q+1, the right by (2q+1)(2q+2). *)

From Coq Require Import Reals Arith Lra Lia.
Local Open Scope R_scope.

(* q!! = q (q-2) (q-4) ..., with 0!! = 1!! = 1. *)
Fixpoint double_factorial (q : nat) : nat :=
  match q with
  | O => 1
  | S O => 1
  | S (S p) => q * double_factorial p
  end.

Lemma even : forall p, (2 * double_factorial (S (2 * p)) <= fact (2 * S p))%nat.
Proof.
  induction p as [| p IH]; [simpl; lia |].
  replace (2 * S p)%nat with (S (S (2 * p))) in * by lia.
  replace (2 * S (S p))%nat with (S (S (S (S (2 * p))))) by lia.
  change (double_factorial (S (S (S (2 * p))))) with (S (S (S (2 * p))) * double_factorial (S (2 * p)))%nat.
  change (fact (S (S (S (S (2 * p)))))) with (S (S (S (S (2 * p)))) * (S (S (S (2 * p))) * fact (S (S (2 * p)))))%nat.
  apply Nat.le_trans with (1 * (S (S (S (2 * p))) * fact (S (S (2 * p)))))%nat; [nia |].
  apply Nat.mul_le_mono_r. lia.
Qed.

Theorem B8_b : forall q : nat, (1 <= q)%nat -> INR (double_factorial (2 * q - 1)) <= INR (fact (2 * q)) / 2.
Proof.
  intros q Hq.
  destruct q as [| p]; [lia |].
  pose proof (even p) as H.
  replace (2 * S p - 1)%nat with (S (2 * p)) by lia.
  apply le_INR in H. rewrite mult_INR in H. simpl (INR 2) in H. lra.
Qed.

Print Assumptions B8_b.
