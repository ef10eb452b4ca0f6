(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/s (Lemma B.9, proof, "p <= k/m to make sure g(p) increases as p increases"), proved over its whole domain:

     g(p) = (10/eps)^{2d} e^{-pm} (e p m/k)^k rises with p for 0 < p <= k/m,   d, m, k > 0, eps in (0,1).

   For q < p <= k/m: log g(p) - log g(q) = k log(p/q) - m (p - q), and log(p/q) > 1 - q/p, so this is more than
   (k/p - m)(p - q) >= 0. *)

From Coq Require Import Reals Lra Psatz.
Local Open Scope R_scope.

(* log x < x - 1 but at x = 1. *)
Lemma ln_lt_sub_1 : forall x, 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros x Hx H1.
  assert (Hl : ln x <> 0) by (intros E; apply H1; rewrite <- (exp_ln x Hx), E; apply exp_0).
  pose proof (exp_ineq1 (ln x) Hl) as H.
  rewrite exp_ln in H by exact Hx. lra.
Qed.

Theorem B9_s : forall d m k eps q p, 0 < d -> 0 < m -> 0 < k -> 0 < eps < 1 -> 0 < q < p -> p <= k / m ->
  Rpower (10 / eps) (2 * d) * exp (- q * m) * Rpower (exp 1 * q * m / k) k
  < Rpower (10 / eps) (2 * d) * exp (- p * m) * Rpower (exp 1 * p * m / k) k.
Proof.
  intros d m k eps q p Hd Hm Hk He [Hq Hqp] Hp.
  rewrite !Rmult_assoc. apply Rmult_lt_compat_l; [apply exp_pos |].
  unfold Rpower. rewrite <- !exp_plus. apply exp_increasing.
  assert (He1 : 0 < exp 1) by apply exp_pos.
  assert (Hc : 0 < m / k) by (apply Rdiv_lt_0_compat; lra).
  replace (exp 1 * (q * m) / k) with (exp 1 * (m / k) * q) by (field; lra).
  replace (exp 1 * (p * m) / k) with (exp 1 * (m / k) * p) by (field; lra).
  replace (exp 1 * (q * (m / k))) with (exp 1 * (m / k) * q) by (field; lra).
  replace (exp 1 * (p * (m / k))) with (exp 1 * (m / k) * p) by (field; lra).
  assert (Hem : 0 < exp 1 * (m / k)) by (apply Rmult_lt_0_compat; lra).
  rewrite !ln_mult by lra.
  assert (Hr : ln q - ln p < q / p - 1).
  { assert (Hqp' : 0 < q / p) by (apply Rdiv_lt_0_compat; lra).
    replace (ln q - ln p) with (ln (q / p)).
    2: { unfold Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra. }
    apply ln_lt_sub_1; [exact Hqp' |]. intros E.
    assert (q = p) by (replace q with (q / p * p) by (field; lra); rewrite E; ring). lra. }
  apply Rmult_lt_compat_l with (r := k) in Hr; [| exact Hk].
  assert (Hmk : m <= k / p).
  { apply Rmult_le_reg_r with p; [lra |]. replace (k / p * p) with k by (field; lra).
    apply Rmult_le_compat_l with (r := m) in Hp; [| lra]. replace (m * (k / m)) with k in Hp by (field; lra). exact Hp. }
  assert (Hlast : m * (p - q) <= k / p * (p - q)) by (apply Rmult_le_compat_r; lra).
  replace (k / p * (p - q)) with (k - k * (q / p)) in Hlast by (field; lra).
  lra.
Qed.

Print Assumptions B9_s.
