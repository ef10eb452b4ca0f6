(* SPDX-License-Identifier: GPL-3.0-or-later

   B.9/n* (repair of B.9/n, an added hypothesis), proved over its whole domain:

     C0 + 3 sqrt((1/sqrt m)(C0 + sqrt(log(4/gamma)/2))) sqrt(d + 4 sqrt(d log(8m/gamma)))
     + 5 (C0 + sqrt(log(4/gamma)))(sqrt(log(4m/gamma)) + 3)
     + m^{-4/7} d^{-4/7} (sqrt(md + 4m sqrt(d log(m/gamma))) + C0) + 226 Cbar C0 sqrt(log m)
     <= 50 d^{0.25} + 227 Cbar C0 sqrt(log m),
     C0 > 0, m >= d^2.4, m >= 58, d >= (log(4/gamma) log(4m/gamma))^2, gamma in (0,1), Cbar = max{1, C0}.

   With L = log(4/gamma), M = log(4m/gamma), q = d^{1/4}, s = sqrt(log m): L M <= q^2, so L <= q, M <= q^2/1.38, s <= 0.852 q and
   sqrt M <= sqrt q + s. The hypotheses leave d >= 505, so q >= 4.74 and s >= 3.86, and sqrt m >= 3.47 d. Term by term, with
   sqrt y <= (1 + y)/2 for the second, the left side without its last term is at most
   C0 (18.1 + 5 sqrt q + 5 s) + 5 q + 16.1 sqrt q + 2.5. For C0 <= 1 that is below 50 q + C0 s. For C0 >= 1,
   C0 G <= C0^2 s/2 + G^2/(2 s) at G = 18.1 + 5 sqrt q and 5 C0 s <= C0^2 s/2 + 12.5 s, and the rest is below 50 q. *)

From Coq Require Import Reals Lra Psatz.
From Interval Require Import Tactic.
Local Open Scope R_scope.

(* log does not fall. *)
Lemma ln_le : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof.
  intros x y Hx [H | H]; [left; apply ln_increasing; lra | subst; lra].
Qed.

(* x <= y where x^2 <= y^2, 0 <= y. *)
Lemma root_le : forall x y, x * x <= y * y -> 0 <= y -> x <= y.
Proof.
  intros x y H Hy. apply Rsqr_incr_0_var; [unfold Rsqr; exact H | exact Hy].
Qed.

(* sqrt x <= y where x <= y^2, 0 <= y. *)
Lemma sqrt_le_of : forall x y, x <= y * y -> 0 <= y -> sqrt x <= y.
Proof.
  intros x y H Hy. rewrite <- (sqrt_square y) by exact Hy. apply sqrt_le_1_alt. exact H.
Qed.

(* The last step, in r = sqrt q. *)
Lemma assembled : forall C0 q r s, 0 < C0 -> 4.74 <= q -> r * r = q -> 0 <= r -> 3.86 <= s <= 0.852 * q ->
  C0 * (18.1 + 5 * r + 5 * s) + 5 * q + 16.1 * r + 2.5 <= 50 * q + Rmax 1 C0 * C0 * s.
Proof.
  intros C0 q r s H0 Hq Hr Hr0 [Hs3 Hs].
  assert (Hr1 : 2.17 <= r) by (apply root_le; lra).
  assert (Hrq : 2.17 * r <= q) by (rewrite <- Hr; apply Rmult_le_compat_r; lra).
  destruct (Rle_or_lt C0 1) as [H1 | H1].
  - rewrite Rmax_left by exact H1.
    assert (C0 * (18.1 + 5 * r + 4 * s) <= 1 * (18.1 + 5 * r + 4 * s)) by (apply Rmult_le_compat_r; lra). lra.
  - rewrite Rmax_right by lra.
    set (G := 18.1 + 5 * r).
    assert (HGs : C0 * G <= C0 * C0 * s / 2 + G * G * 0.1296).
    { assert (Hi : / s * s = 1) by (field; lra).
      assert (Hi0 : 0 < / s) by (apply Rinv_0_lt_compat; lra).
      assert (Hi1 : / s <= 0.2592) by (apply Rmult_le_reg_r with s; lra).
      pose proof (Rle_0_sqr (C0 * s - G)) as S. unfold Rsqr in S.
      apply Rmult_le_compat_l with (r := / s) in S; [| lra].
      replace (/ s * ((C0 * s - G) * (C0 * s - G))) with (C0 * C0 * s - 2 * (C0 * G) + G * G * / s) in S by (field; lra).
      assert (G * G * / s <= G * G * 0.2592) by (apply Rmult_le_compat_l; [pose proof (Rle_0_sqr G) as T; unfold Rsqr in T |]; lra).
      lra. }
    assert (H5 : 5 * C0 * s <= C0 * C0 * s / 2 + 12.5 * s).
    { pose proof (Rle_0_sqr (C0 - 5)) as S. unfold Rsqr in S.
      assert (0 <= s * ((C0 - 5) * (C0 - 5))) by (apply Rmult_le_pos; lra). lra. }
    assert (HGG : G * G = 327.61 + 181 * r + 25 * q) by (unfold G; rewrite <- Hr; lra).
    unfold G in *. lra.
Qed.

Theorem B9_n_star : forall d m gamma C0, 0 < gamma < 1 -> 0 < C0 -> Rpower d 2.4 <= m -> 58 <= m ->
  (ln (4 / gamma) * ln (4 * m / gamma)) ^ 2 <= d ->
  let Cbar := Rmax 1 C0 in
  C0 + 3 * sqrt (1 / sqrt m * (C0 + sqrt (ln (4 / gamma) / 2))) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma)))
  + 5 * (C0 + sqrt (ln (4 / gamma))) * (sqrt (ln (4 * m / gamma)) + 3)
  + Rpower m (- (4 / 7)) * Rpower d (- (4 / 7)) * (sqrt (m * d + 4 * m * sqrt (d * ln (m / gamma))) + C0)
  + 226 * Cbar * C0 * sqrt (ln m)
  <= 50 * Rpower d 0.25 + 227 * Cbar * C0 * sqrt (ln m).
Proof.
  assert (N1 : forall x, 55 <= x <= 505 -> 1 <= (ln 4 * (ln 4 + 2.4 * ln x)) * (ln 4 * (ln 4 + 2.4 * ln x)) - x)
    by (intros; interval with (i_bisect x)).
  assert (N2 : 1.38 <= ln 4) by interval.
  assert (N3 : 5.4 <= ln (4 * 58)) by interval.
  assert (N4 : 14.9 <= 2.4 * ln 505) by interval.
  assert (N5 : 3.47 <= Rpower 505 0.2) by (unfold Rpower; interval).
  assert (N6 : 0 <= ln 2 <= 0.7) by (split; interval).
  intros d m gamma C0 Hg H0 Hdm Hm HdLM Cbar.
  set (L := ln (4 / gamma)) in *. set (M := ln (4 * m / gamma)) in *.
  assert (Hlg : ln gamma < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hig : ln (/ gamma) = - ln gamma) by (apply ln_Rinv; lra).
  assert (Hgi : 0 < / gamma) by (apply Rinv_0_lt_compat; lra).
  assert (HL : L = ln 4 - ln gamma) by (unfold L, Rdiv; rewrite ln_mult, Hig by lra; lra).
  assert (HM : M = ln 4 + ln m - ln gamma).
  { unfold M, Rdiv. rewrite ln_mult, (ln_mult 4 m), Hig by lra. lra. }
  assert (H8 : ln (8 * m / gamma) = M + ln 2).
  { rewrite HM. replace (8 * m / gamma) with (2 * (4 * m) * / gamma) by (field; lra).
    rewrite ln_mult, (ln_mult 2), (ln_mult 4 m), Hig by lra. lra. }
  assert (Hmg : ln (m / gamma) = M - ln 4).
  { rewrite HM. unfold Rdiv. rewrite ln_mult, Hig by lra. lra. }
  assert (Hm58 : ln (4 * 58) <= ln 4 + ln m).
  { rewrite <- ln_mult by lra. apply ln_le; lra. }
  assert (HLM : L * M * (L * M) <= d) by (replace (L * M * (L * M)) with ((L * M) ^ 2) by ring; exact HdLM).
  assert (HLM0 : 1.38 * 5.4 <= L * M) by (apply Rmult_le_compat; lra).
  assert (Hd55 : 55 <= d).
  { assert (1.38 * 5.4 * (1.38 * 5.4) <= L * M * (L * M)) by (apply Rmult_le_compat; lra). lra. }
  assert (Hlm : 2.4 * ln d <= ln m).
  { assert (ln (Rpower d 2.4) <= ln m) by (apply ln_le; [apply exp_pos | exact Hdm]).
    unfold Rpower in *. rewrite ln_exp in *. lra. }
  assert (Hld : 0 <= ln d) by (rewrite <- ln_1; apply ln_le; lra).
  assert (Hd : 505 <= d).
  { destruct (Rle_or_lt 505 d) as [H | H]; [exact H | exfalso].
    specialize (N1 d (conj Hd55 (Rlt_le _ _ H))).
    assert (ln 4 * (ln 4 + 2.4 * ln d) <= L * M) by (apply Rmult_le_compat; lra).
    assert (0 <= ln 4 * (ln 4 + 2.4 * ln d)) by (apply Rmult_le_pos; lra).
    assert ((ln 4 * (ln 4 + 2.4 * ln d)) * (ln 4 * (ln 4 + 2.4 * ln d)) <= L * M * (L * M)) by (apply Rmult_le_compat; lra). lra. }
  (* q, r = sqrt q, s. *)
  set (q := Rpower d 0.25).
  assert (Hq0 : 0 < q) by apply exp_pos.
  assert (Hqd : q * q * (q * q) = d).
  { unfold q. rewrite <- !Rpower_plus. replace (0.25 + 0.25 + (0.25 + 0.25)) with 1 by lra. apply Rpower_1. lra. }
  assert (Hq2 : 22.4695 <= q * q) by (apply root_le; [rewrite Hqd; lra | apply Rmult_le_pos; lra]).
  assert (Hq : 4.74 <= q) by (apply root_le; lra).
  assert (HLMq : L * M <= q * q) by (apply root_le; [rewrite Hqd; exact HLM | apply Rmult_le_pos; lra]).
  assert (HLq : L <= q).
  { apply root_le; [| lra]. apply Rle_trans with (L * M); [apply Rmult_le_compat_l; lra | exact HLMq]. }
  assert (HMq : 1.38 * M <= q * q).
  { apply Rle_trans with (L * M); [apply Rmult_le_compat_r; lra | exact HLMq]. }
  set (r := sqrt q).
  assert (Hr : r * r = q) by (apply sqrt_sqrt; lra).
  assert (Hr0 : 0 <= r) by apply sqrt_pos.
  set (s := sqrt (ln m)).
  assert (Hs : s * s = ln m) by (apply sqrt_sqrt; lra).
  assert (Hs0 : 0 <= s) by apply sqrt_pos.
  assert (Hs1 : 3.86 <= s).
  { apply root_le; [| exact Hs0]. assert (ln 505 <= ln d) by (apply ln_le; lra). lra. }
  assert (Hs2 : s <= 0.852 * q) by (apply root_le; lra).
  assert (HsL : sqrt L <= r) by (apply sqrt_le_1_alt; exact HLq).
  assert (HsL2 : sqrt (L / 2) <= r) by (apply sqrt_le_1_alt; lra).
  assert (HsM : sqrt M <= r + s).
  { apply sqrt_le_of; [| lra]. assert (0 <= r * s) by (apply Rmult_le_pos; lra). lra. }
  assert (HsLM : sqrt L * sqrt M <= q) by (rewrite <- sqrt_mult by lra; apply sqrt_le_of; lra).
  (* The widths. *)
  assert (Hsm0 : 0 < sqrt m) by (apply sqrt_lt_R0; lra).
  assert (Hsm : 3.47 * d <= sqrt m).
  { apply Rle_trans with (Rpower d 0.2 * Rpower d 1).
    - rewrite (Rpower_1 d) by lra. apply Rmult_le_compat_r; [lra |].
      apply Rle_trans with (Rpower 505 0.2); [exact N5 |]. apply Rle_Rpower_l; lra.
    - rewrite <- Rpower_plus, <- (Rpower_sqrt m) by lra.
      replace (0.2 + 1) with (2.4 * / 2) by lra. rewrite <- Rpower_mult.
      apply Rle_Rpower_l; [lra |]. split; [apply exp_pos | exact Hdm]. }
  (* q^3 <= d/4.74. *)
  assert (Hq3 : 4.74 * (q * q * q) <= d).
  { rewrite <- Hqd. assert (q * q * q * 4.74 <= q * q * q * q) by (apply Rmult_le_compat_l; [repeat apply Rmult_le_pos |]; lra). lra. }
  assert (Hroot : forall x, x <= q * q -> sqrt (d * x) <= q * q * q).
  { intros x Hx. apply sqrt_le_of; [| repeat apply Rmult_le_pos; lra].
    rewrite <- Hqd. replace (q * q * q * (q * q * q)) with (q * q * (q * q) * (q * q)) by ring.
    apply Rmult_le_compat_l; [rewrite Hqd; lra | exact Hx]. }
  (* The second term. *)
  set (y := C0 + sqrt (L / 2)).
  assert (Hy0 : 0 <= y) by (unfold y; pose proof (sqrt_pos (L / 2)); lra).
  assert (Hy : y <= C0 + r) by (unfold y; lra).
  assert (A : sqrt (1 / sqrt m * y) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))) <= 0.73 * (1 + y) / 2).
  { assert (Hz : sqrt (d * ln (8 * m / gamma)) <= q * q * q) by (apply Hroot; rewrite H8; lra).
    pose proof (sqrt_pos (d * ln (8 * m / gamma))) as Hz0.
    assert (Hi0 : 0 < 1 / sqrt m) by (apply Rdiv_lt_0_compat; lra).
    rewrite <- sqrt_mult; [| apply Rmult_le_pos; lra | lra].
    apply sqrt_le_of; [| lra].
    apply Rle_trans with (y * 0.5318).
    - replace (1 / sqrt m * y * (d + 4 * sqrt (d * ln (8 * m / gamma))))
        with (y * ((d + 4 * sqrt (d * ln (8 * m / gamma))) * (1 / sqrt m))) by ring.
      apply Rmult_le_compat_l; [exact Hy0 |].
      apply Rmult_le_reg_r with (sqrt m); [exact Hsm0 |].
      rewrite Rmult_assoc. replace (1 / sqrt m * sqrt m) with 1 by (field; lra). lra.
    - pose proof (Rle_0_sqr (1 - y)) as S. unfold Rsqr in S. lra. }
  (* The fourth. *)
  assert (Hmd : 1 <= m * d) by (rewrite <- (Rmult_1_r 1); apply Rmult_le_compat; lra).
  assert (Hexp : forall x, x <= 0 -> Rpower (m * d) x <= 1).
  { intros x Hx. rewrite <- (Rpower_O (m * d)) by lra. destruct (Req_dec (m * d) 1) as [E | E].
    - rewrite E. unfold Rpower. rewrite ln_1, !Rmult_0_r. lra.
    - apply Rle_Rpower; lra. }
  rewrite (Rpower_mult_distr m d) by lra.
  set (P := Rpower (m * d) (- (4 / 7))).
  assert (HP0 : 0 < P) by apply exp_pos.
  assert (HP1 : P <= 1) by (apply Hexp; lra).
  assert (HPr : P * sqrt (m * d) <= 1).
  { rewrite <- Rpower_sqrt by lra. unfold P. rewrite <- Rpower_plus. apply Hexp. lra. }
  assert (E : P * (sqrt (m * d + 4 * m * sqrt (d * ln (m / gamma))) + C0) <= 1.4 + C0).
  { assert (Hz : sqrt (d * ln (m / gamma)) <= q * q * q) by (apply Hroot; rewrite Hmg; lra).
    assert (Hw : sqrt (m * d + 4 * m * sqrt (d * ln (m / gamma))) <= 1.4 * sqrt (m * d)).
    { apply sqrt_le_of; [| pose proof (sqrt_pos (m * d)); lra].
      replace (1.4 * sqrt (m * d) * (1.4 * sqrt (m * d))) with (1.96 * (sqrt (m * d) * sqrt (m * d))) by lra.
      rewrite sqrt_sqrt by lra.
      assert (m * sqrt (d * ln (m / gamma)) <= m * (q * q * q)) by (apply Rmult_le_compat_l; lra).
      assert (m * (4.74 * (q * q * q)) <= m * d) by (apply Rmult_le_compat_l; lra). lra. }
    apply Rmult_le_compat_l with (r := P) in Hw; [| lra].
    assert (P * C0 <= 1 * C0) by (apply Rmult_le_compat_r; lra). lra. }
  (* The third. *)
  pose proof (sqrt_pos L) as HL0. pose proof (sqrt_pos M) as HM0.
  assert (B : 5 * (C0 + sqrt L) * (sqrt M + 3) <= 5 * C0 * (r + s) + 15 * C0 + 5 * q + 15 * r).
  { assert (C0 * sqrt M <= C0 * (r + s)) by (apply Rmult_le_compat_l; lra). lra. }
  pose proof (assembled C0 q r s H0 Hq Hr Hr0 (conj Hs1 Hs2)) as F. fold Cbar in F.
  replace (3 * sqrt (1 / sqrt m * y) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))))
    with (3 * (sqrt (1 / sqrt m * y) * sqrt (d + 4 * sqrt (d * ln (8 * m / gamma))))) by ring.
  lra.
Qed.

Print Assumptions B9_n_star.
