// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds
public import Claims
public import Laws

/// One line of a proof that the program checks: its text, and how.
public struct CheckedLine: Sendable {
    let text: String
    /// What the line is worth where it passes.
    let standing: Evidence.Standing
    /// Runs the check; a remark (how many boxes, say) where it passes, nil where it does not.
    let run: @Sendable () -> String?

    public init(_ text: String, _ standing: Evidence.Standing, run: @escaping @Sendable () -> String?) {
        self.text = text
        self.standing = standing
        self.run = run
    }

    public var evidence: Evidence {
        guard let remark = run() else { return Evidence(text, .failed) }
        return Evidence(remark.isEmpty ? text : "\(text) (\(remark))", standing)
    }

    /// lhs <= rhs on the whole box, by branch and bound (``BranchAndBound``), its precision doubled twice where it does not close.
    public static func everywhere(
        _ text: String, _ box: LogBox, _ sides: @escaping @Sendable ([RangeWithSlopes]) -> Inequality<RangeWithSlopes>
    ) -> CheckedLine {
        CheckedLine(text, .shown) {
            for bits in [96, 192, 384] {
                var engine = BranchAndBound()
                engine.precision = bits
                if case .proved(let boxes) = engine.prove(on: box, sides) { return "\(boxes) \(boxes == 1 ? "box" : "boxes")" }
            }
            return nil
        }
    }

    /// A comparison of numbers, decided in balls of rising precision.
    public static func number(_ text: String, _ question: @escaping @Sendable () -> Bool?) -> CheckedLine {
        CheckedLine(text, .shown) { Ball.decide(upTo: 1024, question) == true ? "" : nil }
    }

    /// A fact that the working precision decides.
    public static func fact(_ text: String, _ holds: @escaping @Sendable () -> Bool) -> CheckedLine {
        CheckedLine(text, .shown) { holds() ? "" : nil }
    }

    /// A fact in integer arithmetic.
    public static func integer(_ text: String, _ question: @escaping @Sendable () -> Bool) -> CheckedLine {
        CheckedLine(text, .shown) { question() ? "" : nil }
    }

    /// An identity, or lhs <= rhs, at `count` random points: the check of an algebraic reduction that the text derives.
    ///
    /// At 256 bits both sides of an identity must agree to 2^-150 of their size; an inequality must not certainly fail.
    public static func sampled(
        _ text: String, count: Int = 64, equal: Bool, _ sides: @escaping @Sendable (inout SamplePoint) -> Inequality<Ball>?
    ) -> CheckedLine {
        CheckedLine(text, .sampled) {
            var point = SamplePoint(seed: 0xA0D1)
            var tried = 0, drawn = 0
            while tried < count {
                drawn += 1
                guard drawn < 1000 * count else { return nil }
                let sides = Ball.withPrecision(256) { sides(&point) }
                guard let sides else { continue }
                tried += 1
                guard agrees(sides, equal: equal) else { return nil }
            }
            return "\(count) random points"
        }
    }

    /// A line that needs no computation: the definition or the monotonicity it names.
    public static func argument(_ text: String) -> CheckedLine { CheckedLine(text, .argued) { "" } }

    private static func agrees(_ sides: Inequality<Ball>, equal: Bool) -> Bool {
        let (lhs, rhs) = (sides.lhs, sides.rhs)
        guard lhs.isFinite, rhs.isFinite else { return false }
        if !equal { return !rhs.isCertainlyLess(than: lhs) }
        let size = Ball.abs(lhs) + .abs(rhs)
        let tolerance = size / .pow(Ball(2), Ball(150))
        return lhs.overlaps(rhs) && Ball.abs(lhs - rhs).isCertainlyLessOrEqual(to: tolerance)
    }
}
