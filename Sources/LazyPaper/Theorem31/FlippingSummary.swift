// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import LazyBall
internal import RealModule
internal import Sampler
internal import Statistics

extension FlippingStudy {
    /// The steps of the proof that hold for every network.
    enum SureClaim: String, Sendable, CaseIterable {
        case stepBound = "3.1/a"
        case proofStep = "3.1/b"
        case scaleInvariance = "3.1/c"
    }

    /// The error probability of each quantile's limits, and of all limits of a draw in 3.2/1 together.
    static let alpha = 0.05

    /// The records, in the order of the draws, made one table.
    init(
        _ parameters: Parameters, seed: UInt64, generator: Generator, effort: Effort, _ records: [FlippingTrial.Record]
    ) throws {
        let names = Adversary.allCases.map(\.rawValue)
        let root = Double.sqrt(Double(parameters.d))
        d = parameters.d
        m = parameters.m
        c0 = parameters.c0
        gamma = parameters.gamma
        radius = parameters.radius
        self.seed = seed
        rng = generator.rawValue
        trials = records.count
        adversaries = try names.indices.map { index in
            try Forced(names[index], records.map { $0.attacks[index].flipping }, root: root, gamma: parameters.gamma)
        }
        // Where no adversary leaves a gradient, W0 stands for the draw: it has none either.
        strongest = try Forced("strongest", records.map { $0.attacks[$0.strongest ?? 0].flipping }, root: root, gamma: parameters.gamma)
        wins = Self.counts(records.compactMap { $0.strongest.map { names[$0] } }, names)
        drawsWithoutCommonStep = records.count { $0.hasNoCommonStep }
        proofStep = try Quantiles(records.map(\.proofStep), gamma: parameters.gamma)
        checks = SureClaim.allCases.map { claim in
            CheckedLine(claim, records.flatMap { $0.checks.filter { $0.claim == claim }.map(\.sides) })
        }
        robust = try Robust(records, points: effort.points, root: root, names: names)
    }

    static func counts(_ occurrences: [String], _ names: [String]) -> [Count] {
        names.map { name in Count(adversary: name, draws: occurrences.count { $0 == name }) }
    }
}

extension FlippingStudy.Quantiles {
    /// Of at least one number, none of them nan.
    init(_ values: [Double], gamma: Double) throws {
        func level(_ probability: Double) throws -> Level {
            let estimate = try OrderStatisticQuantile(probability: probability, alpha: FlippingStudy.alpha).estimate(values)
            return Level(value: estimate.value, lower: estimate.lower, upper: estimate.upper)
        }
        median = try level(0.5)
        ninetyPercent = try level(0.9)
        oneMinusGamma = try level(1 - gamma)
        maximum = values.max() ?? 0
    }
}

extension FlippingStudy.Forced {
    init(_ adversary: String, _ steps: [FlippingStep], root: Double, gamma: Double) throws {
        self.adversary = adversary
        c2 = try FlippingStudy.Quantiles(steps.map { $0.outcome == .noGradient ? 0 : $0.step }, gamma: gamma)
        scaledDistance = try FlippingStudy.Quantiles(
            steps.map { $0.outcome == .noGradient ? 0 : $0.distance * root }, gamma: gamma)
        leastGradientNeverFlipped = steps.filter { $0.outcome == .neverFlips }.map(\.gradientNorm).min()
        neverFlipped = steps.count { $0.outcome == .neverFlips }
        noGradient = steps.count { $0.outcome == .noGradient }
    }
}

extension FlippingStudy.CheckedLine {
    init(_ claim: FlippingStudy.SureClaim, _ sides: [RoundedInequality]) {
        self.claim = claim.rawValue
        checked = sides.count
        violations = sides.count { !$0.holds }
        // No instance, no excess: 0 rather than -inf. A left side of nan is a violation and shows as infinite.
        let excesses = sides.map { ($0.sides.lhs - $0.sides.rhs, $0.tolerance) }
        worstExcess = excesses.map { $0.0.isNaN ? .infinity : $0.0 }.max() ?? 0
        worstRelativeExcess = excesses.map { $0.0.isNaN ? .infinity : $0.0 <= 0 ? 0 : $0.0 / $0.1 }.max() ?? 0
    }
}

extension FlippingStudy.Robust {
    init(_ records: [FlippingTrial.Record], points: Int, root: Double, names: [String]) throws {
        self.points = points
        // Six W, chosen before the points are looked at: alpha is shared among them, and the least limit is valid for all.
        let limits = try BinomialLimits(alpha: FlippingStudy.alpha / Double(names.count), sides: .lower)
        let fewest = records.map { $0.attacks.map(\.flipped).min() ?? 0 }
        let lowest = fewest.map { limits.limits(successes: $0, trials: points).lower }
        worstLowerLimit = lowest.min() ?? 0
        medianLowerLimit = lowest.sorted()[(lowest.count - 1) / 2]
        drawsAboveNineTenths = lowest.count { $0 >= 0.9 }
        worstScaledRadius = root * (records.flatMap { $0.attacks.map(\.ninetyPercentDistance) }.max() ?? 0)
        leastFlipped = FlippingStudy.counts(
            zip(records, fewest).compactMap { record, least in
                record.attacks.firstIndex { $0.flipped == least }.map { names[$0] }
            }, names)
    }
}
