(* SPDX-License-Identifier: GPL-3.0-or-later

   B.8/l (Lemma B.8, proof, last display: its terms added up), proved over its whole domain:

     with L = log(4/gamma): [ 2 sqrt L ((4 R sqrt(log d))^{1/4} + sqrt(L/m)) ] + C0
     + [ sqrt((1/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + (C0 + sqrt L) sqrt(log(4m/gamma)) ]
     + [ sqrt((2/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + 4 (C0 + sqrt L)(sqrt(log(4m/gamma)) + 3) ]
     <= 2 sqrt L ((4 R sqrt(log d))^{1/4} + sqrt(L/m)) + C0
     + 3 sqrt((1/sqrt m)(C0 + sqrt(L/2))) sqrt(d + 4 sqrt(d log(8m/gamma))) + 5 (C0 + sqrt L)(sqrt(log(4m/gamma)) + 3),
     d, m >= 1, gamma in (0,1), C0, R >= 0.

   (x^{1/4} is written sqrt(sqrt x).) The right side is larger by (2 - sqrt 2) times the root and by 3 (C0 + sqrt L). *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

Theorem B8_l : forall d m gamma C0 R, 1 <= d -> 1 <= m -> 0 < gamma < 1 -> 0 <= C0 -> 0 <= R ->
  let L := ln (4 / gamma) in
  2 * sqrt L * (sqrt (sqrt (4 * R * sqrt (ln d))) + sqrt (L / m)) + C0
  + (sqrt (1 / sqrt m * (C0 + sqrt (L / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))
     + (C0 + sqrt L) * sqrt (ln (4 * m / gamma)))
  + (sqrt (2 / sqrt m * (C0 + sqrt (L / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))
     + 4 * (C0 + sqrt L) * (sqrt (ln (4 * m / gamma)) + 3))
  <= 2 * sqrt L * (sqrt (sqrt (4 * R * sqrt (ln d))) + sqrt (L / m)) + C0
     + 3 * sqrt (1 / sqrt m * (C0 + sqrt (L / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))
     + 5 * (C0 + sqrt L) * (sqrt (ln (4 * m / gamma)) + 3).
Proof.
  intros d m gamma C0 R Hd Hm Hg H0 HR L.
  assert (H2 : sqrt 2 <= 2) by (apply Rle_trans with (sqrt (2 * 2)); [apply sqrt_le_1_alt; lra | rewrite sqrt_square; lra]).
  assert (Hsm : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  assert (Hv : 0 <= 1 / sqrt m * (C0 + sqrt (L / 2))).
  { apply Rmult_le_pos; [apply Rlt_le, Rdiv_lt_0_compat; lra | pose proof (sqrt_pos (L / 2)); lra]. }
  replace (2 / sqrt m * (C0 + sqrt (L / 2))) with (2 * (1 / sqrt m * (C0 + sqrt (L / 2)))) by (field; lra).
  rewrite (sqrt_mult 2) by lra.
  pose proof (sqrt_pos L) as HL.
  assert (HX : 0 <= sqrt (1 / sqrt m * (C0 + sqrt (L / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))).
  { apply Rmult_le_pos; apply sqrt_pos. }
  set (X := sqrt (1 / sqrt m * (C0 + sqrt (L / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))) in *.
  assert (sqrt 2 * X <= 2 * X) by (apply Rmult_le_compat_r; lra).
  unfold X in *. lra.
Qed.

Print Assumptions B8_l.
