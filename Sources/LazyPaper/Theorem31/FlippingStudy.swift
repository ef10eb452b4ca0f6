// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
internal import LazyBall
internal import RealModule
public import Sampler
internal import Statistics
internal import Support

/// Theorem 3.1 and Corollary 3.2 at one (d, m, C0, R), on dense draws: the C2 that adversaries force, and the sure steps of the proof.
///
/// 3.1/1 has constants without values, so nothing here is a verdict on it: per draw, `strongest` is a C2 that some W of the ball needs,
/// a lower bound of what the theorem needs. Its (1-gamma)-quantile is a lower bound of the least C2 that makes the theorem's
/// event as likely as it claims. Steps 3.1/a-c hold for every network, so a violation is a counterexample to them, or a mistake here.
/// Equal arguments but for `threads` give equal results, bit for bit.
public struct FlippingStudy: Sendable, Codable, Hashable {
    public let d: Int
    public let m: Int
    public let c0: Double
    public let gamma: Double
    /// R of 3.2/1.
    public let radius: Double
    public let seed: UInt64
    public let rng: String
    public let trials: Int
    /// Every adversary in order, W0 first.
    public let adversaries: [Forced]
    /// The largest of all in each draw.
    public let strongest: Forced
    /// How often each adversary was the strongest; the earlier one where they tie.
    public let wins: [Count]
    /// Draws in which one C2 cannot serve two of the W found: the steps that flip one end before those that flip the other begin.
    public let drawsWithoutCommonStep: Int
    /// |t| of 3.1/b at W0: the C2 by which the proof's own argument flips W0, infinite where it never does.
    public let proofStep: Quantiles
    public let checks: [CheckedLine]
    public let robust: Robust

    /// How many draws fall to an adversary.
    public struct Count: Sendable, Codable, Hashable {
        public let adversary: String
        public let draws: Int
    }

    /// Quantiles over draws, with limits of their own at 95 % each; infinities count as the largest.
    public struct Quantiles: Sendable, Codable, Hashable {
        public let median: Level
        public let ninetyPercent: Level
        /// At 1 - gamma.
        public let oneMinusGamma: Level
        public let maximum: Double

        public struct Level: Sendable, Codable, Hashable {
            public let value: Double
            public let lower: Double
            public let upper: Double
        }
    }

    /// The C2 that one adversary forces, over draws.
    public struct Forced: Sendable, Codable, Hashable {
        public let adversary: String
        public let c2: Quantiles
        /// ||delta|| sqrt d at that step.
        public let scaledDistance: Quantiles
        /// The least ||grad f(x)|| of a draw in which no step flips, if there is one: how far from 0 the gradients are that lead nowhere.
        public let leastGradientNeverFlipped: Double?
        /// Draws in which no step flips although the gradient is not 0.
        public let neverFlipped: Int
        /// Draws in which the gradient is 0 and the step undefined; they count as C2 = 0, no evidence either way.
        public let noGradient: Int
    }

    /// A sure claim, counted over networks and steps.
    public struct CheckedLine: Sendable, Codable, Hashable {
        public let claim: String
        public let checked: Int
        public let violations: Int
        /// max of left - right, and of that over the rounding allowed: at most 1 where nothing violates.
        public let worstExcess: Double
        public let worstRelativeExcess: Double
    }

    /// 3.2/1: how often a gradient step of length R flips at points uniform on the sphere, under the adversary least often flipped.
    ///
    /// The limits are exact for the points, by Clopper-Pearson, together at 95 % for all adversaries of a draw. They bound the robust error
    /// of the W found from below: a W not found may have less, and an attack not tried may do more.
    public struct Robust: Sendable, Codable, Hashable {
        public let points: Int
        /// The least lower limit over adversaries in the worst draw and in the median one.
        public let worstLowerLimit: Double
        public let medianLowerLimit: Double
        /// Draws in which every adversary's robust error is at least 0.9 by its lower limit.
        public let drawsAboveNineTenths: Int
        /// The largest, over draws and adversaries, R sqrt d within which 90 % of the points are flipped.
        public let worstScaledRadius: Double
        /// Whose lower limit was least, in how many draws.
        public let leastFlipped: [Count]
    }
}

extension FlippingStudy {
    /// Sizes that are not parameters of the claims.
    public struct Effort: Sendable, Hashable {
        /// Points of the sphere in 3.2/1, a draw.
        public var points = 200
        /// Points that the trained adversary learns beside x.
        public var lessons = 15
        /// Steps t, evenly from 0 to the longest of interest, at which 3.1/a is checked for each W.
        public var steps = 8

        public init() {}
    }

    /// The largest m d: W is held in memory several times over.
    public static let largestSize = 4_000_000

    /// Runs `trials` draws.
    ///
    /// - Throws: `ParameterError` where m d exceeds `largestSize` or `trials` or a size of the effort is below 1.
    public static func run(
        _ parameters: Parameters, seed: UInt64, generator: Generator = .philox, trials: Int, threads: Int = 1,
        effort: Effort = Effort()
    ) async throws -> FlippingStudy {
        // Not m d itself, which may overflow.
        guard parameters.m <= largestSize / parameters.d else {
            throw ParameterError(
                parameter: "m", value: "\(parameters.m)", allowed: "m with m d at most \(largestSize), d being \(parameters.d),")
        }
        for (name, value) in [("trials", trials), ("points", effort.points), ("steps", effort.steps)] where value < 1 {
            throw ParameterError(parameter: name, value: "\(value)", allowed: "an integer >= 1")
        }
        guard effort.lessons >= 0 else {
            throw ParameterError(parameter: "lessons", value: "\(effort.lessons)", allowed: "an integer >= 0")
        }
        let trial = FlippingTrial(parameters, seed: seed, generator: generator, effort: effort)
        let results = try await Parallel.map(trials, threads: threads) { try trial.record(UInt64($0)) }
        return try FlippingStudy(parameters, seed: seed, generator: generator, effort: effort, results)
    }
}
