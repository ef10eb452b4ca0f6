// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// A claim that a run can verify by draws: with its quantity, its right-hand side and its law.
public struct MeasuredClaim: Sendable, Hashable {
    /// The claim.
    public let claim: Claim
    /// Its quantity, right-hand side and law.
    public let measurement: Measurement

    init?(_ claim: Claim) {
        guard case .measured(let measurement) = claim.subject else { return nil }
        self.claim = claim
        self.measurement = measurement
    }

    public static func == (a: Self, b: Self) -> Bool { a.claim == b.claim }
    public func hash(into hasher: inout Hasher) { hasher.combine(claim) }

    /// The claim's ID.
    public var id: String { claim.id }
    /// What draws measure.
    public var quantity: any Quantity { measurement.quantity }

    /// Whether the bound limits its quantity from above or from below.
    public var direction: BoundDirection { quantity.extremum.direction }

    /// Which parameters beyond d, m and gamma the quantity, the bound or the hypotheses depend on.
    public var dependsOn: Set<OptionalParameter> { quantity.dependsOn.union(measurement.formula.dependsOn) }

    /// The parameters that it has, as the command line and plans spell them: "d, m, gamma, c0".
    public var parameterNames: String {
        let basics = BasicParameter.allCases.filter(parameters.basics.contains).map(\.rawValue)
        return (basics + OptionalParameter.allCases.filter(dependsOn.contains).map(\.rawValue) + parameters.own).joined(separator: ", ")
    }

    /// d, m and gamma as far as it has them, and those of one's own.
    public var parameters: ClaimParameters { measurement.parameters }

    /// The hypotheses at `p`; a point where one fails is outside the claim's domain.
    public func hypotheses(_ p: Arguments<Double>) -> [Hypothesis<Double>] { measurement.formula.hypotheses(p) }

    /// The right-hand side at `p`.
    public func bound(_ p: Arguments<Double>) -> Bound<Double> { measurement.formula.bound(p) }

    /// The right-hand side at checked parameters.
    ///
    /// - Throws: `ParameterError` where the quantity is not defined there, and where the right-hand side is beyond the largest Double, so
    ///   that no value could be compared with it. A negative radicand is another matter: there the claim has no bound (nan), and every draw
    ///   satisfies it.
    public func bound(at parameters: Parameters) throws(ParameterError) -> Bound<Double> {
        do {
            try quantity.check(parameters)
        } catch {
            throw ParameterError(parameter: error.parameter, value: error.value, allowed: "\(error.allowed) for \(id)")
        }
        let bound = bound(parameters.arguments)
        guard !bound.value.isInfinite else {
            throw ParameterError(parameter: "the bound of \(id)", value: shortText(bound.value), allowed: "a finite number")
        }
        return bound
    }

    /// Throws where ``bound(at:)`` does.
    public func check(_ parameters: Parameters) throws(ParameterError) { _ = try bound(at: parameters) }

    /// Whether the right-hand side `value` says no more at `p` than the trivial bound, or nothing at all (nan).
    public func isVacuous(_ value: Double, at p: Arguments<Double>) -> Bool {
        let trivial = quantity.trivialBound(p).value
        return switch direction {
        case .upper: !(value < trivial)
        case .lower: !(value > trivial)
        }
    }

    /// What the claim says of a draw.
    public var assertion: Assertion {
        switch (quantity.extremum, claim.allowedFailure) {
        case (.event, _): .probabilityOfEvent
        case (.supremum, .none), (.infimum, .none): .everyDraw
        case (.supremum, .gamma(let factor, _)), (.infimum, .gamma(let factor, _)): .withProbability(gammaTimes: factor)
        }
    }

    /// What a measured claim says of a draw.
    public enum Assertion: Sendable, Hashable {
        /// With probability at least 1 - factor gamma the quantity obeys the bound.
        case withProbability(gammaTimes: Double)
        /// The bound is on the probability of an event.
        case probabilityOfEvent
        /// The quantity obeys the bound on every draw.
        case everyDraw
    }
}
