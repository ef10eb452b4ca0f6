// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// What sort of statement a step is, and with it who decides it.
public enum StepKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// An inequality or identity between numbers, over a whole domain.
    case deterministic
    /// A probability or an expectation of one law, against a bound.
    case probability
    /// A supremum over the ball, for a draw.
    case uniform
    /// "There is a constant".
    case existence
    /// What the paper observed of trained networks.
    case experiment
}

/// What the audit shows of a step, and no more.
public enum AuditVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// Rigorous over the whole stated domain.
    case proved
    /// A counterexample inside the stated domain, verified in ball arithmetic or beyond the run's error rate; of an experiment, networks
    /// that contradict it under the rule that its row states.
    case refuted
    /// Holds at every tried cell: the exact probability, or every trial certified.
    case holds
    /// Nothing contradicts it, and nothing closes it.
    case consistent
    /// Undecided when the budget ended.
    case inconclusive
}

/// A statement of the paper or of its repair, before anybody has judged it.
public struct AuditStep: Sendable, Hashable, Codable {
    /// "B.9/e"; a repair carries the ID of the step that it repairs and "*".
    public let id: String
    public let kind: StepKind
    /// The statement in the paper's notation.
    public let statement: String
    /// Where it stands in the paper, or what a repair serves.
    public let place: String
    /// The stated domain in words.
    public let domain: String

    public init(id: String, kind: StepKind, statement: String, place: String, domain: String) {
        self.id = id
        self.kind = kind
        self.statement = statement
        self.place = place
        self.domain = domain
    }

    /// The lemma that the step belongs to: "B.9" of "B.9/e*".
    public var lemma: String { String(id.prefix { $0 != "/" }) }
}

/// A counterexample, or the point that an existence claim names: parameters as printed, and both sides there.
public struct Witness: Sendable, Hashable, Codable {
    public struct Parameter: Sendable, Hashable, Codable {
        public let name: String
        /// The value exactly as it was evaluated: "5", "0.1", "1e-30".
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public let parameters: [Parameter]
    /// Both sides, rounded to nearest from enclosures that decide the comparison.
    public let lhs: Double
    public let rhs: Double
    /// By how much the claim fails: a lower bound of lhs - rhs.
    public let excess: Double

    public init(_ parameters: [Parameter], lhs: Double, rhs: Double, excess: Double) {
        self.parameters = parameters
        self.lhs = lhs
        self.rhs = rhs
        self.excess = excess
    }

    /// "d = 5, m = 58: 9.36 > 7.616".
    public var text: String {
        parameters.map { "\($0.name) = \($0.value)" }.joined(separator: ", ") + ": \(shortText(lhs)) > \(shortText(rhs))"
    }
}

/// Where in its domain a step fails: a table of the region's boundary.
public struct BoundaryTable: Sendable, Hashable, Codable {
    public let caption: String
    public let columns: [String]
    public let rows: [[String]]

    public init(caption: String, columns: [String], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

/// One line of the argument behind a verdict, and how well it stands.
public struct Evidence: Sendable, Hashable, Codable {
    public enum Standing: String, Sendable, Hashable, Codable {
        /// Shown in ball or integer arithmetic, over the whole of what it says.
        case shown
        /// An algebraic identity or reduction, derived in the text, checked at random points.
        case sampled
        /// An argument in words: a definition, a monotonicity, an elementary inequality.
        case argued
        /// The check did not succeed: nothing is concluded from it.
        case failed
    }

    public let text: String
    public let standing: Standing

    public init(_ text: String, _ standing: Standing) {
        self.text = text
        self.standing = standing
    }
}

/// A step with its verdict: what the audit prints, one row a step.
public struct AuditRow: Sendable, Hashable {
    public let step: AuditStep
    public let verdict: AuditVerdict
    /// How it was decided, in a few words.
    public let method: String
    public var witness: Witness?
    /// The exact probability, or its nearest double, at the witness or the cell that decides.
    public var probability: Double?
    public var gamma: Double?
    /// What a reader should know beside the verdict: on which part it is proved, whether the statement that it serves survives.
    public var note: String
    public var evidence: [Evidence]
    public var boundary: BoundaryTable?
    /// The IDs of its repairs, rows of their own; empty where none was needed or none was found (the note says what was tried).
    public var repairs: [String]

    public init(
        _ step: AuditStep, _ verdict: AuditVerdict, method: String, witness: Witness? = nil, probability: Double? = nil,
        gamma: Double? = nil, note: String = "", evidence: [Evidence] = [], boundary: BoundaryTable? = nil, repairs: [String] = []
    ) {
        self.step = step
        self.verdict = verdict
        self.method = method
        self.witness = witness
        self.probability = probability
        self.gamma = gamma
        self.note = note
        self.evidence = evidence
        self.boundary = boundary
        self.repairs = repairs
    }

    public var id: String { step.id }
}

/// Four significant digits, in the fewest characters: "0", "9.355", "58", "1e6", "2.276e-4".
package func shortText(_ x: Double) -> String {
    guard x.isFinite, x != 0 else { return x == 0 ? "0" : "\(x)" }
    var exponent = Int(Double.log10(x.magnitude).rounded(.down))
    // In two factors: 10^-exponent overflows for subnormal numbers.
    var digits = (x.magnitude * Double.exp10(Double(-exponent) / 2) * Double.exp10(3 - Double(exponent) / 2)).rounded()
    if digits >= 10_000 { (digits, exponent) = (1000, exponent + 1) }
    let sign = x < 0 ? "-" : ""
    guard (-3...5).contains(exponent) else { return sign + trimmed(digits / 1000) + "e\(exponent)" }
    return sign + (exponent >= 3 ? "\(Int(digits) * Int(Double.exp10(Double(exponent - 3))))" : trimmed(digits / Double.exp10(Double(3 - exponent))))
}

private func trimmed(_ x: Double) -> String { x == x.rounded() ? "\(Int(x))" : "\(x)" }
