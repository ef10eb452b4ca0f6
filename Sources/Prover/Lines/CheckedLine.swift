// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
public import Claims
internal import Laws

/// One line of a proof that the program checks: its text, and how.
public struct CheckedLine: Sendable {
    let text: String
    /// What the line is worth where it passes.
    let standing: Evidence.Standing
    /// Runs the check; a remark (how many boxes, say) where it passes, nil where it does not.
    let run: @Sendable () -> String?
    /// Random points of what the line speaks of, where that is a box.
    let probe: RandomSearch?

    public init(_ text: String, _ standing: Evidence.Standing, probe: RandomSearch? = nil, run: @escaping @Sendable () -> String?) {
        self.text = text
        self.standing = standing
        self.probe = probe
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
        CheckedLine(text, .shown, probe: RandomSearch(box, sides)) {
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

    /// Two expressions that are equal wherever both are defined and the quantities `given` are positive: their difference reduces to 0
    /// (``ExactScalar``).
    public static func identity(
        _ text: String, given positive: @escaping @Sendable () -> [ExactScalar] = { [] },
        _ sides: @escaping @Sendable () -> (ExactScalar, ExactScalar)
    ) -> CheckedLine {
        CheckedLine(text, .shown) {
            ExactScalar.assuming(positive: positive()) {
                let (lhs, rhs) = sides()
                return isZero(lhs - rhs) ? "exact" : nil
            }
        }
    }

    /// lhs <= rhs wherever both are defined and the quantities `given` are positive: rhs - lhs is equal to a quantity that is made of
    /// squares and of products that are at least 0.
    public static func certified(
        _ text: String, given positive: @escaping @Sendable () -> [ExactScalar] = { [] },
        _ sides: @escaping @Sendable () -> (Inequality<ExactScalar>, NonnegativeQuantity)
    ) -> CheckedLine {
        CheckedLine(text, .shown) {
            ExactScalar.assuming(positive: positive()) {
                let (sides, rest) = sides()
                return isZero(sides.rhs - sides.lhs - rest.value) ? "exact" : nil
            }
        }
    }

    /// A line that needs no computation: the definition or the monotonicity it names.
    public static func argument(_ text: String) -> CheckedLine { CheckedLine(text, .argued) { "" } }

    private static func isZero(_ x: ExactScalar) -> Bool { x.isDefined && x.isZero }
}
