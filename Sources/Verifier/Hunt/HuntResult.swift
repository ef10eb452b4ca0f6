// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Sampler

/// What a hunt found: the object that `lemmacheck verify --hunt --json` prints. Keys that do not apply are absent.
public struct HuntResult: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/hunt/1"

    /// What a search can say, and no more: that it found nothing proves nothing.
    public enum Verdict: String, Sendable, Hashable, Codable {
        case refuted
        case noRefutationFound = "no refutation found"
    }

    /// A cell where fresh draws, or the exact law, refute the claim.
    public struct Refutation: Sendable, Hashable, Codable {
        /// As `verify` judges it.
        public var cell: RunResult.Cell
        /// The probability that this verdict is wrong; 0 where a law decides or one draw does.
        public var errorRate: Double
        /// The command that repeats it.
        public var command: String
        /// The cell at which the search met it, before it was shrunk.
        public var foundAt: Witness.Point
    }

    /// The least and the largest value of a parameter, of the cells looked at.
    public struct Range: Sendable, Hashable, Codable {
        public var parameter: String
        public var from: Double
        public var to: Double
    }

    /// How many of the cells looked at are of a sort.
    public struct Count: Sendable, Hashable, Codable {
        public var of: String
        public var cells: Int
    }

    /// A cell that came near to refuting the claim, or seemed to.
    public struct Near: Sendable, Hashable, Codable {
        public var cell: Witness.Point
        /// The sample quantile over the bound (for a lower bound the bound over it, infinite where the quantile is 0); of a law, and of an
        /// event, the probability over what is allowed.
        public var ratio: Double
    }

    /// What was looked at.
    public struct Searched: Sendable, Hashable, Codable {
        public var cells: Int
        /// Of them, those where the exact law, or a lower bound of the failure probability, was evaluated in the place of draws.
        public var byLaw: Int
        /// Log-uniform, with some parameters at an end of their range, and near the nearest so far.
        public var random: Int
        public var atEdges: Int
        public var nearby: Int
        /// Draws of all looks and of the shrinking; those of a confirmation are its cell's trials.
        public var draws: Int
        /// Cells that seemed refuted and were judged anew.
        public var suspects: Int
        /// Points that were passed over: where a hypothesis fails, where a trivial bound says as much, where a draw takes too much.
        public var outOfDomain: Int
        public var vacuous: Int
        public var tooLarge: Int
        public var ranges: [Range]
        public var extremes: [Count]
        /// The nearest first.
        public var nearest: [Near]
    }

    /// What a hunt found of one claim.
    public struct Claim: Sendable, Hashable, Codable {
        public var claim: String
        public var verdict: Verdict
        public var refutation: Refutation?
        public var searched: Searched
    }

    public var schema = HuntResult.schema
    public var tool = "lemmacheck"
    public var version: String
    public var seed: UInt64
    public var rng: String
    public var sampler: SamplerKind
    /// The probability that any `refuted` of the hunt is wrong.
    public var errorRate: Double
    /// Cells of a claim, and trials of a confirmation, at most.
    public var cells: Int
    public var trials: Int
    /// Present and true where the hunt was interrupted: the last claim's search is cut short, and others may be missing.
    public var interrupted: Bool?
    public var claims: [Claim]

    public init(_ options: HuntOptions, claims: [Claim], interrupted: Bool = false) {
        version = Version.current
        (seed, rng, sampler) = (options.run.seed, options.run.generator.rawValue, options.run.sampler)
        (errorRate, cells, trials) = (options.run.errorRate, options.cells, options.run.maxTrials)
        self.interrupted = interrupted ? true : nil
        self.claims = claims
    }

    /// Whether some claim is refuted.
    public var hasRefutation: Bool { claims.contains { $0.verdict == .refuted } }
}

/// A hunt whose parameters leave nothing to look at.
public struct HuntError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The claim's ID.
    public let claim: String
    /// Points that were passed over, and why.
    public let outOfDomain: Int
    public let vacuous: Int
    public let tooLarge: Int

    /// One line: `B.4/2: none of 16000 points can be looked at: 16000 are outside its domain`.
    public var description: String {
        let reasons = [
            (outOfDomain, "outside its domain"), (vacuous, "vacuous"), (tooLarge, "too large to draw (--operations allows more)"),
        ].filter { $0.0 > 0 }.map { "\($0.0) are \($0.1)" }
        let points = outOfDomain + vacuous + tooLarge
        return "\(claim): none of \(points) points can be looked at: \(reasons.joined(separator: ", "))"
    }
}
