// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Prover

/// B.9/1 by a proof of our own: the paper's constants hold although steps of its proof do not.
///
/// One net for r and for the direction of x+delta, Bernstein's inequality (T.4) at each of its points, for the sum at W0 and for the rows
/// that some W may flip. Nothing is asked of C0, of R beyond R <= C1/sqrt d, or of m beyond m >= 5.
enum LemmaB9Uniform {
    static let step = CheckedArgument(
        proof: setting + sumAtStart + nearRows + collecting,
        method: "nets, Bernstein (T.4), Sidak; branch and bound over the unbounded box",
        note: "For every C0 >= 0 and m >= 5: of the hypotheses on m and d the proof uses d >= log(4/gamma)^2 alone.")

    private static let setting: [CheckedLine] = [
        .argument(
            "write L = log(4/gamma), V = C0/sqrt m, M = sqrt d + sqrt(2 (log m + L)), eps = 1/(md), Lambda = d log(1 + 2md), t0 = Lambda "
                + "+ L, t1 = 2 Lambda + L, g_s = <w_{s,0},x>; 1_s(y) = 1[<w_{s,0},y> > 0] and 1'_s(y) the same for w_s; d >= 2, as gamma "
                + "< 1 leaves log(4/gamma)^2 > 1.9"),
        .argument(
            "nets: a maximal eps-separated set of unit vectors r', and one of the directions of the x+delta with ||delta|| <= R, to which "
                + "0 is added if some x+delta is 0 (R >= 1); balls of radius eps/2 about the points are disjoint and lie in that of "
                + "radius 1 + eps/2, so each net has at most (1 + 2/eps)^d = e^Lambda points"),
        .argument(
            "event 1: max_s ||w_{s,0}|| <= M fails with probability at most m e^{-(log m + L)} = gamma/4: the norm is 1-Lipschitz with "
                + "mean at most sqrt d (T.6, one side)"),
        .argument(
            "given W, r and delta, let r' be within eps of r, and y' within eps of the direction y of x+delta (y' = 0 if x+delta = 0). "
                + "1'_s(x) differs from 1_s(x) only on S = {s : |g_s| <= V}; 1'_s(y) from 1_s(y') only on S' = {s : |<w_{s,0},y'>| <= V + "
                + "M eps}, as |<w_s,y> - <w_{s,0},y'>| <= V + M eps"),
        .argument(
            "so Phi(r,delta;W) <= C0 + sqrt m M eps + (1/sqrt m) [sum_s X_s + sum_S |<w_{s,0},r'>| + sum_S' |<w_{s,0},r'>|], X_s = a_s "
                + "<w_{s,0},r'> (1_s(x) - 1_s(y')): C0 for w_s in the place of w_{s,0} (m rows, V/sqrt m each), sqrt m M eps for r' in "
                + "the place of r"),
    ]

    private static let sumAtStart: [CheckedLine] = [
        .argument(
            "event 2: at one point of the nets the X_s are independent with mean 0 (a_s), and T.4 applies with v = m min(R,1), c = 1, as "
                + "the next lines show: sum_s X_s <= sqrt(2 m min(R,1) t1) + t1 but for probability e^{-t1}, at all e^{2 Lambda} points "
                + "but for gamma/4"),
        .argument(
            "R < 1: X_s is not 0 only in a double wedge of angle theta <= arcsin R <= pi R/2 in span(x,y'), with probability theta/pi <= "
                + "R/2. With a = ||the part of r' in that plane||^2, given the angle there <w,r'> is sqrt a k rho + sqrt(1-a) z, |k| <= "
                + "1, rho^2 ~ chi^2_2 and z ~ N(0,1) independent: E X^2 <= (theta/pi)(2a + 1 - a) <= 2 theta/pi <= R"),
        .number("q = 3: E|Y|^3 <= sqrt(E Y^2 E Y^4) <= sqrt(2 8) = 4 <= 6 = 3!, as E Y^4 <= 8a^2 + 12a(1-a) + 3(1-a)^2 = 8 - (1-a)(5-a)") {
            Ball.sqrt(Ball(16)).isLess(than: Ball(6))
        },
        .number("q = 4 and 5: E|Y|^q <= E chi_3^q (Cauchy-Schwarz), 15 <= 4! and 16 sqrt(2/pi) 3 = 38.3.. <= 5!") {
            (Ball(48) * .sqrt(Ball(2) / .pi)).isLess(than: Ball(120))
        },
        .argument(
            "from q to q+2, E chi_3^q is multiplied by q+3 and q! by (q+1)(q+2) >= q+3: so E|X|^q <= (theta/pi) q! <= (q!/2) R for all q "
                + ">= 3"
        ),
        .argument(
            "R >= 1: |X_s| <= |<w_{s,0},r'>|, a standard normal for the unit vector r', and E|z|^q <= q!/2 for q >= 2 (T.1, T.2)"),
    ]

    private static let nearRows: [CheckedLine] = [
        .argument(
            "events 3 and 4: by Sidak's inequality P(|<w,r'>| > b, |<w,y'>| <= c) <= P(|<w,r'>| > b) P(|<w,y'>| <= c), so E|<w,r'>|^q "
                + "1[S] <= p E|z|^q, p = P(|z| <= V): T.4 applies with v = m p, c = 1, at all e^Lambda points r' but for gamma/4; S' "
                + "likewise with p' = P(|z| <= V + M eps), as ||y'|| = 1, at all e^{2 Lambda} pairs (S' is empty for y' = 0)"),
        .number("sqrt(2/pi) <= 4/5: E|z| <= 4/5, p <= (4/5) V and p' <= (4/5)(V + M eps)") {
            (Ball(2) / .pi).isLess(than: .ratio(16, 25))
        },
        .argument(
            "so sum_S |<w_{s,0},r'>| <= (16/25) C0 sqrt m + sqrt((8/5) C0 sqrt m t0) + t0, and sum_S' likewise with C0 + M sqrt m eps for "
                + "C0 and t1 for t0"),
        .argument("sqrt(b c) <= (b + c)/2 for the roots: sqrt((8/5) C0 sqrt m t0) <= (4/5) C0 sqrt m + t0/2, and so for S'"),
    ]

    private static let collecting: [CheckedLine] = [
        .argument(
            "together Phi <= sqrt(2 min(R,1) t1) + (97/25) C0 + [(13/2) Lambda + 4 L + (61/25) M/d]/sqrt m: 1 + 2 (16/25 + 4/5) = 97/25, "
                + "t1 + t0 + t1 + (t0 + t1)/2 = (13/2) Lambda + 4 L, and sqrt m M eps (1 + 16/25 + 4/5) = (61/25) M/(d sqrt m)"),
        .argument("min(R,1) <= sqrt R and R <= C1/sqrt d: the first term is at most sqrt(2 t1) (C1/sqrt d)^{1/4}"),
        .argument("write l = log(md) >= log 10, as d >= 2 and m >= 5: log(1 + 2md) <= l + log 2.1, and L <= sqrt d"),
        .everywhere(
            "so the first term is at most 9 (C1 d^2 log(md)^2 sqrt(log(d)/d))^{1/4}: 2 t1/d <= 4 (l + log 2.1) + 2/sqrt d <= 81 l (log "
                + "d)^{1/4}",
            box
        ) { x in
            let left: RangeWithSlopes = .integer(4) * (x[1] + .log(.ratio(21, 10))) + .integer(2) / .sqrt(x[0])
            return Inequality(left, atMost: .integer(81) * x[1] * .fourthRoot(.ratio(69, 100)))
        },
        .number("where log d >= log 2 >= 0.69") { Ball.ratio(69, 100).isLess(than: .log(Ball(2))) },
        .everywhere(
            "and (13/2) Lambda + 4 L + (61/25) M/d <= 15 d log(md): over d, (13/2)(l + log 2.1) + 4/sqrt d + (61/25) (sqrt d + sqrt(2l + "
                + "2 sqrt d))/d^2 <= 15 l", box
        ) { x in
            let (d, l) = (x[0], x[1]), root: RangeWithSlopes = .sqrt(d)
            // sqrt(2l + 2 sqrt d) <= sqrt(2l) + sqrt 2 d^{1/4}, each over d^2.
            let norm: RangeWithSlopes = .integer(1) / (d * root) + .sqrt(.integer(2) * l) / (d * d)
            let rest: RangeWithSlopes = .sqrt(.integer(2)) / (d * root * .sqrt(root))
            let net: RangeWithSlopes = .ratio(13, 2) * (l + .log(.ratio(21, 10)))
            return Inequality(net + .integer(4) / root + .ratio(61, 25) * (norm + rest), atMost: .integer(15) * l)
        },
        .number("(97/25) C0 <= 327 Cbar C0 d^{1/4}") { Ball.ratio(97, 25).isLess(than: Ball(327)) },
        .number("m >= d^2.4 leaves m >= 5 for d >= 2") { Ball(5).isLess(than: .pow(Ball(2), .ratio(12, 5))) },
    ]

    private static let box = LogBox(LogInterval("d", from: 2, to: .infinity), LogInterval("log(md)", from: 2.302, to: .infinity))
}
