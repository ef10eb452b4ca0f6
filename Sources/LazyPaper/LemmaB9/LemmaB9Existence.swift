// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover
internal import RealModule
internal import Support

/// B.9/2: the bound of B.9/1 is o(sqrt d) on d^2.4 <= m <= C4 exp(d^0.24), and from which d on it is below sqrt(d)/4.
enum LemmaB9Existence {
    /// Natural logarithms of d, at C0 = C1 = C4 = 1: from here on the bound is at most sqrt(d)/4 for every m of the window, and for m =
    /// d^2.4.
    ///
    /// Found in Double and rounded up to a tenth; the proof shows them, and that 0.2 less does not do.
    static let windowThreshold = threshold { wholeWindow(logD: $0) }
    static let widthThreshold = threshold { leastWidth(logD: $0) }

    static let step = CheckedArgument(
        proof: proof,
        method: "branch and bound, unbounded box",
        note: note)

    private static var note: String {
        let log10 = Double.log(10)
        return "c = 1/4, C0 = C1 = C4 = 1: from d = 10^\(shortText(windowThreshold / log10)) on over the whole window; "
            + "at its lower edge m = d^2.4 from d = 10^\(shortText(widthThreshold / log10)) on. "
            + "The window itself is empty for 2 <= d <= 2.97e6 (see the frontier). At its upper edge the bound falls like "
            + "d^-0.005 against sqrt d."
    }

    private static var proof: [CheckedLine] {
        let whole = windowThreshold, edge = widthThreshold
        return [
            .everywhere(
                "for log d >= \(shortText(whole)): (9 (d^2 (d^0.24 + log d)^2 sqrt(log(d)/d))^{1/4} + 327 d^{1/4})/sqrt "
                    + "d + 15 sqrt d log(md)/sqrt m <= 1/4, m >= d^2.4",
                box(whole)
            ) { x in Inequality(ratio(x, logMD: upperEdge(x[0])), atMost: .ratio(1, 4)) },
            .everywhere(
                "and the same times d^{1/250} stays below its bound there, so the quotient goes to 0: any c "
                    + "> 0 is reached", box(whole)
            ) { x in
                let start: RangeWithSlopes = .ratio(1, 4) * .exp(.ratio(1, 250) * RangeWithSlopes(constant: Ball(exactly: whole)))
                return Inequality(ratio(x, logMD: upperEdge(x[0])) * .pow(x[0], .ratio(1, 250)), atMost: start)
            },
            .argument("C0 and C1 multiply the terms, and log C4 is added to log m: constants change from where on, not the limit"),
            .number("a log d smaller by 0.2 does not do at m = exp(d^0.24)") { exceeds(whole - 0.2, upperEdge) },
            .everywhere(
                "for log d >= \(shortText(edge)) and m = "
                    + "d^2.4: at most 1/4", LogBox(LogInterval("d", logLower: edge, logUpper: .infinity))
            ) { x in
                Inequality(ratio([x[0], .integer(1)], logMD: lowerEdge(x[0])), atMost: .ratio(1, 4))
            },
            .number("a log d smaller by 0.2 does not do at m = d^2.4") { exceeds(edge - 0.2, lowerEdge) },
        ]
    }

    private static func box(_ logD: Double) -> LogBox {
        LogBox(LogInterval("d", logLower: logD, logUpper: .infinity), LogInterval("m/d^2.4", from: 1, to: .infinity))
    }

    /// log(md) at m = exp(d^0.24).
    private static func upperEdge<Scalar: BoundScalar>(_ d: Scalar) -> Scalar { .pow(d, .ratio(6, 25)) + .log(d) }
    /// log(md) at m = d^2.4.
    private static func lowerEdge<Scalar: BoundScalar>(_ d: Scalar) -> Scalar { .ratio(17, 5) * .log(d) }

    /// The three terms of B.9/1 over sqrt d; log(md) of the first at its own bound, of the second at m = d^2.4 excess.
    private static func ratio<Scalar: BoundScalar>(_ x: [Scalar], logMD: Scalar) -> Scalar {
        let d = x[0], root: Scalar = .sqrt(d)
        let m: Scalar = .pow(d, .ratio(12, 5)) * x[1]
        let first: Scalar = .integer(9) * .sqrt(logMD) * .sqrt(.fourthRoot(.log(d) / d))
        let second: Scalar = .integer(15) * (.log(m) + .log(d)) * root / .sqrt(m)
        return first + second + .integer(327) / .fourthRoot(d)
    }

    private static func exceeds(_ logD: Double, _ logMD: (Ball) -> Ball) -> Bool? {
        let d = Ball.exp(Ball(exactly: logD))
        // Without its second term, which is positive.
        let first = Ball(9) * .sqrt(logMD(d)) * .sqrt(.fourthRoot(.log(d) / d))
        return Ball.ratio(1, 4).isLess(than: first + Ball(327) / .fourthRoot(d))
    }

    private static func wholeWindow(logD t: Double) -> Double { terms(t, logMD: Double.exp(0.24 * t) + t) }
    private static func leastWidth(logD t: Double) -> Double { terms(t, logMD: 3.4 * t) }

    /// The same in Double, by logarithms: d itself is beyond its range.
    private static func terms(_ t: Double, logMD: Double) -> Double {
        9 * Double.sqrt(logMD) * Double.exp(0.125 * (Double.log(t) - t)) + 15 * 3.4 * t * Double.exp(-0.7 * t) + 327 * Double.exp(-t / 4)
    }

    /// The t from which on `f` stays at most 1/4: the last crossing on [1, 2000], on a grid of step 1, then by bisection.
    private static func threshold(_ f: (Double) -> Double) -> Double {
        var low = 2000.0
        while low > 1, f(low) <= 0.25 { low -= 1 }
        let first = Bisection.bracket(from: low, to: low + 1, times: 60) { f($0) <= 0.25 }.after
        return (first * 10 + 0.01).rounded(.up) / 10
    }
}
