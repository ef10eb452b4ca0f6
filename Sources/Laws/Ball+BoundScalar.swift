// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds

/// A right-hand side is evaluated in ball arithmetic by the line that evaluates it in Double: every requirement is a function of Ball's.
extension Ball: BoundScalar {
    public static func decimal(_ text: String) -> Ball { Ball(text) ?? Ball.sqrt(Ball(-1)) }
}
