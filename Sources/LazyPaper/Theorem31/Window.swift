// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule
internal import Support

/// Where the window d^2.4 <= m <= C4 exp(d^0.24) of Theorem 3.1 holds no m.
///
/// With t = log d it is empty exactly where h(t) = 2.4 t - e^{0.24 t} > log C4. h is concave, with its maximum 10 log 10 - 10 = 13.0259 at
/// t = log(10)/0.24, so the empty dimensions are one interval, none for C4 >= exp(10 log 10 - 10) = 4.54e5.
public struct WindowRow: Sendable, Hashable, Codable {
    public let c4: Double
    /// The real dimensions between which the window is empty; absent where it never is. `emptyFrom` is 1 where it is empty at d = 1
    /// already.
    public let emptyFrom: Double?
    public let emptyTo: Double?

    /// - Precondition: c4 > 0 and finite.
    public init(c4: Double) {
        precondition(c4 > 0 && c4.isFinite)
        self.c4 = c4
        let level = Double.log(c4)
        let top = Double.log(10) / 0.24
        let h = { (t: Double) in 2.4 * t - Double.exp(0.24 * t) }
        guard h(top) > level else {
            emptyFrom = nil
            emptyTo = nil
            return
        }
        emptyFrom = h(0) > level ? 1 : Double.exp(Self.crossing(from: 0, to: top) { h($0) > level })
        var end = 2 * top
        while h(end) > level { end *= 2 }
        emptyTo = Double.exp(Self.crossing(from: top, to: end) { h($0) <= level })
    }

    /// The point between `a`, where `holds` is false, and `b`, where it is true, at which it changes.
    private static func crossing(from a: Double, to b: Double, _ holds: (Double) -> Bool) -> Double {
        Bisection.bracket(from: a, to: b, times: 200, where: holds).after
    }
}

extension WindowRow {
    /// The window as a function of C4.
    public static func rows(_ c4: [Double] = [1e-6, 0.001, 0.1, 1, 10, 1000, 100_000, 500_000]) -> [WindowRow] {
        c4.map(WindowRow.init)
    }
}
