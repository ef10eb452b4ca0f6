// SPDX-License-Identifier: GPL-3.0-or-later

/// How a claim is checked, in a few words for a table.
public enum CheckMethod: String, Sendable, Hashable, CaseIterable {
    /// A law known in closed form, enclosed in ball arithmetic.
    case exactLaw = "exact law"
    /// Moments known in closed form.
    case exactMoments = "exact moments"
    /// A supremum over the ball in closed form, draw by draw.
    case exactSupremum = "exact supremum"
    /// A supremum bracketed between an attack and a certificate, draw by draw.
    case bracket = "attack and certificate"
    /// Adversaries alone: what they reach is a lower bound of the supremum.
    case attack
    /// A rigorous comparison over a whole domain.
    case ballArithmetic = "ball arithmetic"
    /// An argument in words with checked lines.
    case argument
    /// A repetition of the paper's experiment.
    case experiment
}

/// How a claim is checked: the method, and in a sentence or two what is done.
public struct CheckDescription: Sendable, Hashable {
    /// The method.
    public let method: CheckMethod
    /// What is done, in a sentence or two.
    public let text: String

    public init(_ method: CheckMethod, _ text: String) {
        self.method = method
        self.text = text
    }
}

extension CheckDescription {
    /// A probability or quantile whose law is known in closed form.
    public static func law(_ text: String) -> Self {
        Self(.exactLaw, text + " Enclosed in ball arithmetic, so that no verdict hangs on rounding or on draws.")
    }

    /// Moments known in closed form.
    public static func moments(_ text: String) -> Self { Self(.exactMoments, text) }

    /// A supremum over the ball in closed form, draw by draw; `argument`, where there is one, is the audit's for all parameters.
    public static func supremum(_ text: String, beside argument: String? = nil) -> Self {
        Self(.exactSupremum, text + beside(argument))
    }

    /// A bracket of a supremum, draw by draw; `argument`, where there is one, is the audit's without a draw.
    public static func bracket(_ text: String, beside argument: String? = nil) -> Self {
        Self(
            .bracket,
            text + " A draw violates the claim if the attained value is beyond the bound, satisfies it if the certified value is not, and "
                + "is undecided in between." + beside(argument))
    }

    /// Adversaries alone.
    public static func attack(_ text: String) -> Self { Self(.attack, text) }

    /// Rigorous comparison over a whole domain.
    public static func balls(_ text: String) -> Self { Self(.ballArithmetic, text) }

    /// An argument with checked lines.
    public static func argument(_ text: String) -> Self { Self(.argument, text) }

    /// A repetition of the paper's experiment.
    public static func experiment(_ text: String) -> Self { Self(.experiment, text) }

    /// An inequality over a domain of real parameters.
    public static let boxes = balls(
        "Both sides are enclosed over boxes of the logarithms of the parameters, subdivided until each box is decided, with a checked "
            + "argument for the unbounded tail; a failure is reported by its simplest witness, integers where the parameter is one.")

    private static func beside(_ argument: String?) -> String { argument.map { " In the audit, beside it: \($0)." } ?? "" }
}
