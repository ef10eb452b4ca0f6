// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds

/// Laws of one normal variable z ~ N(0, 1), and of the largest of many events.
public enum NormalLaws {
    /// P(|z| <= t) = erf(t / sqrt 2), t >= 0.
    public static func strip(_ t: Ball) -> Ball { .erf(t / .sqrt(.integer(2))) }

    /// P(|z| > t) = erfc(t / sqrt 2), t >= 0.
    public static func outside(_ t: Ball) -> Ball { .erfc(t / .sqrt(.integer(2))) }

    /// P(some of m independent events of probability q occurs) = 1 - (1 - q)^m.
    ///
    /// Where m q is tiny the difference would cancel: there m q - (m q)^2 / 2 <= P <= m q (Bonferroni).
    public static func anyOf(_ m: Int, _ q: Ball) -> Ball {
        if q.isZero { return .integer(0) }
        let expected = .integer(m) * q
        if expected.isCertainlyLess(than: .exp(.integer(-60))) {
            return .hull(expected - expected * expected / .integer(2), expected)
        }
        let none = .integer(1) - q
        guard none.isCertainlyPositive else { return .hull(.integer(0), .integer(1)) }
        return .integer(1) - .exp(.integer(m) * .log(none))
    }

    /// E|z|^q = 2^{q/2} Gamma((q+1)/2) / sqrt(pi), q >= 0.
    public static func absoluteMoment(_ q: Int) -> Ball {
        .exp(.ratio(q, 2) * .log(.integer(2)) + .logGamma(.ratio(q + 1, 2))) / .sqrt(.pi)
    }
}
