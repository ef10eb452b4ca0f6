(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/o (Lemma B.9, proof, last inequality, the terms in R), proved over its whole domain:

     6 sqrt(d log(md)) ((4 R sqrt(log d))^{1/4} + sqrt(6 d log(md)/m))
     <= 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 15 d log(md)/sqrt m,   d, m >= 1, C1 > 0, 0 <= R <= C1/sqrt d.

   x^{1/4} is written sqrt(sqrt x), which is right at x = 0 too. The left side rises with R, and at R = C1/sqrt d it is
   6 sqrt 2 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4} + 6 sqrt 6 d log(md)/sqrt m; 72 <= 81 and 216 <= 225. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B9_o : forall d m C1 R, 1 <= d -> 1 <= m -> 0 < C1 -> 0 <= R <= C1 / sqrt d ->
  6 * sqrt (d * ln (m * d)) * (sqrt (sqrt (4 * R * sqrt (ln d))) + sqrt (6 * d * ln (m * d) / m))
  <= 9 * sqrt (sqrt (C1 * (d * d) * (ln (m * d) * ln (m * d)) * sqrt (ln d / d))) + 15 * d * ln (m * d) / sqrt m.
Proof.
  intros d m C1 R Hd Hm H1 HR.
  assert (Hl : 0 <= ln d) by (rewrite <- ln_1; destruct Hd as [Hd | Hd]; [left; apply ln_increasing; lra | rewrite <- Hd; lra]).
  assert (HL : 0 <= ln (m * d)).
  { rewrite ln_mult by lra.
    assert (0 <= ln m) by (rewrite <- ln_1; destruct Hm as [Hm | Hm]; [left; apply ln_increasing; lra | rewrite <- Hm; lra]). lra. }
  set (L := ln (m * d)) in *.
  assert (Hsd : 0 < sqrt d) by (apply sqrt_lt_R0; lra).
  assert (Hsm : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  assert (Hdd : sqrt d * sqrt d = d) by (apply sqrt_sqrt; lra).
  assert (Hmm : sqrt m * sqrt m = m) by (apply sqrt_sqrt; lra).
  assert (HdL : 0 <= d * L) by (apply Rmult_le_pos; lra).
  (* The second terms. *)
  assert (Hs6 : sqrt 6 <= 15 / 6) by (rewrite <- (sqrt_square (15 / 6)) by lra; apply sqrt_le_1_alt; lra).
  assert (T2 : 6 * sqrt (d * L) * sqrt (6 * d * L / m) <= 15 * d * L / sqrt m).
  { replace (6 * d * L / m) with (6 * (d * L / m)) by (field; lra).
    rewrite (sqrt_mult 6); [| lra | apply Rmult_le_pos; [exact HdL | left; apply Rinv_0_lt_compat; lra]].
    rewrite sqrt_div_alt by lra.
    replace (6 * sqrt (d * L) * (sqrt 6 * (sqrt (d * L) / sqrt m)))
      with (sqrt 6 * (6 * (sqrt (d * L) * sqrt (d * L)) / sqrt m)) by (field; lra).
    rewrite sqrt_sqrt by exact HdL.
    assert (0 <= 6 * (d * L) / sqrt m) by (apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]).
    apply Rle_trans with (15 / 6 * (6 * (d * L) / sqrt m)); [apply Rmult_le_compat_r; lra | right; field; lra]. }
  (* The first terms. *)
  set (X := C1 * (d * d) * (L * L) * sqrt (ln d / d)).
  assert (HX : 0 <= X).
  { unfold X. repeat apply Rmult_le_pos; try lra. apply sqrt_pos. }
  assert (T1 : 6 * sqrt (d * L) * sqrt (sqrt (4 * R * sqrt (ln d))) <= 9 * sqrt (sqrt X)).
  { replace (sqrt (d * L)) with (sqrt (sqrt ((d * L) * (d * L)))) by (rewrite sqrt_square by exact HdL; reflexivity).
    rewrite Rmult_assoc, <- sqrt_mult by apply sqrt_pos.
    rewrite <- sqrt_mult.
    2: { apply Rmult_le_pos; exact HdL. }
    2: { apply Rmult_le_pos; [lra | apply sqrt_pos]. }
    assert (H4 : d * L * (d * L) * (4 * R * sqrt (ln d)) <= 4 * X).
    { assert (HR' : R * sqrt (ln d) <= C1 * sqrt (ln d / d)).
      { rewrite sqrt_div_alt by lra.
        apply Rle_trans with (C1 / sqrt d * sqrt (ln d)); [apply Rmult_le_compat_r; [apply sqrt_pos | lra] | right; field; lra]. }
      apply Rmult_le_compat_l with (r := d * L * (d * L) * 4) in HR'.
      2: { apply Rmult_le_pos; [apply Rmult_le_pos; exact HdL | lra]. }
      unfold X. lra. }
    apply Rle_trans with (6 * sqrt (sqrt (4 * X))).
    - apply Rmult_le_compat_l; [lra |]. apply sqrt_le_1_alt, sqrt_le_1_alt. exact H4.
    - replace 4 with (2 * 2) by lra. rewrite (sqrt_mult (2 * 2)), sqrt_square by lra.
      rewrite sqrt_mult by (try lra; apply sqrt_pos).
      assert (sqrt 2 <= 9 / 6) by (rewrite <- (sqrt_square (9 / 6)) by lra; apply sqrt_le_1_alt; lra).
      pose proof (sqrt_pos (sqrt X)).
      assert (sqrt 2 * sqrt (sqrt X) <= 9 / 6 * sqrt (sqrt X)) by (apply Rmult_le_compat_r; lra). lra. }
  lra.
Qed.

Print Assumptions B9_o.
