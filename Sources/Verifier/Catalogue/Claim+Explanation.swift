// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

extension Claim {
    /// The claim for a reader: statement, hypotheses, how it is checked, what each verdict would mean.
    public var explanation: String {
        let verdicts = verdictMeanings.map { "  \($0.0.rawValue): \($0.1)" }
        return """
            \(id)  \(place)

            \(indented(statement + "."))
            Assumed: \(hypotheses.isEmpty ? "nothing beyond the setting (Section 2)" : hypotheses).

            How it is checked
            \(indented(howChecked))
            \(verdicts.isEmpty ? "" : "What a verdict would mean\n" + verdicts.joined(separator: "\n") + "\n")
            """
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    }

    /// The right-hand side that a run compares with, where the claim has an explicit one.
    public var bounded: BoundedClaim? { BoundedClaim(rawValue: id) }

    private var howChecked: String {
        switch method {
        case "exact law" where kind == .uniform:
            """
            The quantity's law is known exactly (a binomial tail, by rotation invariance). The probability of violation is
            enclosed in ball arithmetic and compared with gamma; a number of draws is made beside it, for the quantile.
            """
        case "exact law":
            """
            The law is known: the probability is enclosed in ball arithmetic, down to tails of 1e-300, and compared with what
            the claim allows, over a grid of its domain and, where an argument covers it, over all of it.
            """
        case "exact moments":
            "The moments are known in closed form; they are enclosed in ball arithmetic and compared with the bound."
        case "exact supremum":
            """
            The ball is a product of balls, one a neuron, so that the supremum over W is a sum of suprema, each in closed form:
            every draw gives the supremum itself, and every W of the ball is covered.
            """
        case "attack and certificate":
            """
            Each draw gives a W of the ball that attains a value, and a certificate that no W goes beyond another. A draw
            violates the claim if the attained value is beyond the bound, satisfies it if the certified value is not, and is
            undecided in between.
            """
        case "attack":
            "Adversaries choose W in the ball after the draw; what the strongest of them forces is reported. No certificate."
        case "ball arithmetic":
            """
            Both sides are evaluated in ball arithmetic over boxes of the parameters' logarithms, divided until each is decided,
            with a checked argument for what is unbounded; a refutation comes with the simplest witness found.
            """
        case "experiment": "By repeating the experiment; not by this program's verifier or audit."
        default: "By an argument that is written out and evaluated at random instances; a refutation comes with a witness."
        }
    }

    private var verdictMeanings: [(Verdict, String)] {
        switch kind {
        case .uniform:
            let beyond = bounded?.direction == .lower ? "below" : "above"
            let probability = id == "3.2/1" ? "10 gamma" : "gamma"
            return [
                (.refuted, "with probability more than \(probability) over the draw, some W of the ball takes the quantity \(beyond) the bound."),
                (.holds, "with probability at least 1 - \(probability) over the draw, no W of the ball does, at this (d, m, gamma, ...)."),
                (.consistent, "attacks go beyond the bound in at most a share \(probability) of the draws, and certificates do not exclude more."),
                (.inconclusive, "the trial budget ended before the probability could be told from \(probability)."),
            ]
        case .sure:
            return [
                (.refuted, "a draw and a W were found that contradict it."),
                (.holds, "every draw made was certified for every W of the ball."),
                (.proved, "an argument, itself checked, covers every case."),
            ]
        case .probability:
            return [
                (.refuted, "at some parameters of its domain the exact probability (or moment) exceeds what it says."),
                (.holds, "it is true at every point of the stated grid, by exact probabilities."),
                (.proved, "it is true over the whole stated domain."),
            ]
        case .deterministic, .existence:
            return [
                (.refuted, "it fails at the witness given, inside the stated domain\(kind == .existence ? ", for every constant up to the ceiling" : "")."),
                (.proved, "it is true over the whole stated domain, in rigorous arithmetic."),
                (.inconclusive, "the subdivision reached its limit before every box was decided."),
            ]
        case .experiment: return []
        }
    }
}
