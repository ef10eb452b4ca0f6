// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.4/5: both counts of Lemma B.4 under one gamma.
///
/// The union bound of the paper's proof gives 2 gamma. What saves gamma is that P(|z| <= V) <= sqrt(2/pi) V, a fifth less than the V of
/// the bound.
enum LemmaB4Joint {
    static let both = CheckedArgument(
        proof: reduction + manyNeurons + oneBeyond + fewBeyond + oneNeuron,
        method: "positive dependence, Chernoff and meshes",
        note:
            "The union bound of the paper's proof gives 2 gamma. What saves gamma is that P(|z| <= V) <= sqrt(2/pi) V, a fifth less than V."
    )

    // MARK: The reduction

    private static let reduction: [CheckedLine] = [
        .argument(
            "|S_v| and |S'_v(delta)| are N1 = #{ s : |<w_{s,0},x>| <= V } and N2 = #{ s : |<w_{s,0},y>| <= V }, y = "
                + "(x+delta)/||x+delta||, but for an event of probability 0: each is Binomial(m, p), p = P(|z| <= V) <= q V, q = "
                + "sqrt(2/pi). Their bounds are b = V m + sqrt(m log(1/gamma)/2) and (1+R) b; if b >= m neither exceeds its own"),
        .argument(
            "for each neuron P(|<w,x>| <= V and |<w,y>| <= V) >= p^2 (Sidak's inequality, doi:10.1080/01621459.1967.10482935). Lowering "
                + "this to p^2, one neuron after the other, lowers P(N1 <= b, N2 <= (1+R) b): its slope in it is the probability that the "
                + "other neurons' counts stand at [b] and [(1+R) b]. So the failure probability is at most 1 - (1-P)^2, P = P(N1 > b), and "
                + "it is enough that P <= T(gamma) = 1 - sqrt(1-gamma), or that P <= gamma/2 <= T(gamma)"),
        .argument(
            "with k the least integer beyond b and a = V m: 0 <= a < k <= m and P = P(Bin(m,p) >= k) <= P(Bin(m, q a/m) >= k); and "
                + "sqrt(m log(1/gamma)/2) < k - a, so gamma > exp(-2 (k-a)^2/m). T rises"),
    ]

    // MARK: k >= 30

    private static let manyNeurons: [CheckedLine] = [
        .argument(
            "k >= 30: P <= exp(-m KL(k/m || q a/m)) (Chernoff). KL(kappa || q alpha) - 2 (kappa-alpha)^2 falls in alpha <= kappa, as its "
                + "slope rises with q and is (kappa-alpha)(4 - 1/(alpha(1-alpha))) <= 0 at q = 1; so it is at least its value at alpha = "
                + "kappa, KL(kappa || q kappa) >= kappa (log(1/q) - 1 + q), by u log(u/v) >= u - v at u = 1-kappa, v = 1 - q kappa. So P "
                + "<= exp(-k (log(1/q) - 1 + q)) exp(-2 (k-a)^2/m)"),
        .number("30 (log(1/q) - 1 + q) >= log 2, so P <= gamma/2") {
            Ball.log(Ball(2)).isLess(than: Ball(30) * (.log(Ball(1) / q) - Ball(1) + q))
        },
    ]

    // MARK: k = 1

    private static let oneBeyond: [CheckedLine] = [
        .argument(
            "k = 1, m >= 2: 1 - (1-P)^2 <= 1 - (1 - q a/m)^{2m}, which falls with m, while exp(-2 (1-a)^2/m) rises: m = 2 is the worst"),
        mesh("1 - (1 - q a/2)^4 <= exp(-(1-a)^2) for 0 <= a <= 1") {
            cells(to: Ball(1)) { a in
                let rest = Ball(1) - q * a / Ball(2)
                return Ball(1) - rest * rest * rest * rest
            } below: { a in
                gamma(Ball(1), a, Ball(2))
            }
        },
    ]

    // MARK: 2 <= k <= 29

    /// From this width on Poisson's law serves.
    private static func poissonFrom(_ k: Int) -> Int { 2 * k * k / 5 + 2 * k + 2 }

    private static let fewBeyond: [CheckedLine] = [
        .argument(
            "2 <= k <= 29, m >= M = [2k^2/5] + 2k + 2: Bin(m, l/m), l = q a, is within l/m of Poisson(l) in total variation (Barbour and "
                + "Hall, doi:10.1017/S0305004100061806), whose tail from k on is at most its first term over 1 - l/(k+1); and T(exp(-2 "
                + "(k-a)^2/m)) rises with m"),
        mesh("e^{-l} l^k/k!/(1 - l/(k+1)) + l/M <= T(exp(-2 (k-a)^2/M)), l = q a, for 0 <= a <= k, k = 2..29") {
            total((2...29).map { (k: $0, m: poissonFrom($0)) }) { k, m in
                let factorial = Ball.gamma(k + Ball(1))
                return cells(to: k) { a in
                    let l = q * a
                    return .exp(-l) * .pow(l, k) / factorial / (Ball(1) - l / (k + Ball(1))) + l / m
                } below: { a in
                    half(gamma(k, a, m))
                }
            }
        },
        .argument(
            "2 <= k <= 29, k <= m < M: P(Bin(m, p) >= k) is at most its first term over 1 - r, r = (m-k) p/((k+1)(1-p)) the quotient of "
                + "its first two terms"),
        mesh("C(m,k) p^k (1-p)^{m-k}/(1-r) <= T(exp(-2 (k-a)^2/m)), p = q a/m, for 0 <= a <= k, all k = 2..29 and m = k..M-1") {
            total((2...29).flatMap { k in (k..<poissonFrom(k)).map { (k: k, m: $0) } }) { k, m in
                let choose = Ball.gamma(m + Ball(1)) / (.gamma(k + Ball(1)) * .gamma(m - k + Ball(1)))
                return cells(to: k) { a in
                    let p = q * a / m
                    let other = Ball(1) - p
                    let first = choose * .pow(p, k) * .pow(other, m - k)
                    return first / (Ball(1) - (m - k) * p / ((k + Ball(1)) * other))
                } below: { a in
                    half(gamma(k, a, m))
                }
            }
        },
    ]

    // MARK: m = 1

    private static let oneNeuron: [CheckedLine] = [
        .argument(
            "m = 1: if (1+R) b >= 1 only |S_v| can exceed its bound, with probability at most gamma (B.4/1). Else V + "
                + "sqrt(log(1/gamma)/2) < 1/(1+R), so gamma > exp(-2 (1/(1+R) - V)^2)"),
        .argument(
            "m = 1, R <= 0.06: <w,y> = g cos(phi) + h sin(phi), g = <w,x>, with h ~ N(0,1) independent of g and sin(phi) <= R. If |g| <= "
                + "V < |<w,y>| then V - R |h| <= |g| <= V, of probability at most 2 (1/sqrt(2 pi)) R E|h| = (2/pi) R. So the failure "
                + "probability is at most p + (2/pi) R, and gamma > exp(-2 (1-V)^2)"),
        mesh("p + (2/pi) 0.06 <= exp(-2 (1-V)^2) for 0 <= V <= 1") {
            cells(to: Ball(1)) { v in
                NormalLaws.strip(v) + Ball(2) / .pi * .ratio(6, 100)
            } below: { v in
                gamma(Ball(1), v, Ball(1))
            }
        },
        .argument(
            "m = 1, 0.06 <= R <= 1/2: V < 1/(1+R) <= 1/1.06, the failure probability is at most 1 - (1-p)^2 = 2p - p^2, and gamma > "
                + "exp(-2 (1/1.06 - V)^2)"),
        mesh("2p - p^2 <= exp(-2 (1/1.06 - V)^2) for 0 <= V <= 1/1.06") {
            let most = Ball.ratio(100, 106)
            return cells(to: most) { v in
                let p = NormalLaws.strip(v)
                return Ball(2) * p - p * p
            } below: { v in
                gamma(most, v, Ball(1))
            }
        },
    ]

    // MARK: What the lines are made of

    private static var q: Ball { .sqrt(Ball(2) / .pi) }

    /// T(g) = 1 - sqrt(1-g), without its cancellation: two independent events of this probability fail together with probability g.
    private static func half(_ g: Ball) -> Ball { g / (Ball(1) + .sqrt(Ball(1) - g)) }

    /// exp(-2 (k-a)^2/m), which gamma exceeds.
    private static func gamma(_ k: Ball, _ a: Ball, _ m: Ball) -> Ball {
        let step = k - a
        return .exp(-(Ball(2) * step * step / m))
    }

    /// A line decided on a mesh, with its number of cells; nil where that is not found at up to 256 bits.
    private static func mesh(_ text: String, _ count: @escaping @Sendable () -> Int?) -> CheckedLine {
        CheckedLine(text, .shown) { Ball.decide(upTo: 256, count).map { "on a mesh of \($0) cells, both sides rising" } }
    }

    /// The cells of all cases together; nil where one is not decided.
    private static func total(_ cases: [(k: Int, m: Int)], _ cells: (Ball, Ball) -> Int?) -> Int? {
        var sum = 0
        for (k, m) in cases {
            guard let count = cells(Ball(k), Ball(m)) else { return nil }
            sum += count
        }
        return sum
    }

    /// left <= right on [0, end], both rising: on a cell [a0, a1] it is enough that left(a1) <= right(a0), and a cell where that is not
    /// certain is halved. The number of cells; nil where 4096 equal ones do not suffice.
    private static func cells(to end: Ball, _ left: (Ball) -> Ball, below right: (Ball) -> Ball) -> Int? {
        var open = [(place: 0, of: 1)], count = 0
        while let (i, n) = open.popLast() {
            let (from, to) = (end * .ratio(i, n), end * .ratio(i + 1, n))
            if left(to).isCertainlyLessOrEqual(to: right(from)) {
                count += 1
            } else if n < 4096 {
                open += [(2 * i, 2 * n), (2 * i + 1, 2 * n)]
            } else {
                return nil
            }
        }
        return count
    }
}
