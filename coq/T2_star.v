(* SPDX-License-Identifier: GPL-3.0-or-later

   T.2* (repair of T.2, as it is used), proved over its whole domain:

     (q-1)!! <= q!/2,   integers q >= 2.

   By induction in steps of two: from q to q+2 the left side grows by q+1, the right by (q+1)(q+2). *)

From Coq Require Import Reals Arith Lra Lia.
Local Open Scope R_scope.

(* q!! = q (q-2) (q-4) ..., with 0!! = 1!! = 1. *)
Fixpoint double_factorial (q : nat) : nat :=
  match q with
  | O => 1
  | S O => 1
  | S (S p) => q * double_factorial p
  end.

Lemma pairs : forall p, (2 * double_factorial (S p) <= fact (S (S p)))%nat /\ (2 * double_factorial (S (S p)) <= fact (S (S (S p))))%nat.
Proof.
  induction p as [| p [IH1 IH2]]; [split; simpl; lia |].
  split; [exact IH2 |].
  change (double_factorial (S (S (S p)))) with (S (S (S p)) * double_factorial (S p))%nat.
  change (fact (S (S (S (S p))))) with (S (S (S (S p))) * (S (S (S p)) * fact (S (S p))))%nat.
  apply Nat.le_trans with (1 * (S (S (S p)) * fact (S (S p))))%nat; [nia |].
  apply Nat.mul_le_mono_r. lia.
Qed.

Theorem T2_star : forall q : nat, (2 <= q)%nat -> INR (double_factorial (q - 1)) <= INR (fact q) / 2.
Proof.
  intros q Hq.
  destruct q as [| [| p]]; [lia | lia |].
  replace (S (S p) - 1)%nat with (S p) by lia.
  destruct (pairs p) as [H _]. apply le_INR in H. rewrite mult_INR in H. simpl (INR 2) in H. lra.
Qed.

Print Assumptions T2_star.
