// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

/// A real ball [mid - rad, mid + rad]: an enclosure of a real number, in Arb's arithmetic.
///
/// The invariant of every operation: if each operand holds the real number it stands for, so does the result. A value outside
/// a function's real domain, or a ball that is not wholly inside it, gives an indeterminate ball, which is not finite and
/// compares as undecided with everything. Exponents are unbounded: 1e-300 is an ordinary number, exp(-1e9) too.
///
/// **Precision** is carried by the value. A maker (``ratio(_:_:)``, ``init(exactly:)``, ``pi``, ...) takes it from
/// ``precision``, a task-local set by ``withPrecision(_:_:)``; an operation works at the larger precision of its operands,
/// on whatever thread it runs. To raise the precision of a comparison, make its operands anew: ``decide(upTo:_:)`` does it.
///
/// Source: F. Johansson, Arb: efficient arbitrary-precision midpoint-radius interval arithmetic, doi:10.1109/TC.2017.2690633.
public struct Ball: Sendable {
    /// Owns one handle of the shim.
    ///
    /// Sendable, unchecked by the compiler since the handle is a raw pointer, but proved: `handle` is a `let`, the memory
    /// behind it is written only by the shim function that makes it, before this object exists; every other shim function
    /// takes it const and Arb's functions write to no input; it is freed in `deinit`, when no other reference is left.
    final class Storage: @unchecked Sendable {
        let handle: OpaquePointer

        init(owning handle: OpaquePointer) { self.handle = handle }

        deinit { lc_ball_free(handle) }
    }

    let storage: Storage

    /// Takes ownership of a handle that a shim function has just made. The shim returns null for unreadable text alone.
    init(owning handle: OpaquePointer?) {
        guard let handle else { preconditionFailure("the shim returned no ball") }
        storage = Storage(owning: handle)
    }

    /// What `read` makes of the handle, which lives at least as long as the call: a bare `storage.handle` would not keep it.
    func with<Result>(_ read: (OpaquePointer) -> Result) -> Result {
        withExtendedLifetime(storage) { read(storage.handle) }
    }

    /// The ball that a unary shim function makes.
    func map(_ function: (OpaquePointer) -> OpaquePointer?) -> Ball { with { Ball(owning: function($0)) } }

    /// What a binary shim function makes of two handles.
    static func with<Result>(_ a: Ball, _ b: Ball, _ read: (OpaquePointer, OpaquePointer) -> Result) -> Result {
        a.with { first in b.with { read(first, $0) } }
    }

    /// The ball that a binary shim function makes.
    static func map(_ a: Ball, _ b: Ball, _ function: (OpaquePointer, OpaquePointer) -> OpaquePointer?) -> Ball {
        with(a, b) { Ball(owning: function($0, $1)) }
    }

    /// The precision in bits that makers use: 128 unless ``withPrecision(_:_:)`` says otherwise.
    @TaskLocal public static var precision = 128

    /// Runs `body` with makers at `bits` of precision.
    ///
    /// - Precondition: 2 <= bits <= 2^24.
    public static func withPrecision<Result>(_ bits: Int, _ body: () throws -> Result) rethrows -> Result {
        precondition((2...(1 << 24)).contains(bits))
        return try $precision.withValue(bits, operation: body)
    }
}

extension Ball {
    /// p / q, exact where q = 1, else enclosed. `q` must not be 0.
    public static func ratio(_ p: Int, _ q: Int) -> Ball {
        precondition(q != 0)
        return Ball(owning: q == 1 ? lc_ball_from_int(p, precision) : lc_ball_from_ratio(p, q, precision))
    }

    /// The integer `n`, exactly.
    public init(_ n: Int) { self.init(owning: lc_ball_from_int(n, Ball.precision)) }

    /// The double `x`, exactly (0.1 becomes the binary fraction next to 1/10); indeterminate for nan.
    public init(exactly x: Double) { self.init(owning: lc_ball_from_double(x, Ball.precision)) }

    /// A ball that contains [lower, upper]; indeterminate unless lower <= upper.
    public init(lower: Double, upper: Double) { self.init(owning: lc_ball_from_interval(lower, upper, Ball.precision)) }

    /// The decimal number that `text` spells ("0.1", "1e-300", "[1.5 +/- 0.25]"), enclosed; nil where it spells none.
    public init?(_ text: String) {
        guard let handle = lc_ball_from_string(text, Ball.precision) else { return nil }
        self.init(owning: handle)
    }

    /// The smallest ball of `parts` that contains both: an enclosure of the convex hull.
    public init(hull a: Ball, _ b: Ball) { self = Ball.map(a, b, lc_ball_hull) }

    /// The circle's constant.
    public static var pi: Ball { Ball(owning: lc_ball_pi(precision)) }

    /// The same set, rounded outward to `bits`, which later operations work at.
    public func atPrecision(_ bits: Int) -> Ball {
        precondition(bits >= 2)
        return map { lc_ball_at_precision($0, bits) }
    }
}

extension Ball {
    /// The largest double at most every member; -infinity where there is none.
    public var lower: Double { with(lc_ball_lower) }
    /// The smallest double at least every member; infinity where there is none.
    public var upper: Double { with(lc_ball_upper) }
    /// The midpoint, rounded to nearest.
    public var midpoint: Double { with(lc_ball_midpoint) }
    /// The radius, rounded up.
    public var radius: Double { with(lc_ball_radius) }
    /// The precision in bits that operations on this ball work at.
    public var workingPrecision: Int { with(lc_ball_precision) }
    /// Whether midpoint and radius are finite; an indeterminate ball is not.
    public var isFinite: Bool { with(lc_ball_is_finite) != 0 }
    /// Whether the ball is a single finite number.
    public var isExact: Bool { with(lc_ball_is_exact) != 0 && isFinite }
    /// About log2(|mid| / rad): how many leading bits are known.
    public var accuracyBits: Int { with(lc_ball_accuracy_bits) }
    /// The lower end, rounded down to the ball's precision, as an exact ball.
    public var lowerEnd: Ball { map(lc_ball_lower_end) }
    /// The upper end, rounded up to the ball's precision, as an exact ball.
    public var upperEnd: Ball { map(lc_ball_upper_end) }

    /// The ends of the ball, given as exact balls: no member is outside.
    public var ends: (lower: Ball, upper: Ball) { (lowerEnd, upperEnd) }
}
