// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// What a paper says in one place, as one value: a numbered statement, a displayed step of a proof, or a repair of one.
///
/// This is the only account of it: lists, explanations, the audit, every report and all JSON print what stands here. A claim records what
/// is said, not whether it is true: that is what a run finds out.
public struct Claim: Sendable {
    /// `B.7/1`: stable, used by reports and JSON. A repair carries the ID of the claim that it repairs and `*`.
    public let id: String
    /// Where it stands in the paper, or what a repair serves.
    public let place: String
    /// What sort of thing it says.
    public let kind: Kind
    /// The mathematics in plain ASCII, understood from the setting alone. Line breaks are meant.
    public let statement: String
    /// The stated domain in words: what is assumed beyond the setting.
    public let domain: String
    /// What is said, and of what.
    public let subject: Subject
    /// The failure probability that the claim allows itself.
    public let allowedFailure: AllowedFailure
    /// How it is checked.
    public let check: CheckDescription
    /// What each verdict would mean.
    public let meanings: VerdictMeanings
    /// The same in Coq, where it is held.
    public let coq: CoqProof?
    /// How the audit decides it over its whole domain.
    public let decision: Decision
    /// Claims that may stand in its place where it is refuted.
    public let repairs: [Claim]

    /// Every account of the claim, each as the property of its name; `failing` is ``allowedFailure``, `means` ``meanings``, `decidedBy`
    /// ``decision``.
    ///
    /// - Precondition: a quantity that is an event has a claim of kind `probability` that allows no failure, and no other quantity has.
    public init(
        _ id: String, place: String, kind: Kind, statement: String, domain: String, subject: Subject,
        failing allowedFailure: AllowedFailure,
        check: CheckDescription, means meanings: VerdictMeanings = .general, coq: CoqProof? = nil, decidedBy decision: Decision,
        repairs: [Claim] = []
    ) {
        if case .measured(let measurement) = subject {
            precondition(
                (measurement.quantity.extremum == .event) == (kind == .probability && allowedFailure == .none),
                "the bound of an event's probability allows no failure besides")
        }
        (self.id, self.place, self.kind, self.statement, self.domain) = (id, place, kind, statement, domain)
        (self.subject, self.allowedFailure, self.check, self.meanings) = (subject, allowedFailure, check, meanings)
        (self.coq, self.decision, self.repairs) = (coq, decision, repairs)
    }

    /// A repair: verified by draws too where it has a subject of its own, an explicit right-hand side on a quantity.
    public static func repair(
        _ id: String, place: String, kind: Kind, statement: String, domain: String, sense: Sense = .upper,
        failing allowedFailure: AllowedFailure = .none, measuring subject: Subject? = nil, check: CheckDescription,
        coq: CoqProof? = nil, decidedBy decision: Decision
    ) -> Claim {
        Claim(
            id, place: place, kind: kind, statement: statement, domain: domain,
            subject: subject ?? .described("the left-hand side", sense),
            failing: allowedFailure,
            check: check, coq: coq, decidedBy: decision)
    }

    /// Whether this stands in the place of another claim.
    public var isRepair: Bool { id.hasSuffix("*") }

    /// In a few words, what is compared with the bound.
    public var quantityText: String {
        switch subject {
        case .measured(let measurement): measurement.quantity.title
        case .described(let text, _): text
        }
    }

    /// How the quantity is said to stand to its bound.
    public var sense: Sense {
        switch subject {
        case .measured(let measurement):
            switch measurement.quantity.extremum.direction {
            case .upper: .upper
            case .lower: .lower
            }
        case .described(_, let sense): sense
        }
    }

    /// This claim where a run can verify it by draws; nil where it has no explicit right-hand side on a quantity.
    public var measured: MeasuredClaim? { MeasuredClaim(self) }
}

extension Claim: Hashable {
    public static func == (a: Claim, b: Claim) -> Bool { a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What a claim speaks of.
public enum Subject: Sendable {
    /// A quantity that draws measure, against an explicit right-hand side.
    case measured(Measurement)
    /// In a few words, what is compared with the bound, and how it is said to stand to it.
    case described(String, Sense)

    /// A quantity, its bound, and its law where that is known.
    public static func measured(_ quantity: any Quantity, bound: any Formula, law: KnownLaw) -> Subject {
        .measured(Measurement(quantity: quantity, formula: bound, law: law))
    }
}

/// A quantity against an explicit right-hand side.
public struct Measurement: Sendable {
    /// What draws measure.
    public let quantity: any Quantity
    /// The right-hand side and its hypotheses.
    public let formula: any Formula
    /// The probability of a violation, where it is known.
    public let law: KnownLaw
    public let parameters: ClaimParameters

    public init(quantity: any Quantity, formula: any Formula, law: KnownLaw, parameters: ClaimParameters = ClaimParameters()) {
        self.quantity = quantity
        self.formula = formula
        self.law = law
        self.parameters = parameters
    }
}

/// What verdicts mean for a claim.
public enum VerdictMeanings: Sendable {
    /// The wording of its kind.
    case general
    /// Its own, verdict by verdict.
    case own([Verdict: String])
}

/// How the audit decides a claim.
public enum Decision: Sendable {
    /// By a proof, a law or a counterexample: no draws are made.
    case proof(any Proof)
    /// By draws at the cells of the plan: never more than `holds`.
    case draws
    /// By draws of its own.
    case study(any Study)
}

/// Decides a claim over its whole stated domain. The same finding at every call, on any thread.
public protocol Proof: Sendable {
    /// - Throws: where recorded data that it rests on cannot be read.
    func finding() throws -> Finding
}

/// Decides a claim by draws of its own. The same finding on any number of threads.
public protocol Study: Sendable {
    /// - Parameter threads: at least 1.
    /// - Throws: what its draws throw.
    func finding(threads: Int) async throws -> Finding
}
