// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Statistics

/// Decides a cell from its trials, one after another, by two confidence sequences: for P(violates) and for
/// P(violates or undecided). Each is valid at every number of trials at once, so that stopping when the verdict is final
/// costs no error.
public struct CellJudge: Sendable {
    /// The probability of failure that the claim allows: gamma, or the right-hand side of a claim about a probability.
    /// 0 for a sure claim, which one violation refutes.
    public let allowed: Double
    /// The trials after which a sure claim, whose every trial was certified, holds.
    public let sureTrials: Int
    private let sequence: BetaBinomialSequence
    /// Trials recorded.
    public private(set) var trials = 0
    /// Those that violate the bound.
    public private(set) var violations = 0
    /// Those whose bracket contains the bound.
    public private(set) var undecided = 0
    /// Trials without a finite value: with one of them the cell stays `inconclusive`.
    public private(set) var overflowed = 0
    /// The verdict, once no further trial can change it.
    public private(set) var final: Verdict?

    /// - Parameters:
    ///   - allowed: in [0, 1).
    ///   - alpha: the error probability of each of the two sequences, in (0, 1).
    ///   - sureTrials: how many certified trials decide a sure claim, at least 1.
    public init(allowed: Double, alpha: Double, sureTrials: Int = 256) throws {
        precondition(allowed >= 0 && allowed < 1 && sureTrials >= 1)
        self.allowed = allowed
        self.sureTrials = sureTrials
        sequence = try BetaBinomialSequence.tuned(alpha: alpha, target: allowed > 0 ? allowed : 0.01)
    }

    /// The judge after trials of which only their number is known, as if all had been made before it was asked.
    ///
    /// - Precondition: `violations` and `undecided` are not negative, their sum at most `trials`, and that below 2^53.
    func counting(violations: Int, undecided: Int, trials: Int) -> CellJudge {
        precondition(violations >= 0 && undecided >= 0 && violations <= trials && undecided <= trials - violations)
        var judge = self
        (judge.violations, judge.undecided, judge.trials) = (violations, undecided, trials)
        (judge.overflowed, judge.final) = (0, nil)
        judge.final = trials == 0 ? nil : judge.decision()
        return judge
    }

    /// Takes the status of the next trial. A final verdict stays, whatever comes after it.
    public mutating func record(_ status: TrialStatus) {
        trials += 1
        switch status {
        case .violates: violations += 1
        case .undecided: undecided += 1
        case .overflowed: overflowed += 1
        case .satisfied: break
        }
        final = final ?? decision()
    }

    private func decision() -> Verdict? {
        if overflowed > 0 { return .inconclusive }
        if allowed == 0 {
            if violations > 0 { return .refuted }
            if trials < sureTrials { return nil }
            return undecided == 0 ? .holds : .consistent
        }
        // The share of violations only has to be compared with `allowed`: the sequence excludes it or does not.
        if excludes(violations) {
            if share(violations) > allowed { return .refuted }
            if excludes(violations + undecided) {
                return share(violations + undecided) < allowed ? .holds : .consistent
            }
        }
        return nil
    }

    private func share(_ count: Int) -> Double { Double(count) / Double(trials) }

    private func excludes(_ count: Int) -> Bool { sequence.excludes(allowed, successes: count, trials: trials) }

    /// The verdict if no further trial is made.
    public var verdict: Verdict {
        if let final { return final }
        // Not refuted, and violations are known to be rare enough: what keeps it from `holds` is the undecided share.
        let isRare = allowed > 0 && trials > 0 && excludes(violations) && share(violations) < allowed
        return isRare ? .consistent : .inconclusive
    }

    /// Limits for the probability of violation: from below for P(violates), from above for P(violates or undecided).
    public var limits: Limits {
        Limits(
            lower: sequence.limits(successes: violations, trials: trials).lower,
            upper: sequence.limits(successes: violations + undecided, trials: trials).upper)
    }
}
