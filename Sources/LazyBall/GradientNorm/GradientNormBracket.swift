// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// inf over the ball of ||grad f(x; a, W)||, bracketed between a certificate and a W that attains `attained`: Lemma B.7.
///
/// The certificate is L(u) of ``GradientCertificate``, for the best unit u met. Its maximum over u is the distance from 0 to the convex
/// hull of the gradients, found by fully corrective Frank-Wolfe: each step is one oracle call at u, the direction of the nearest point
/// of the hull of the vertices so far. The steady neurons' ball of radius N V is kept out of the hull and taken off the distance.
/// Every vertex is itself the gradient of a W; its active set, with the moves made best for it (`FixedActiveSet`), is the attack.
/// Neither the number of iterations nor the target changes that `certified` <= inf <= `attained`, up to rounding.
public struct GradientNormBracket: Sendable {
    /// ||grad f|| at `witness`.
    public let attained: Double
    /// No W has less; 0 where no direction says anything.
    public let certified: Double
    /// ||grad f(x; a, W0)||.
    public let atInitialization: Double
    /// How many steps the search took.
    public let iterations: Int
    /// Why attained - certified is above the target, nil where it is not or where `attained` is 0 up to rounding.
    public let gapReason: GapReason?
    /// The W that attains `attained`.
    public let witness: GradientWitness

    /// An `attained` below this is rounding of an exact 0.
    public static let zeroTolerance = 1e-12

    /// - Parameters:
    ///   - problem: the draw.
    ///   - dimension: d, which the target refers to; a reduced draw has fewer coordinates.
    ///   - bound: stop as soon as certified >= bound or attained < bound.
    ///   - relativeGap: the target, in units of sqrt(d/2).
    ///   - maximumIterations: at most how many steps of the search.
    public init(
        _ problem: GradientProblem, dimension: Int, bound: Double? = nil, relativeGap: Double = 1e-3, maximumIterations: Int = 100
    ) {
        var search = GradientSearch(problem, target: relativeGap * Double.sqrt(Double(dimension) / 2), bound: bound)
        atInitialization = search.atInitialization
        var reason = search.descend(maximumIterations: maximumIterations)
        if reason != nil && reason != .decided && search.polish() { reason = nil }
        let final = search.finish()
        attained = final.norm
        certified = min(search.certified, final.norm)
        iterations = search.iterations
        gapReason =
            final.norm < Self.zeroTolerance || final.norm - search.certified <= search.target ? nil : reason ?? .certificateExhausted
        witness = final.witness
    }
}

/// Why a bracket is wider than was asked for.
public enum GapReason: Sendable, Hashable, CustomStringConvertible {
    /// 0 lies in the hull of the gradients, so no direction certifies more than 0, and no W found attains it.
    case hullReachesOrigin
    /// The certificate is as high as any direction can raise it; what remains is the hull's own distance from the gradients (few neurons).
    case certificateExhausted
    /// The search was stopped once the bound asked about was decided.
    case decided
    /// The iterations ran out.
    case iterationLimit

    public var description: String {
        switch self {
        case .hullReachesOrigin: "the convex hull of the gradients contains 0, which no direction can exclude"
        case .certificateExhausted: "the convex hull of the gradients comes nearer to 0 than the gradients found"
        case .decided: "stopped as soon as the bound was decided"
        case .iterationLimit: "the iterations ran out"
        }
    }
}
