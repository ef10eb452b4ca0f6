// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

extension Ball {
    public static func + (a: Ball, b: Ball) -> Ball { map(a, b, lc_ball_add) }
    public static func - (a: Ball, b: Ball) -> Ball { map(a, b, lc_ball_sub) }
    public static func * (a: Ball, b: Ball) -> Ball { map(a, b, lc_ball_mul) }
    /// Indeterminate where `b` contains 0.
    public static func / (a: Ball, b: Ball) -> Ball { map(a, b, lc_ball_div) }
    public static prefix func - (a: Ball) -> Ball { a.map(lc_ball_neg) }

    /// Indeterminate where `x` has a negative member.
    public static func sqrt(_ x: Ball) -> Ball { x.map(lc_ball_sqrt) }
    /// Indeterminate where `x` has a member <= 0.
    public static func log(_ x: Ball) -> Ball { x.map(lc_ball_log) }
    public static func exp(_ x: Ball) -> Ball { x.map(lc_ball_exp) }
    /// x^y for x > 0; integer and half-integer `y` also where `x` may be 0 or negative.
    public static func pow(_ x: Ball, _ y: Ball) -> Ball { map(x, y, lc_ball_pow) }
    public static func max(_ a: Ball, _ b: Ball) -> Ball { map(a, b, lc_ball_max) }
    public static func min(_ a: Ball, _ b: Ball) -> Ball { map(a, b, lc_ball_min) }

    /// log(1 + x), accurate near 0.
    public static func log1p(_ x: Ball) -> Ball { x.map(lc_ball_log1p) }
    /// exp(x) - 1, accurate near 0.
    public static func expm1(_ x: Ball) -> Ball { x.map(lc_ball_expm1) }
    public static func abs(_ x: Ball) -> Ball { x.map(lc_ball_abs) }
    public static func sin(_ x: Ball) -> Ball { x.map(lc_ball_sin) }
    public static func cos(_ x: Ball) -> Ball { x.map(lc_ball_cos) }
    public static func asin(_ x: Ball) -> Ball { x.map(lc_ball_asin) }
    public static func acos(_ x: Ball) -> Ball { x.map(lc_ball_acos) }
    public static func atan(_ x: Ball) -> Ball { x.map(lc_ball_atan) }
    /// The floor; where it is not decided, a ball over all candidates.
    public static func floor(_ x: Ball) -> Ball { x.map(lc_ball_floor) }
    /// The ceiling; where it is not decided, a ball over all candidates.
    public static func ceil(_ x: Ball) -> Ball { x.map(lc_ball_ceil) }
}
