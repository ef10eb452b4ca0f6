// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// The proof of B.9/n under the added hypothesis d >= (log(4/gamma) log(4m/gamma))^2.
///
/// Throughout q = d^{1/4}, s = sqrt(log m), L = log(4/gamma), M = log(4m/gamma) = L + s^2, X = q^{-2/5} sqrt(1 + 4/q). The summands on
/// the left of B.9/n are bounded one by one, in q, s and C0 alone; the sum of these bounds is ``budget(q:s:c0:)``.
enum LemmaB9RemainderProof {
    static let lines: [CheckedLine] = hypotheses + summands + total

    // MARK: what the hypotheses say of L, M and s

    private static let hypotheses: [CheckedLine] = [
        .integer(
            "q = d^{1/4}, s = sqrt(log m), L = log(4/gamma), M = log(4m/gamma) = L + s^2, X = q^{-2/5} sqrt(1 + 4/q). The hypotheses "
                + "leave d >= 500: (log 4 (log 4 + max(log 58, 2.4 log d)))^2 > d for d = 1..499"
        ) {
            (1...499).allSatisfy { d in
                let four = Ball.log(Ball(4))
                let least = four * (four + .max(.log(Ball(58)), .ratio(12, 5) * .log(Ball(d))))
                return Ball(d).isCertainlyLess(than: least * least)
            }
        },
        .certified("L M <= q^2 is the hypothesis; so L^2 <= q^2, as M = L + s^2") {
            let l = ExactScalar.positive("L"), s = ExactScalar.positive("s"), excess = ExactScalar.nonnegative("q^2 - L M")
            return (
                Inequality(l * l, atMost: l * (l + s * s) + excess), NonnegativeQuantity(l * s * s + excess)
            )
        },
        .certified("and s^2 <= M <= q^2/log 4, as L >= log 4: here log 4 s^2 <= q^2") {
            let four = ExactScalar.log(.integer(4)), more = ExactScalar.nonnegative("L - log 4"), s = ExactScalar.positive("s")
            let l = four + more, excess = ExactScalar.nonnegative("q^2 - L M")
            return (
                Inequality(four * s * s, atMost: l * (l + s * s) + excess),
                NonnegativeQuantity(l * l + more * s * s + excess)
            )
        },
        .everywhere("log(8m/gamma) = M + log 2 <= q^2/log 4 + log 2 <= q^2 for d >= 500", LogBox(fourthRoot)) { x in
            let square: RangeWithSlopes = x[0] * x[0]
            return Inequality(square / .log(.integer(4)) + .log(.integer(2)), atMost: square)
        },
    ]

    // MARK: the summands

    private static let summands: [CheckedLine] = [
        .identity(
            "the left side without 226 Cbar C0 s is C0 + 3 sqrt(C0 + sqrt(L/2)) Z + 5 (C0 + sqrt L)(sqrt M + 3) + (md)^{-4/7} Y + "
                + "(md)^{-4/7} C0, Z = m^{-1/4} sqrt(d + 4 sqrt(d log(8m/gamma))), Y = sqrt(md + 4m sqrt(d log(m/gamma))); given "
                + "log(m/gamma) > 0",
            given: { [LemmaB9Domain.exact.logMOverGamma] }
        ) {
            let x = LemmaB9Domain.exact
            let z: ExactScalar = .sqrt(x.d + .integer(4) * .sqrt(x.d * x.log8MOverGamma)) / .fourthRoot(x.m)
            let y: ExactScalar = .sqrt(x.m * x.d + .integer(4) * x.m * .sqrt(x.d * x.logMOverGamma))
            let third: ExactScalar = .integer(5) * (x.c0 + .sqrt(x.l)) * (.sqrt(x.log4MOverGamma) + .integer(3))
            let first: ExactScalar = x.c0 + .integer(3) * .sqrt(x.c0 + .sqrt(x.l / .integer(2))) * z
            return (StepsB9.nRest(x), first + third + x.mesh * y + x.mesh * x.c0)
        },
        .certified("d + 4 sqrt(d log(8m/gamma)) <= q^4 + 4 q^3, as sqrt(log(8m/gamma)) <= q") {
            let root = ExactScalar.positive("sqrt(log(8m/gamma))"), excess = ExactScalar.nonnegative("q - sqrt(log(8m/gamma))")
            let q = root + excess, d = q * q * q * q
            return (
                Inequality(d + .integer(4) * q * q * root, atMost: d + .integer(4) * q * q * q),
                NonnegativeQuantity(.integer(4) * q * q * excess)
            )
        },
        .identity("so Z <= X, as m^{1/4} >= d^{3/5} = q^{12/5}: sqrt(q^4 + 4 q^3)/q^{12/5} = X") {
            let q = ExactScalar.positive("q"), square = q * q
            return (.sqrt(square * square + .integer(4) * square * q) / .pow(q, .ratio(12, 5)), x(q))
        },
        .certified(
            "3 sqrt(C0 + sqrt(L/2)) Z <= (3/2)(1 + C0 + sqrt q) X, as 2 sqrt y <= 1 + y, sqrt L <= sqrt q and Z <= X"
        ) {
            let c0 = ExactScalar.nonnegative("C0"), l = ExactScalar.positive("sqrt L"), more = ExactScalar.nonnegative("sqrt q - sqrt L")
            let z = ExactScalar.positive("Z"), room = ExactScalar.nonnegative("X - Z")
            let half: ExactScalar = .integer(1) / .sqrt(.integer(2))
            let y: ExactScalar = c0 + l * half, sum = .integer(1) + c0 + l + more
            let inner =
                NonnegativeQuantity.square(.integer(1) - .sqrt(y)) + NonnegativeQuantity(more)
                + NonnegativeQuantity(l) * NonnegativeQuantity(.integer(1) - half)
            return (
                Inequality(.integer(3) * .sqrt(y) * z, atMost: .ratio(3, 2) * sum * (z + room)),
                NonnegativeQuantity(.ratio(3, 2) * sum * room) + NonnegativeQuantity(.ratio(3, 2) * z) * inner
            )
        },
        .certified("5 (C0 + sqrt L)(sqrt M + 3) <= 5 C0 sqrt q + 5 C0 s + 15 C0 + 5 q + 15 sqrt q, as sqrt L <= sqrt q and sqrt(L M) <= q")
        {
            let c0 = ExactScalar.nonnegative("C0"), l = ExactScalar.positive("sqrt L"), s = ExactScalar.positive("s")
            let m: ExactScalar = .sqrt(l * l + s * s)
            let rootMore = ExactScalar.nonnegative("sqrt q - sqrt L"), more = ExactScalar.nonnegative("q - sqrt(L M)")
            let root = l + rootMore, q = l * m + more, five = ExactScalar.integer(5), fifteen = ExactScalar.integer(15)
            // sqrt L + s - sqrt M = 2 s sqrt L/(sqrt L + s + sqrt M).
            let rest = five * c0 * (rootMore + .integer(2) * s * l / (l + s + m)) + five * more + fifteen * rootMore
            return (
                Inequality(
                    five * (c0 + l) * (m + .integer(3)), atMost: five * c0 * root + five * c0 * s + fifteen * c0 + five * q + fifteen * root
                ),
                NonnegativeQuantity(rest)
            )
        },
        .everywhere(
            "(md)^{-4/7} Y <= sqrt(1 + 4/q) for m >= d^2.4, log(m/gamma) <= q^2",
            LogBox(LemmaB9Domain.root(from: 500), LemmaB9Domain.excess, LogInterval("log(m/gamma)/q^2", from: 0, to: 1))
        ) { x in
            let d = LemmaB9Domain.dimension(x[0]), m = LemmaB9Domain.leastWidth(x[0]) * x[1]
            let inner: RangeWithSlopes = .integer(4) * m * .sqrt(d * .sqrt(d) * x[2])
            let y: RangeWithSlopes = .sqrt(m * d + inner) / .pow(m * d, .ratio(4, 7))
            return Inequality(y, atMost: .sqrt(.integer(1) + .integer(4) / .fourthRoot(d)))
        },
        .everywhere("and (md)^{-4/7} <= 1", LogBox(LogInterval("md", from: 1, to: .infinity))) { x in
            Inequality(.integer(1) / .pow(x[0], .ratio(4, 7)), atMost: .integer(1))
        },
    ]

    // MARK: their sum

    private static let total: [CheckedLine] = [
        .identity(
            "the bounds add up to b + C0 (A + 5 s), b = 5 q + 15 sqrt q + (3/2)(1 + sqrt q) X + sqrt(1 + 4/q), A = 17 + (3/2) X + 5 sqrt q"
        ) {
            let q = ExactScalar.positive("q"), s = ExactScalar.positive("s"), c0 = ExactScalar.nonnegative("C0")
            let root: ExactScalar = .sqrt(q), five = ExactScalar.integer(5), fifteen = ExactScalar.integer(15)
            let flipped: ExactScalar = .ratio(3, 2) * (.integer(1) + c0 + root) * x(q)
            let third = five * c0 * root + five * c0 * s + fifteen * c0 + five * q + fifteen * root
            return (c0 + flipped + third + .sqrt(.integer(1) + .integer(4) / q) + c0, budget(q: q, s: s, c0: c0))
        },
        .everywhere(
            "for C0 <= 1, with s <= q/sqrt(log 4): at most 50 q",
            LogBox(fourthRoot, LemmaB9Domain.smallC0, LogInterval("s sqrt(log 4)/q", from: 0, to: 1))
        ) { x in
            let s: RangeWithSlopes = x[2] * x[0] / .sqrt(.log(.integer(4)))
            return Inequality(budget(q: x[0], s: s, c0: x[1]) / x[0], atMost: .integer(50))
        },
        .certified(
            "for C0 >= 1, where C0^2 s is the right side's Cbar C0 sqrt(log m): C0 (A + 5 s) <= C0^2 s + A^2/(2s) + 25 s/2, the "
                + "difference being (C0 s - A)^2/(2s) + (s/2)(C0 - 5)^2"
        ) {
            let c0 = ExactScalar.positive("C0"), s = ExactScalar.positive("s"), a = ExactScalar.positive("A")
            let twice: ExactScalar = .integer(2) * s
            return (
                Inequality(c0 * (a + .integer(5) * s), atMost: c0 * c0 * s + a * a / twice + .ratio(25, 2) * s),
                NonnegativeQuantity(.integer(1) / twice) * .square(c0 * s - a)
                    + NonnegativeQuantity(s / .integer(2)) * .square(c0 - .integer(5))
            )
        },
        .everywhere(
            "b + A^2/(2s) + 25 s/2 with s^2 >= 2.4 log d = 9.6 log q below A^2 and s <= q/sqrt(log 4) in the last term: at most 50 q",
            LogBox(fourthRoot)
        ) { x in
            let q = x[0]
            let a = linear(q)
            let least: RangeWithSlopes = .sqrt(.ratio(48, 5) * .log(q))
            let most: RangeWithSlopes = q / .sqrt(.log(.integer(4)))
            return Inequality((constant(q) + a * a / (.integer(2) * least) + .ratio(25, 2) * most) / q, atMost: .integer(50))
        },
    ]

    /// q = d^{1/4} >= 500^{1/4}.
    private static var fourthRoot: LogInterval { LogInterval("d^(1/4)", from: Ball.fourthRoot(Ball(500)).lower, to: .infinity) }

    /// X = q^{-2/5} sqrt(1 + 4/q).
    private static func x<Scalar: BoundScalar>(_ q: Scalar) -> Scalar { .sqrt(.integer(1) + .integer(4) / q) / .pow(q, .ratio(2, 5)) }

    /// A, what multiplies C0, but for 5 s.
    private static func linear<Scalar: BoundScalar>(_ q: Scalar) -> Scalar {
        .integer(17) + .ratio(3, 2) * x(q) + .integer(5) * .sqrt(q)
    }

    /// b, what is free of C0.
    private static func constant<Scalar: BoundScalar>(_ q: Scalar) -> Scalar {
        let flipped: Scalar = .ratio(3, 2) * (.integer(1) + .sqrt(q)) * x(q)
        return .integer(5) * q + .integer(15) * .sqrt(q) + flipped + .sqrt(.integer(1) + .integer(4) / q)
    }

    private static func budget<Scalar: BoundScalar>(q: Scalar, s: Scalar, c0: Scalar) -> Scalar {
        constant(q) + c0 * (linear(q) + .integer(5) * s)
    }
}
