// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import Statistics

/// A cell made ready to be judged: its bound, the failure probability that it allows, and what is known without a trial.
struct PreparedCell: Sendable {
    let cell: Cell
    let bound: Double
    let inDomain: Bool
    let vacuous: Bool
    /// The probability that a draw violates the claim (for a claim about a probability, that one), held against what is allowed
    /// in ball arithmetic, where its law is known.
    let law: LawEvaluation?
    /// Whether `law` is a limit in law (``LimitInLaw``), which encloses that probability between 0 and what is paid for it.
    let isLimitedInLaw: Bool

    /// - Throws: ``ParameterError`` where the quantity or the law is not defined at the cell's parameters.
    init(_ cell: Cell) throws(ParameterError) {
        self.cell = cell
        let value = try BoundValue(cell.claim, at: cell.parameters)
        bound = value.value
        inDomain = value.inDomain
        vacuous = value.vacuous
        switch cell.claim.measurement.law {
        case .unknown:
            law = inDomain ? LimitInLaw.evaluation(of: cell, bound: bound) : nil
            isLimitedInLaw = law != nil
        case .known(let known):
            law = try known.evaluation(at: cell.parameters)
            isLimitedInLaw = false
        case .atLeast(let least):
            law = try least.evaluation(at: cell.parameters)?.asLowerBound
            isLimitedInLaw = false
        }
    }

    /// The probability of failure that the claim allows, in [0, 1).
    var allowed: Double { cell.claim.allowedProbability(bound: bound, gamma: cell.parameters.gamma) }

    /// At most so many trials are made, on any number of threads.
    ///
    /// A law needs none. Behind a known one a fixed number is made, for the quantile and to be held against the law; behind a limit in law
    /// a few are made, as far as they cost little, that search as far as they can.
    func trialLimit(_ entry: Plan.Entry, _ options: RunOptions) -> Int {
        let asked = entry.trials ?? options.maxTrials, lawful = 256, searched = 20
        guard lawVerdict != nil else { return asked }
        guard isLimitedInLaw else { return lawful }
        let cost = cell.claim.quantity.cost(options.sampler, at: cell.parameters)
        return cost.bytes > 1e9 ? 0 : Int(Double.minimum(Double(Swift.min(searched, asked)), 1e12 / cost.operations))
    }

    /// The cell's trial, its streams keyed by claim and cell, so that its draws do not depend on what else a run does.
    ///
    /// - Parameter purpose: draws other than a verdict's have streams of their own, by what they are for.
    func trial(_ options: RunOptions, purpose: String? = nil) throws -> any CellTrial {
        let p = cell.parameters
        let draws = Draws(
            seed: options.seed, generator: options.generator, sampler: options.sampler,
            claim: purpose.map { "\(cell.claim.id), \($0)" } ?? cell.claim.id, cell: cell.description, dimension: p.d, width: p.m)
        if isLimitedInLaw, let quantity = cell.claim.quantity as? any LimitedInLaw { return try quantity.trial(draws, at: p) }
        return try cell.claim.quantity.trial(draws, at: p, bound: bound)
    }

    /// The judge after trials until its verdict is final, at most `limit`; given up after every `patience` of them where the share of
    /// violations is not above what is allowed. That can miss a refutation, and calls nothing refuted.
    func judged(by fresh: CellJudge, _ trial: any CellTrial, limit: Int, patience: Int) throws -> CellJudge {
        var judge = fresh
        while judge.final == nil && judge.trials < limit {
            judge.record(status(try trial.bracket(UInt64(judge.trials))))
            let isHopeless = Double(judge.violations) <= judge.allowed * Double(judge.trials)
            if judge.trials % patience == 0 && isHopeless { break }
        }
        return judge
    }

    /// How a draw bears on the claim; of an event, whether it happened.
    func status(_ bracket: TrialBracket) -> TrialStatus {
        switch cell.claim.quantity.extremum {
        case .event: bracket.attained > 0 ? .violates : .satisfied
        case .supremum: bracket.status(upperBound: bound)
        case .infimum: bracket.status(lowerBound: bound)
        }
    }

    /// The verdict that the exact law gives, unless its enclosure contains the allowed probability.
    var lawVerdict: Verdict? {
        switch law?.outcome {
        case .satisfied: .holds
        case .violated: .refuted
        case .undecided, nil: nil
        }
    }

    /// - Parameter errorRate: the probability that the quantile's limits are wrong, of each cell by itself: no verdict rests on them.
    /// - Throws: `StatisticsError` where the values have no quantile.
    func result(judge: CellJudge, values: BracketValues, errorRate: Double, expected: Verdict?) throws -> RunResult.Cell {
        let shown = cell.shown, attained = values.attained
        let quantile = try quantile(of: attained, errorRate: errorRate)
        let medians = medians(of: values)
        let limits = judge.limits
        let probability =
            law.map { RunResult.Probability(lower: Swift.max(0, $0.left.lower), upper: Swift.min(1, $0.left.upper)) }
            ?? .init(lower: limits.lower, upper: limits.upper)
        let verdict = inDomain ? lawVerdict ?? judge.verdict : nil
        return RunResult.Cell(
            claim: cell.claim.id, d: shown.d, m: shown.m, gamma: shown.gamma, c0: cell.value(of: .c0), c1: cell.value(of: .c1),
            radius: cell.value(of: .radius), epsilon: cell.value(of: .epsilon), parameters: shown.own, inDomain: inDomain, vacuous: vacuous,
            bound: bound, method: method(of: values), evidence: lawVerdict == nil ? .trials : .law,
            trials: judge.trials,
            violations: judge.violations, undecided: judge.undecided, probability: probability,
            probabilityOf: cell.claim.assertion.probabilityOf, quantile: quantile,
            maximum: mostExtreme(attained), attained: medians?.attained, certified: medians?.certified, certifiedBy: medians?.by,
            slack: quantile.flatMap { slack(quantile: $0.value) },
            verdict: verdict, outcome: ClaimOutcome(verdict), expected: inDomain ? expected : nil,
            note: note(judge))
    }

    /// A bracket of which no trial had a certificate is an attack.
    private func method(of values: BracketValues) -> Method {
        if isLimitedInLaw { return .law }
        let method = cell.claim.quantity.method
        return method == .certified && values.count > 0 && !values.certified.contains(where: \.isFinite) ? .attack : method
    }

    private func note(_ judge: CellJudge) -> String? {
        if judge.overflowed > 0 { return "no finite value in \(judge.overflowed) of \(judge.trials) trials" }
        switch (cell.claim.measurement.law, law) {
        case (.atLeast, .some): return "by a lower bound of P(violates)"
        case (.atLeast, nil), (.known, _), (.unknown, _): return nil
        }
    }

    /// The medians of a bracketed quantity; the certified one by draws or, where that is less, in law at failure probability 1e-3.
    private func medians(of values: BracketValues) -> (attained: Double?, certified: Double?, by: RunResult.CertificateKind?)? {
        guard cell.claim.quantity.method == .certified else { return nil }
        let drawn = BracketValues.median(values.certified).flatMap { $0.isFinite ? $0 : nil }
        let inLaw = LimitInLaw.limit(of: cell, failing: 1e-3)
        let isLess = inLaw.map { $0 < drawn ?? .infinity } ?? false
        let certified = isLess ? inLaw : drawn
        return (BracketValues.median(values.attained), certified, certified == nil ? nil : isLess ? .law : .draws)
    }

    /// Of an event there is none.
    private func mostExtreme(_ attained: [Double]) -> Double? {
        switch cell.claim.quantity.extremum {
        case .event: nil
        case .supremum: attained.max()
        case .infimum: attained.min()
        }
    }

    private func quantile(of attained: [Double], errorRate: Double) throws -> RunResult.Quantile? {
        guard case .withProbability = cell.claim.assertion, !attained.isEmpty else { return nil }
        let level = cell.claim.direction == .upper ? 1 - allowed : allowed
        // Where gamma is below 1e-16 no Double tells 1 - gamma from 1, and there is no quantile to speak of.
        guard level < 1 else { return nil }
        let estimate = try OrderStatisticQuantile(probability: level, alpha: errorRate).estimate(attained)
        return .init(value: estimate.value, lower: estimate.lower, upper: estimate.upper)
    }

    private func slack(quantile: Double) -> Double? {
        guard bound.isFinite, bound > 0, quantile.isFinite else { return nil }
        switch cell.claim.direction {
        case .upper: return quantile > 0 ? bound / quantile : nil
        // 0 where the infimum itself is: the bound is missed by any factor.
        case .lower: return quantile >= 0 ? quantile / bound : nil
        }
    }
}

extension LawEvaluation {
    /// What it says where its left side is a lower bound of the probability; nil where that is nothing.
    fileprivate var asLowerBound: LawEvaluation? {
        switch outcome {
        case .satisfied, .undecided: return nil
        case .violated:
            let left = Enclosure(lower: left.lower, upper: 1, logLower: left.logLower, logUpper: 0)
            return LawEvaluation(left: left, right: right, outcome: outcome, method: method, variables: variables)
        }
    }
}

extension MeasuredClaim.Assertion {
    /// Whose probability a cell of such a claim has.
    var probabilityOf: RunResult.ProbabilitySubject? {
        switch self {
        case .withProbability: .violation
        case .probabilityOfEvent: .event
        case .everyDraw: nil
        }
    }
}

extension MeasuredClaim {
    /// The probability of failure that the claim allows where its right-hand side is `bound`, in [0, 1).
    func allowedProbability(bound: Double, gamma: Double) -> Double {
        let most = 1 - Double.ulpOfOne
        return switch assertion {
        // Never 0, which is what a claim about every draw allows.
        case .withProbability(let factor): Double.minimum(most, Double.maximum(.leastNonzeroMagnitude, factor * gamma))
        // A bound of 1 or more on a probability cannot fail, which the exact law says without a trial.
        case .probabilityOfEvent: Double.minimum(most, Double.maximum(0, bound))
        case .everyDraw: 0
        }
    }
}
