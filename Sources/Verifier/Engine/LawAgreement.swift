// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Laws
internal import Statistics

/// A cell whose draws cannot come from the law that is known of it: one of the two is wrong, and with it any verdict.
public struct LawContradiction: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cell, in words.
    public let cell: String
    /// How many draws were made.
    public let trials: Int
    /// How many of them violate the claim.
    public let violations: Int
    /// Of how many that is not known.
    public let undecided: Int
    /// Limits of the exact probability of a violation (for a claim about an event, of the event).
    public let lower: Double
    /// The upper one.
    public let upper: Double
    /// Whether the claim is about an event, which violations count.
    public let isOfEvent: Bool

    /// One line: the cell, `256 of 256 draws violate the claim, whose exact probability of violation is 0`, and what that means.
    public var description: String {
        let counts = undecided == 0 ? "\(violations) of \(trials) draws" : "\(violations) of \(trials) draws (\(undecided) undecided)"
        let event =
            isOfEvent
            ? "the event happens in \(counts), and its exact probability \(probability)"
            : "\(counts) violate the claim, whose exact probability of violation \(probability)"
        return "internal contradiction at \(cell): \(event); chance gives this in less than a share \(shortText(LawAgreement.rate)) of "
            + "runs, so that the law or the draws are wrong"
    }

    private var probability: String {
        let (low, high) = (shortText(lower), shortText(upper))
        return low == high ? "is \(low)" : "lies in [\(low), \(high)]"
    }
}

/// Holds the law of a cell and its trials against each other.
///
/// Let p be the probability that a draw violates the claim (for a claim about an event, that of the event), which the law encloses in
/// [a, b]. Of n independent draws K violate, K ~ Binomial(n, p). The trials know K up to the draws that they leave undecided:
/// k <= K <= l = k + undecided, for k of them exhibit a violation and n - l are certified to be none. As P(K >= k) rises with p and
/// P(K <= l) falls,
///
///     P(K >= k) <= P(Bin(n, b) >= k),   P(K <= l) <= P(Bin(n, a) <= l),
///
/// the tails at that end of the enclosure which suits the count best. If law and trials are right, either side is below t with
/// probability at most t at any one n. With t = ``rate`` / (2 cells looks), where `cells` of the run have a law and the trials of this
/// one may end at any of `looks` numbers n, a union bound over sides, cells and numbers leaves the whole run at most ``rate``.
enum LawAgreement {
    /// The probability that a run in which everything is right ends with a contradiction, at most.
    static let rate = 1e-9

    /// - Parameters:
    ///   - cells: the cells of the run that have a law, at least 1.
    ///   - looks: at how many numbers of trials this cell's may have ended: 1 where that does not depend on the draws.
    /// - Throws: ``LawContradiction``.
    static func check(_ prepared: PreparedCell, _ judge: CellJudge, cells: Int, looks: Int) throws(LawContradiction) {
        guard let law = prepared.law else { return }
        let exact = unitInterval(law.left)
        // A trial whose value overflowed may have been anything.
        let count = judge.violations...(judge.violations + judge.undecided + judge.overflowed)
        let plausibility = BinomialPlausibility.twoSided(successes: count, trials: judge.trials, probability: exact)
        guard plausibility * Double(cells) * Double(looks) < rate else { return }
        throw LawContradiction(
            cell: prepared.cell.description, trials: judge.trials, violations: judge.violations, undecided: judge.undecided,
            lower: exact.lowerBound, upper: exact.upperBound, isOfEvent: prepared.cell.claim.quantity.extremum == .event)
    }

    /// What an enclosure says of a probability.
    static func unitInterval(_ enclosure: Enclosure) -> ClosedRange<Double> {
        let lower = Double.minimum(1, Double.maximum(0, enclosure.lower))
        return lower...Double.maximum(lower, Double.minimum(1, enclosure.upper))
    }
}
