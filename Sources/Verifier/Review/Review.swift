// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims

/// One lemma at one point of the parameters: what is found there of each of its statements and of each line of its proof.
///
/// The object that `lemmacheck review --json` prints.
public struct Review: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/review/1"

    /// The point, every parameter as it was used.
    public struct Point: Sendable, Hashable, Codable {
        public var d: Int
        public var m: Int
        public var gamma: Double
        public var c0: Double
        public var c1: Double
        public var radius: Double
        public var epsilon: Double

        init(_ p: Parameters) {
            (d, m, gamma, c0, c1, radius, epsilon) = (p.d, p.m, p.gamma, p.c0, p.c1, p.radius, p.epsilon)
        }
    }

    public var schema = Review.schema
    /// "Lemma B.7", or the claim's ID where one alone is reviewed.
    public var subject: String
    /// The command that repeats the review.
    public var command: String
    public var point: Point
    /// The statements that draws and laws decide, run at the point.
    public var run: RunResult
    /// Every claim of the lemma, repairs of those that do not stand and sharpened bounds included, in the paper's order.
    public var steps: [ReviewStep]
    /// Of the claims that are refuted at the point: a draw and a W that violate each.
    public var witnesses: [Witness]
    /// What may be pasted into a report on the paper.
    public var paragraph: String
}

/// One claim of a review: what it says at the point, what the audit finds of its whole domain, and the two reconciled in words.
public struct ReviewStep: Sendable, Hashable, Codable {
    /// How the claim stands at the point.
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        case holds
        case fails
        /// Neither is shown.
        case open
        /// The point is outside the claim's domain.
        case outside
        /// Proved over its domain without a number that the point would give: an argument about every W, or about a constant.
        case general
    }

    /// What the standing at the point rests on.
    public enum Basis: String, Sendable, Hashable, Codable {
        /// The claim's inequality, both sides enclosed at the point.
        case inequality
        /// The run of its cell at the point, by its law or by draws.
        case run
        /// Its proof over the whole domain: there is no number to evaluate.
        case proof
        /// Nothing at the point.
        case none
    }

    /// The claim's ID.
    public var id: String
    /// Where it stands in the paper.
    public var place: String
    /// What it says.
    public var statement: String
    /// On what domain.
    public var domain: String
    /// How it stands at the point.
    public var here: Standing
    /// What that rests on.
    public var basis: Basis
    /// The inequality at the point, where it is evaluated.
    public var evaluation: PointEvaluation?
    /// PASS, FAIL or OPEN over the whole domain, as the audit has it; absent where it decides by draws of its own.
    public var outcome: ClaimOutcome?
    /// The audit's verdict; absent as `outcome` is.
    public var verdict: Verdict?
    /// Who has checked the lines of the audit's verdict.
    public var assurance: Assurance?
    /// Where the audit refutes it.
    public var witness: Counterexample?
    /// Both in words.
    public var text: String

    /// The statement on one line.
    public var statementLine: String { statement.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
