// SPDX-License-Identifier: GPL-3.0-or-later

public import Verifier

/// A right-hand side for a terminal: its value, its terms, its hypotheses.
public enum BoundText {
    public static func text(of bound: BoundValue) -> String {
        var text = "\(bound.claim)  \(bound.direction == "lower" ? ">=" : "<=") \(Digits.text(bound.value, 10))\n"
        text += "  at \(parameters(of: bound))\n"
        let terms = TextTable(
            columns: [.init(title: "  term", isNumber: false), .init(title: "value", isNumber: true)],
            rows: bound.terms.map { ["  " + $0.name, Digits.text($0.value, 10)] })
        text += terms.plain
        for condition in bound.hypotheses { text += "  \(condition.holds ? "holds" : "FAILS"): \(condition.text)\n" }
        if bound.value.isInfinite { text += "  no bound here: a radicand is negative\n" }
        if bound.vacuous { text += "  vacuous: \(bound.trivial)\n" }
        return text
    }

    /// An expression's value at a point, its rounding error and its terms.
    public static func text(_ value: ExpressionValue) -> String {
        let nothing =
            value.value.isInfinite ? "beyond the largest Double, or divided by 0" : "a root or logarithm of a negative number, or 0/0"
        let error =
            value.roundingError.map { "rounding error at most \(Digits.text($0, 2))" }
            ?? (value.value.isFinite ? "whose rounding error is not known" : "undefined: \(nothing)")
        let shown = value.value.isNaN ? "nan" : Digits.text(value.value, 17)
        let terms = TextTable(
            columns: [.init(title: "  term", isNumber: false), .init(title: "value", isNumber: true)],
            rows: value.terms.map { ["  " + $0.name, Digits.text($0.value, 10)] })
        return "\(shown), \(error)\n" + (value.terms.count > 1 ? terms.plain : "")
    }

    /// `d = 784, m = 100000, gamma = 0.05, C0 = 10`: all that the claim depends on.
    static func parameters(of bound: BoundValue) -> String {
        let optional = [("C0", bound.c0), ("C1", bound.c1), ("R", bound.radius), ("eps", bound.epsilon)]
        return
            (["d = \(bound.d)", "m = \(bound.m)", "gamma = \(Digits.text(bound.gamma, 16))"]
            + optional.compactMap { name, value in value.map { "\(name) = \(Digits.text($0, 7))" } }).joined(separator: ", ")
    }
}
