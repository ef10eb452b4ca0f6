// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// 3.1/d+: along m = d^2.4 the sharper bounds certify a flip from some d on.
extension Claim {
    static let claim31dSharp = Claim(
        "3.1/d+", place: "for Theorem 3.1: assembled from the sharper constants", kind: .deterministic,
        statement: """
            With F, G and D the right-hand sides of B.5/1+ at 9 gamma/10, B.7/1+ at gamma/20 and B.9/1+ at gamma/20, R = C1/sqrt d:
            D < G and 2 F/(G - D) <= C1/sqrt d with C1 = 16, so that with probability >= 1-gamma, for all W, the step of length
            2F/(G - D) <= 16/sqrt d along the gradient flips the sign
            """,
        domain: "gamma = 0.05, C0 = 1, d >= 2 10^6, d^2.4 <= m <= 1.0001 d^2.4 (d^2.4 rounded up is such an m)",
        subject: .described("2 F/(G - D) against C1/sqrt d", .upper), failing: .none,
        check: .balls("The condition is enclosed over the unbounded box of d and m/d^2.4."),
        decidedBy: .proof(Theorem31SharpAssembly.step))
}

enum Theorem31SharpAssembly {
    private static let c1 = 16
    private static let first = 2e6

    static let step = CheckedArgument(
        proof: [
            .argument(
                "three events, in all gamma: |f(x)| <= F, ||grad f(x)|| >= G, ||grad f(x+delta) - grad f(x)|| <= D for ||delta|| <= "
                    + "C1/sqrt d, for all W; f(x) >= 0, else take -a. With rho = 2F/(G - D) <= C1/sqrt d and delta = -rho grad "
                    + "f(x)/||grad f(x)||, the mean of <grad f, delta> over [x, x+delta] is at most -rho ||grad f(x)|| + rho D, so "
                    + "f(x+delta) <= F - rho (G - D) = -F < 0"),
            .argument(
                "B.7/1+ has chi^2_n >= n u with u >= 1 - 2 sqrt(t/n), t = log(16/(3 gamma/20)), from which its u is iterated upward: over "
                    + "C1 sqrt d the condition follows from the last line, whose right-hand side has this in the place of u"),
            .argument(
                "and D, as u = sqrt(2t/(m v + 2t)), v = 2 phi + P/2, makes t/(u sqrt m) = sqrt(t v/2 + t^2/m) and u <= b = sqrt(t/(0.3184 "
                    + "m T)), phi u sqrt m <= sqrt(t phi): D <= (1/c) (sqrt(t v/2 + t^2/m) + e^{bV} (phi C0 + e^{b^2/2} sqrt(t phi)) + "
                    + "e^{bV} P (C0 + e^{b^2/2} sqrt m (0.399 + b/4))), its own t"),
            .argument(
                "there T/eta <= q = sqrt(3 m T/(d-1)) sqrt(2 log(2m)) (1 + sqrt(2 log(2m/gamma)/d)), eta <= e/sqrt(2 log(2m) (1 - 1/d)), "
                    + "n/sqrt(d-2) <= sqrt(d+1): with l = log(1+q), t <= d (l + (1/2) log(4 + 2l) + (log(2.51 sqrt(d+1)) + "
                    + "log(4/gamma))/(d-1))"),
            .everywhere("tau = sqrt(2 log(2m)/d) < 1 in B.9/1+: 2 log(2m) <= d", box) { x in
                let p = part(x)
                return Inequality(.integer(2) * .log(.integer(2) * p.m), atMost: p.d)
            },
            .everywhere(
                "K/n = log(1 + T/eta) >= 9, as T/eta >= sqrt(3 m T/(d-1)) sqrt(2 log(2m)) sqrt(1 - 1/d) there; so 1/c <= "
                    + "sqrt(22/21)", box
            ) { x in
                let p = part(x)
                return Inequality(.exp(.integer(9)), atMost: stretch(p, x[1]) * .sqrt(.integer(1) - .integer(1) / p.d))
            },
            .everywhere(
                "with these: 2F/C1 + (D + C0 A + J)/sqrt d <= sqrt((1/2 - sqrt(t/(2m))) (1 - 1/d) (1 - 2 sqrt(t/(d-1)))) for every d >= 2 "
                    + "10^6, C1 = 16", box
            ) { condition($0) },
        ],
        method: "branch and bound, unbounded box",
        note: "The paper's own constants certify a flip from d = 1e24 on (3.1/d). Other gamma, C0 and widths are in the frontier.")

    private static let box = LogBox(LogInterval("d", from: first, to: .infinity), LogInterval("m/d^2.4", from: 1, to: 1.0001))

    /// The arguments at d and m/d^2.4, gamma/20.
    private static func part<Scalar: BoundScalar>(_ x: [Scalar]) -> Arguments<Scalar> {
        let d = x[0], constant: Scalar = .integer(c1)
        return Arguments(
            d: d, m: x[1] * .pow(d, .ratio(12, 5)), gamma: .ratio(1, 400), c0: .integer(1), c1: constant, radius: constant / .sqrt(d),
            epsilon: .ratio(1, 2))
    }

    private static func condition<Scalar: BoundScalar>(_ x: [Scalar]) -> Inequality<Scalar> {
        let d = x[0], one: Scalar = .integer(1), root: Scalar = .sqrt(d)
        let part = part(x)
        var most = part
        most.gamma = .ratio(9, 200)
        let t: Scalar = .logRatio(.integer(16), .integer(3) * part.gamma)
        let change = SharpB7.projectedGradientChange(part, slab: part.logOverGamma(4), rest: t).value
        let value: Scalar = .integer(2) * SharpB5.functionValue(most).value / .integer(c1)
        let size = SharpB5.halfFromBelow(part.m, t) * (one - one / d) * (one - .integer(2) * .sqrt(t / (d - one)))
        return Inequality(value + difference(part, x[1]) + change / root, atMost: .sqrt(size))
    }

    /// T.
    private static func tangent<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Scalar {
        p.radius / .sqrt(.integer(1) - p.radius * p.radius)
    }

    /// T/e sqrt(2 log(2m)) = sqrt(3 m T/(d-1)) sqrt(2 log(2m)), m T/(d-1) written as C1 (m/d^2.4) d^{9/10}/((1 - 1/d) sqrt(1 - R^2)):
    /// each factor stays away from 0.
    private static func stretch<Scalar: BoundScalar>(_ p: Arguments<Scalar>, _ width: Scalar) -> Scalar {
        let one: Scalar = .integer(1), cosine: Scalar = .sqrt(one - p.radius * p.radius)
        let square: Scalar = .integer(3 * c1) * width * .pow(p.d, .ratio(9, 10)) / ((one - one / p.d) * cosine)
        return .sqrt(square) * .sqrt(.integer(2) * .log(.integer(2) * p.m))
    }

    /// What the proof puts in the place of D/sqrt d: sums of products of powers, whose trends show over an unbounded box.
    private static func difference<Scalar: BoundScalar>(_ p: Arguments<Scalar>, _ width: Scalar) -> Scalar {
        let one: Scalar = .integer(1), two: Scalar = .integer(2), tangent = tangent(p), root: Scalar = .sqrt(p.d)
        let l: Scalar = .log(one + stretch(p, width) * (one + .sqrt(two * p.logWidthOverGamma(2) / p.d)))
        let rest: Scalar = (.log(.ratio(251, 100) * .sqrt(p.d + one)) + p.logOverGamma(4)) / (p.d - one)
        let share: Scalar = l + .log(.integer(4) + two * l) / two + rest
        let reach: Scalar = .sqrt((p.d - one) * tangent / (.integer(3) * p.m))
        let phi: Scalar = .ratio(199, 625) * (tangent + reach / .sqrt(two * .log(two * p.m) * (one - one / p.d)))
        let slabs: Scalar = .ratio(399, 500) * (p.v + p.v * .sqrt(one + tangent * tangent) + reach)
        let most: Scalar = .sqrt(p.d * share / (.ratio(199, 625) * p.m * tangent))
        let size: Scalar = .exp(most * most / two), scale: Scalar = .exp(most * p.v)
        let net: Scalar = .sqrt(share * phi + share * slabs / .integer(4) + share * share * p.d / p.m)
        let flips: Scalar = scale * (phi * p.c0 / root + size * .sqrt(share * phi))
        let near: Scalar = scale * slabs * (p.c0 / root + size * .sqrt(p.m / p.d) * (.ratio(399, 1000) + most / .integer(4)))
        return .sqrt(.ratio(22, 21)) * (net + flips + near)
    }
}
