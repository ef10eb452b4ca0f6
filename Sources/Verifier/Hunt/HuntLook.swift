// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Laws
internal import RealModule

/// Whether a cell can be looked at, and why not.
enum HuntAdmission: Sendable {
    case admitted(Cell)
    /// The quantity or the bound is not defined, or a hypothesis of the claim fails.
    case outOfDomain
    /// A trivial bound says as much, so that the claim cannot fail there.
    case vacuous
    /// One draw takes more than a hunt gives it.
    case tooLarge

    init(_ point: HuntPoint, of claim: MeasuredClaim, _ options: HuntOptions) {
        guard let cell = point.cell(of: claim), let bound = try? BoundValue(claim, at: cell.parameters), bound.inDomain else {
            self = .outOfDomain
            return
        }
        // Nan and infinite bounds are vacuous too.
        guard !bound.vacuous, bound.value.isFinite else {
            self = .vacuous
            return
        }
        guard options.affords(claim.quantity.cost(options.run.sampler, at: cell.parameters)) else {
            self = .tooLarge
            return
        }
        self = .admitted(cell)
    }
}

/// A first look at a cell: its exact law, or a few draws. It says where to look again, and nothing else.
struct HuntLook: Sendable {
    /// What is looked at.
    enum Way: Sendable, Hashable {
        /// The exact law where there is one, else a few draws.
        case usual
        /// The lower bound of the failure probability, and no draw.
        case lowerBound
    }

    let cell: Cell
    let way: Way
    /// How near the claim is to failing: log of the quantity's sample quantile over the bound, of a law its probability over what is
    /// allowed; above 0 is beyond.
    let score: Double
    /// Whether a decision by fresh draws, or by the law, is worth while.
    let isSuspect: Bool
    let isByLaw: Bool
    let draws: Int

    /// Draws by a stream of its own.
    ///
    /// - Throws: where a draw cannot be made.
    init(_ cell: Cell, _ way: Way, _ options: HuntOptions) throws {
        (self.cell, self.way) = (cell, way)
        if way == .lowerBound {
            let law = try cell.claim.measurement.law.lowerBound(at: cell.parameters)
            (isByLaw, draws, isSuspect) = (true, 0, law?.outcome == .violated)
            score = law.map(Self.exponentScore) ?? -.infinity
            return
        }
        let prepared = try PreparedCell(cell)
        if let law = prepared.law, let verdict = prepared.lawVerdict {
            (isByLaw, draws, isSuspect) = (true, 0, verdict == .refuted)
            score = Self.score(law)
            return
        }
        isByLaw = false
        let trial = try prepared.trial(options.run, purpose: "first look")
        var brackets: [TrialBracket] = []
        func count() -> Int { brackets.count { prepared.status($0) == .violates } }
        func excess() -> Double { Self.score(prepared, brackets.map(\.attained), count()) }
        for number in 0..<HuntOptions.firstLook {
            brackets.append(try trial.bracket(UInt64(number)))
            // Far from its bound a quantity is not looked at longer.
            if brackets.count == HuntOptions.firstGlance, count() == 0, excess() < HuntOptions.farAway { break }
        }
        draws = brackets.count
        isSuspect = count() > 0 && Double(count()) > prepared.allowed * Double(draws)
        score = excess()
    }

    /// log(log gamma / log P): above 0 where P > gamma, and a guide to where it is though both are tiny.
    private static func exponentScore(_ law: LawEvaluation) -> Double {
        let (allowed, shown) = (-law.right.logUpper, -law.left.logUpper)
        guard allowed > 0, shown > 0, shown.isFinite else { return score(law) }
        return Double.log(allowed / shown)
    }

    private static func score(_ law: LawEvaluation) -> Double {
        let ratio = law.left.logUpper - law.right.logUpper
        return ratio.isNaN ? -.infinity : ratio
    }

    /// The logarithm of the sample's (1 - allowed)-quantile over the bound, for a lower bound of the bound over it; of an event, of its
    /// share over what is allowed.
    private static func score(_ prepared: PreparedCell, _ attained: [Double], _ violations: Int) -> Double {
        let count = Double(attained.count)
        let excess: [Double]
        switch prepared.cell.claim.quantity.extremum {
        case .event: return Double.log((Double(violations) + 0.5) / ((count + 1) * Double.maximum(prepared.allowed, 1e-300)))
        case .supremum: excess = attained.map { logRatio($0, prepared.bound) }
        case .infimum: excess = attained.map { logRatio(prepared.bound, $0) }
        }
        guard excess.allSatisfy({ !$0.isNaN }) else { return -.infinity }
        let rank = Int((count * (1 - prepared.allowed)).rounded(.up)) - 1
        return excess.sorted()[Swift.min(attained.count - 1, Swift.max(0, rank))]
    }

    /// log(a/b) where both are positive; otherwise +- infinity, as a - b says.
    private static func logRatio(_ a: Double, _ b: Double) -> Double {
        guard a > 0, b > 0 else { return a.isNaN || b.isNaN ? .nan : a > b ? .infinity : -.infinity }
        return Double.log(a) - Double.log(b)
    }

    /// e^score.
    var ratio: Double { Double.exp(score) }
}

extension KnownLaw {
    /// The lower bound at a point, where it is one, whatever it shows.
    fileprivate func lowerBound(at parameters: Parameters) throws(ParameterError) -> LawEvaluation? {
        switch self {
        case .unknown, .known: nil
        case .atLeast(let law): try law.evaluation(at: parameters)
        }
    }
}
