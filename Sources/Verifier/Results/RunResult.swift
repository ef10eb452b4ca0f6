// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
internal import Sampler
internal import Statistics

/// What a run found: the object that `lemmacheck verify --json` prints. Keys that do not apply are absent.
public struct RunResult: Sendable, Hashable, Codable {
    /// An interval that a probability lies in.
    public struct Probability: Sendable, Hashable, Codable {
        public var lower: Double
        public var upper: Double

        public init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// The (1 - gamma)-quantile of the attained suprema (the gamma-quantile of infima), with distribution-free limits: infinite where
    /// there are too few values for one; those of each cell are wrong with at most the run's error rate.
    public struct Quantile: Sendable, Hashable, Codable {
        public var value: Double
        public var lower: Double
        public var upper: Double

        public init(value: Double, lower: Double, upper: Double) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// What a probability is of.
    public enum ProbabilitySubject: String, Sendable, Hashable, Codable {
        case violation
        case event
    }

    /// What certifies a value.
    public enum CertificateKind: String, Sendable, Hashable, Codable {
        case draws
        case law
    }

    /// What was found of a claim at one point.
    public struct Cell: Sendable, Hashable, Codable {
        /// The claim's ID.
        public var claim: String
        /// Absent, as each parameter is, where the claim has none.
        public var d: Int?
        public var m: Int?
        public var gamma: Double?
        public var c0: Double?
        public var c1: Double?
        public var radius: Double?
        public var epsilon: Double?
        /// Parameters of one's own, by name; absent where there are none.
        public var parameters: [String: Double]?
        /// Whether the claim's own hypotheses hold here; where not, there is no verdict.
        public var inDomain: Bool
        /// Whether a trivial bound says as much as the claim's.
        public var vacuous: Bool
        /// The right-hand side; infinite where a radicand is negative, so that it says nothing.
        public var bound: Double
        /// How the quantity is known in a trial.
        public var method: Method
        /// What the verdict rests on: `law` (an exact probability) or `trials`.
        public var evidence: VerdictBasis
        /// How many draws were made.
        public var trials: Int
        /// How many of them violate the bound.
        public var violations: Int
        /// Of how many that is not known: the bound lies in their bracket.
        public var undecided: Int
        /// An enclosure of the exact probability of violation, or confidence limits: from below for P(violates), from above
        /// for P(violates or undecided). Of a claim about an event, the event's.
        public var probability: Probability
        /// Whose probability that is; absent for a claim about every draw, which has none: one violation refutes it.
        public var probabilityOf: ProbabilitySubject?
        /// The quantile that the bound is compared with; absent where no draw was made, where 1 - gamma is 1 as a Double, and
        /// for a claim that allows no failure.
        public var quantile: Quantile?
        /// The most extreme attained value: the largest, or for a lower bound the smallest.
        public var maximum: Double?
        /// Of a bracketed quantity: the median over the trials of what an attack attains.
        public var attained: Double?
        /// And of what is certified: by the trials' median, or by a limit in law at failure probability 1e-3 where that is less.
        public var certified: Double?
        /// Which of the two.
        public var certifiedBy: CertificateKind?
        /// Bound over quantile, for a lower bound quantile over bound: above 1 the bound has room to spare.
        public var slack: Double?
        /// What was shown; absent outside the claim's domain.
        public var verdict: Verdict? {
            didSet { outcome = ClaimOutcome(verdict) }
        }
        /// PASS, FAIL or OPEN, as the verdict says; nil only in a report of a version before it.
        public internal(set) var outcome: ClaimOutcome?
        /// The verdict that a plan expects here; it alone decides the exit status.
        public var expected: Verdict?
        /// Why there is no verdict where one would be looked for; absent where there is nothing to say.
        public var note: String?
    }

    /// How many cells have each verdict.
    public struct Summary: Sendable, Hashable, Codable {
        public var refuted = 0
        public var holds = 0
        public var consistent = 0
        public var inconclusive = 0
        public var outOfDomain = 0
        /// Cells whose verdict is not the one that a plan expects of them.
        public var unexpected = 0
        /// Cells by outcome; 0 where a report is older than outcomes.
        public var pass = 0
        public var fail = 0
        public var open = 0

        public init() {}
    }

    public static let schema = "lemmacheck/verify/1"

    public var schema = RunResult.schema
    public var tool = "lemmacheck"
    public var version: String
    /// Names the run: the same for the same version, plan and options, and for no other (``RunHeader/run``).
    public var run: String?
    /// The command that repeats the run; absent in a report of before it was kept.
    public var command: String?
    /// The claims of one's own among its cells' claims; absent where there are none.
    public var own: [OwnClaim]?
    /// The run's seed.
    public var seed: UInt64
    /// The generator, by its name on the command line.
    public var rng: String
    /// Whether all of W0 was drawn.
    public var sampler: SamplerKind
    /// The probability that any verdict of the run is wrong.
    public var errorRate: Double
    /// Present and true where the run was interrupted: the cells are those that were reached.
    public var interrupted: Bool?
    /// In the plan's order.
    public var cells: [Cell]
    public var summary: Summary

    /// Whether every verdict is the one that a plan expects, and no cell without an expectation is refuted: what exit status 0 says.
    public var isAsExpected: Bool {
        summary.unexpected == 0 && !cells.contains { $0.expected == nil && $0.verdict == .refuted }
    }

    /// The error probability of each of a cell's two confidence sequences in a run that reached all its cells.
    var alpha: Double {
        get throws { try ErrorBudget(rate: errorRate, cells: Swift.max(1, cells.count)).perSequence }
    }

    fileprivate static func summary(of cells: [Cell]) -> Summary {
        var summary = Summary()
        for cell in cells {
            switch ClaimOutcome(cell.verdict) {
            case .pass: summary.pass += 1
            case .fail: summary.fail += 1
            case .open: summary.open += 1
            }
            switch cell.verdict {
            case .refuted: summary.refuted += 1
            case .holds, .proved, .reproduced: summary.holds += 1
            case .consistent: summary.consistent += 1
            case .inconclusive, .notReproduced: summary.inconclusive += 1
            case nil: summary.outOfDomain += 1
            }
            if let expected = cell.expected, cell.verdict != expected { summary.unexpected += 1 }
        }
        return summary
    }
}

extension RunResult {
    /// A stored result with what it implies counted anew: outcomes and the summary follow from the verdicts, whatever the file says.
    public var recounted: RunResult {
        var copy = self
        for index in copy.cells.indices { copy.cells[index].outcome = ClaimOutcome(copy.cells[index].verdict) }
        copy.summary = Self.summary(of: copy.cells)
        return copy
    }

    /// What a run of `plan` has found in `cells`: all of the plan's, or where it was interrupted the first of them.
    public init(of plan: Plan, options: RunOptions, cells: [Cell]) {
        self.init(
            version: Version.current, run: RunHeader(plan, options, command: "", formats: []).run, own: plan.own.isEmpty ? nil : plan.own,
            seed: options.seed,
            rng: options.generator.rawValue, sampler: options.sampler, errorRate: options.errorRate,
            interrupted: cells.count < plan.entries.count ? true : nil, cells: cells, summary: Self.summary(of: cells))
    }
}

extension RunResult.Summary {
    private enum CodingKeys: String, CodingKey {
        case refuted, holds, consistent, inconclusive, outOfDomain, unexpected, pass, fail, open
    }

    /// Counts that an older version did not write are 0.
    public init(from decoder: any Decoder) throws {
        let counts = try decoder.container(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> Int { try counts.decodeIfPresent(Int.self, forKey: key) ?? 0 }
        (refuted, holds, consistent) = (try count(.refuted), try count(.holds), try count(.consistent))
        (inconclusive, outOfDomain, unexpected) = (try count(.inconclusive), try count(.outOfDomain), try count(.unexpected))
        (pass, fail, open) = (try count(.pass), try count(.fail), try count(.open))
    }
}
