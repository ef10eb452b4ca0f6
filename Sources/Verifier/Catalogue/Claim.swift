// SPDX-License-Identifier: GPL-3.0-or-later

/// What the paper says in one place: a numbered statement, or a displayed step of a proof.
///
/// A claim records what is said, not whether it is true.
public struct Claim: Sendable, Hashable {
    /// What sort of statement it is, which decides how it can be checked.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Of a random draw and every W of its ball, with a failure probability.
        case uniform
        /// Of a probability or a moment whose law is known.
        case probability
        /// An inequality among the parameters alone.
        case deterministic
        /// Of every draw and every W, without exception.
        case sure
        /// "There is a constant".
        case existence
        /// What was observed in an experiment.
        case experiment
    }

    /// `B.7/1`: stable, used by reports and JSON.
    public let id: String
    /// Where it stands in the paper.
    public let place: String
    /// The mathematics, in plain text.
    public let statement: String
    /// What is assumed beyond the setting of Section 2; empty if nothing is.
    public let hypotheses: String
    /// What is measured, in a few words.
    public let quantity: String
    public let kind: Kind
    /// How it is checked, in a few words for a table.
    public let method: String

    init(
        _ id: String, _ place: String, _ kind: Kind, _ quantity: String, _ method: String, if hypotheses: String = "",
        _ statement: String
    ) {
        (self.id, self.place, self.kind, self.quantity, self.method) = (id, place, kind, quantity, method)
        (self.hypotheses, self.statement) = (hypotheses, statement)
    }

    /// The lemma's name, `B.7` of `B.7/1`.
    public var lemma: String { String(id.prefix { $0 != "/" }) }
}
