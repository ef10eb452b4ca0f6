// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

extension Claim {
    /// The verdicts that this claim can be given, each with what it would mean, in the order of `Verdict`. Empty for an experiment.
    public var verdictMeanings: [(verdict: Verdict, meaning: String)] {
        let own =
            switch meanings {
            case .general: general
            case .own(let meanings): meanings
            }
        return Verdict.allCases.compactMap { verdict in own[verdict].map { (verdict, $0) } }
    }

    private var general: [Verdict: String] {
        switch (kind, allowedFailure) {
        case (.experiment, _): [:]
        case (.deterministic, _): deterministic
        case (.probability, .gamma(_, let failure)): quantile(failure)
        case (.probability, .none): number
        case (.uniform, .none), (.existence, .none): sure
        case (.uniform, .gamma(_, let failure)), (.existence, .gamma(_, let failure)): uniform(failure)
        }
    }

    /// ``quantityText`` as a sentence's subject.
    private var subject: String { (quantityText.hasPrefix("number of ") ? "the " : "") + quantityText }

    /// What it is for the claim to fail, said of ``quantityText``.
    private var fails: String {
        switch sense {
        case .upper: "exceeds its bound"
        case .lower: "falls below its bound"
        case .identity: "differs from what is claimed"
        case .empty: "is not empty"
        }
    }

    /// With probability at least 1 - failure, for every W.
    private func uniform(_ failure: String) -> [Verdict: String] {
        let event = "\(subject) \(fails)"
        var result: [Verdict: String] = [:]
        if check.method != .attack {
            result[.proved] = "An argument, itself checked, gives the claim at all parameters that meet the hypotheses (audit)."
        }
        switch check.method {
        case .exactLaw, .exactMoments:
            result[.refuted] =
                "At the parameters shown, by its exact law, \(event) with probability more than \(failure) over the "
                + "draw of (W0, a)."
            result[.holds] = "At the parameters shown, by its exact law, \(event) with probability at most \(failure)."
            result[.inconclusive] = "The enclosure of the exact probability contains \(failure) at the highest precision tried."
        case .argument, .ballArithmetic:
            result[.refuted] =
                "At the parameters shown, a rigorous lower bound of the probability that \(event) is more than "
                + "\(failure)."
            result[.consistent] = "Nothing tried contradicts it, and the argument does not cover the rest."
        case .exactSupremum, .bracket, .attack, .experiment:
            result[.refuted] =
                "At the parameters shown, \(event) with probability more than \(failure) over the draw of (W0, a): in "
                + "a run, to its error rate, by counting values that are attained, not estimated; in the audit also by a rigorous "
                + "lower bound of that probability."
            result[.inconclusive] = "The trial budget ended before the probability that \(event) could be told from \(failure)."
            if check.method != .attack {
                result[.holds] =
                    "At the parameters shown, \(event) with probability at most \(failure), to the run's error rate: on "
                    + "each draw counted as satisfied, no choice made after the draw goes beyond the bound."
            }
            if check.method != .exactSupremum {
                result[.consistent] =
                    "What the attacks reach is beyond the bound in at most a share \(failure) of the draws; that a "
                    + "stronger attack is beyond it more often is not excluded."
            }
        }
        return result
    }

    /// For every draw and every choice made after it.
    private var sure: [Verdict: String] {
        var result: [Verdict: String] = [
            .refuted: "An instance was exhibited at which \(subject) \(fails): a draw with a W of the ball, or a network with an "
                + "input and a step. It can be replayed.",
            .proved: "An argument, itself checked, covers every draw and every choice made after it.",
        ]
        if check.method == .argument {
            result[.consistent] = "No instance tried contradicts it, and the argument does not cover the rest."
        } else {
            result[.holds] =
                "On each draw made it is certain, for every W of the ball, that the claim is not violated. Draws not made "
                + "are not spoken of."
        }
        return result
    }

    /// A quantile of one law, at a stated failure probability.
    private func quantile(_ failure: String) -> [Verdict: String] {
        [
            .refuted: "At the parameters shown, which meet the hypotheses, \(subject) \(fails) with probability more than "
                + "\(failure); the exact probability stands beside it.",
            .holds: "At every point of the grid tried, \(subject) \(fails) with probability at most \(failure), by its exact law.",
            .inconclusive: "The enclosure of the exact probability contains \(failure) at the highest precision tried.",
            .proved: "The same at all parameters that meet the hypotheses, by an argument whose steps are checked.",
        ]
    }

    /// A probability, moment or variance as a number.
    private var number: [Verdict: String] {
        [
            .refuted:
                "At the parameters shown, which meet the hypotheses, \(subject) \(fails); its exact value stands beside the bound.",
            .holds: "At every point of the grid tried the claim is true, by exact values of \(subject).",
            .inconclusive: "The enclosures of both sides overlap at the highest precision tried.",
            .proved: "The claim is true at all parameters that meet the hypotheses, by an argument whose steps are checked.",
        ]
    }

    /// An inequality or identity among parameters.
    private var deterministic: [Verdict: String] {
        let side =
            switch sense {
            case .upper: "the left-hand side is greater than the right-hand side"
            case .lower: "the left-hand side is less than the right-hand side"
            case .identity, .empty: "the two sides differ"
            }
        return [
            .refuted: "At the witness shown, which meets every hypothesis, \(side), by the margin shown. On what part of the domain "
                + "the claim is true is said beside it.",
            .inconclusive: "The subdivision or the precision reached its limit before every part of the domain was decided.",
            .proved: "The claim is true at all parameters that meet the hypotheses, in rigorous arithmetic.",
        ]
    }
}
