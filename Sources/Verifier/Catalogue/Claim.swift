// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// What the paper says in one place: a numbered statement, or a displayed step of a proof.
///
/// A claim records what is said, not whether it is true: that is what a run finds out.
public struct Claim: Sendable, Hashable {
    /// What sort of thing is said, which decides who can check it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A lemma's or corollary's own statement: with a stated probability over the draw of (W0, a), for every W of the ball.
        case statement
        /// A proof step about a supremum over the ball (or over sets of neurons): for every draw, or with a stated probability.
        case uniform
        /// A probability, a moment or a quantile of one law, in which no W is chosen after the draw.
        case probability
        /// An inequality or identity among the parameters alone.
        case deterministic
        /// "There is a constant".
        case existence
        /// What was observed in an experiment.
        case experiment
    }

    /// How the quantity is said to stand to its bound.
    public enum Sense: Sendable, Hashable {
        /// quantity <= bound.
        case upper
        /// quantity >= bound.
        case lower
        /// quantity = value.
        case identity
        /// A set of neurons said to be empty.
        case empty
    }

    /// `B.7/1`: stable, used by reports and JSON.
    public let id: String
    /// Where it stands in the paper.
    public let place: String
    /// The mathematics in plain ASCII, understood from the setting of Section 2 alone. Line breaks are meant.
    public let statement: String
    /// What is assumed beyond the setting of Section 2, or ``noHypotheses``.
    public let hypotheses: String
    /// What is compared with the bound, in a few words.
    public let quantity: String
    /// The argument of `lemmacheck sample` that prints raw values of ``quantity``, where there is one.
    public let sampleQuantity: String?
    public let kind: Kind
    /// How it is checked, in a few words for a table.
    public let method: String
    /// How it is checked, in a sentence or two.
    public let checked: String
    public let sense: Sense
    /// The failure probability that the claim allows itself, `gamma`; nil where it allows none: a statement about every draw, about a
    /// number, or about a probability itself.
    public let allowedFailure: String?
    /// What verdicts mean for this claim, where the general wording for its kind would not do.
    let meanings: [Verdict: String]

    /// ``hypotheses`` of a claim that assumes nothing more.
    public static let noHypotheses = "none beyond the setting"

    init(
        _ id: String, _ place: String, _ kind: Kind, _ quantity: String, sample: SampleQuantity? = nil, _ check: Check,
        if hypotheses: String = noHypotheses, sense: Sense = .upper, failing allowedFailure: String? = nil,
        means meanings: [Verdict: String] = [:], _ statement: String
    ) {
        (self.id, self.place, self.kind, self.quantity) = (id, place, kind, quantity)
        (method, checked, sampleQuantity) = (check.method, check.text, sample?.rawValue)
        (self.hypotheses, self.statement, self.sense, self.meanings) = (hypotheses, statement, sense, meanings)
        self.allowedFailure = allowedFailure
    }

    /// The lemma's name, `B.7` of `B.7/1`.
    public var lemma: String { String(id.prefix { $0 != "/" }) }

    /// The right-hand side that a run compares with, where the claim has an explicit one.
    public var bounded: BoundedClaim? { BoundedClaim(rawValue: id) }

    /// How a claim is checked: a method's name for a table column, and what is done.
    struct Check {
        let method: String
        let text: String
    }
}

extension Claim.Check {
    /// A probability or quantile whose law is known in closed form.
    static func law(_ text: String) -> Self {
        Self(method: "exact law", text: text + " Enclosed in ball arithmetic, so that no verdict hangs on rounding or on draws.")
    }

    /// Moments known in closed form.
    static func moments(_ text: String) -> Self { Self(method: "exact moments", text: text) }

    /// A supremum over the ball in closed form, draw by draw; `argument`, where there is one, is the audit's for all parameters.
    static func supremum(_ text: String, beside argument: String? = nil) -> Self {
        Self(method: "exact supremum", text: text + (argument.map(audit) ?? ""))
    }

    private static func audit(_ argument: String) -> String { " In the audit, beside it: \(argument)." }

    /// A bracket of a supremum, draw by draw; `argument`, where there is one, is the audit's without a draw.
    static func bracket(_ text: String, beside argument: String? = nil) -> Self {
        Self(
            method: "attack and certificate",
            text: text + " A draw violates the claim if the attained value is beyond the bound, satisfies it if the certified value is "
                + "not, and is undecided in between." + (argument.map(audit) ?? ""))
    }

    /// Adversaries alone.
    static func attack(_ text: String) -> Self { Self(method: "attack", text: text) }

    /// Rigorous comparison over a whole domain.
    static func balls(_ text: String) -> Self { Self(method: "ball arithmetic", text: text) }

    /// An argument with checked steps.
    static func argument(_ text: String) -> Self { Self(method: "argument", text: text) }

    /// A repetition of the paper's experiment.
    static func experiment(_ text: String) -> Self { Self(method: "experiment", text: text) }

    /// An inequality over a domain of real parameters.
    static let boxes = balls(
        "Both sides are enclosed over boxes of the logarithms of the parameters, subdivided until each box is decided, with a checked "
            + "argument for the unbounded tail; a failure is reported by its simplest witness, integers where the parameter is one.")
}
