(* SPDX-License-Identifier: GPL-3.0-or-later

   T.2 (Appendix B, eq. 1, right), refuted:

     (q-1)!! <= q!/2,   integers q >= 1.

   The witness is q = 1: 0!! = 1 > 0.5. *)

From Coq Require Import Reals Arith Lra Lia.
Local Open Scope R_scope.

(* q!! = q (q-2) (q-4) ..., with 0!! = 1!! = 1. *)
Fixpoint double_factorial (q : nat) : nat :=
  match q with
  | O => 1
  | S O => 1
  | S (S p) => q * double_factorial p
  end.

Theorem T2 : exists q : nat, q = 1%nat /\ (1 <= q)%nat /\ ~ (INR (double_factorial (q - 1)) <= INR (fact q) / 2).
Proof.
  exists 1%nat. repeat split; try lia.
  apply Rlt_not_le. simpl. lra.
Qed.

Print Assumptions T2.
